"""Analyses as the contract describes them, read leniently: a bad span is dropped and counted, not fatal.

Only what some scorer needs is read.  Nothing here comes from dateline itself, so that any system whose
output follows the contract is scored by the same code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.data import Json

type Span = tuple[int, int]
type Spans = tuple[Span, ...]

LISTS = (
    "reports",
    "mentions",
    "entities",
    "times",
    "attributions",
    "events",
    "happenings",
    "relations",
    "wants",
    "problems",
)


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    label: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class Geo:
    lat: float | None
    lon: float | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    name: str | None
    type: str | None
    aliases: tuple[str, ...]
    geo: Geo | None


@dataclass(frozen=True, slots=True)
class Time:
    span: Span
    type: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    id: str | None
    source: Spans
    cue: Spans
    content: Spans
    kind: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class Participant:
    span: Span
    entity: str | None


@dataclass(frozen=True, slots=True)
class Count:
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Event:
    type: str | None
    modes: frozenset[str]
    trigger: Span | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Participant | None
    date: str | None
    date_span: Span | None
    size: Mapping[str, Count]
    factuality: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    family: str | None
    trigger: Span | None
    subjects: tuple[Participant, ...]
    objects: tuple[Participant, ...]
    place: Participant | None
    date_span: Span | None
    factuality: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    type: str | None
    subject: Participant
    object: Participant | None
    value: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document's output line: its first report's title, and what was found.

    `bad_spans` counts spans that lay outside the text and were dropped.
    """

    id: str
    title: str | None = None
    mentions: tuple[Mention, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    happenings: tuple[Happening, ...] = ()
    relations: tuple[Relation, ...] = ()
    bad_spans: int = 0


class _Reader:
    """Reads one line against the length of its text and counts the spans it had to drop."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.bad = 0

    def _valid(self, start: Any, end: Any) -> bool:
        return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= self.length

    def pair(self, value: Any) -> Span | None:
        if value is None:
            return None
        if isinstance(value, (list, tuple)) and len(value) == 2 and self._valid(*value):
            return (value[0], value[1])
        self.bad += 1
        return None

    def spans(self, values: Any) -> Spans:
        return tuple(span for value in values or () if (span := self.pair(value)) is not None)

    def span_of(self, item: Json | None) -> Span | None:
        return None if item is None else self.pair([item.get("start"), item.get("end")])

    def participant(self, item: Json | None) -> Participant | None:
        span = self.span_of(item)
        return None if span is None or item is None else Participant(span, item.get("entity"))

    def participants(self, items: Any) -> tuple[Participant, ...]:
        return tuple(found for item in items or () if (found := self.participant(item)) is not None)

    def mentions(self, items: Any) -> Iterable[Mention]:
        for item in items or ():
            if (span := self.span_of(item)) is not None:
                yield Mention(span, item.get("label"), item.get("entity"))

    def times(self, items: Any) -> Iterable[Time]:
        for item in items or ():
            if (span := self.span_of(item)) is not None:
                yield Time(span, item.get("type"), item.get("value"))

    def attribution(self, item: Json) -> Attribution:
        return Attribution(
            id=item.get("id"),
            source=self.spans(item.get("source")),
            cue=self.spans(item.get("cue")),
            content=self.spans(item.get("content")),
            kind=item.get("kind"),
            parent=item.get("parent"),
        )

    def event(self, item: Json) -> Event:
        date, date_span = item.get("date"), self.span_of(item.get("date"))
        return Event(
            type=item.get("type"),
            modes=frozenset(item.get("modes") or ()),
            trigger=self.pair(item.get("trigger")),
            actors=self.participants(item.get("actors")),
            recipients=self.participants(item.get("recipients")),
            place=self.participant(item.get("place")),
            date=date.get("edtf") if date and date_span else None,
            date_span=date_span,
            size={
                key: Count(value.get("low"), value.get("high"))
                for key, value in (item.get("size") or {}).items()
                if isinstance(value, dict)
            },
            factuality=item.get("factuality"),
        )

    def happening(self, item: Json) -> Happening:
        return Happening(
            family=item.get("family"),
            trigger=self.pair(item.get("trigger")),
            subjects=self.participants(item.get("subjects")),
            objects=self.participants(item.get("objects")),
            place=self.participant(item.get("place")),
            date_span=self.span_of(item.get("date")),
            factuality=item.get("factuality"),
        )

    def relations(self, items: Any) -> Iterable[Relation]:
        for item in items or ():
            subject = self.participant(item.get("subject"))
            target = self.participant(item.get("object"))
            span = self.span_of(item) if item.get("start") is not None else None
            if subject is not None:
                yield Relation(item.get("type"), subject, target, item.get("value"), span)


def _entity(item: Json) -> Entity:
    geo = item.get("geo")
    return Entity(
        id=item["id"],
        name=item.get("name"),
        type=item.get("type"),
        aliases=tuple(item.get("aliases") or ()),
        geo=Geo(geo.get("lat"), geo.get("lon"), geo.get("country")) if geo else None,
    )


def read_analysis(line: Json, text: str) -> Analysis:
    """One contract output line as an Analysis of `text`."""
    reader = _Reader(len(text))
    return Analysis(
        id=str(line.get("id")),
        title=next((report.get("title") for report in line.get("reports") or ()), None),
        mentions=tuple(reader.mentions(line.get("mentions"))),
        entities={item["id"]: _entity(item) for item in line.get("entities") or () if "id" in item},
        times=tuple(reader.times(line.get("times"))),
        attributions=tuple(reader.attribution(item) for item in line.get("attributions") or ()),
        events=tuple(reader.event(item) for item in line.get("events") or ()),
        happenings=tuple(reader.happening(item) for item in line.get("happenings") or ()),
        relations=tuple(reader.relations(line.get("relations"))),
        bad_spans=reader.bad,
    )


def empty_line(identifier: str) -> Json:
    """The line of a system that finds nothing."""
    return {"format": 1, "id": identifier, **{name: [] for name in LISTS}}
