"""The score table: what speaks for and against two bearers of names being one actor, and how much.

Every feature is a documented weight. A merge needs a sum of `ENOUGH`; the features that were weighed are kept
with the judgement, so that each can be read and argued with. Two things are not weighed but decide: links to
known actors (the same: one; two of one scheme: never one) and places that lie apart.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from dateline.accounts.sides import side_of
from dateline.accounts.traits import Office, Spot, Traits
from dateline.model.judgement import Feature

ENOUGH = 0.7

# For.
SAME_LINK = 2.0  # both are the same known actor
SAME_NAME = 1.0
OFFICE_ALONE = 1.0  # the only one named in that year as the holder of the office
ALIAS = 0.9  # a report gives one name as the alias of the other, and of nobody else
SPELLING = 0.5  # the names are spellings of one
SURNAME = 0.4  # the only person of that surname
SURNAME_OF_SEVERAL = 0.3
ACRONYM = 0.4  # the only long name with these initials
SAME_OFFICE = 0.4  # the same office of the same country or organisation
OFFICE_OF_SOME = 0.3  # the same office, one report does not say of whom
COMPANY = 0.3  # reports of both speak of a third in common
SAME_KIN = 0.3
SAME_COUNTRY = 0.1
SAME_BIRTH = 0.1
# Against.
OTHER_COUNTRY = -0.5
OTHER_BIRTH = -0.5
OTHER_SIDE = -0.5  # one holds an office of a state, the other one of a gang

# Years between two births that an age, told in another month, may account for.
_BIRTH_SLACK = 2
# Two points of one town that different gazetteers or spellings gave.
_NEAR_KM = 40.0
_EARTH_KM = 6371.0


@dataclass(slots=True)
class Profile:
    """The traits of all that were found to be one."""

    countries: set[str] = field(default_factory=set)
    links: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spots: list[Spot] = field(default_factory=list)
    births: set[int] = field(default_factory=set)
    offices: set[Office] = field(default_factory=set)
    kin: set[tuple[str, str]] = field(default_factory=set)

    @staticmethod
    def of(traits: Iterable[Traits]) -> "Profile":
        profile = Profile()
        for one in traits:
            profile._add(one)
        return profile

    def _add(self, traits: Traits) -> None:
        if traits.country is not None:
            self.countries.add(traits.country)
        for scheme, value in traits.links:
            self.links[scheme].add(value)
        if traits.spot is not None and traits.spot not in self.spots:
            self.spots.append(traits.spot)
        if traits.born is not None:
            self.births.add(traits.born)
        self.offices.update(traits.offices)
        self.kin.update(traits.kin)

    def take(self, other: "Profile") -> None:
        self.countries |= other.countries
        for scheme, values in other.links.items():
            self.links[scheme] |= values
        self.spots += [s for s in other.spots if s not in self.spots]
        self.births |= other.births
        self.offices |= other.offices
        self.kin |= other.kin


def barred(one: Profile, other: Profile) -> str | None:
    """Why two can never be one, in words; None where nothing bars it."""
    for scheme in sorted(one.links.keys() & other.links.keys()):
        if not one.links[scheme] & other.links[scheme]:
            here, there = min(one.links[scheme]), min(other.links[scheme])
            return f"they are two known actors: {here} and {there}"
    if one.spots and other.spots and not any(_near(a, b) for a in one.spots for b in other.spots):
        return "they lie in different places"
    return None


def compare(one: Profile, other: Profile) -> list[Feature]:
    """What the traits of two say of their being one."""
    found = [
        Feature("same_link", SAME_LINK, f"both are the known actor {value}")
        for scheme in sorted(one.links.keys() & other.links.keys())
        for value in sorted(one.links[scheme] & other.links[scheme])
    ][:1]
    parts = (_offices(one, other), _countries(one, other), _births(one, other), _sides(one, other))
    found += [f for f in parts if f]
    if shared := one.kin & other.kin:
        term, relative = min(shared)
        found.append(Feature("same_kin", SAME_KIN, f"both are called {term} of {relative}"))
    return found


def total(features: Iterable[Feature]) -> float:
    return round(sum(f.score for f in features), 3)


def _offices(one: Profile, other: Profile) -> Feature | None:
    best: Feature | None = None
    theirs: dict[str, set[str]] = defaultdict(set)
    for office in other.offices:
        theirs[office.title].add(office.of)
    for office in sorted(one.offices):
        of = theirs.get(office.title, set())
        if office.of and office.of in of:
            return Feature("same_office", SAME_OFFICE, f"both are called {office.title} of {office.of}")
        if of and (not office.of or "" in of):
            best = Feature("office_of_some", OFFICE_OF_SOME, f"both are called {office.title}")
    return best


def _countries(one: Profile, other: Profile) -> Feature | None:
    if not one.countries or not other.countries:
        return None
    if shared := one.countries & other.countries:
        return Feature("same_country", SAME_COUNTRY, f"both of {min(shared)}")
    words = f"one of {min(one.countries)}, one of {min(other.countries)}"
    return Feature("other_country", OTHER_COUNTRY, words)


def _births(one: Profile, other: Profile) -> Feature | None:
    if not one.births or not other.births:
        return None
    apart = min(abs(a - b) for a in one.births for b in other.births)
    here, there = min(one.births), min(other.births)
    if apart <= _BIRTH_SLACK:
        return Feature("same_birth", SAME_BIRTH, f"both born about {here}")
    return Feature("other_birth", OTHER_BIRTH, f"one born about {here}, one about {there}")


def _sides(one: Profile, other: Profile) -> Feature | None:
    mine, theirs = side_of(one.offices), side_of(other.offices)
    if mine is None or theirs is None or mine is theirs:
        return None
    here, there = (min(p.offices).words() for p in (one, other))
    return Feature("other_side", OTHER_SIDE, f"one is {here}, one {there}")


def _near(one: Spot, other: Spot) -> bool:
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return _kilometres(one.point, other.point) <= _NEAR_KM


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, p)) for p in (one, other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))
