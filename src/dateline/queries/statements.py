"""From a record to a statement of an answer: its sentence, on whose word it is, how well it is borne out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.model.records import (
    ClaimRecord,
    EventParty,
    EventRecord,
    Evidence,
    Party,
    RelationRecord,
    WantRecord,
)
from dateline.model.relation import RelationType
from dateline.queries.answer import Statement, Voice
from dateline.queries.claim_phrasing import ClaimPhrasing
from dateline.queries.event_phrasing import EventPhrasing
from dateline.queries.phrasing import Phrasing
from dateline.queries.want_phrasing import WantPhrasing

_OFFICES = (RelationType.LEADS, RelationType.HOLDS_ROLE)

#: PLOVER types that words alone bring about.
_OF_SPEECH = frozenset(("REQUEST", "REJECT", "ACCUSE", "CONCEDE", "AGREE", "SUPPORT"))

type Record = ClaimRecord | EventRecord | RelationRecord | WantRecord


@dataclass(frozen=True)
class Statements:
    """Makes the statements of one facet, in the words of a phrasing."""

    facet: str
    phrasing: Phrasing

    def event(
        self, event: EventRecord, sentence: str | None = None, evidence: Iterable[Evidence] | None = None
    ) -> Statement:
        """An event in its own sentence or in another; `evidence` when only part of its own bears that out."""
        told = sentence or EventPhrasing(self.phrasing).sentence(event)
        made = self._of("event", event, told, self.phrasing.voices(evidence or _bearing_out(event)))
        return replace(made, of_speech=event.type in _OF_SPEECH)

    def relation(self, record: RelationRecord, subject_type: str | None) -> Statement:
        """A relation; what somebody says of itself is marked as its own claim."""
        me = record.subject.entity
        voices = self.phrasing.voices(record.evidence, about=me)
        made = self._of("relation", record, self.phrasing.relation(record, subject_type), voices)
        alias = record.value if record.type is RelationType.ALSO_KNOWN_AS else None
        return replace(made, about=me, alias=alias)

    def figure(self, record: RelationRecord, subject_type: str | None) -> Statement:
        """A relation of somebody else than who is asked about, such as its leader."""
        made = self.relation(record, subject_type)
        short = self.phrasing.predicate(record, subject_type)
        if short is None or record.subject.entity is None:
            return made
        over = record.date is not None and record.date.startswith("..")
        group = ("former" if over else "figure") if record.type in _OFFICES else None
        return replace(made, lead=record.subject.name, short=short, group=group)

    def force(self, record: RelationRecord, subject_type: str | None, place: Party) -> Statement:
        """How strong a force is that is in a place the actor holds; the sentence says which, and where."""
        made = self.relation(record, subject_type)
        there = self.phrasing.table["forces_there"].format(
            place=self.phrasing.names.name(place, record.evidence)
        )
        return replace(made, sentence=f"{made.sentence} {there}")

    def want(self, record: WantRecord, actor_type: str | None) -> Statement:
        """A want; `matter` is its goal."""
        voices = self.phrasing.voices(record.evidence)
        made = self._of("want", record, WantPhrasing(self.phrasing).sentence(record, actor_type), voices)
        return replace(made, about=record.actor.entity, matter=record.goal)

    def claim(self, record: ClaimRecord) -> Statement:
        """An utterance; its own speaker stands in the sentence, the chain tells who passes it on."""
        voices = self.phrasing.voices(record.evidence, without_last=True)
        made = self._of("claim", record, ClaimPhrasing(self.phrasing).sentence(record), voices)
        return replace(made, about=record.speaker.entity, matter=record.content)

    def _of(self, kind: str, record: Record, sentence: str, voices: tuple[Voice, ...]) -> Statement:
        return Statement(
            facet=self.facet,
            sentence=sentence,
            voices=voices,
            factuality=record.factuality,
            record=f"{kind}:{record.id}",
            about=None,
            independent=record.independent,
            disputed_by=tuple(f"{kind}:{other}" for other in record.disputed_by),
            weight=record.weight,
        )


def _bearing_out(event: EventRecord) -> tuple[Evidence, ...]:
    """What bears out an event as it is told: who says that a man was killed does not say by whom.

    Whoever gives a number that is told is heard all the same.
    """
    doers = {_who(party) for party in event.actors}
    others = [v for v in event.versions if doers.isdisjoint(map(_who, v.actors))]
    silent = {_saying(piece) for version in others for piece in version.evidence}
    silent -= {_saying(t.evidence) for t in event.size.values() if (t.low or t.high or 0) > 1}
    told = tuple(piece for piece in event.evidence if _saying(piece) not in silent)
    return told if doers and told else event.evidence


def _saying(piece: Evidence) -> tuple[object, ...]:
    """A sentence on one speaker's word, wherever in it the word for the event stands."""
    return piece.report, piece.start, piece.end, piece.chain


def _who(party: EventParty) -> str:
    return party.entity or party.name
