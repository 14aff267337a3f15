"""A small map of places: their points, a grid of degrees, a scale. It draws no coast and no border."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, log10, radians

from dateline.exports.pictures.svg import Sheet, number, width_of
from dateline.queries.phrasing import Phrasing
from dateline.queries.whereabouts import Spot, Why, coordinates, degrees

type Point = tuple[float, float]
type Box = tuple[float, float, float, float]  # left, top, right, bottom

_WIDTH, _HEIGHT = 640.0, 400.0
_LEFT, _TOP, _RIGHT, _BOTTOM = 58.0, 14.0, 14.0, 62.0
_LEAST = 2.0  # degrees of latitude that a map shows at the least
_MARGIN = 0.18
_STEPS = (30.0, 15.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1)
_KM = 111.32  # kilometres in a degree of latitude
_LOOK = {
    Why.ITSELF: (7.0, ("mark",)),
    Why.THERE: (6.0, ("mark",)),
    Why.EVENTS: (5.0, ("mark", "hollow")),
    Why.NEARBY: (3.0, ("grey",)),
}


def locator_svg(spots: Sequence[Spot], words: Phrasing, title: str) -> str:
    """Places on a map that holds them all; "" without any."""
    if not spots:
        return ""
    names = words.table["event"]["comma"].join(s.name for s in spots)
    told = words.table["picture"]["map"].format(names=names)
    return _Map(Sheet(_WIDTH, _HEIGHT, title, told), _Frame.around(spots), words).drawn(spots)


@dataclass(frozen=True)
class _Frame:
    """Degrees to pixels: plate carrée, with degrees of longitude as wide as they are in the middle."""

    south: float
    west: float
    unit: float  # pixels of a degree of latitude
    shrink: float  # the width of a degree of longitude, of latitude = 1
    wrapped: bool  # the map crosses the date line

    @staticmethod
    def around(spots: Sequence[Spot]) -> "_Frame":
        lats = [s.geo.lat for s in spots]
        lons = [s.geo.lon for s in spots]
        wrapped = max(lons) - min(lons) > 180
        lons = [lon % 360 for lon in lons] if wrapped else lons
        middle = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        shrink = max(cos(radians(middle[0])), 0.1)
        room = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
        tall = max(max(lats) - min(lats), _LEAST) * (1 + 2 * _MARGIN)
        wide = (max(lons) - min(lons)) * shrink * (1 + 2 * _MARGIN)
        unit = min(room[1] / tall, room[0] / wide if wide else room[1] / tall)
        south = middle[0] - room[1] / unit / 2
        return _Frame(south, middle[1] - room[0] / unit / shrink / 2, unit, shrink, wrapped)

    def at(self, lat: float, lon: float) -> Point:
        east = (lon % 360 if self.wrapped else lon) - self.west
        return _LEFT + east * self.shrink * self.unit, _HEIGHT - _BOTTOM - (lat - self.south) * self.unit


class _Map:
    def __init__(self, sheet: Sheet, frame: _Frame, words: Phrasing) -> None:
        self.sheet, self.frame, self.words = sheet, frame, words
        self.taken: list[Box] = []

    def drawn(self, spots: Sequence[Spot]) -> str:
        self._grid()
        places = [(spot, self.frame.at(spot.geo.lat, spot.geo.lon)) for spot in spots]
        self.taken = [(x - 6, y - 6, x + 6, y + 6) for _, (x, y) in places]
        for spot, at in reversed(places):
            radius, classes = _LOOK[spot.why]
            title = f"{spot.name}: {coordinates(spot.geo)}"
            self.sheet.circle(at, radius, *classes, title=title)
        for spot, at in places:
            self._label(spot, at)
        self._scale()
        self._legend(list(dict.fromkeys(s.why for s in spots)))
        return self.sheet.svg()

    def _grid(self) -> None:
        right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
        frame = self.frame
        tall, wide = (bottom - _TOP) / frame.unit, (right - _LEFT) / frame.unit / frame.shrink
        for lat in _lines(frame.south, tall):
            y = frame.at(lat, 0)[1]
            self.sheet.line((_LEFT, y), (right, y), "rule")
            self.sheet.text((_LEFT - 6, y + 4), degrees(lat, "NS"), "soft", "small", anchor="end")
        for lon in _lines(frame.west, wide):
            x = _LEFT + (lon - frame.west) * frame.shrink * frame.unit
            self.sheet.line((x, _TOP), (x, bottom), "rule")
            named = (lon + 180) % 360 - 180
            self.sheet.text((x, bottom + 14), degrees(named, "EW"), "soft", "small", anchor="middle")
        corners = ((_LEFT, _TOP), (right, _TOP), (right, bottom), (_LEFT, bottom))
        self.sheet.path((*corners, corners[0]), "axis")

    def _label(self, spot: Spot, at: Point) -> None:
        """A name beside its dot where there is room for it; else the dot's title alone tells it."""
        strong = spot.why in (Why.ITSELF, Why.THERE)
        wide, (x, y) = width_of(spot.name) * (1.06 if strong else 1), at
        beside, above, below = y + 4, y - 11, y + 20
        middle = x - wide / 2
        for left, base in ((x + 10, beside), (x - 10 - wide, beside), (middle, above), (middle, below)):
            box = (left, base - 11, left + wide, base + 3)
            if box[0] > _LEFT and box[2] < _WIDTH - _RIGHT and _free(box, self.taken, at):
                self.taken.append(box)
                tone = ("strong",) if strong else ("soft",) if spot.why is Why.NEARBY else ()
                self.sheet.text((left, base), spot.name, "halo", *tone)
                return

    def _scale(self) -> None:
        """A bar of a round number of kilometres, no longer than a quarter of the map."""
        pixels = self.frame.unit / _KM
        most = (_WIDTH - _LEFT - _RIGHT) / 4 / pixels
        power = 10 ** floor(log10(most))
        length = next(n * power for n in (5, 2, 1) if n * power <= most)
        right, y = _WIDTH - _RIGHT - 12, _HEIGHT - _BOTTOM - 10
        self.sheet.line((right - length * pixels, y), (right, y), "axis", stroke_width="3")
        self.sheet.text((right, y - 6), f"{number(length)} km", "soft", "small", "halo", anchor="end")

    def _legend(self, kinds: Iterable[Why]) -> None:
        x, texts = _LEFT, self.words.table["picture"]["spots"]
        for kind in kinds:
            radius, classes = _LOOK[kind]
            self.sheet.circle((x + 6, _HEIGHT - 30), radius, *classes)
            self.sheet.text((x + 18, _HEIGHT - 26), texts[kind.value], "soft", "small")
            x += 32 + width_of(texts[kind.value], 11)
        self.sheet.text((_LEFT, _HEIGHT - 8), texts["note"], "soft", "small")


def _lines(start: float, span: float) -> list[float]:
    """The round degrees within a span, in steps that give three lines or more."""
    step = next((s for s in _STEPS if span / s >= 3), _STEPS[-1])
    first = ceil(start / step)
    return [n * step for n in range(first, floor((start + span) / step) + 1)]


def _free(box: Box, taken: Iterable[Box], own: Point) -> bool:
    """Whether nothing else is where a label is to stand; its own dot does not count."""
    others = (b for b in taken if not (b[0] < own[0] < b[2] and b[1] < own[1] < b[3]))
    return all(box[2] < b[0] or b[2] < box[0] or box[3] < b[1] or b[3] < box[1] for b in others)
