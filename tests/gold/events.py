"""Events in gold reports: their marks and lines, and how they are compared.

A line `event 1: ASSAULT explosives dead=3..3 fact=CT+ by=none` is about the words marked `trigger:1`; who
takes part is marked `actor:1`, `recipient:1`, `place:1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

type Span = tuple[int, int]
type Record = dict[str, Any]

ROLES = frozenset({"trigger", "actor", "recipient", "place"})
_SIZES = frozenset({"dead", "injured", "arrested", "abducted", "displaced", "participants"})
_KEYS = _SIZES | {"fact", "by", "date"}
_LINE = re.compile(r"event ([0-9]+[a-z]?): ([A-Z]+)((?: [a-zA-Z-]+)*)((?: [a-z]+=\S+)*)")
_FACTUALITY = re.compile(r"(?:CT|PR|PS|U)[+\-u]")


@dataclass(frozen=True)
class GoldEvent:
    """One event: type, all of its modes, its marked participants, and what else is to be compared."""

    label: str
    type: str
    modes: frozenset[str]
    spans: dict[str, tuple[Span, ...]]
    attributes: dict[str, str]


def read_event(line: str, parts: Mapping[tuple[str, str], list[Span]]) -> GoldEvent:
    """The event of a line. Raises ValueError, saying what is wrong with it."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"no 'event N: TYPE mode… key=value…': {line!r}")
    label, kind, modes, rest = match.groups()
    attributes = dict(pair.split("=", 1) for pair in rest.split())
    if unknown := attributes.keys() - _KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)} in {line!r}")
    spans = {role: tuple(parts.get((role, label), ())) for role in ROLES}
    if len(spans["trigger"]) != 1:
        raise ValueError(f"trigger:{label} is not marked once: {line!r}")
    return GoldEvent(label, kind, frozenset(modes.split()), spans, attributes)


def event_differences(
    events: list[GoldEvent], found: list[Record], text: str, labels: Mapping[str, str], *, exhaustive: bool
) -> Iterator[str]:
    """How the predicted events depart from the gold ones; `labels` maps attribution labels to ids."""
    left = list(found)
    for event in events:
        (trigger,) = event.spans["trigger"]
        here = [r for r in left if _meet(tuple(r["trigger"]), trigger)]
        record = next((r for r in here if r["type"] == event.type), None)
        if record is None:
            shown = ", ".join(r["type"] for r in here) or "nothing"
            yield f"event {event.label}: no {event.type} at {_words(text, trigger)}, there is {shown}"
            continue
        left.remove(record)
        yield from (f"event {event.label}: {d}" for d in _one(event, record, text, labels))
    if exhaustive:
        yield from (f"unexpected event {r['type']} at {_words(text, tuple(r['trigger']))}" for r in left)


def _one(event: GoldEvent, record: Record, text: str, labels: Mapping[str, str]) -> Iterator[str]:
    if set(record["modes"]) != event.modes:
        yield f"modes should be {sorted(event.modes)}, are {sorted(record['modes'])}"
    place = [record["place"]] if record["place"] else []
    for role, people in (("actor", record["actors"]), ("recipient", record["recipients"]), ("place", place)):
        spans = [(p["start"], p["end"]) for p in people]
        wanted = event.spans[role]
        if role == "place" and not wanted:
            continue
        if len(spans) != len(wanted) or not all(any(_meet(s, w) for w in wanted) for s in spans):
            shown = "; ".join(_words(text, s) for s in spans) or "none"
            yield f"{role} should be {'; '.join(_words(text, w) for w in wanted) or 'none'}, is {shown}"
    for key, value in event.attributes.items():
        got = _value(key, record)
        if value != got and not (key == "by" and labels.get(value) == got):
            yield f"{key} should be {value}, is {got}"


def _value(key: str, record: Record) -> str:
    if key in _SIZES:
        size = record["size"].get(key)
        if size is None:
            return "none"
        low, high = ("" if size.get(k) is None else str(size[k]) for k in ("low", "high"))
        return f"{low}..{high}"
    if key == "date":
        return record["date"]["edtf"] if record["date"] else "none"
    return str(record["factuality"] if key == "fact" else record["attribution"] or "none")


def _meet(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _words(text: str, span: tuple[int, ...]) -> str:
    return f"“{text[span[0] : span[1]]}”"
