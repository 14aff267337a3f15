"""Quotations: marks of every kind, and what is speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Analyser
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.quotations import find_quotations
from dateline.analysis.syntax import Parse
from dateline.language import load_language
from dateline.model.attribution import Quotation
from dateline.model.report import Document
from dateline.segment import segment

EMPTY = Parse([], [], [], [], [], [], [], [], [], [], (), ())


def _find(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, without a parse: where they are, not what they are."""
    language = load_language("en")
    reports = segment(Document("d", text), language)
    return tuple(q for r in reports for q in find_quotations(Draft(r, language, EMPTY)))


def _inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in _find(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We left at dawn,” she said.", ["We left at dawn,"]),
        ('"We left at dawn," she said.', ["We left at dawn,"]),
        ("''We left at dawn,'' she said.", ["We left at dawn,"]),
        ("``We left at dawn,'' she said.", ["We left at dawn,"]),
        ("‘We left at dawn,’ she said.", ["We left at dawn,"]),
        ("'We left at dawn,' she said.", ["We left at dawn,"]),
        ("„We left at dawn,” she said.", ["We left at dawn,"]),
        ("«We left at dawn», she said.", ["We left at dawn"]),
        ('"We left," she said, "before the shelling."', ["We left,", "before the shelling."]),
        ('"Go." "Why?" "Now."', ["Go.", "Why?", "Now."]),
        ("”We left at dawn,” she said.", ["We left at dawn,"]),
    ],
)
def test_marks_of_every_kind(text: str, inner: list[str]) -> None:
    assert _inner(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "The rebels' demands weren't met in the '90s.",
        "It's the drivers’ turn, and the doctors’ too.",
        "He was 6'2\" tall.",
        "Rock ’n’ roll was banned in ’79.",
        "The soldiers' and the miners' wives' march",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert not [q for q in _find(text) if len(q.inner.of(text).split()) > 1]


def test_a_plural_possessive_does_not_close_a_single_quotation() -> None:
    assert _inner("'The miners' strike goes on,' he said.") == ["The miners' strike goes on,"]


def test_quotations_nest() -> None:
    text = "“He told me ‘run’ and I ran,” she said."
    outer, inner = _find(text)
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.inner.of(text) == "run"


def test_a_quotation_over_paragraphs_opens_anew_and_closes_once() -> None:
    text = "She said:\n“The boats came at four.\n“They burned the mill.”\nNobody slept."
    assert _inner(text) == ["The boats came at four.", "They burned the mill."]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“The boats came at four.\nNobody slept."
    (quotation,) = _find(text)
    assert quotation.span.of(text) == "“The boats came at four."


def test_a_quotation_that_does_not_open_anew_is_closed_in_the_next_paragraph() -> None:
    text = "“The boats came at four.\nThey burned the mill,” she said."
    assert _inner(text) == ["The boats came at four.", "They burned the mill,"]


def test_spans_hold_the_marks_and_inner_spans_do_not() -> None:
    text = "He said “we left” twice."
    (quotation,) = _find(text)
    assert quotation.span.of(text) == "“we left”"
    assert quotation.inner.of(text) == "we left"


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“We will never leave this valley,” he said.", True),
        ("“Why?” she asked.", True),
        ("He promised that he would “never leave this valley”.", True),
        ("The “liberation” of the town cost forty lives.", False),
        ("Her novel “The Long Winter” was banned.", False),
        ("Abu “The Butcher” Hamza was arrested.", False),
        ("They call it a “security zone”.", False),
    ],
)
def test_speech_is_told_from_terms_titles_and_nicknames(analyser: Analyser, text: str, speech: bool) -> None:
    (report,) = segment(Document("d", text), analyser.language)
    (quotation,) = find_quotations(Draft(report, analyser.language, parse(report, analyser.pipeline)))
    assert quotation.speech is speech


@given(st.text(alphabet="ab .,s\n\"'“”‘’`«»„9—", max_size=80))
def test_any_text_gives_quotations_inside_it_that_nest_or_stay_apart(text: str) -> None:
    found = _find(text)
    for number, quotation in enumerate(found):
        assert 0 <= quotation.span.start <= quotation.inner.start
        assert quotation.inner.start < quotation.inner.end <= quotation.span.end <= len(text)
        if quotation.parent is not None:
            assert quotation.parent < number
            assert found[quotation.parent].span.covers(quotation.span)
