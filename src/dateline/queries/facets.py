"""One function a facet: what a store holds on one side of an actor, as statements."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dateline.model.event import SIZES
from dateline.model.records import ActorRecord, ClaimRecord, RelationRecord, WantRecord
from dateline.model.relation import RelationType
from dateline.queries.answer import Statement
from dateline.queries.event_facets import MOST, EventFacets
from dateline.queries.open_points import open_points
from dateline.queries.phrasing import Phrasing
from dateline.queries.statements import Statements
from dateline.queries.telling import order, want_order, worth_telling
from dateline.store.view import View

_LEADERSHIP = (RelationType.LEADS, RelationType.HOLDS_ROLE)
_OF_LEADERS = (RelationType.HOLDS_ROLE, RelationType.KIN_OF, RelationType.HAS_AGE, RelationType.LEADS)
_MOST_LEADERS = 6
_MOST_RELATIONS = 500
#: The facets that may be asked of a place or of everything.
PLACED = frozenset(("killed", *(f"toll_{kind}" for kind in SIZES)))


@dataclass(frozen=True)
class Facets:
    """Reads one view in one language. Every method yields statements, the weightiest first."""

    view: View
    phrasing: Phrasing
    _known: dict[str, list[RelationRecord]] = field(default_factory=dict, compare=False)
    _types: dict[str, str | None] = field(default_factory=dict, compare=False)

    def of(self, facet: str, actor: ActorRecord, other: ActorRecord | None = None) -> list[Statement]:
        """The statements of a facet; `other` narrows wants and utterances. KeyError for an unknown facet."""
        return list(_FACETS[facet](self, actor, other))

    def at(self, facet: str, place: ActorRecord | None) -> list[Statement]:
        """The statements of a facet of PLACED; without a place, of all that the store holds."""
        if facet == "killed":
            return list(self._events().killed(place))
        return list(self._events().tolls(facet, place))

    # ------------------------------------------------------------------ who
    def who(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        """Every relation of the actor, then who its leaders are."""
        relations = worth_telling(self._relations_of(actor.entity.id), actor.entity.id, self._named)
        yield from self._relations("who", relations, actor)
        told = {r.id for r in relations}
        for leader in self._leaders(actor):
            known = worth_telling(self._relations_of(leader), leader, self._named)
            own = [r for r in known if r.type in _OF_LEADERS and r.id not in told]
            own = [r for r in own if r.subject.entity == leader]
            told.update(r.id for r in own)
            yield from self._relations("who", own, actor)

    def leaders(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._chosen("leaders", actor, as_object=_LEADERSHIP)

    def allies(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        both = (RelationType.ALLIED_WITH, RelationType.SUPPORTS)
        yield from self._chosen("allies", actor, as_subject=both, as_object=both)

    def foes(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._chosen(
            "foes", actor, as_subject=(RelationType.FIGHTS,), as_object=(RelationType.FIGHTS,)
        )

    def where(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        places = (RelationType.LOCATED_IN, RelationType.BASED_IN, RelationType.CONTROLS, RelationType.BORN_IN)
        yield from self._chosen("where", actor, as_subject=places)

    def strength(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._chosen(
            "strength", actor, as_subject=(RelationType.HAS_STRENGTH, RelationType.HAS_EQUIPMENT)
        )

    def _chosen(
        self,
        facet: str,
        actor: ActorRecord,
        *,
        as_subject: tuple[RelationType, ...] = (),
        as_object: tuple[RelationType, ...] = (),
    ) -> Iterator[Statement]:
        me = actor.entity.id
        chosen = [
            r
            for r in self._relations_of(me)
            if (r.subject.entity == me and r.type in as_subject)
            or (r.object is not None and r.object.entity == me and r.type in as_object)
        ]
        yield from self._relations(facet, chosen, actor)

    def _relations(
        self, facet: str, records: list[RelationRecord], actor: ActorRecord
    ) -> Iterator[Statement]:
        for record in sorted(records, key=lambda r: order(r, actor.entity.id)):
            made = Statements(facet, self.phrasing)
            mine = facet != "who" or record.subject.entity == actor.entity.id
            tell = made.relation if mine else made.figure
            yield tell(record, self._type(record.subject.entity))

    def _leaders(self, actor: ActorRecord) -> list[str]:
        me = actor.entity.id
        found: dict[str, None] = {}
        for record in self._relations_of(me):
            leads = record.type in _LEADERSHIP and record.object is not None and record.object.entity == me
            if leads and record.subject.entity is not None:
                found[record.subject.entity] = None
        return list(found)[:_MOST_LEADERS]

    # ------------------------------------------------------------------ want
    def want(self, actor: ActorRecord, other: ActorRecord | None) -> Iterator[Statement]:
        """What the actor wants, then what each of its leaders wants."""
        toward = other.entity.id if other else None
        yield from self._wants("want", self.view.wants(actor.entity.id, toward=toward, limit=MOST))
        for leader in self._leaders(actor):
            yield from self._wants("want", self.view.wants(leader, toward=toward, limit=MOST))

    def wanted_of(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._wants("wanted_of", self.view.wants(toward=actor.entity.id, limit=MOST))

    def _wants(self, facet: str, records: Iterator[WantRecord]) -> Iterator[Statement]:
        for record in sorted(records, key=want_order):
            yield Statements(facet, self.phrasing).want(record, self._type(record.actor.entity))

    # ------------------------------------------------------------------ said
    def said(self, actor: ActorRecord, other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._claims(
            "said", self.view.claims(actor.entity.id, about=other.entity.id if other else None, limit=MOST)
        )

    def said_of(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        claims = self.view.claims(about=actor.entity.id, limit=MOST)
        yield from self._claims("said_of", (c for c in claims if c.speaker.entity != actor.entity.id))

    def _claims(self, facet: str, records: Iterator[ClaimRecord]) -> Iterator[Statement]:
        for record in records:
            if record.speaker.name:
                yield Statements(facet, self.phrasing).claim(record)

    # ------------------------------------------------------------------ events
    def _events(self) -> EventFacets:
        return EventFacets(self.view, self.phrasing)

    def did(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._events().did(actor)

    def done_to(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._events().done_to(actor)

    def killers(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._events().killers(actor)

    def killed_by(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._events().killed_by(actor)

    def happened(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from self._events().happened(actor)

    def open_points(self, actor: ActorRecord, _other: ActorRecord | None) -> Iterator[Statement]:
        yield from open_points(self.view, actor, self.phrasing)

    def _relations_of(self, actor_id: str) -> list[RelationRecord]:
        """Read once: several facets ask for those of one actor."""
        if actor_id not in self._known:
            self._known[actor_id] = list(self.view.relations(actor_id, limit=_MOST_RELATIONS))
        return self._known[actor_id]

    def _named(self, actor_id: str | None) -> bool:
        return self._type(actor_id) not in (None, "unnamed")

    def _type(self, actor_id: str | None) -> str | None:
        if actor_id is None:
            return None
        if actor_id not in self._types:
            actor = self.view.actor(actor_id)
            self._types[actor_id] = actor.entity.type if actor else None
        return self._types[actor_id]


_FACETS: dict[str, Callable[[Facets, ActorRecord, ActorRecord | None], Iterator[Statement]]] = {
    "who": Facets.who,
    "leaders": Facets.leaders,
    "allies": Facets.allies,
    "foes": Facets.foes,
    "where": Facets.where,
    "strength": Facets.strength,
    "want": Facets.want,
    "wanted_of": Facets.wanted_of,
    "did": Facets.did,
    "done_to": Facets.done_to,
    "killers": Facets.killers,
    "killed_by": Facets.killed_by,
    "happened": Facets.happened,
    "open": Facets.open_points,
    "said": Facets.said,
    "said_of": Facets.said_of,
}
