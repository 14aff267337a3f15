"""What happened, event by event, and which events deny which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row

from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.records import EventParty, EventPlace, EventRecord, Toll
from dateline.store import schema as t
from dateline.store.cast import actor_entities
from dateline.store.event_rows import Wanted, belonging, contrary_rows, event_rows
from dateline.store.evidence import Place
from dateline.store.merge import Matter, Merged, Statement, merge, polarity
from dateline.store.statements import Desk, Side, place

_DAY = len("2021-08-15")


@dataclass(frozen=True, slots=True)
class EventRow:
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    place: Side | None
    date: str | None
    size: dict[str, Toll]
    trigger: str
    sentence: int


def event_records(connection: Connection, wanted: Wanted) -> list[EventRecord]:
    """The events, merged across reports, in order of the first evidence."""
    rows = event_rows(connection, wanted)
    asides = contrary_rows(connection, rows)
    table = _Table.load(connection, [*rows, *asides])
    statements = [s for row in rows for s in table.statements(row)]
    every = [*statements, *(s for row in asides for s in table.statements(row, aside=True))]
    merged = merge(every)
    rows_of: dict[str, list[EventRow]] = defaultdict(list)
    for statement in every:
        rows_of[statement.record].append(statement.row)
    entities = actor_entities(connection, (a for s in statements for a in _actors_of(s.row)))
    return [_record(m, rows_of, entities) for m in merged]


@dataclass
class _Table:
    """Events with their participants, numbers and quotations at hand."""

    desk: Desk
    actors: dict[int, list[Row[Any]]]
    recipients: dict[int, list[Row[Any]]]
    mentions: dict[int, list[Row[Any]]] = field(default_factory=dict)
    sizes: dict[int, list[Row[Any]]] = field(default_factory=dict)

    @staticmethod
    def load(connection: Connection, rows: Sequence[Row[Any]]) -> "_Table":
        keys = [r.id for r in rows]
        actors, recipients, mentions, sizes = (
            belonging(connection, table, keys)
            for table in (t.event_actors, t.event_recipients, t.event_mentions, t.event_sizes)
        )
        entities = [r.place_entity for r in rows]
        entities += [p.entity_id for some in (actors, recipients) for ps in some.values() for p in ps]
        desk = Desk(connection, rows, entities)
        report = {r.id: r.report_id for r in rows}
        aside = (x for table in (mentions, sizes) for some in table.values() for x in some)
        desk.quoter.load(_place_of(x, report[x.event_id]) for x in aside)
        return _Table(desk, actors, recipients, mentions, sizes)

    def statements(self, row: Row[Any], *, aside: bool = False) -> Iterator[Statement[EventRow]]:
        """An event by each sentence of its report that tells it, on the word of who says it there."""
        first = self._statement(row, aside=aside)
        yield first
        for mention in self.mentions.get(row.id, ()):
            evidence = self.desk.quoter.quote(_place_of(mention, row.report_id))
            yield replace(first, evidence=evidence)

    def _statement(self, row: Row[Any], *, aside: bool) -> Statement[EventRow]:
        event = self._event(row)
        evidence = self.desk.quoter.quote(place(row))
        factuality = Factuality(row.factuality)
        origin = self.desk.origin(row)
        matter = _matter(event) or (
            *("event of a story", origin, event.type, _who(event.actors), _who(event.recipients)),
            *(event.place and event.place.matter, event.date, _dead(event)),
            self.desk.fold(row.report_id, evidence.text),
        )
        told = event.actors or event.recipients
        topic = ("event", event.type, _who(event.actors), _who(event.recipients)) if told else matter
        return Statement(matter, factuality, topic, polarity(factuality), evidence, origin, event, aside)

    def _event(self, row: Row[Any]) -> EventRow:
        report, words = row.report_id, self.desk.quoter.words
        where = None
        if row.place_start is not None:
            where = self.desk.side(report, (row.place_start, row.place_end), row.place_entity)
        return EventRow(
            row.type,
            tuple(row.modes),
            tuple(row.contexts),
            row.cameo,
            self._sides(report, self.actors.get(row.id, ())),
            self._sides(report, self.recipients.get(row.id, ())),
            where,
            row.date,
            {s.kind: self._toll(s, report) for s in self.sizes.get(row.id, ())},
            words(report, row.trigger_start, row.trigger_end),
            row.sentence,
        )

    def _sides(self, report: int, parties: Iterable[Row[Any]]) -> tuple[Side, ...]:
        sides = (self.desk.side(report, (p.start, p.end), p.entity_id) for p in parties)
        return tuple({s.matter: s for s in sides}.values())

    def _toll(self, size: Row[Any], report: int) -> Toll:
        evidence = self.desk.quoter.quote(_place_of(size, report))
        return Toll(size.low, size.high, size.of_recipients, evidence)


def _place_of(row: Row[Any], report: int) -> Place:
    """Where a number, or a further word, of an event stands."""
    return Place(report, row.start, row.end, row.attribution_id)


def _matter(event: EventRow) -> Matter | None:
    """What makes events of different reports one; None where too little is known to tell."""
    named = [s for s in (*event.actors, *event.recipients) if s.matter[0] == "actor"]
    dated = event.date is not None and len(event.date) == _DAY
    if not (dated and event.place and event.place.matter[0] == "actor" and named):
        return None
    who = _who(event.actors), _who(event.recipients)
    return ("event", event.type, *who, event.place.matter, event.date, _dead(event))


def _who(sides: tuple[Side, ...]) -> Matter:
    return tuple(sorted((s.matter for s in sides), key=str))


def _dead(event: EventRow) -> Matter:
    toll = event.size.get("dead")
    return () if toll is None else (toll.low, toll.high)


def _actors_of(event: EventRow) -> Iterator[str]:
    sides = (*event.actors, *event.recipients, *([event.place] if event.place else []))
    return (s.party.entity for s in sides if s.party.entity is not None)


def _record(
    merged: Merged[EventRow], rows_of: dict[str, list[EventRow]], entities: dict[str, Entity]
) -> EventRecord:
    event, rows = merged.row, rows_of[merged.id]
    size = {kind: toll for row in (*rows, event) for kind, toll in row.size.items()}
    more = (toll.evidence for toll in size.values())
    disputed_by = (d for d in merged.disputed_by if any(_may_be_one(event, r) for r in rows_of[d]))
    return EventRecord(
        merged.id,
        event.type,
        tuple(dict.fromkeys(m for row in (event, *rows) for m in row.modes)),
        tuple(dict.fromkeys(c for row in (event, *rows) for c in row.contexts)),
        event.cameo,
        tuple(_party(s, entities) for s in event.actors),
        tuple(_party(s, entities) for s in event.recipients),
        _place(event.place, entities) if event.place else None,
        event.date,
        size,
        event.trigger,
        event.sentence,
        tuple(dict.fromkeys((*merged.evidence, *more))),
        merged.independent,
        merged.factuality,
        tuple(disputed_by),
    )


def _may_be_one(one: EventRow, other: EventRow) -> bool:
    """Whether neither place nor date tells two events apart."""
    places = [e.place.matter for e in (one, other) if e.place is not None]
    dates = [e.date for e in (one, other) if e.date is not None]
    return len(set(places)) < 2 and len(set(dates)) < 2


def _party(side: Side, entities: dict[str, Entity]) -> EventParty:
    entity = entities.get(side.party.entity or "")
    if entity is None:
        return EventParty(side.party.name, side.party.entity)
    return EventParty(side.party.name, entity.id, entity.country, entity.sector, entity.type)


def _place(side: Side, entities: dict[str, Entity]) -> EventPlace:
    entity = entities.get(side.party.entity or "")
    return EventPlace(side.party.name, side.party.entity, entity.geo if entity else None)
