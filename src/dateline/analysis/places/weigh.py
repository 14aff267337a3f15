"""How well a candidate fits what a report says: a sum of documented features, and a probability of it.

Weights are on the scale of `gazetteer/prior.py`: 1 outweighs a place ten times as large.
"""

from collections.abc import Iterator, Sequence
from math import exp

from dateline.analysis.places.around import Surroundings, point
from dateline.analysis.places.clues import Clues, Distance
from dateline.gazetteer.globe import bearing, kilometres
from dateline.gazetteer.index import Gazetteer
from dateline.gazetteer.place import Place
from dateline.gazetteer.prior import Reason

KIND, OTHER_KIND = 2.0, -1.0
INSIDE, OUTSIDE = 4.0, -3.0
LIES_IN, LIES_OUT = 1.5, -1.5
HOLDS = 1.0
FITS, MISFITS = 2.5, -2.5
COUNTRY = 2.2  # where all that the report tells of lies in the candidate's country
PROVINCE = 1.5
NEAR = 1.5
LIKE = 1.5
UNLISTED = 2.3  # a place that no gazetteer has, in a country that a report tells of
NAMESAKE = -3.0
_NEIGHBOUR_KM = 3000.0  # within which a country and a province of its name may both be spoken of
_MOSTLY = 0.5  # of what a report tells of
_SCALE = 1.7  # turns scores into the logarithms of odds; fitted on development data
_CLOSE_KM = 60.0  # a town and the district around it are no two answers
_NEAR_KM = 150.0  # at which nearness counts a third
_REGION_KM = 900.0  # of an area without borders: how far from its middle it may reach
_SIDE = 50.0  # degrees that a bearing may be off
_ABOUT = 0.5  # of a distance, which it may be off


def fit(place: Place, clues: Clues, around: Surroundings, gazetteer: Gazetteer) -> Iterator[Reason]:
    """What a report says for and against a candidate of one of its places."""
    if clues.kinds:
        fits = any(kind in (place.feature_class, place.code, place.code[:4]) for kind in clues.kinds)
        yield Reason("kind", KIND if fits else OTHER_KIND)
    if clues.holds and place.feature_class in ("A", "L"):
        yield Reason("others lie in it", HOLDS)
    yield from _containment(place, clues, around, gazetteer)
    yield from (reason for distance in clues.distances if (reason := _distance(place, distance, around)))
    share = max((around.countries.get(country, 0.0) for country in place.countries), default=0.0)
    if share:
        yield Reason("country told of", COUNTRY * share)
    if place.is_country and around.has_places_of(place.country):
        yield Reason("places of it told of", PROVINCE + NEAR)
    elif any(map(around.tells_of, (place.id, *place.within))):
        yield Reason("province told of", PROVINCE)
    if place.code == "ADM1" and around.provinces_of(place.countries) > 1:
        yield Reason("provinces beside it told of", LIKE)
    if not place.is_country and (gap := around.nearest(place)) is not None:
        yield Reason("near others", NEAR * exp(-gap / _NEAR_KM))


def namesake(place: Place, candidates: Sequence[Place], around: Surroundings) -> Iterator[Reason]:
    """What speaks against a country that a report never tells of, but of one with a province of its name.

    Not for neighbours: a report on Nigeria speaks of the country Niger.
    """
    if not place.is_country or any(around.countries.get(country) for country in place.countries):
        return
    far = (o for o in candidates if o.code == "ADM1" and kilometres(point(o), point(place)) > _NEIGHBOUR_KM)
    if max((around.countries.get(o.country or "", 0.0) for o in far), default=0.0) >= _MOSTLY:
        yield Reason("province of the country told of", NAMESAKE)


def _containment(place: Place, clues: Clues, around: Surroundings, gazetteer: Gazetteer) -> Iterator[Reason]:
    """Whether it lies in what the text says it lies in, and what is said to lie in it does."""
    outer = [known for entity in clues.inside if (known := around.place(entity)) is not None]
    outer += [unit for code in clues.units if (unit := gazetteer.unit(code)) is not None]
    if outer:
        inside = any(within(place, whole) for whole in outer)
        yield Reason("inside what is named", INSIDE if inside else OUTSIDE)
    inner = [known for entity in clues.holds if (known := around.place(entity)) is not None]
    if inner:
        holds = any(within(one, place) for one in inner)
        yield Reason("what is named lies in it", LIES_IN if holds else LIES_OUT)


def within(place: Place, whole: Place) -> bool:
    """Whether a place lies in another: by its administrative units, or near the middle of an area."""
    if place.id == whole.id:
        return False
    if whole.is_country:
        return whole.countries[0] in place.countries
    if whole.id in place.within:
        return True
    if whole.countries and not set(whole.countries) & set(place.countries):
        return False
    if whole.feature_class == "A" and whole.id > 0 and place.within:
        return False
    area = whole.feature_class in ("A", "L", "T", "H")
    return area and kilometres(point(place), point(whole)) < _REGION_KM


def _distance(place: Place, distance: Distance, around: Surroundings) -> Reason | None:
    other = around.place(distance.other)
    if other is None:
        return None
    gap = kilometres(point(place), point(other))
    far = distance.kilometres
    fits = gap < 250 if far is None else abs(gap - far) <= max(25.0, _ABOUT * far)
    if distance.bearing is not None and gap > 5:
        off = abs((bearing(point(other), point(place)) - distance.bearing + 180) % 360 - 180)
        fits = fits and (off <= _SIDE or gap < 30)
    return Reason("distance and direction told", FITS if fits else MISFITS)


def probabilities(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that sum to 1."""
    if not scores:
        return []
    top = max(scores)
    odds = [exp(_SCALE * (score - top)) for score in scores]
    whole = sum(odds)
    return [value / whole for value in odds]


def best(places: Sequence[Place], scores: Sequence[float], unlisted: float) -> tuple[int, float]:
    """The position of the best candidate, and how probable it, or one close by, is.

    `unlisted` is the score of a place that no gazetteer has: whatever country a report tells of has small
    ones, and a namesake far away must outweigh them.
    """
    *shares, _ = probabilities((*scores, unlisted))
    at = max(range(len(places)), key=lambda i: (scores[i], -places[i].id))
    where = point(places[at])
    return at, sum(
        share
        for share, place in zip(shares, places, strict=True)
        if abs(place.lat - where[0]) < 1 and kilometres(where, point(place)) <= _CLOSE_KM
    )
