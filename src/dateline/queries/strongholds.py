"""Whom and what reports tell of in the places that an actor holds: who leads there, which forces are there.

Reports often tell of a movement by its stronghold ("only the valley resists, led by X"; "some 2,000 men are
in the valley"). Such a sentence is told as what it is, of the place, beside what is told of the actor.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from dateline.language import Language
from dateline.model.records import ActorRecord, Party, RelationRecord
from dateline.model.relation import RelationType
from dateline.store.view import View

_HOLDING = (RelationType.CONTROLS, RelationType.BASED_IN)
_STRENGTH = (RelationType.HAS_STRENGTH, RelationType.HAS_EQUIPMENT)
_BODIES = ("organization", "group")
_MOST = 3  # places
_ALIKE = 8  # places whose names may be short for one another


@dataclass(frozen=True)
class Strongholds:
    """The places that an actor is told to hold; `relations` are all its own."""

    view: View
    language: Language
    actor: ActorRecord
    relations: Iterable[RelationRecord]
    _read: dict[str, list[RelationRecord]] = field(default_factory=dict, compare=False)

    @cached_property
    def places(self) -> list[str]:
        """The ids of the places, none of which is a country; also of those that bear part of such a name."""
        me = self.actor.entity
        if me.type not in _BODIES:
            return []
        held: dict[str, None] = {}
        for record in self.relations:
            there = record.object
            if there is None or there.entity is None or self._is_nation(there):
                continue
            holds = record.type in _HOLDING and record.subject.entity == me.id
            if holds and record.factuality.polarity == "+" and not _is_over(record):
                held.update(dict.fromkeys(self._alike(there)))
            if len(held) >= _MOST:
                break
        return list(held)[:_MOST]

    def _is_nation(self, place: Party) -> bool:
        nations = self.language.table("nations")["nations"].values()
        return any(place.name == nation["name"] for nation in nations)

    def _alike(self, place: Party) -> list[str]:
        """A place, and those that are called by a part of its name: the province of a valley."""
        words = place.name.split()
        shorter = [" ".join(words[:end]) for end in range(1, len(words))]
        near = [
            match.actor.entity.id
            for name in shorter
            for match in self.view.find_actors(name, limit=_ALIKE)
            if match.actor.entity.type == "place" and match.actor.entity.name == name
        ]
        return [place.entity or "", *near]

    def leading(self) -> list[RelationRecord]:
        """Who leads those who fight in these places."""
        return [
            record
            for place in self.places
            for record in self._relations(place)
            if record.type is RelationType.LEADS
            and record.object is not None
            and record.object.entity == place
            and record.factuality.polarity == "+"
            and not _is_over(record)
        ]

    def forces(self) -> list[tuple[RelationRecord, Party]]:
        """How strong forces without a name are that are told to be there, and where."""
        found: dict[str, tuple[RelationRecord, Party]] = {}
        for place in self.places:
            for there in self._relations(place):
                if there.type is RelationType.LOCATED_IN and there.object and there.object.entity == place:
                    for record in self._strength(there.subject.entity):
                        found.setdefault(record.id, (record, there.object))
        return list(found.values())

    def _strength(self, force: str | None) -> list[RelationRecord]:
        kind = self.view.entities([force]).get(force) if force else None
        if force is None or kind is None or (kind.type != "unnamed" and kind.name[:1].isupper()):
            return []
        return [r for r in self._relations(force) if r.type in _STRENGTH and r.subject.entity == force]

    def _relations(self, actor_id: str) -> list[RelationRecord]:
        if actor_id not in self._read:
            self._read[actor_id] = list(self.view.relations(actor_id, limit=200))
        return self._read[actor_id]


def _is_over(record: RelationRecord) -> bool:
    return record.date is not None and not record.date.endswith("/..")
