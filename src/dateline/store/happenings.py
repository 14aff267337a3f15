"""What happened, word by word, put together when it is asked for: nothing of it is stored but the words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.accounts.happenings import Told, happenings, name_words
from dateline.accounts.sketch import period, public_id
from dateline.accounts.stories import Topic, stories, together
from dateline.accounts.voices import Voice, tellers
from dateline.accounts.weigh import weigh
from dateline.model.entity import Label
from dateline.model.factuality import Factuality
from dateline.model.records import EventPlace, HappeningRecord, HappeningTelling, Party
from dateline.store import schema as t
from dateline.store.cast import actor_entities
from dateline.store.evidence import chunks
from dateline.store.statements import Desk, place

# So many reports are read at once, whole matters at a time.
_AT_ONCE = 500
_LAST = "9999"

type Key = tuple[int, int]  # the report, and where the word stands


def happening_records(connection: Connection) -> Iterator[HappeningRecord]:
    """All happenings, one matter after the other: a story, and those that tell of an event with it."""
    story_of = _stories(connection)
    for reports in _several(_matters(connection, story_of)):
        yield from _Table.load(connection, reports).records(story_of)


def _stories(connection: Connection) -> dict[int, int]:
    """Report -> its story, by the key of a report."""
    r, d = t.reports.c, t.documents.c
    query = select(r.id, r.public_id, r.published, r.start, r.end, d.text, d.language).join(
        t.documents, r.document_id == d.id
    )
    topics = {
        row.id: Topic.of(row.public_id, row.text[row.start : row.end], row.published, row.language)
        for row in connection.execute(query)
    }
    return {key: min(story) for story in stories(topics) for key in story}


def _matters(connection: Connection, story_of: Mapping[int, int]) -> list[set[int]]:
    """The reports by what they tell: stories, those put together that tell of one event."""
    c = t.events.c
    first: dict[str, int] = {}
    told = connection.execute(select(c.account, c.report_id).distinct().order_by(c.report_id))
    pairs = [(first.setdefault(row.account, row.report_id), row.report_id) for row in told]
    matters = together([*story_of.items(), *pairs])
    return sorted({id(m): m for m in matters.values()}.values(), key=min)


def _several(matters: Iterable[set[int]]) -> Iterator[list[int]]:
    """Matters put together until they are worth a query."""
    gathered: list[int] = []
    for matter in matters:
        gathered += sorted(matter)
        if len(gathered) >= _AT_ONCE:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


@dataclass
class _Table:
    """The happenings of some reports with all that belongs to them at hand."""

    desk: Desk
    rows: dict[Key, Row[Any]]
    parties: dict[Key, list[Row[Any]]]
    places: dict[str, EventPlace]
    people: dict[int, frozenset[str]]
    accounts: dict[int, str]

    @staticmethod
    def load(connection: Connection, reports: Sequence[int]) -> "_Table":
        rows = _rows(connection, reports)
        parties: dict[Key, list[Row[Any]]] = defaultdict(list)
        c = t.happening_parties.c
        for some in chunks(reports):
            for row in connection.execute(select(t.happening_parties).where(c.report_id.in_(some))):
                parties[row.report_id, row.trigger_start].append(row)
        told = [p.entity_id for some in parties.values() for p in some]
        desk = Desk(connection, list(rows.values()), [*told, *(r.place_entity for r in rows.values())])
        entities = actor_entities(connection, desk.actors())
        return _Table(
            desk,
            rows,
            parties,
            {a: EventPlace(e.name, a, e.geo) for a, e in entities.items()},
            _people(connection, told),
            _accounts(connection, (r.event_id for r in rows.values())),
        )

    def records(self, story_of: Mapping[int, int]) -> Iterator[HappeningRecord]:
        told = {self._told(row, story_of): row for row in self.rows.values()}
        for group in happenings(told):
            yield self._record([told[x] for x in group], group)

    def _told(self, row: Row[Any], story_of: Mapping[int, int]) -> Told:
        """A word as accounts compares it: the persons are those it was done to, or who did or suffered it."""
        source = self.desk.quoter.sources[row.report_id]
        parties = self.parties[row.report_id, row.trigger_start]
        objects = [p for p in parties if p.object] or parties
        people = frozenset[str]().union(*(self.people.get(p.entity_id, frozenset()) for p in objects))
        return Told(
            (source.published or _LAST, source.id, row.trigger_start),
            story_of[row.report_id],
            row.family,
            people,
            period(row.date),
            self.accounts.get(row.event_id),
        )

    # ------------------------------------------------------------------ records
    def _record(self, rows: Sequence[Row[Any]], group: Sequence[Told]) -> HappeningRecord:
        tellings = tuple(self._telling(row) for row in rows)
        nearest = min(len(x.evidence.chain) for x in tellings)
        near = [x.factuality for x in tellings if len(x.evidence.chain) == nearest]
        polarity = min((f.polarity for f in near), key="+-u".index)
        carrying = [x for x in tellings if x.factuality.polarity == polarity]
        voices = [Voice(x.evidence) for x in carrying]
        against = [Voice(x.evidence) for x in tellings if {x.factuality.polarity, polarity} == {"+", "-"}]
        _, report, start = group[0].order
        told = [row for row, x in zip(rows, tellings, strict=True) if x.factuality.polarity == polarity]
        return HappeningRecord(
            public_id(report, f"h{start}"),
            group[0].family,
            carrying[0].words,
            self._parties(told, is_object=False),
            self._parties(told, is_object=True),
            next((self._place(row) for row in told if row.place_start is not None), None),
            next((row.date for row in told if row.date), None),
            tuple(sorted({x.account for x in group if x.account is not None})),
            tellings,
            len(tellers(voices)),
            max((f for f in near if f.polarity == polarity), key=lambda f: f.certainty),
            tuple(sorted({v.evidence.report for v in against})),
            weigh(voices, against, asserted=polarity != "-"),
        )

    def _telling(self, row: Row[Any]) -> HappeningTelling:
        evidence = self.desk.quoter.quote(place(row))
        trigger = (row.trigger_start, row.trigger_end)
        words = self.desk.quoter.words(row.report_id, *trigger)
        return HappeningTelling(Factuality(row.factuality), replace(evidence, trigger=trigger), words)

    def _parties(self, rows: Sequence[Row[Any]], *, is_object: bool) -> tuple[Party, ...]:
        """Those of the first word that names any, else of the first that has any."""
        each = (
            [p for p in self.parties[r.report_id, r.trigger_start] if p.object == is_object] for r in rows
        )
        given = [some for some in each if some]
        named = (some for some in given if any(self.desk.shared(p.entity_id) for p in some))
        chosen = next(named, given[0] if given else [])
        sides = (self.desk.side(p.report_id, (p.start, p.end), p.entity_id) for p in chosen)
        return tuple(dict.fromkeys(side.party for side in sides))

    def _place(self, row: Row[Any]) -> EventPlace:
        party = self.desk.side(row.report_id, (row.place_start, row.place_end), row.place_entity).party
        return self.places.get(party.entity or "") or EventPlace(party.name)


def _rows(connection: Connection, reports: Sequence[int]) -> dict[Key, Row[Any]]:
    c = t.happenings.c
    return {
        (row.report_id, row.trigger_start): row
        for some in chunks(reports)
        for row in connection.execute(select(t.happenings).where(c.report_id.in_(some)))
    }


def _people(connection: Connection, entities: Iterable[int | None]) -> dict[int, frozenset[str]]:
    """The ids and the words of the names of those that are persons, and are named."""
    e, i = t.entities.c, t.identities.c
    query = select(e.id, i.actor, i.key, i.kind, i.local).join(t.identities, e.identity_id == i.id)
    found: dict[int, frozenset[str]] = {}
    for some in chunks(key for key in entities if key is not None):
        named = i.local.is_(None) | i.surname.is_not(None)
        for row in connection.execute(query.where(e.id.in_(some) & named)):
            if row.kind == Label.PERSON:
                found[row.id] = name_words(row.key) | ({row.actor} if row.actor else frozenset())
    return found


def _accounts(connection: Connection, events: Iterable[int | None]) -> dict[int, str]:
    c = t.events.c
    return {
        row.id: row.account
        for some in chunks(key for key in events if key is not None)
        for row in connection.execute(select(c.id, c.account).where(c.id.in_(some)))
        if row.account is not None
    }
