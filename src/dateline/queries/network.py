"""Who stands how to whom: the ties between an actor and others, weighted by independent reports."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dateline.language import load_language
from dateline.model.edtf import extent
from dateline.model.records import ActorRecord, EventRecord, RelationRecord, WantRecord, origins
from dateline.model.want import WantKind
from dateline.queries.answer import Statement
from dateline.queries.endings import running
from dateline.queries.event_phrasing import EventPhrasing
from dateline.queries.narrowing import happened, holds, reported
from dateline.queries.phrasing import phrasing
from dateline.queries.statements import Statements
from dateline.queries.ties import RELATION_TIES, TieKind, event_tie
from dateline.store.view import View

_UNTRUE = frozenset(("negation", "hypothetical"))  # modes of what did not happen, or not yet
_NODES = frozenset(("person", "organization", "group"))
_MOST = 400  # findings read of an actor, and of each of its neighbours
_FEWER = 100


@dataclass(frozen=True, slots=True)
class Tie:
    """One kind of tie between two actors, with all that bears it out.

    `source` and `target` are actor ids; where the kind has no direction, in the order of the ids. `weight`
    counts independent origins. `first` and `last` are the days between which it is told to have held or
    happened, None where no report dates it. `claimed` is true when no outlet tells it in its own voice.
    """

    source: str
    target: str
    kind: TieKind
    weight: int
    first: date | None
    last: date | None
    claimed: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """`as_of` (EDTF) asks for the ties of a time; `most` neighbours are kept, the weightiest."""

    as_of: str | None = None
    most: int = 40
    language_code: str = "en"


@dataclass(frozen=True, slots=True)
class Network:
    """An actor, its neighbours (weightiest first) and the ties among all of them, weightiest first.

    `omitted` counts the neighbours that are left out.
    """

    subject: ActorRecord
    options: NetworkOptions
    neighbours: tuple[ActorRecord, ...]
    ties: tuple[Tie, ...]
    omitted: int = 0

    def of_subject(self) -> tuple[Tie, ...]:
        """The ties of the actor itself."""
        me = self.subject.entity.id
        return tuple(t for t in self.ties if me in (t.source, t.target))


def network(view: View, subject: ActorRecord, options: NetworkOptions | None = None) -> Network:
    """The network of an actor. What is denied, feared or asked about is no tie; the unnamed are left out.

    What is over, though nobody says since when ("the former leader"), is no tie, nor what a later report says
    has ended. As of a time, a relation
    counts whose dates hold it, or that has none and was reported by then; of events, those that had
    happened, or, undated, had been reported.
    """
    options = options or NetworkOptions()
    collector = _Collector(view, options)
    me = subject.entity.id
    collector.read(me, _MOST)
    weights: dict[str, int] = defaultdict(int)
    for tie in collector.ties():
        other = tie.target if tie.source == me else tie.source
        weights[other] += tie.weight
    ranked = sorted(weights, key=lambda i: (-weights[i], collector.name(i), i))
    kept = ranked[: options.most]
    for neighbour in kept:
        collector.read(neighbour, _FEWER, among={me, *kept})
    ties = [t for t in collector.ties() if {t.source, t.target} <= {me, *kept}]
    return Network(
        subject,
        options,
        tuple(actor for i in kept if (actor := collector.actors[i])),
        tuple(sorted(ties, key=lambda t: (-t.weight, t.kind, t.source, t.target))),
        omitted=len(ranked) - len(kept),
    )


_OVER = "../.."  # the date of what is over, though nobody says since when

type _Key = tuple[str, str, TieKind]
type _Record = EventRecord | RelationRecord | WantRecord


class _Collector:
    """Gathers records under the ties they bear out."""

    def __init__(self, view: View, options: NetworkOptions) -> None:
        self.view = view
        self.as_of = options.as_of
        self.actors: dict[str, ActorRecord | None] = {}
        self._records: dict[_Key, dict[str, _Record]] = defaultdict(dict)
        words = phrasing(load_language(options.language_code), view)
        self._statements, self._wording = Statements("network", words), EventPhrasing(words)

    def read(self, actor_id: str, most: int, among: set[str] | None = None) -> None:
        """Adds the ties that an actor's records bear out; `among` keeps those between some actors."""
        for key, record in self._found(actor_id, most):
            if (among is None or {key[0], key[1]} <= among) and self._node(key[0]) and self._node(key[1]):
                self._records[key][record.id] = record

    def _found(self, actor_id: str, most: int) -> Iterator[tuple[_Key, _Record]]:
        for relation in running(self.view.relations(actor_id, limit=most), self.as_of):
            kind = RELATION_TIES.get(relation.type)
            thing, who = relation.object, relation.subject.entity
            if kind and who and thing and thing.entity and who != thing.entity and self._holds(relation):
                yield _key(who, thing.entity, kind), relation
        for wants in (self.view.wants(actor_id, limit=most), self.view.wants(toward=actor_id, limit=most)):
            for want in wants:
                who = want.actor.entity
                for party in want.toward if want.kind is WantKind.OPPOSE and self._holds(want) else ():
                    if who and party.entity and party.entity != who and actor_id in (who, party.entity):
                        yield _key(who, party.entity, TieKind.OPPOSES), want
        for events in (
            self.view.events(actor_id, limit=most),
            self.view.events(as_recipient=actor_id, limit=most),
        ):
            for event in events:
                kind = event_tie(event.type, self._wording.worded(event))
                if kind and not _UNTRUE & set(event.modes) and self._happened(event):
                    for one, other in _pairs(event, kind):
                        if actor_id in (one, other):
                            yield _key(one, other, kind), event

    def _holds(self, finding: RelationRecord | WantRecord) -> bool:
        told = finding.factuality.polarity == "+"
        if isinstance(finding, WantRecord):
            return told and (self.as_of is None or reported(finding.evidence, self.as_of))
        if self.as_of is None:
            return told and finding.date != _OVER
        return told and holds(finding, self.as_of)

    def _happened(self, event: EventRecord) -> bool:
        told = event.factuality.polarity == "+"
        return told and (self.as_of is None or happened(event, self.as_of))

    def _node(self, actor_id: str) -> bool:
        if actor_id not in self.actors:
            self.actors[actor_id] = self.view.actor(actor_id)
        actor = self.actors[actor_id]
        return actor is not None and actor.entity.type in _NODES

    def name(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        return actor.entity.name if actor else actor_id

    def ties(self) -> list[Tie]:
        """The ties gathered so far."""
        return [self._tie(key, list(records.values())) for key, records in self._records.items()]

    def _tie(self, key: _Key, records: list[_Record]) -> Tie:
        evidence = [e for r in records for e in r.evidence]
        spans = [extent(r.date) for r in records if not isinstance(r, WantRecord) and r.date]
        return Tie(
            *key,
            weight=len(origins(evidence)),
            first=min((first for first, _ in spans if first), default=None),
            last=max((last for _, last in spans if last), default=None),
            claimed=all(e.chain for e in evidence),
            statements=tuple(self._statement(r) for r in sorted(records, key=lambda r: r.id)),
        )

    def _statement(self, record: _Record) -> Statement:
        if isinstance(record, EventRecord):
            return self._statements.event(record)
        if isinstance(record, WantRecord):
            actor = self.actors.get(record.actor.entity or "")
            return self._statements.want(record, actor.entity.type if actor else None)
        return self._statements.relation(record, None)


def _pairs(event: EventRecord, kind: TieKind) -> Iterator[tuple[str, str]]:
    """Who did it to whom; those who talk or work together, with one another."""
    actors = [p.entity for p in event.actors if p.entity]
    recipients = [p.entity for p in event.recipients if p.entity]
    pairs = [(a, r) for a in actors for r in recipients]
    if kind.mutual and not recipients:
        pairs = list(combinations(actors, 2))
    yield from (pair for pair in pairs if pair[0] != pair[1])


def _key(source: str, target: str, kind: TieKind) -> _Key:
    if kind.mutual and target < source:
        source, target = target, source
    return source, target, kind
