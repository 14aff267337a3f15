"""What the reports of a store say, finding by finding, ready to be merged into records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, select

from dateline.language.folding import folder
from dateline.model.attribution import Act
from dateline.model.factuality import Factuality
from dateline.model.records import Evidence, Party
from dateline.model.relation import RelationType
from dateline.model.span import Span, hull
from dateline.model.want import WantKind
from dateline.store import schema as t
from dateline.store.cast import actor_names
from dateline.store.dialect import chunks
from dateline.store.evidence import Place, Quoter
from dateline.store.merge import Matter, Statement

# A true of B is true the other way round.
_SYMMETRIC = frozenset({RelationType.ALLIED_WITH, RelationType.FIGHTS})
# Whose value says something that their object does not: "chief of staff", "brother". The value of the
# others ("leader" of what is led) only words what their type says.
_VALUED = frozenset({RelationType.HOLDS_ROLE, RelationType.KIN_OF, RelationType.ALSO_KNOWN_AS})


@dataclass(frozen=True, slots=True)
class Side:
    """A participant: whom to show, and what to compare; words that name nobody, within one story."""

    party: Party
    matter: Matter


@dataclass(frozen=True, slots=True)
class RelationRow:
    type: RelationType
    subject: Side
    object: Side | None
    value: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class WantRow:
    actor: Side
    kind: WantKind
    polarity: str
    goal: str
    toward: tuple[Side, ...]
    conditional: bool
    ready: bool


def relations(
    connection: Connection, actor: str | None, limit: int | None = None
) -> Iterator[Statement[RelationRow]]:
    """Every finding of a relation; with an actor, those it stands in; with a limit, so many of the newest."""
    c = t.relations.c
    query = select(t.relations)
    if actor is not None:
        theirs = entities_of(actor)
        query = query.where(c.subject_entity.in_(theirs) | c.object_entity.in_(theirs))
    rows = connection.execute(newest(query, t.relations, limit)).all()
    desk = Desk(connection, rows, (e for r in rows for e in (r.subject_entity, r.object_entity)))
    return (_relation(row, desk) for row in rows)


def _relation(row: Row[Any], desk: "Desk") -> Statement[RelationRow]:
    subject = desk.side(row.report_id, (row.subject_start, row.subject_end), row.subject_entity)
    other = None
    if row.object_start is not None:
        other = desk.side(row.report_id, (row.object_start, row.object_end), row.object_entity)
    kind = RelationType(row.type)
    sides = [subject.matter, () if other is None else other.matter]
    if kind in _SYMMETRIC:
        sides.sort(key=str)
    told = other is None or kind in _VALUED
    value = desk.fold(row.report_id, row.value) if told else None
    matter = ("relation", row.type, *sides, value, row.date)
    factuality = Factuality(row.factuality)
    return Statement(
        matter,
        factuality,
        matter,
        factuality.polarity,
        desk.quoter.quote(place(row)),
        RelationRow(kind, subject, other, row.value, row.date),
    )


def wants(
    connection: Connection, actor: str | None, toward: str | None, limit: int | None = None
) -> Iterator[Statement[WantRow]]:
    """Every finding of a want; of an actor, toward another, as far as they are given. `limit`: see newest."""
    c, w = t.wants.c, t.want_toward.c
    query = select(t.wants)
    if actor is not None:
        query = query.where(c.actor_entity.in_(entities_of(actor)))
    if toward is not None:
        query = query.where(c.id.in_(select(w.want_id).where(w.entity_id.in_(entities_of(toward)))))
    rows = connection.execute(newest(query, t.wants, limit)).all()
    others: dict[int, list[Row[Any]]] = {}
    for some in chunks(r.id for r in rows):
        for other in connection.execute(select(t.want_toward).where(w.want_id.in_(some)).order_by(w.id)):
            others.setdefault(other.want_id, []).append(other)
    entities = [*(r.actor_entity for r in rows), *(p.entity_id for some in others.values() for p in some)]
    desk = Desk(connection, rows, entities)
    return (_want(row, others.get(row.id, []), desk) for row in rows)


def _want(row: Row[Any], others: list[Row[Any]], desk: "Desk") -> Statement[WantRow]:
    actor = desk.side(row.report_id, (row.actor_start, row.actor_end), row.actor_entity)
    toward = tuple(desk.side(row.report_id, (p.start, p.end), p.entity_id) for p in others)
    goal = desk.quoter.words(row.report_id, row.goal_start, row.goal_end)
    of_whom = tuple(sorted((s.matter for s in toward), key=str))
    how = (row.kind, row.conditional, row.ready)
    topic = ("want", actor.matter, *how, desk.fold(row.report_id, goal), of_whom)
    evidence = desk.quoter.quote(place(row))
    factuality = _as_carried(evidence)
    return Statement(
        (*topic, row.polarity),
        factuality,
        topic,
        _product(row.polarity, factuality.polarity),
        evidence,
        WantRow(actor, WantKind(row.kind), row.polarity, goal, toward, row.conditional, row.ready),
    )


def _as_carried(evidence: Evidence) -> Factuality:
    """How certain it is that somebody wants something: not when denied, not quite when told at a distance."""
    if any(link.act is Act.DENY for link in evidence.chain):
        return Factuality.CERTAIN_NOT
    if any(link.hedge for link in evidence.chain):
        return Factuality.PROBABLE
    return Factuality.CERTAIN


def _product(one: str, other: str) -> str:
    return {"++": "+", "--": "+", "+-": "-", "-+": "-"}.get(one + other, "u")


def newest(query: Select[Any], table: Table, limit: int | None) -> Select[Any]:
    """Findings of a table, cut to so many of the newest reports; first reports of a story before copies."""
    if limit is None:
        return query
    c, r = table.c, t.reports.c
    copied = r.origin_id.is_distinct_from(r.id)
    newest_first = func.coalesce(r.published, "").desc()
    query = query.join(t.reports, c.report_id == r.id)
    return query.order_by(copied, newest_first, r.public_id, c.id).limit(limit)


def newest_reports(limit: int) -> Select[tuple[int]]:
    """So many of the newest reports that are first of their story, found by their index."""
    r = t.reports.c
    newest_first = r.published.desc().nulls_last()
    return select(r.id).where(r.origin_id == r.id).order_by(newest_first, r.public_id).limit(limit)


def entities_of(actor: str) -> Select[tuple[int]]:
    """The entities of all reports that are an actor."""
    c = t.identities.c
    return (
        select(t.entities.c.id).join(t.identities, t.entities.c.identity_id == c.id).where(c.actor == actor)
    )


def place(row: Row[Any], attribution: int | None = None) -> Place:
    """Where a finding's row stands, and who carries it."""
    return Place(row.report_id, row.start, row.end, attribution or row.attribution_id)


class Desk:
    """All that is needed to turn the rows of one question into statements, fetched at once."""

    def __init__(
        self,
        connection: Connection,
        rows: Sequence[Any],
        entities: Iterable[int | None],
        *,
        own: bool = False,
    ) -> None:
        self.quoter = Quoter(connection)
        self.quoter.load(place(r, r.id) if own else place(r) for r in rows)
        self._actors, self._shared = _actors(connection, (e for e in entities if e is not None))
        self._names = actor_names(connection, self._actors.values())

    def actors(self) -> frozenset[str]:
        """All actors among the entities that were asked for."""
        return frozenset(self._actors.values())

    def shared(self, entity: int | None) -> str | None:
        """The actor an entity is by a name that holds it together across reports."""
        actor = self._actors.get(entity or 0)
        return actor if actor in self._shared else None

    def side(self, report: int, span: tuple[int, int], entity: int | None) -> Side:
        return self.named(report, (span,), entity)

    def named(self, report: int, spans: Sequence[tuple[int, int]], entity: int | None) -> Side:
        """A participant. Whom no name makes the same everywhere is the same only in copies of one passage."""
        actor = self._actors.get(entity or 0)
        words = self.quoter.joined(report, spans)
        if actor is None:
            return Side(Party(words), self._described(report, spans, words))
        party = Party(self._names[actor], actor)
        shared = actor in self._shared
        return Side(party, ("actor", actor) if shared else self._described(report, spans, party.name))

    def _described(self, report: int, spans: Sequence[tuple[int, int]], words: str) -> Matter:
        where = hull([Span(*s) for s in spans]) if spans else self.quoter.sources[report].bounds
        return ("words", self.quoter.origin(report, where), self.fold(report, words))

    def fold(self, report: int, words: str | None) -> str | None:
        return None if words is None else folder(self.quoter.sources[report].language).phrase(words)


def _actors(connection: Connection, entities: Iterable[int]) -> tuple[dict[int, str], set[str]]:
    """Entity -> actor, and the actors that a name holds together across reports."""
    c, e = t.identities.c, t.entities.c
    query = select(e.id, c.actor, c.local).join(t.identities, e.identity_id == c.id)
    found: dict[int, str] = {}
    shared: set[str] = set()
    for some in chunks(entities):
        for row in connection.execute(query.where(e.id.in_(some) & c.actor.is_not(None))):
            found[row.id] = row.actor
            if row.local is None:
                shared.add(row.actor)
    return found, shared
