"""How likely a name means a place before anything else is known: the large and the few outweigh the small.

Weights are on the scale of a population's decimal logarithm, so that 1 stands for a place ten times as large.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from dateline.gazetteer.place import Match, Naming, Place

_CODES = {"PCLI": 9.3, "CONT": 8.0, "OCN": 8.0, "SEA": 7.0, "PCLH": 6.5, "PPLH": 6.2, "RGNH": 5.8}
_OWN = 6.4  # whoever wrote it into our data thought that reports speak of it
_NAMINGS = {Naming.NAME: 0.0, Naming.OTHER: -0.7, Naming.PART: -0.6, Naming.ALIKE: -2.0}
_OWN_PROVINCE = 8.0
_CAPITAL = 0.6
_PROVINCE = 5.2
_WIDE = -0.9  # of a province: most of its inhabitants live in places of other names
_DISTRICT = -1.3
_SMALLEST = 200  # inhabitants that a place of unknown size is taken to have


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature of a score, in words, and what it adds."""

    feature: str
    weight: float


def prior(match: Match) -> Iterator[Reason]:
    """What speaks for a match by itself: what the place is, and how the name is its."""
    place = match.place
    yield Reason(_size(place), round(prominence(place), 2))
    if match.naming is not Naming.NAME:
        yield Reason(f"name is {match.naming.name.lower()}", _NAMINGS[match.naming])


def prominence(place: Place) -> float:
    """How much a place is spoken of, by its kind and inhabitants."""
    people = log10(max(place.population, _SMALLEST))
    if place.code in _CODES:
        return _CODES[place.code]
    if place.id < 0:
        return _OWN_PROVINCE if place.code == "ADM1" else _OWN
    if place.code == "ADM1":
        return max(_PROVINCE, people + _WIDE)
    if place.feature_class == "A":
        return people + _DISTRICT
    return people + (_CAPITAL if place.code == "PPLC" else 0.0)


def _size(place: Place) -> str:
    return f"{place.code}, {place.population:,} inhabitants" if place.population else place.code
