"""Runs every example sentence of every entry of the cue lexicon."""

import re
from dataclasses import replace

import pytest

from dateline import Analyser
from dateline.analysis.attribution import attribute
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.quotations import find_quotations
from dateline.errors import LexiconError
from dateline.language import Language, load_language
from dateline.language.cues import Cue, cues
from dateline.model.attribution import Attribution
from dateline.model.report import Document
from dateline.model.span import Span
from dateline.segment import segment
from tests.language.marked import Parts, read_marked

_WORD = re.compile(r"\w+")
ENTRIES = tuple(cues(load_language("en")).entries())
EXAMPLES = tuple((entry, example) for entry in ENTRIES for example in entry.examples)


@pytest.fixture(scope="module")
def found(analyser: Analyser) -> dict[str, tuple[str, tuple[Attribution, ...]]]:
    """Every example sentence with what is found in it; each is analysed as a report of its own."""
    language = analyser.language
    results = {}
    for _, example in EXAMPLES:
        text, _ = read_marked(example)
        (report,) = segment(Document("example", text), language)
        draft = Draft(report, language, parse(report, analyser.pipeline))
        draft = replace(draft, quotations=find_quotations(draft))
        results[example] = (text, attribute(draft))
    return results


def _words(text: str, spans: list[tuple[int, int]] | tuple[Span, ...]) -> set[int]:
    return {m.start() for s, e in spans for m in _WORD.finditer(text, s, e)}


def _fits(text: str, parts: Parts, entry: Cue, attribution: Attribution) -> bool:
    """Source and content word for word, the cue's words among those found, and an act the entry knows."""
    return (
        _words(text, attribution.content) == _words(text, parts["content"])
        and _words(text, attribution.source) == _words(text, parts["source"])
        and bool(_words(text, attribution.cue) & _words(text, parts["cue"]))
        and attribution.act in {entry.act, *entry.acts.values()}
    )


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[f"{e.lemma}-{x[:60]}" for e, x in EXAMPLES])
def test_example_is_read_as_marked(
    entry: Cue, example: str, found: dict[str, tuple[str, tuple[Attribution, ...]]]
) -> None:
    text, attributions = found[example]
    _, parts = read_marked(example)
    assert any(_fits(text, parts, entry, a) for a in attributions), [
        ([s.of(text) for s in a.source], [s.of(text) for s in a.cue], [s.of(text) for s in a.content], a.act)
        for a in attributions
    ]


def test_every_entry_has_an_example_with_its_own_word() -> None:
    for entry in ENTRIES:
        for example in entry.examples:
            _, parts = read_marked(example)
            assert parts["cue"], example
            assert parts["content"], example


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ({"act": "mumble", "takes": ["clause"], "examples": ["x"]}, "mumble"),
        ({"act": "assert", "takes": ["sideways"], "examples": ["x"]}, "sideways"),
        ({"act": "assert", "takes": ["clause"]}, "no examples"),
        ({"act": "assert", "tales": ["clause"], "examples": ["x"]}, "tales"),
        ({"takes": ["clause"], "examples": ["x"]}, "act"),
    ],
)
def test_a_malformed_entry_is_named(entry: dict[str, object], complaint: str) -> None:
    language = Language("xx", {"cues": {"verbs": {"murmur": entry}}})
    with pytest.raises(LexiconError, match=r"\[verbs\] murmur") as error:
        cues(language)
    assert complaint in str(error.value)
