"""What reports are about, and how much two are about one thing."""

import pytest

from dateline.accounts.topics import alike, topic_words, unit

DAM = "Engineers closed the sluice of the Kosti dam. The dam had cracked, and the sluice was jammed."
DAM_AGAIN = "The Kosti dam cracked in spring. Its sluice is open again."
ORCHARD = "Frost killed the apricot blossom in the orchards of Chinguetti."


def test_a_text_is_as_like_itself_as_can_be_and_not_like_one_of_other_words() -> None:
    assert alike(topic_words(DAM), topic_words(DAM)) == pytest.approx(1)
    assert alike(topic_words(DAM), topic_words(ORCHARD)) == 0
    assert 0.3 < alike(topic_words(DAM), topic_words(DAM_AGAIN)) < 1


def test_words_that_are_compared_by_themselves_can_be_left_out() -> None:
    one, other = topic_words(DAM), topic_words(DAM_AGAIN)
    shared = frozenset(one) & frozenset(other)
    assert alike(one, other, shared) == 0
    assert alike(one, one, frozenset({next(iter(one))})) == pytest.approx(1)
    assert alike(one, one, frozenset(one)) == 0


def test_what_is_told_most_weighs_most() -> None:
    most = next(iter(topic_words(DAM)))
    assert "sluice".startswith(most)
    assert topic_words("") == {}


def test_weights_are_brought_to_unit_length() -> None:
    assert sum(w * w for w in unit({"dam": 3.0, "sluice": 4.0}).values()) == pytest.approx(1)
