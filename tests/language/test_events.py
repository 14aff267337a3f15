"""Every example of every sense of the event tables is read as it says. One file: `-k assault`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import NOTHING
from dateline.language import load_language
from dateline.model.entity import Participant
from dateline.model.event import Event
from dateline.model.span import Span
from dateline.ontology import ontology

_PIECE = re.compile(r"\[|\|(trigger|actor|recipient)\]|[^\[|]+|\|")


@dataclass
class _Marked:
    """A marked sentence: plain text and the spans of each mark."""

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


def _senses() -> Iterator[tuple[str, str, list[str], dict[str, list[str]]]]:
    """File, type, modes and sentences of every sense."""
    language = load_language("en")
    for name in language.tables("events"):
        table = language.table(name)
        for sense in table.get("sense", ()):
            yield name.removeprefix("events/"), table["type"], sense.get("modes", []), sense


def _examples() -> list[object]:
    found: dict[str, object] = {}
    for name, kind, modes, sense in _senses():
        for example in sense["examples"]:
            found[f"{name}: {example}"] = pytest.param(kind, modes, example, id=f"{name}: {example}")
    return list(found.values())


def _counterexamples() -> list[object]:
    return [
        pytest.param(kind, sentence, id=f"{name}: not: {sentence}")
        for name, kind, _, sense in _senses()
        for sentence in sense.get("never", ())
    ]


def _same(found: tuple[Participant, ...], marked: list[Span]) -> bool:
    """As many as marked, and each within reach of one mark: articles and titles may be in or out."""
    return len(found) == len(marked) and all(
        any(p.span.start < m.end and m.start < p.span.end for m in marked) for p in found
    )


def _shown(event: Event, text: str) -> str:
    def names(people: tuple[Participant, ...]) -> str:
        return ", ".join(p.span.of(text) for p in people) or "-"

    modes = " ".join(event.modes)
    who = f"{names(event.actors)} > {names(event.recipients)}"
    return f"{event.trigger.of(text)}: {event.type} {modes} | {who} | {event.factuality}"


@pytest.mark.parametrize(("kind", "modes", "example"), _examples())
def test_example(kind: str, modes: list[str], example: str, drafted: Callable[[str], Draft]) -> None:
    marked, _, told = example.partition(" -> ")
    read = _read(marked)
    events = drafted(read.text).events
    shown = "\n".join(_shown(e, read.text) for e in events) or "no event"
    (trigger,) = read.spans["trigger"]
    words = [(e, span) for e in events for span in (e.trigger, *(m.trigger for m in e.mentions))]
    here = [e for e, span in words if span.start < trigger.end and trigger.start < span.end]
    if kind == NOTHING:
        assert not here, shown
        return
    event = next((e for e in here if e.type == kind), None)
    assert event is not None, f"no {kind} at {trigger.of(read.text)!r}:\n{shown}"
    assert set(told.split() or modes) <= set(event.modes), shown
    for role, found in (("actor", event.actors), ("recipient", event.recipients)):
        if role in read.spans:
            assert _same(found, read.spans[role]), f"{role}:\n{shown}"


@pytest.mark.parametrize(("kind", "sentence"), _counterexamples())
def test_counterexample(kind: str, sentence: str, drafted: Callable[[str], Draft]) -> None:
    events = drafted(sentence).events
    assert not [e for e in events if e.type == kind], "\n".join(_shown(e, sentence) for e in events)


def test_every_type_and_mode_has_an_example() -> None:
    shown = {
        (kind, mode)
        for _, kind, modes, sense in _senses()
        for example in sense["examples"]
        for mode in ("", *(example.partition(" -> ")[2].split() or modes))
    }
    wanted = {(t.name, mode) for t in ontology().types.values() for mode in ("", *t.modes)}
    assert wanted - shown == set()
