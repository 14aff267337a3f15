"""Runs the examples of the table of accounts, and checks that every feature and reason has its words."""

import pytest

from dateline.accounts.align import WEIGHTS
from dateline.accounts.cues import cues
from dateline.language import load_language
from dateline.model.records import Standing

TABLE = load_language("en").table("accounts")


@pytest.mark.parametrize("sentence", TABLE["retraction"]["examples"])
def test_what_is_taken_back(sentence: str) -> None:
    assert cues().retraction.search(sentence)


@pytest.mark.parametrize("sentence", TABLE["correction"]["examples"])
def test_what_is_put_right(sentence: str) -> None:
    assert cues().corrects(sentence)


@pytest.mark.parametrize("sentence", [*TABLE["retraction"]["others"], *TABLE["correction"]["others"]])
def test_what_only_sounds_like_it(sentence: str) -> None:
    assert not cues().retraction.search(sentence)
    assert not cues().corrects(sentence)


def test_every_feature_and_standing_can_be_told() -> None:
    assert set(TABLE["same"]) == set(WEIGHTS)
    assert set(TABLE["standing"]) == set(Standing)


@pytest.mark.parametrize("report", TABLE["correction"]["note_examples"])
def test_a_report_that_puts_right_an_earlier_one(report: str) -> None:
    assert cues().is_correction(report)


@pytest.mark.parametrize("report", TABLE["correction"]["note_others"])
def test_a_report_that_only_has_a_word_for_it(report: str) -> None:
    assert not cues().is_correction(report)
