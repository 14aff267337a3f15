"""Runs every example of the table of endings."""

import pytest

from dateline.language import load_language
from dateline.language.folding import fold
from dateline.language.stemming import stemmer

EXAMPLES = load_language("en").table("stems")["examples"]


@pytest.mark.parametrize("words", [e["same"] for e in EXAMPLES if "same" in e], ids=" ".join)
def test_forms_of_one_word_share_a_stem(words: list[str]) -> None:
    assert len({stemmer().stem(w) for w in words}) == 1


@pytest.mark.parametrize("words", [e["apart"] for e in EXAMPLES if "apart" in e], ids=" ".join)
def test_other_words_have_other_stems(words: list[str]) -> None:
    assert len({stemmer().stem(w) for w in words}) == len(words)


def test_words_that_say_nothing_and_figures_are_left_out() -> None:
    assert stemmer().stems("The rebels attacked 12 villages on Monday.") == stemmer().stems(
        "rebel attack village"
    )


def test_every_form_is_written_as_words_are_compared() -> None:
    forms = load_language("en").table("stems")["forms"]
    assert all(fold(w) == w for pair in forms.items() for w in pair)
