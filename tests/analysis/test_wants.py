"""Wants: every example of the lexicon, and what must not be told."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from dateline.analysis.draft import Draft
from dateline.language import load_language
from dateline.model.span import Span

_PIECE = re.compile(r"\[|\|(actor|goal|toward)\]|[^\[|]+|\|")


@dataclass
class _Marked:
    """A marked sentence: plain text, the spans of each role, and what it is said to give."""

    text: str = ""
    spans: dict[str, list[Span]] = field(default_factory=dict)


def _read(marked: str) -> _Marked:
    read, opened = _Marked(), []
    for match in _PIECE.finditer(marked):
        if match.group() == "[":
            opened.append(len(read.text))
        elif match.group(1):
            read.spans.setdefault(match.group(1), []).append(Span(opened.pop(), len(read.text)))
        else:
            read.text += match.group()
    return read


def _examples() -> Iterator[str]:
    for section in load_language("en").table("wants").values():
        for entry in section if isinstance(section, list) else [section]:
            yield from entry.get("examples", ())


def _bare(words: str) -> str:
    """A name without its article, which may be in a mention or out."""
    return re.sub(r"^(the|a|an) ", "", words, flags=re.IGNORECASE)


def _found(draft: Draft) -> list[tuple[object, ...]]:
    text = draft.text
    return [
        (
            _bare(w.actor.span.of(text)),
            str(w.kind),
            w.polarity,
            w.goal.of(text),
            [_bare(t.span.of(text)) for t in w.toward],
        )
        + (("if",) if w.conditional else ())
        for w in draft.wants
    ]


@pytest.mark.parametrize("example", list(_examples()))
def test_examples_of_the_lexicon(example: str, drafted: Callable[[str], Draft]) -> None:
    marked, told = example.rsplit(" -> ", 1)
    read = _read(marked)
    draft = drafted(read.text)
    expected = []
    if told != "none":
        kind, polarity, *condition = told.split()
        said = {role: [s.of(read.text) for s in spans] for role, spans in read.spans.items()}
        toward = [_bare(t) for t in said.get("toward", [])]
        expected = [(_bare(said["actor"][0]), kind, polarity, said["goal"][0], toward, *condition)]
    assert _found(draft) == expected
