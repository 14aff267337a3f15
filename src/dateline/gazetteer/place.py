"""A place of the gazetteer, and how a name came to mean it."""

from dataclasses import dataclass
from enum import IntEnum


class Naming(IntEnum):
    """How a name is a place's: the lower, the better."""

    NAME = 0  # the name it goes by
    OTHER = 1  # another name, spelling or language
    PART = 2  # its name without a word for what it is, or without an article: "Nangarhar", "Hudaydah"
    ALIKE = 3  # a name that is spelt much like it


@dataclass(frozen=True, slots=True)
class Place:
    """A place: degrees WGS 84; `countries`, ISO 3166-1 alpha-3, are those it lies in or that claim it.

    `feature_class` and `code` are GeoNames' (P PPL a town, A ADM1 a province, H STM a river …). `within` are
    the ids of the administrative units that it lies in, largest first; `admin1` is the name of the first.
    `population` is 0 where unknown.
    """

    id: int
    name: str
    lat: float
    lon: float
    feature_class: str
    code: str
    countries: tuple[str, ...] = ()
    admin1: str | None = None
    within: tuple[int, ...] = ()
    population: int = 0
    geonameid: int | None = None

    @property
    def country(self) -> str | None:
        """The country it lies in, None for the places of none, or of several."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def is_country(self) -> bool:
        return self.code == "PCLI"


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean."""

    place: Place
    naming: Naming
