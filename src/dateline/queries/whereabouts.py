"""Where in the world an actor is, holds ground or took part in events, as far as places have a point."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.place import Geo
from dateline.model.records import ActorRecord
from dateline.model.relation import RelationType
from dateline.store.view import View

_RELATIONS = (RelationType.BASED_IN, RelationType.LOCATED_IN, RelationType.CONTROLS)
_MOST = 300
_NEARBY = 8  # so many other places are shown to tell where one is …
_LOOKED_AT = 60  # … out of those that so many of the newest reports speak of


class Why(StrEnum):
    """What a place is to an actor, the closest first."""

    ITSELF = "itself"
    THERE = "there"  # it is, is based or holds ground there
    EVENTS = "events"  # it took part in what happened there
    NEARBY = "nearby"  # nothing: another place that reports speak of


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its point; `count` is the number of events there."""

    name: str
    geo: Geo
    why: Why
    count: int = 0


def whereabouts(view: View, actor: ActorRecord) -> tuple[Spot, ...]:
    """The places of an actor, the closest to it first; none when no place of it has a point.

    What is denied or only feared to have happened puts nobody anywhere.
    """
    spots: dict[str, Spot] = {}
    events = list(_events(view, actor))
    counts = Counter(name for name, _ in events)
    for spot in (*_own(view, actor), *(Spot(name, geo, Why.EVENTS) for name, geo in events)):
        if spot.name not in spots:
            spots[spot.name] = Spot(spot.name, spot.geo, spot.why, counts[spot.name])
    if not spots:
        return ()
    countries = {s.geo.country for s in spots.values()}
    near = {n: g for n, g in _anywhere(view) if n not in spots and g.country in countries}
    others = (Spot(name, geo, Why.NEARBY) for name, geo in sorted(near.items())[:_NEARBY])
    order = list(Why)
    return (*sorted(spots.values(), key=lambda s: (order.index(s.why), -s.count, s.name)), *others)


def _own(view: View, actor: ActorRecord) -> Iterator[Spot]:
    entity = actor.entity
    if entity.geo is not None:
        yield Spot(entity.name, entity.geo, Why.ITSELF)
    for relation in view.relations(entity.id, limit=_MOST):
        mine = relation.subject.entity == entity.id and relation.type in _RELATIONS
        if mine and relation.object is not None and relation.factuality.polarity == "+":
            key = relation.object.entity or ""
            place = view.entities([key]).get(key)
            if place is not None and place.geo is not None:
                yield Spot(place.name, place.geo, Why.THERE)


def _events(view: View, actor: ActorRecord) -> Iterator[tuple[str, Geo]]:
    me = actor.entity.id
    events = (*view.events(me, limit=_MOST), *view.events(as_recipient=me, limit=_MOST))
    for event in {e.id: e for e in events}.values():
        if event.factuality.polarity == "+" and event.place is not None and event.place.geo is not None:
            yield event.place.name, event.place.geo


def _anywhere(view: View) -> Iterator[tuple[str, Geo]]:
    for place in view.places(_LOOKED_AT):
        if place.geo is not None:
            yield place.name, place.geo


def coordinates(geo: Geo) -> str:
    """A point in degrees: "34.43° N 70.45° E"."""
    return f"{degrees(round(geo.lat, 2), 'NS')} {degrees(round(geo.lon, 2), 'EW')}"


def degrees(value: float, signs: str) -> str:
    """Degrees with the sign as a letter, of which the first is for positive ones."""
    text = f"{abs(value):.2f}".rstrip("0").rstrip(".")
    return f"{text}°" if value == 0 else f"{text}° {signs[value < 0]}"
