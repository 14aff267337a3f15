"""What happened, put together when it is asked for: nothing of it is stored but the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dateline.accounts.happenings import Readings, family_of, happenings
from dateline.accounts.readings import readings
from dateline.accounts.sketch import public_id
from dateline.accounts.told import Told
from dateline.accounts.voices import Voice, tellers
from dateline.accounts.weigh import weigh
from dateline.model.factuality import Factuality
from dateline.model.records import EventPlace, HappeningRecord, HappeningTelling, Party
from dateline.store.cast import actor_entities
from dateline.store.evidence import Place
from dateline.store.statements import Desk
from dateline.store.tellings import Matter, Taker, Word, compared, matters, nearnesses


def happening_records(connection: Connection) -> Iterator[HappeningRecord]:
    """All happenings, one matter after the other: a story, and those that tell of an event with it."""
    for matter in matters(connection):
        yield from _records(connection, matter)


def _records(connection: Connection, matter: Matter) -> Iterator[HappeningRecord]:
    takers = [p.entity_id for word in matter.words for p in word.parties]
    spots = [word.place[2] for word in matter.words if word.place is not None]
    desk = Desk(connection, matter.words, [*takers, *spots])
    entities = actor_entities(connection, desk.actors())
    places = {a: EventPlace(e.name, a, e.geo) for a, e in entities.items()}
    told = dict(zip(compared(connection, matter, desk.quoter), matter.words, strict=True))
    meant = readings(sorted({source.language for source in desk.quoter.sources.values()}))
    record = _Writer(desk, places, meant).record
    for group in happenings(told, nearnesses(connection, matter, desk.quoter), meant):
        yield record([told[x] for x in group], group)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Makes records of words that tell one happening, with all that belongs to them at hand."""

    desk: Desk
    places: dict[str, EventPlace]
    readings: Readings

    def record(self, words: Sequence[Word], group: Sequence[Told]) -> HappeningRecord:
        tellings = tuple(self._telling(word) for word in words)
        nearest = min(len(x.evidence.chain) for x in tellings)
        near = [x.factuality for x in tellings if len(x.evidence.chain) == nearest]
        polarity = min((f.polarity for f in near), key="+-u".index)
        carrying = [x for x in tellings if x.factuality.polarity == polarity]
        voices = [Voice(x.evidence) for x in carrying]
        against = [Voice(x.evidence) for x in tellings if {x.factuality.polarity, polarity} == {"+", "-"}]
        _, report, start = group[0].order
        told = [word for word, x in zip(words, tellings, strict=True) if x.factuality.polarity == polarity]
        best = max(told, key=self._named)
        return HappeningRecord(
            public_id(report, f"h{start}"),
            family_of(group, self.readings),
            carrying[0].words,
            self._parties(best, is_object=False),
            self._parties(best, is_object=True),
            next((self._place(word, word.place) for word in told if word.place is not None), None),
            next((word.date for word in told if word.date), None),
            tuple(sorted({x.account for x in group if x.account is not None})),
            tellings,
            len(tellers(voices)),
            max((f for f in near if f.polarity == polarity), key=lambda f: f.certainty),
            tuple(sorted({v.evidence.report for v in against})),
            weigh(voices, against, asserted=polarity != "-"),
        )

    def _telling(self, word: Word) -> HappeningTelling:
        evidence = self.desk.quoter.quote(Place(word.report_id, word.start, word.end, word.attribution_id))
        trigger = (word.trigger_start, word.trigger_end)
        written = self.desk.quoter.words(word.report_id, *trigger)
        return HappeningTelling(Factuality(word.factuality), replace(evidence, trigger=trigger), written)

    def _named(self, word: Word) -> tuple[int, int]:
        """How many sides a word names somebody on, and how many it has at all."""
        named = {p.object for p in word.parties if self.desk.shared(p.entity_id)}
        return len(named), len({p.object for p in word.parties})

    def _parties(self, word: Word, *, is_object: bool) -> tuple[Party, ...]:
        """Those of one word: who did it in one report and to whom in another may be two matters."""
        takers = (p for p in word.parties if p.object == is_object)
        return tuple(dict.fromkeys(self._party(word.report_id, taker) for taker in takers))

    def _party(self, report: int, taker: Taker) -> Party:
        return self.desk.side(report, (taker.start, taker.end), taker.entity_id).party

    def _place(self, word: Word, place: tuple[int, int, int | None]) -> EventPlace:
        start, end, entity = place
        party = self.desk.side(word.report_id, (start, end), entity).party
        return self.places.get(party.entity or "") or EventPlace(party.name)
