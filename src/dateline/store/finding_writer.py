"""Writes the relations, wants, events and happenings of a report into the tables."""

from dataclasses import dataclass
from functools import cached_property

from dateline.accounts.deeds import deeds
from dateline.accounts.sketch import rank as event_rank
from dateline.language.folding import fold
from dateline.language.stemming import Stemmer, stemmer
from dateline.model.entity import Participant
from dateline.model.event import Event, EventMention
from dateline.model.span import Span, hull
from dateline.store import schema as t
from dateline.store.inserting import Batch, Row, bounds
from dateline.store.rows import Placed

type Keys = dict[str, int]


@dataclass
class FindingWriter:
    """Writes what hangs on entities and attributions that are written already.

    `report` is the report's key, `name` its public id.
    """

    batch: Batch
    placed: Placed
    report: int
    name: str
    entities: Keys
    attributions: Keys

    @cached_property
    def stemmer(self) -> Stemmer:
        return stemmer(self.placed.analysis.report.document.language)

    def write_relations(self) -> None:
        rows = (
            {
                **self._finding(x.id, x.span, x.attribution),
                "type": x.type,
                **self._participant("subject", x.subject),
                **self._participant("object", x.object),
                "value": x.value,
                "date": x.date,
                "factuality": x.factuality,
            }
            for x in self.placed.analysis.relations
        )
        self.batch.add(t.relations, rows)

    def write_wants(self) -> None:
        wants = self.placed.analysis.wants
        rows = (
            {
                **self._finding(x.id, hull((x.span, x.goal)), x.attribution),
                **self._participant("actor", x.actor),
                "kind": x.kind,
                "polarity": x.polarity,
                **bounds(x.goal, "goal_"),
                "conditional": x.conditional,
                "ready": x.ready,
            }
            for x in wants
        )
        keys = self.batch.add_keyed(t.wants, rows)
        toward = (
            {"want_id": key, **bounds(p.span), "entity_id": self.entities.get(p.entity or "")}
            for x, key in zip(wants, keys, strict=True)
            for p in x.toward
        )
        self.batch.add(t.want_toward, toward)

    def write_events(self) -> None:
        events = self.placed.analysis.events
        numbers = self.batch.reserve(t.events, len(events))
        keys = {x.id: key for x, key in zip(events, numbers, strict=True)}
        first = deeds(
            events,
            lambda e: [frozenset(self._stems(p.span)) for p in e.recipients],
            self._head,
            self.placed.named,
        )
        rows = (
            {
                "id": keys[x.id],
                **self._finding(x.id, x.trigger, x.attribution),
                **self._compared(x),
                "deed_id": numbers[deed],
                # Only the first of a deed waits to be compared with other reports.
                "settled": numbers[deed] != keys[x.id],
                "type": x.type,
                "modes": list(x.modes),
                "contexts": list(x.contexts),
                "cameo": x.cameo,
                **bounds(x.trigger, "trigger_"),
                **self._participant("place", x.place),
                "date": x.date[1] if x.date else None,
                "factuality": x.factuality,
            }
            for x, deed in zip(events, first, strict=True)
        )
        self.batch.add(t.events, rows)
        self._write_happenings(keys)
        for table, role in ((t.event_actors, "actors"), (t.event_recipients, "recipients")):
            parties = (
                {
                    "event_id": keys[x.id],
                    **bounds(p.span),
                    "entity_id": self.entities.get(p.entity or ""),
                    "stems": self._stems(p.span),
                    "side_entity": self.entities.get(self.placed.side(p) or ""),
                }
                for x in events
                for p in getattr(x, role)
            )
            self.batch.add(table, parties)
        self.batch.add(
            t.event_mentions,
            (self._mention(m, keys[x.id]) for x in events for m in x.mentions),
        )
        self.batch.add(t.event_sizes, (self._size(x, k, keys[x.id]) for x in events for k in x.size))

    def _write_happenings(self, events: Keys) -> None:
        happenings = self.placed.analysis.happenings
        rows = (
            {
                "report_id": self.report,
                **bounds(x.trigger, "trigger_"),
                **bounds(self.placed.shown_by(x.trigger)),
                "family": x.family,
                "factuality": x.factuality,
                **self._participant("place", x.place),
                "date": x.date[1] if x.date else None,
                "attribution_id": self.attributions.get(x.attribution or ""),
                "event_id": events.get(x.event or ""),
            }
            for x in happenings
        )
        self.batch.add(t.happenings, rows)
        parties = {
            (x.trigger.start, is_object, p.span.start): {
                "report_id": self.report,
                "trigger_start": x.trigger.start,
                "object": is_object,
                **bounds(p.span),
                "entity_id": self.entities.get(p.entity or ""),
            }
            for x in happenings
            for is_object, some in ((False, x.subjects), (True, x.objects))
            for p in some
        }
        self.batch.add(t.happening_parties, parties.values())

    def _compared(self, event: Event) -> Row:
        """What accounts compares of an event besides its participants, time and numbers."""
        text = self.placed.analysis.report.text
        return {
            "stem": self.stemmer.stem(fold(event.trigger.of(text))),
            "stems": self._stems(self.placed.shown_by(event.trigger)),
            "place_stems": self._stems(event.place.span) if event.place else [],
            "rank": event_rank(self.name, event.id),
            "lead": event.id in self._leads,
        }

    @cached_property
    def _head(self) -> frozenset[str]:
        """The events told at the head of the report."""
        events = self.placed.analysis.events
        return frozenset(e.id for e in events if self.placed.at_head(e.trigger))

    @cached_property
    def _leads(self) -> frozenset[str]:
        """The events told at the head, and the first for every word of the report's title."""
        report = self.placed.analysis.report
        title = self.stemmer.stems(report.title or "")
        first: dict[str, str] = {}
        for event in self.placed.analysis.events:
            first.setdefault(self.stemmer.stem(fold(event.trigger.of(report.text))), event.id)
        return self._head | {event for stem, event in first.items() if stem in title}

    def _stems(self, span: Span) -> list[str]:
        return sorted(self.stemmer.stems(span.of(self.placed.analysis.report.text)))

    def _mention(self, mention: EventMention, key: int) -> Row:
        return {
            "event_id": key,
            **bounds(self.placed.shown_by(mention.trigger)),
            **bounds(mention.trigger, "trigger_"),
            "factuality": mention.factuality,
            "attribution_id": self.attributions.get(mention.attribution or ""),
        }

    def _size(self, event: Event, kind: str, key: int) -> Row:
        count = event.size[kind]
        shown = self.placed.shown_by(count.span)
        aside = shown != self.placed.shown_by(event.trigger)
        carrier = self.placed.speech(shown) if aside else event.attribution
        return {
            "event_id": key,
            **bounds(shown),
            "kind": kind,
            "low": count.low,
            "high": count.high,
            "of_recipients": self.placed.of_all(count.span, event.recipients),
            "attribution_id": self.attributions.get(carrier or ""),
        }

    def _finding(self, local_id: str, span: Span, attribution: str | None) -> Row:
        return {
            "report_id": self.report,
            "local_id": local_id,
            **bounds(self.placed.shown_by(span)),
            "attribution_id": self.attributions.get(attribution or ""),
        }

    def _participant(self, role: str, participant: Participant | None) -> Row:
        entity = participant.entity if participant else None
        return {
            **bounds(participant.span if participant else None, f"{role}_"),
            f"{role}_entity": self.entities.get(entity or ""),
        }
