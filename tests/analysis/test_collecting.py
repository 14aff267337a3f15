"""Putting off the search for garbage leaves no trace behind."""

import gc

import pytest

from dateline.analysis.collecting import uncollected


def test_collecting_goes_on_afterwards_even_after_an_error() -> None:
    def fail() -> None:
        with uncollected():
            assert not gc.isenabled()
            raise ValueError("stage")

    with pytest.raises(ValueError, match="stage"):
        fail()
    assert gc.isenabled()


def test_who_has_turned_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
