"""What speaks for two tellings being one event, and what against: each feature is one documented function.

A feature is found or not; how much it counts is said in accounts.align. What one of the two leaves open is
neither for nor against.
"""

from collections.abc import Callable, Iterator
from math import asin, cos, radians, sin, sqrt

from dateline.accounts.deaths import same_death, tells_killing
from dateline.accounts.deeds import MEETINGS, WORDS
from dateline.accounts.sketch import NEWS, Sketch, Spot, Who, sides
from dateline.accounts.topics import alike
from dateline.model.place import Geo

# Kilometres within which two points are one town and its surroundings.
_NEAR = 30.0
_EARTH = 6371.0
# GeoNames' feature codes: the seat of a government, a first-order division.
_CAPITAL, _PROVINCE = "PPLC", "ADM1"
# Of the smaller one's words, if there are so many, such a share is in the other telling, too.
_ENOUGH, _MUCH, _LITTLE = 2, 0.5, 0.2
# So many of whom a report names make two reports such of one story.
_FAMILIAR = 2
# How much the topics of two reports resemble each other that are of one matter, and of two, if they are told
# in so many words; days within which what both tell first may be one event.
_ONE_MATTER, _TWO_MATTERS, _TOLD = 0.3, 0.1, 12
_FRESH = 2
# Kilometres beyond which no haze about a place makes two points one.
_FAR = 100.0
# A toll that is so many times another's is no update of it.
_OUTGROWN = 3


def features(one: Sketch, other: Sketch) -> frozenset[str]:
    """The names of all features of a pair; the order of the two does not matter."""
    return frozenset(name for part in _PARTS for name in part(one, other))


def _wording(one: Sketch, other: Sketch) -> Iterator[str]:
    """The trigger, the way it was done, what else the sentences say; of one report that proves nothing."""
    if one.triggers & other.triggers:
        yield "same_word"
    if one.modes and other.modes:
        yield "same_way" if one.modes & other.modes else "other_way"
    if one.reports & other.reports:
        return
    told = one.stems - one.rest, other.stems - other.rest
    mine, theirs = one.rest - told[1], other.rest - told[0]
    fewer = min(len(mine), len(theirs))
    if fewer >= _ENOUGH:
        shared = len(mine & theirs) / fewer
        if shared >= _MUCH:
            yield "shared_words"
        elif shared < _LITTLE:
            yield "few_words"


def _company(one: Sketch, other: Sketch) -> Iterator[str]:
    """Whom else the reports speak of, and of which countries; where it was is `_place`'s to say."""
    if one.reports & other.reports or not (one.company and other.company):
        return
    compared = one.named | other.named | one.scene | other.scene
    mine, theirs = one.company - compared, other.company - compared
    shared = len(mine & theirs)
    mostly = shared > 0 and shared >= _MUCH * min(len(mine), len(theirs))
    if mostly and shared >= _FAMILIAR:
        yield "same_story"
    elif mostly or shared >= _FAMILIAR:
        yield "same_company"
    elif not one.company & other.company:
        yield "other_company"


def _matter(one: Sketch, other: Sketch) -> Iterator[str]:
    """What the reports are about on the whole, and whether it is what both tell first."""
    if one.reports & other.reports or min(len(one.topic), len(other.topic)) < _TOLD:
        return
    likeness = alike(one.topic, other.topic, one.compared & other.compared)
    if likeness >= _ONE_MATTER:
        yield "same_matter"
        if one.lead and other.lead and _fresh(one, other):
            yield "same_lead"
    elif likeness < _TWO_MATTERS:
        yield "other_matter"


def _fresh(one: Sketch, other: Sketch) -> bool:
    """Whether two reports came out so soon after each other that one may tell first what the other does."""
    days = one.reported_day, other.reported_day
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _FRESH


def _time(one: Sketch, other: Sketch) -> Iterator[str]:
    """Days where both are dated; else what publication says, before which a thing must have happened."""
    mine, theirs = one.when, other.when
    if mine is None or theirs is None:
        return
    gap = mine.gap(theirs)
    if gap > 1:
        # Of a death it is no news when a report recalls it years later.
        if not same_death(one, other):
            yield "days_apart"
    elif one.told_day is None or other.told_day is None:
        yield "same_news"
    elif gap == 1:
        yield "day_off"
    elif mine == theirs and mine.first == mine.last:
        yield "same_day"
    elif max((p.last - p.first).days for p in (mine, theirs)) <= 2 * NEWS:
        yield "in_period"


def _place(one: Sketch, other: Sketch) -> Iterator[str]:
    """Same, by name or words, one inside the other, near, or elsewhere; one only described fits any."""
    mine, theirs = one.place, other.place
    if mine is None or theirs is None:
        return
    if mine.actor is not None and mine.actor == theirs.actor:
        yield "same_place"
    elif _holds(mine, theirs) or _holds(theirs, mine):
        yield "within_place"
    elif mine.geo and theirs.geo and _kilometres(mine.geo, theirs.geo) <= _NEAR:
        yield "near_place"
    elif mine.geo and theirs.geo and _kilometres(mine.geo, theirs.geo) > _FAR:
        yield "far_place"
    elif mine.stems and mine.stems == theirs.stems and not (mine.geo and theirs.geo):
        yield "same_place"
    elif mine.named and theirs.named and not (_vague(mine, theirs) or _vague(theirs, mine)):
        # What is on no map may lie within what is.
        yield "other_place" if (mine.geo is None) == (theirs.geo is None) else "unknown_place"


def _holds(outer: Spot, inner: Spot) -> bool:
    """Whether a country or province holds a place, or "the capital" is meant by a capital's name."""
    if outer.capital:
        return inner.geo is not None and inner.geo.feature == _CAPITAL
    if outer.country is None or outer.country != inner.country:
        return False
    if outer.nation:
        return True
    a, b = outer.geo, inner.geo
    return a is not None and b is not None and a.feature == _PROVINCE and a.admin1 == b.admin1


def _vague(outer: Spot, inner: Spot) -> bool:
    """Whether one is a country of which it is not known whether it holds the other."""
    return outer.nation and inner.country is None


def _kilometres(one: Geo, other: Geo) -> float:
    """The great-circle distance (haversine)."""
    a, b = radians(one.lat), radians(other.lat)
    turn = sin(radians(other.lon - one.lon) / 2) ** 2 * cos(a) * cos(b)
    return 2 * _EARTH * asin(sqrt(min(1.0, sin((b - a) / 2) ** 2 + turn)))


def _participants(one: Sketch, other: Sketch) -> Iterator[str]:
    """Who did it and to whom. Where both sides of a fight act, it does not matter who is told of first."""
    actors = _alike(one.actors, other.actors)
    people = tells_killing(one) and tells_killing(other)  # nothing but people is killed
    recipients = _alike(one.recipients, other.recipients, people)
    if one.type in MEETINGS and _other_meeting(one.named, other.named):
        yield "other_meeting"
    if one.type in WORDS and actors == "other":
        yield "other_speaker"
    if len(one.named & other.named) > 1:
        yield "same_pair"
        if "other" in (actors, recipients):
            actors = recipients = "same"
    if actors:
        yield f"{actors}_actor"
    if recipients:
        yield f"{recipients}_recipient"


def _other_meeting(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether others met: of two at least who are named there is somebody who is not among the others."""
    few, many = sorted((mine, theirs), key=len)
    return len(many) > 1 and not few <= many and len(few & many) <= 1


def _alike(mine: tuple[Who, ...], theirs: tuple[Who, ...], people: bool = False) -> str | None:
    """Whether two lists have somebody in common, by name or description, or tell of others altogether.

    Things are compared with things, places with places, people with people: who tells of a market does not
    speak against traders.
    `people`: all of them are people, even those that no table knows.
    """
    if sides(mine) & sides(theirs):
        return "same"
    kinds = [_by_kind(some, people) for some in (mine, theirs)]
    found = [_compared(a, b) for a, b in zip(*kinds, strict=True)]
    return "alike" if "alike" in found else "other" if "other" in found else None


def _by_kind(some: tuple[Who, ...], people: bool) -> tuple[list[Who], list[Who], list[Who]]:
    things = [] if people else [who for who in some if who.thing]
    places = [] if people else [who for who in some if who.place]
    return things, places, [who for who in some if who not in things and who not in places]


def _compared(mine: list[Who], theirs: list[Who]) -> str | None:
    pairs = [(a, b) for a in mine for b in theirs if not (a.open or b.open)]
    if any(_described_alike(a, b) for a, b in pairs):
        return "alike"
    return "other" if pairs and not any(_may_be(a, b) for a, b in pairs) else None


def _described_alike(one: Who, other: Who) -> bool:
    if one.actor is not None and other.actor is not None:
        return False
    return bool(one.stems & other.stems)


def _may_be(one: Who, other: Who) -> bool:
    """Whether it is left open that the other is meant: of two names one is a part of the other; of a
    description no word says otherwise."""
    if one.actor is not None and other.actor is not None:
        return one.place and other.place and (one.stems <= other.stems or other.stems <= one.stems)
    return one.country == other.country is not None and one.sector == other.sector is not None


def _toll(one: Sketch, other: Sketch) -> Iterator[str]:
    """Numbers of one kind: the same, such as grow into each other, or such as do not fit."""
    for kind in sorted(one.toll.keys() & other.toll.keys()):
        mine, theirs = one.toll[kind], other.toll[kind]
        if mine == theirs:
            yield "same_toll"
        elif _grows(one, other, kind):
            yield "growing_toll"
        else:
            yield "other_toll"
        return


def _grows(one: Sketch, other: Sketch, kind: str) -> bool:
    """Whether bounds meet, or the later report has the larger number, and not one beyond all likeness."""
    (low, high), (least, most) = one.toll[kind], other.toll[kind]
    if (high is None or least is None or least <= high) and (most is None or low is None or low <= most):
        return True
    ordered = sorted((one, other), key=lambda e: e.toll[kind][0] or e.toll[kind][1] or 0)
    smaller, larger = (e.toll[kind][0] or e.toll[kind][1] or 0 for e in ordered)
    in_time = (ordered[0].published or "") <= (ordered[1].published or "9999")
    return in_time and smaller > 0 and larger <= smaller * _OUTGROWN


def _death(one: Sketch, other: Sketch) -> Iterator[str]:
    """Nobody is killed twice."""
    if same_death(one, other):
        yield "same_death"


def _judged(one: Sketch, other: Sketch) -> Iterator[str]:
    """What humans said: nothing outweighs it."""
    if one.judged & other.judged:
        yield "judged_one"
    elif one.judged & other.apart or one.apart & other.judged:
        yield "judged_two"


def _telling(one: Sketch, other: Sketch) -> Iterator[str]:
    """Who tells it, as what, and how much of it: a report has told its own events apart."""
    if one.bare or other.bare:
        yield "bare"
    if one.reports & other.reports:
        yield "told_apart"
    polarities = {one.polarity, other.polarity}
    if len(polarities) > 1:
        yield "to_come" if "u" in polarities else "denied"


_PARTS: tuple[Callable[[Sketch, Sketch], Iterator[str]], ...] = (
    _wording,
    _time,
    _place,
    _participants,
    _toll,
    _death,
    _company,
    _matter,
    _telling,
    _judged,
)
