"""What happened: the facets of an answer that tell events."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.model.edtf import first_day
from dateline.model.records import ActorRecord, EventRecord, EventVersion
from dateline.queries.answer import Statement
from dateline.queries.event_phrasing import EventPhrasing
from dateline.queries.narrowing import ALL, Narrowing
from dateline.queries.phrasing import Phrasing
from dateline.queries.statements import Statements
from dateline.queries.tolls import TollPhrasing
from dateline.store.view import View

#: How many findings a facet reads at the most, the newest.
MOST = 300
_TOLL = "toll_"
_HOSTILE = ("ASSAULT",)
_UNTRUE = frozenset(("negation", "hypothetical"))


@dataclass(frozen=True)
class EventFacets:
    """Reads the events of one view. Methods yield statements, what happened before what is denied or open."""

    view: View
    phrasing: Phrasing

    # ------------------------------------------------------------------ of an actor
    def did(self, actor: ActorRecord, narrow: Narrowing = ALL) -> Iterator[Statement]:
        """What an actor did."""
        yield from self._told("did", filter(narrow.takes, self._by(actor)))

    def done_to(self, actor: ActorRecord, narrow: Narrowing = ALL) -> Iterator[Statement]:
        """What was done to it."""
        yield from self._told("done_to", filter(narrow.takes, self._against(actor)))

    def hostile(
        self, actor: ActorRecord, narrow: Narrowing, named: Callable[[str | None], bool]
    ) -> Iterator[Statement]:
        """Attacks between the actor and others that have a name, both ways."""
        narrow = replace(narrow, types=_HOSTILE)
        both = (*self._by(actor), *self._against(actor))
        fit = [
            event
            for event in filter(narrow.takes, both)
            if event.factuality.polarity == "+"
            and not _UNTRUE & set(event.modes)
            and all(any(named(p.entity) for p in side) for side in (event.actors, event.recipients))
        ]
        yield from self._told("foes", {event.id: event for event in fit}.values())

    def killers(self, actor: ActorRecord, narrow: Narrowing = ALL) -> Iterator[Statement]:
        """Who killed it."""
        yield from self._told("killers", filter(_deadly, filter(narrow.takes, self._against(actor))))

    def killed_by(self, actor: ActorRecord, narrow: Narrowing = ALL) -> Iterator[Statement]:
        """Whom it killed."""
        yield from self._told("killed_by", filter(_deadly, filter(narrow.takes, self._by(actor))))

    def _by(self, actor: ActorRecord) -> Iterator[EventRecord]:
        me = actor.entity.id
        for event in self.view.events(me, limit=MOST):
            yield _as_told(event, lambda v: me in [p.entity for p in v.actors])

    def _against(self, actor: ActorRecord) -> Iterator[EventRecord]:
        me = actor.entity.id
        for event in self.view.events(as_recipient=me, limit=MOST):
            yield _as_told(event, lambda v: me in [p.entity for p in v.recipients])

    # ------------------------------------------------------------------ anywhere, or at a place
    def happened(self, place: ActorRecord | None, narrow: Narrowing = ALL) -> Iterator[Statement]:
        """What happened at a place."""
        yield from self._told("happened", filter(narrow.takes, self._at(place)))

    def killed(self, place: ActorRecord | None, narrow: Narrowing = ALL) -> Iterator[Statement]:
        """Who was killed by whom."""
        yield from self._told("killed", filter(_deadly, filter(narrow.takes, self._at(place))))

    def tolls(self, facet: str, place: ActorRecord | None, narrow: Narrowing = ALL) -> Iterator[Statement]:
        """How many, by everybody who gives a number: a statement a number, on its own evidence."""
        kind = facet.removeprefix(_TOLL)
        words, counts = EventPhrasing(self.phrasing), TollPhrasing(self.phrasing)
        told: set[tuple[str, str, int]] = set()
        for event in sorted(filter(narrow.takes, self._at(place)), key=lambda e: _weight(e, kind)):
            for count, tolls in counts.versions(event, kind).items():
                if event.factuality.polarity == "-" and tolls[0].high != 0:
                    continue
                # One number that stands for several events of a sentence is told of the first.
                given = [t.evidence for t in tolls]
                given = [e for e in given if (count, e.report, e.start) not in told]
                told.update((count, e.report, e.start) for e in given)
                if given:
                    sentence = f"{count}: {words.sentence(event, tolls=False)}"
                    yield Statements(facet, self.phrasing).event(event, sentence, given)

    def _at(self, place: ActorRecord | None) -> Iterable[EventRecord]:
        if place is None or place.entity.type == "place":
            return self.view.events(place=place.entity.id if place else None, limit=MOST)
        # A country acts in some reports, and is where things happen all the same.
        me = place.entity.id
        at_it = list(self.view.events(place=me, limit=MOST))
        return {e.id: e for e in (*at_it, *self.view.events(as_recipient=me, limit=MOST))}.values()

    def concerning(self, subject: ActorRecord | None) -> Iterable[EventRecord]:
        """All events that an actor took part in on either side, or that were at a place; without one, all."""
        if subject is None:
            return self.view.events(limit=MOST)
        me = subject.entity.id
        events, most = self.view.events, MOST
        sides = (events(me, limit=most), events(as_recipient=me, limit=most), events(place=me, limit=most))
        return {e.id: e for side in sides for e in side}.values()

    # ------------------------------------------------------------------ when
    def dated(self, events: Iterable[EventRecord]) -> Iterator[Statement]:
        """When some events were."""
        yield from self._told("when", events)

    def _told(self, facet: str, events: Iterable[EventRecord]) -> Iterator[Statement]:
        words = EventPhrasing(self.phrasing)
        told: set[tuple[str, str]] = set()
        for event in sorted(events, key=lambda e: (facet == "when" and e.date is None, _rank(e))):
            if facet != "when" and words.empty(event):
                continue
            sentence = words.when(event) if facet == "when" else words.sentence(event)
            # A report that tells one thing twice is heard once.
            key = (sentence, event.evidence[0].report)
            if key in told:
                continue
            told.add(key)
            yield Statements(facet, self.phrasing).event(event, sentence)


def _as_told(event: EventRecord, fits: Callable[[EventRecord | EventVersion], bool]) -> EventRecord:
    """An event as those tell it whom the question is about, where its account puts others in their place."""
    if fits(event):
        return event
    alike = (v for v in event.versions if v.factuality.polarity == event.factuality.polarity)
    version = next(filter(fits, alike), None)
    if version is None:
        return event
    told = replace(event, actors=version.actors, recipients=version.recipients, size=version.size)
    return replace(told, factuality=version.factuality, evidence=version.evidence)


def _deadly(event: EventRecord) -> bool:
    """Whether its recipients were killed, or are said not to have been."""
    tellings = ((v.size.get("dead"), v.recipients) for v in event.versions or (event,))
    return any(toll is not None and toll.of_recipients and recipients for toll, recipients in tellings)


def _weight(event: EventRecord, kind: str) -> tuple[object, ...]:
    """The event whose own number it is before others that share it, the greater number before the smaller."""
    toll = event.size.get(kind)
    number = 0 if toll is None else toll.low or toll.high or 0
    return event.factuality.polarity == "u", -number, toll is None or not toll.of_recipients, *_rank(event)


def _rank(event: EventRecord) -> tuple[int, int, int, int, str]:
    """What happened first, then the denied, then the open; the better borne out, then the newer, first."""
    certainty = 2 if event.factuality.polarity == "u" else 1 if event.factuality.polarity == "-" else 0
    known = bool(event.actors) + bool(event.recipients)
    day = first_day(event.evidence[0].published)
    return certainty, -event.independent, -known, -day.toordinal() if day else 0, event.id
