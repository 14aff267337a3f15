"""What happened, event by event: every version that reports tell, put together as accounts decides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row

from dateline.accounts.compose import compose
from dateline.accounts.sketch import public_id
from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.records import EventParty, EventPlace, EventRecord, EventVersion, Evidence, Toll
from dateline.store import schema as t
from dateline.store.cast import actor_entities
from dateline.store.event_rows import Wanted, account_rows, accounts_of, belonging
from dateline.store.evidence import Place
from dateline.store.statements import Desk, Side


def event_records(connection: Connection, wanted: Wanted) -> list[EventRecord]:
    """The events that are wanted, each with all its versions, in order of the first report."""
    return _records(connection, account_rows(connection, accounts_of(connection, wanted)))


def event_record(connection: Connection, account: str) -> EventRecord | None:
    """The event with this id."""
    return next(iter(_records(connection, account_rows(connection, {account}))), None)


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> list[EventRecord]:
    table = _Table.load(connection, rows)
    versions: dict[tuple[str, str], list[EventVersion]] = defaultdict(list)
    types: dict[str, str] = {}
    for row in rows:
        types.setdefault(row.account, row.type)
        versions[row.account, types[row.account]] += table.versions(row)
    records = [compose(account, type_, told) for (account, type_), told in versions.items()]
    return sorted(records, key=_order)


def _order(record: EventRecord) -> tuple[str, str, int, str]:
    first = record.evidence[0]
    return first.published or "9999", first.report, first.start, record.id


@dataclass
class _Table:
    """Events with their participants, numbers and quotations at hand."""

    desk: Desk
    entities: dict[str, Entity]
    actors: dict[int, list[Row[Any]]]
    recipients: dict[int, list[Row[Any]]]
    sizes: dict[int, list[Row[Any]]]
    mentions: dict[int, list[Row[Any]]]

    @staticmethod
    def load(connection: Connection, rows: Sequence[Row[Any]]) -> "_Table":
        keys = [r.id for r in rows]
        actors, recipients, sizes, mentions = (
            belonging(connection, table, keys)
            for table in (t.event_actors, t.event_recipients, t.event_sizes, t.event_mentions)
        )
        entities = [r.place_entity for r in rows]
        parties = [p for some in (actors, recipients) for ps in some.values() for p in ps]
        entities += [e for p in parties for e in (p.entity_id, p.side_entity)]
        desk = Desk(connection, rows, entities)
        report = {r.id: r.report_id for r in rows}
        aside = (x for some in (mentions, sizes) for rows_ in some.values() for x in rows_)
        desk.quoter.load(_place_of(x, report[x.event_id]) for x in aside)
        entities_of = actor_entities(connection, desk.actors())
        return _Table(desk, entities_of, actors, recipients, sizes, mentions)

    def versions(self, row: Row[Any]) -> Iterator[EventVersion]:
        """An event as one report tells it; where it tells the denial, too, that is another version."""
        first = self._version(row)
        told: dict[str, list[Evidence]] = {first.factuality.polarity: [*first.evidence]}
        firsts = {first.factuality.polarity: first}
        for mention in self.mentions.get(row.id, ()):
            factuality = Factuality(mention.factuality)
            evidence = self._quoted(mention, row.report_id)
            told.setdefault(factuality.polarity, []).append(evidence)
            firsts.setdefault(
                factuality.polarity,
                replace(first, id=f"{first.id}{factuality.polarity}", factuality=factuality),
            )
        for polarity, version in firsts.items():
            yield replace(version, evidence=tuple(dict.fromkeys(told[polarity])))

    def _quoted(self, row: Row[Any], report: int) -> Evidence:
        """A sentence that tells an event, and the word that tells it there."""
        evidence = self.desk.quoter.quote(_place_of(row, report))
        return replace(evidence, trigger=(row.trigger_start, row.trigger_end))

    def _version(self, row: Row[Any]) -> EventVersion:
        report = row.report_id
        evidence = self._quoted(row, report)
        where = None
        if row.place_start is not None:
            where = self._place(self.desk.side(report, (row.place_start, row.place_end), row.place_entity))
        return EventVersion(
            public_id(evidence.report, row.local_id),
            tuple(row.modes),
            tuple(row.contexts),
            row.cameo,
            self._parties(report, self.actors.get(row.id, ())),
            self._parties(report, self.recipients.get(row.id, ())),
            where,
            row.date,
            {s.kind: self._toll(s, report) for s in self.sizes.get(row.id, ())},
            self.desk.quoter.words(report, row.trigger_start, row.trigger_end),
            row.sentence,
            Factuality(row.factuality),
            (evidence,),
            evidence.origin,
            why=row.why or "",
            corrects=self.desk.quoter.corrects(report),
        )

    def _parties(self, report: int, rows: Iterable[Row[Any]]) -> tuple[EventParty, ...]:
        sides = {}
        for row in rows:
            side = self.desk.side(report, (row.start, row.end), row.entity_id)
            sides[side.matter] = self._party(side, self.desk.shared(row.side_entity))
        return tuple(sides.values())

    def _party(self, side: Side, acts_for: str | None) -> EventParty:
        party, entity = side.party, self.entities.get(side.party.entity or "")
        name = str(side.matter[1]) if side.matter[0] == "actor" else acts_for
        if entity is None:
            return EventParty(party.name, party.entity, side=name)
        return EventParty(party.name, entity.id, entity.country, entity.sector, entity.type, name)

    def _place(self, side: Side) -> EventPlace:
        entity = self.entities.get(side.party.entity or "")
        return EventPlace(side.party.name, side.party.entity, entity.geo if entity else None)

    def _toll(self, size: Row[Any], report: int) -> Toll:
        evidence = self.desk.quoter.quote(_place_of(size, report))
        return Toll(size.low, size.high, size.of_recipients, evidence)


def _place_of(row: Row[Any], report: int) -> Place:
    """Where an event, a further word for it, or a number of it stands."""
    return Place(report, row.start, row.end, row.attribution_id)
