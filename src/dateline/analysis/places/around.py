"""What the other places of a report tell of one: how much of each country, which provinces, what lies near.

All places of a report are counted once, and what one of them adds is taken off again: each of thousands then
costs no more than each of ten.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.gazetteer.globe import Point
from dateline.gazetteer.nearest import Nearest
from dateline.gazetteer.place import Place

_NOTHING = 1e-9  # what taking a number off a sum of others may leave of it


class Anchors:
    """The places of a report that are all but certain, by entity; `worth` is what each of them counts for."""

    def __init__(self, places: Mapping[str, Place], worth: Mapping[str, float]) -> None:
        self.places = places
        self._worth = worth
        parts = {entity: place for entity, place in places.items() if not place.is_country}
        self.told: dict[str, float] = defaultdict(float)
        for entity in places:
            for country, share in self.shares(entity).items():
                self.told[country] += share
        self.units = Counter(unit for place in places.values() for unit in units(place))
        self.countries = Counter(place.country for place in parts.values())
        self.provinces = Counter(place.countries for place in parts.values() if place.code == "ADM1")
        self.nearest = Nearest((e, point(place)) for e, place in parts.items() if place.feature_class != "L")

    def shares(self, entity: str) -> dict[str, float]:
        """What a place tells of each country that it lies in."""
        place = self.places.get(entity)
        countries = () if place is None else place.countries
        return {country: self._worth[entity] / len(countries) for country in countries}

    def told_without(self, entity: str) -> dict[str, float]:
        """What the places other than one tell of each country."""
        own = self.shares(entity)
        left = ((country, told - own.get(country, 0.0)) for country, told in self.told.items())
        return {country: told for country, told in left if told > _NOTHING}


@dataclass(frozen=True)
class Surroundings:
    """What is known of the places but one of a report; `countries` are shares of what they tell of."""

    anchors: Anchors
    entity: str
    countries: Mapping[str, float]

    def place(self, entity: str) -> Place | None:
        """Where another place is, if that is all but certain."""
        return self.anchors.places.get(entity)

    def has_places_of(self, country: str | None) -> bool:
        """Whether there are places of a country, other than the country itself."""
        own = self._own is not None and not self._own.is_country and self._own.country == country
        return self.anchors.countries[country] > own

    def tells_of(self, unit: int) -> bool:
        """Whether another place is a province, or lies in it."""
        own = self._own is not None and unit in units(self._own)
        return self.anchors.units[unit] > own

    def provinces_of(self, countries: tuple[str, ...]) -> int:
        """How many of the other places are provinces of a country."""
        own = self._own is not None and self._own.code == "ADM1" and self._own.countries == countries
        return self.anchors.provinces[countries] - own

    def nearest(self, place: Place) -> float | None:
        """Kilometres to the nearest of the others; None where there are none."""
        return self.anchors.nearest.kilometres(point(place), without=self.entity)

    @cached_property
    def _own(self) -> Place | None:
        return self.place(self.entity)


def units(place: Place) -> tuple[int, ...]:
    """The province that a place is, or lies in."""
    return (place.id,) if place.code == "ADM1" else place.within[:1]


def point(place: Place) -> Point:
    """Latitude and longitude of a place."""
    return place.lat, place.lon
