"""What a text is known by: marks that layout, spelling and cuts leave as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.accounts.fingerprint import RUN, WINDOW, Fingerprint, fingerprint, spelling
from dateline.language import load_language
from dateline.language.quotes import marks
from dateline.model.span import Span

QUOTES = marks(load_language("en"))


def known_by(text: str) -> Fingerprint:
    return fingerprint(text, [Span(0, len(text))], QUOTES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organised", "organized"),
        ("harbour", "harbor"),
        ("theatre", "theater"),
        ("programme", "program"),
        ("Kyiv", "Kiev"),
        ("Mohammed", "Muhamad"),
        ("Hizbollah", "Hezbollah"),
        ("Qadir", "Kadir"),
    ],
)
def test_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(("one", "other"), [("market", "bridge"), ("1917", "1918"), ("Киев", "Кипр")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


WORDS = st.lists(st.text("bdklmnrst", min_size=4, max_size=7), min_size=RUN + WINDOW - 1, max_size=20)


@given(WORDS, WORDS, WORDS)
def test_texts_that_share_enough_words_in_a_row_share_a_mark(
    shared: list[str], before: list[str], behind: list[str]
) -> None:
    one, other = known_by(" ".join([*before, *shared])), known_by(" ".join([*shared, *behind]))
    assert one.hashes & other.hashes


@given(st.text(max_size=200))
def test_every_mark_stands_on_words_of_the_text(text: str) -> None:
    known = known_by(text)
    assert all(0 <= m.first <= m.last < len(known.words) for m in known.marks)
    assert all(w.span.of(text).strip() for w in known.words)


def test_layout_case_and_punctuation_change_no_mark() -> None:
    text = "The council of Amal voted on Monday for reopening the old ferry across the lake, officials said."
    assert known_by(text).hashes == known_by(text.upper().replace(", ", " —\n")).hashes


def test_a_text_of_few_words_is_known_by_all_of_them() -> None:
    assert known_by("Ferries run again.").hashes == known_by("FERRIES run again!").hashes
    assert not known_by("Ferries run again.").hashes & known_by("Ferries run again today.").hashes
    assert known_by("…").marks == ()


def test_quoted_words_are_told_from_the_reporters_own() -> None:
    text = '“We stay,” he said. "Nobody asked us," she added.'
    quoted = [w.span.of(text) for w in known_by(text).words if w.quoted]
    assert quoted == ["We", "stay", "Nobody", "asked", "us"]
