"""Runs the examples of the table of open points."""

import pytest

from dateline.language import load_language
from dateline.language.runs import runs

TABLE = load_language("en").table("open")


@pytest.mark.parametrize("sentence", TABLE["examples"])
def test_what_is_not_known(sentence: str) -> None:
    assert runs(TABLE["cues"]).search(sentence)


@pytest.mark.parametrize("sentence", TABLE["others"])
def test_what_only_sounds_like_it(sentence: str) -> None:
    assert not runs(TABLE["cues"]).search(sentence)
