"""One function a facet: what a store holds on one side of an actor, as statements."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from dateline.model.event import SIZES
from dateline.model.records import ActorRecord, ClaimRecord, RelationRecord, WantRecord
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.queries.answer import Statement
from dateline.queries.claim_phrasing import ClaimPhrasing
from dateline.queries.endings import running
from dateline.queries.event_facets import MOST, EventFacets
from dateline.queries.narrowing import ALL, Narrowing
from dateline.queries.open_points import open_points
from dateline.queries.phrasing import Phrasing
from dateline.queries.statements import Statements
from dateline.queries.strongholds import Strongholds
from dateline.queries.telling import ORIGINS, order, want_order, worth_telling
from dateline.queries.want_phrasing import WantPhrasing
from dateline.store.view import View

_LEADERSHIP = (RelationType.LEADS, RelationType.HOLDS_ROLE)
_OF_LEADERS = (RelationType.HOLDS_ROLE, RelationType.KIN_OF, RelationType.HAS_AGE, RelationType.LEADS)
_MOST_LEADERS = 6
_MOST_RELATIONS = 500
#: The facets that may be asked of a place or of everything.
PLACED = frozenset(("killed", "happened", *(f"toll_{kind}" for kind in SIZES)))


@dataclass(frozen=True)
class Facets:
    """Reads one view in one language. Every method yields statements, the weightiest first."""

    view: View
    phrasing: Phrasing
    _known: dict[str, list[RelationRecord]] = field(default_factory=dict, compare=False)
    _types: dict[str, str | None] = field(default_factory=dict, compare=False)
    _grounds: dict[str, Strongholds] = field(default_factory=dict, compare=False)

    def of(self, facet: str, actor: ActorRecord, narrow: Narrowing = ALL) -> list[Statement]:
        """The statements of a facet, as far as it is asked for. KeyError for an unknown facet."""
        return list(_FACETS[facet](self, actor, narrow))

    def at(self, facet: str, place: ActorRecord | None, narrow: Narrowing = ALL) -> list[Statement]:
        """The statements of a facet of PLACED; without a place, of all that the store holds."""
        events = self._events()
        if facet == "killed":
            return list(events.killed(place, narrow))
        if facet == "happened":
            return list(events.happened(place, narrow))
        return list(events.tolls(facet, place, narrow))

    # ------------------------------------------------------------------ who
    def worth_telling(self, records: Iterable[RelationRecord], actor_id: str) -> list[RelationRecord]:
        """The relations of an actor that tell a reader who it is."""
        return worth_telling(running(records), actor_id, self._named)

    def who(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """Every relation of the actor, then who its leaders are, then forces where it holds ground."""
        held, me = self._held(actor), actor.entity.id
        relations = self.worth_telling(self._relations_of(me), me) + held.leading()
        yield from self.told("who", relations, actor)
        told = {r.id for r in relations}
        for leader in self._leaders(actor):
            known = self.worth_telling(self._relations_of(leader), leader)
            own = [r for r in known if r.type in _OF_LEADERS and r.id not in told]
            own = [r for r in own if r.subject.entity == leader]
            told.update(r.id for r in own)
            yield from self.told("who", own, actor)
        yield from self._forces("who", held, narrow)

    def leaders(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """Who leads it, who holds an office in it, and who leads where it holds ground."""
        yield from self._chosen("leaders", actor, narrow, as_object=_LEADERSHIP)
        yield from self.told("leaders", filter(narrow.takes, self._held(actor).leading()), actor)

    def origin(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """Who founded it, when, out of what; and its end."""
        yield from self._chosen("origin", actor, narrow, as_subject=ORIGINS)

    def allies(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        both = (RelationType.ALLIED_WITH, RelationType.SUPPORTS)
        yield from self._chosen("allies", actor, narrow, as_subject=both, as_object=both)

    def foes(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """Whom it fights, who designated it what, who opposes whom, and who attacked whom."""
        fights, listed = (RelationType.FIGHTS,), (RelationType.FIGHTS, RelationType.DESIGNATED)
        yield from self._chosen("foes", actor, narrow, as_subject=listed, as_object=fights)
        if narrow.date is None:
            me = actor.entity.id
            both = (*self.view.wants(me, limit=MOST), *self.view.wants(toward=me, limit=MOST))
            opposed = [w for w in both if w.kind is WantKind.OPPOSE and w.toward]
            yield from self._wants("foes", iter({w.id: w for w in opposed}.values()))
        yield from self._events().hostile(actor, narrow, self._named)

    def where(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        places = (RelationType.LOCATED_IN, RelationType.BASED_IN, RelationType.CONTROLS, RelationType.BORN_IN)
        yield from self._chosen("where", actor, narrow, as_subject=places)

    def strength(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        yield from self._chosen(
            "strength", actor, narrow, as_subject=(RelationType.HAS_STRENGTH, RelationType.HAS_EQUIPMENT)
        )
        yield from self._forces("strength", self._held(actor), narrow)

    def _forces(self, facet: str, held: Strongholds, narrow: Narrowing) -> Iterator[Statement]:
        """How strong forces are in the places that an actor holds."""
        for record, place in held.forces():
            if narrow.takes(record):
                kind = self._type(record.subject.entity)
                yield Statements(facet, self.phrasing).force(record, kind, place)

    def _held(self, actor: ActorRecord) -> Strongholds:
        me = actor.entity.id
        if me not in self._grounds:
            language = self.phrasing.language
            self._grounds[me] = Strongholds(self.view, language, actor, self._relations_of(me))
        return self._grounds[me]

    def _chosen(
        self,
        facet: str,
        actor: ActorRecord,
        narrow: Narrowing,
        *,
        as_subject: tuple[RelationType, ...] = (),
        as_object: tuple[RelationType, ...] = (),
    ) -> Iterator[Statement]:
        me = actor.entity.id
        chosen = [
            r
            for r in running(self._relations_of(me), narrow.date)
            if (r.subject.entity == me and r.type in as_subject)
            or (r.object is not None and r.object.entity == me and r.type in as_object)
        ]
        yield from self.told(facet, [r for r in chosen if narrow.takes(r)], actor)

    def told(self, facet: str, records: Iterable[RelationRecord], actor: ActorRecord) -> Iterator[Statement]:
        """Relations of an actor as statements of a facet, in the order in which they are told."""
        for record in sorted(records, key=lambda r: order(r, actor.entity.id)):
            made = Statements(facet, self.phrasing)
            mine = facet != "who" or record.subject.entity == actor.entity.id
            tell = made.relation if mine else made.figure
            yield tell(record, self._type(record.subject.entity))

    def _leaders(self, actor: ActorRecord) -> list[str]:
        """Who leads it or holds an office in it, then who leads where it holds ground."""
        me = actor.entity.id
        found: dict[str, None] = {}
        for record in (*self._relations_of(me), *self._held(actor).leading()):
            leads = record.type in _LEADERSHIP and record.object is not None and record.subject.entity != me
            if leads and record.subject.entity is not None:
                found[record.subject.entity] = None
        return list(found)[:_MOST_LEADERS]

    # ------------------------------------------------------------------ want
    def want(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """What the actor wants, then what each of its leaders wants."""
        toward = narrow.other_id
        yield from self._wants("want", self.view.wants(actor.entity.id, toward=toward, limit=MOST))
        for leader in self._leaders(actor):
            yield from self._wants("want", self.view.wants(leader, toward=toward, limit=MOST))

    def want_course(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """What the actor wanted, in the order in which it was reported."""
        dates = self.phrasing.dates
        records = [w for w in self.view.wants(actor.entity.id, limit=MOST) if w.weight.first_reported]
        for record in sorted(records, key=lambda r: (r.weight.first_reported or "", r.id)):
            made = Statements("want_course", self.phrasing).want(record, self._type(record.actor.entity))
            yield replace(made, sentence=f"{dates.label(record.weight.first_reported)}: {made.sentence}")

    def wanted_of(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        yield from self._wants("wanted_of", self.view.wants(toward=actor.entity.id, limit=MOST))

    def _wants(self, facet: str, records: Iterator[WantRecord]) -> Iterator[Statement]:
        words = WantPhrasing(self.phrasing)
        for record in sorted(filter(words.tellable, records), key=want_order):
            yield Statements(facet, self.phrasing).want(record, self._type(record.actor.entity))

    # ------------------------------------------------------------------ said
    def said(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """What the actor said, then what each of its leaders and office holders said.

        Who holds an office in a place is not the place's voice; in a government, he is the government's.
        """
        for speaker in self._voices(actor):
            claims = self.view.claims(speaker, about=narrow.other_id, limit=MOST)
            yield from self._claims("said", claims)

    def said_of(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        """What others said about the actor: nobody who speaks for it."""
        claims, own = self.view.claims(about=actor.entity.id, limit=MOST), self._voices(actor)
        yield from self._claims("said_of", (c for c in claims if c.speaker.entity not in own))

    def _voices(self, actor: ActorRecord) -> list[str]:
        """The actor and those who speak for it."""
        return [actor.entity.id, *([] if actor.entity.type == "place" else self._leaders(actor))]

    def _claims(self, facet: str, records: Iterator[ClaimRecord]) -> Iterator[Statement]:
        for record in records:
            if ClaimPhrasing(self.phrasing).tellable(record):
                yield Statements(facet, self.phrasing).claim(record)

    # ------------------------------------------------------------------ events
    def _events(self) -> EventFacets:
        return EventFacets(self.view, self.phrasing)

    def did(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        yield from self._events().did(actor, narrow)

    def done_to(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        yield from self._events().done_to(actor, narrow)

    def killers(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        yield from self._events().killers(actor, narrow)

    def killed_by(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        yield from self._events().killed_by(actor, narrow)

    def happened(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
        yield from self._events().happened(actor, narrow)

    def open_points(self, actor: ActorRecord, narrow: Narrowing) -> Iterator[Statement]:
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
            entity = self.view.entities([actor_id]).get(actor_id)
            self._types[actor_id] = entity.type if entity else None
        return self._types[actor_id]


_FACETS: dict[str, Callable[[Facets, ActorRecord, Narrowing], Iterator[Statement]]] = {
    "who": Facets.who,
    "leaders": Facets.leaders,
    "origin": Facets.origin,
    "allies": Facets.allies,
    "foes": Facets.foes,
    "where": Facets.where,
    "strength": Facets.strength,
    "want": Facets.want,
    "want_course": Facets.want_course,
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
