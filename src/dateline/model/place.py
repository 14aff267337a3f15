"""Where in the world something is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Geo:
    """A point on the map; degrees WGS 84, `country` ISO 3166-1 alpha-3."""

    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    geonameid: int | None = None
