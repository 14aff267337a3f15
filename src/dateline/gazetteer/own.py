"""Our own data: the areas, ranges, waters and historical names that no package has, and where countries are.

Each file of `data/places/` is a table that people read and mend; its fields are explained in `world.toml`.
A file with a mistake raises LexiconError, which names it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import LexiconError
from dateline.gazetteer.keys import DATA
from dateline.gazetteer.place import Place
from dateline.gazetteer.rows import Row

# The class that each feature code belongs to, as GeoNames has it.
CLASSES: Mapping[str, str] = {
    code: feature_class
    for feature_class, codes in {
        "A": "ADM1 ADM2 ADM1H PCLI PCLH",
        "H": "BAY CHN CNL GLCR GULF LK LKS OCN RF RSV SD SEA SHOL STM STRT",
        "L": "CONT MILB PRK RGN RGNH",
        "P": "PPL PPLH PPLX",
        "R": "ST",
        "S": "AIRB BDG CMPRF CSTL DAM GOVL HSTS MFG MSQE PS PSTB TMPL",
        "T": "CAPE CNYN DLTA DSRT ISL ISLS MT MTS PASS PEN PLAT PLN VAL",
        "V": "FRST",
    }.items()
    for code in codes.split()
}
_FIELDS = {"at", "in", "code", "also", "note"}

type Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """Where a country is put on a map, and names of it that the packages lack."""

    point: Point
    also: tuple[str, ...]


def own_files() -> tuple[Path, ...]:
    """All files that our own data stand in."""
    return tuple(sorted(DATA.rglob("*.toml")))


def own_places() -> Iterator[Row]:
    """Our own places; their ids are negative, and differ from build to build of other data."""
    number = 0
    for file in sorted((DATA / "places").glob("*.toml")):
        for name, entry in _table(file, "places").items():
            number -= 1
            yield _row(file, name, entry, number)


def countries() -> dict[str, Country]:
    """By ISO 3166-1 alpha-3 code."""
    file = DATA / "countries.toml"
    return {
        code: Country(_point(file, code, entry), tuple(entry.get("also", ())))
        for code, entry in _table(file, "countries").items()
    }


def points() -> dict[str, Point]:
    """Better points of administrative units, by GeoNames' code of country and unit ("US.TX")."""
    file = DATA / "points.toml"
    return {code: _point(file, code, {"at": at}) for code, at in _table(file, "points").items()}


def _table(file: Path, name: str) -> dict[str, Any]:
    try:
        return dict(tomllib.loads(file.read_text(encoding="utf-8"))[name])
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{file.name}: no table [{name}] can be read: {error}") from error


def _row(file: Path, name: str, entry: Mapping[str, Any], number: int) -> Row:
    unknown = entry.keys() - _FIELDS
    if unknown:
        raise LexiconError(f"{file.name}: {name} has unknown fields {sorted(unknown)}")
    code = str(entry.get("code"))
    if code not in CLASSES:
        raise LexiconError(f"{file.name}: {name} has no feature code that is known: {code!r}")
    lat, lon = _point(file, name, entry)
    place = Place(
        id=number,
        name=name,
        lat=lat,
        lon=lon,
        feature_class=CLASSES[code],
        code=code,
        countries=tuple(entry.get("in", ())),
    )
    return Row(place, tuple(entry.get("also", ())))


def _point(file: Path, name: str, entry: Mapping[str, Any]) -> Point:
    try:
        lat, lon = (float(degrees) for degrees in entry["at"])
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{file.name}: {name} needs at = [latitude, longitude]") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise LexiconError(f"{file.name}: {name} lies off the globe: {lat}, {lon}")
    return lat, lon
