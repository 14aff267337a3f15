"""Events: the coding rules of PLOVER, numbers, links between mentions, and sentences in which nothing happened."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.analysis.draft import Draft

_NOTHING = tomllib.loads((Path(__file__).parent / "nothing_happened.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "sentence", [pytest.param(s, id=f"{domain}: {s}") for domain, found in _NOTHING.items() for s in found]
)
def test_nothing_happened(sentence: str, drafted: Callable[[str], Draft]) -> None:
    assert [(e.type, e.trigger.of(sentence)) for e in drafted(sentence).events] == []


def test_there_are_enough_sentences_in_which_nothing_happened() -> None:
    assert sum(len(found) for found in _NOTHING.values()) >= 60
