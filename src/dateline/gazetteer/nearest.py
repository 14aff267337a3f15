"""The nearest of many points on the globe, without a look at each of them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from math import asin, cos, dist, floor, inf, radians, sin, sqrt

from dateline.gazetteer.globe import EARTH_KM, Point

_SIDE = 0.1  # of the cubes that points are sorted into, in radii of the earth: some 640 km
_REACH = _SIDE * sqrt(3) / 2  # from the middle of a cube to its corners

type _Vector = tuple[float, float, float]


class Nearest:
    """Named points, sorted into cubes: one that is farther off than what was found need not be opened."""

    def __init__(self, points: Iterable[tuple[Hashable, Point]]) -> None:
        self._cubes: dict[_Vector, list[tuple[Hashable, _Vector]]] = defaultdict(list)  # by their middles
        for name, point in points:
            there = _vector(point)
            self._cubes[_middle(there)].append((name, there))

    def kilometres(self, point: Point, *, without: Hashable = None) -> float | None:
        """Great-circle distance to the nearest point but those of a name; None where there is no other."""
        here = _vector(point)
        chord = self._nearest(here, without, self._cubes.get(_middle(here), ()), inf)
        for middle, members in self._cubes.items():
            if dist(here, middle) - _REACH < chord:
                chord = self._nearest(here, without, members, chord)
        return None if chord == inf else 2 * EARTH_KM * asin(min(1.0, chord / 2))

    @staticmethod
    def _nearest(
        here: _Vector, without: Hashable, members: Iterable[tuple[Hashable, _Vector]], best: float
    ) -> float:
        found = min((dist(here, there) for name, there in members if name != without), default=best)
        return min(found, best)


def _vector(point: Point) -> _Vector:
    """A (latitude, longitude) point in degrees as a point of the unit sphere."""
    lat, lon = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _middle(vector: _Vector) -> _Vector:
    """The middle of the cube that a point lies in."""
    x, y, z = ((floor(at / _SIDE) + 0.5) * _SIDE for at in vector)
    return x, y, z
