"""Looking names up in the index."""

import sqlite3
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from dateline.errors import CacheError
from dateline.gazetteer.build import recipe
from dateline.gazetteer.cache import Progress, built, silent
from dateline.gazetteer.keys import key, shorter, sound
from dateline.gazetteer.place import Match, Naming, Place
from dateline.gazetteer.prior import prominence
from dateline.gazetteer.reading import Connections

_COLUMNS = """place.id, place.name, place.lat, place.lon, place.class, place.code, place.countries,
    place.admin1, place.within, place.population, place.geonameid"""
_BY_NAME = f"select {_COLUMNS}, name.naming from name join place on place.id = name.place where name.key = ?"
_BY_SOUND = "select spelling, place from sound where key = ?"
_BY_ID = f"select {_COLUMNS} from place where id = ?"
_BY_UNIT = f"select {_COLUMNS} from unit join place on place.id = unit.place where unit.code = ?"
_ALIKE = 0.75  # of the letters, at least, of names that sound alike
_SHORTEST = 5  # letters of a name that is looked for by its sound
_REMEMBERED = 8192
IMPORTED = "imported-"  # how the names of imported indexes begin


class Gazetteer:
    """One open index, or several. Look-ups give matches in no order: `analysis/places` weighs them.

    May be shared by threads, and by a process that was forked. Raises CacheError when the file is none of
    ours.
    """

    def __init__(self, *paths: Path) -> None:
        self.paths = paths
        self._connections = Connections(*paths)
        self.lookup = lru_cache(_REMEMBERED)(self._lookup)
        self.prominence = lru_cache(_REMEMBERED)(self._prominence)
        self.by_id = lru_cache(_REMEMBERED)(self._by_id)
        self.unit = lru_cache(_REMEMBERED)(self._unit)

    def _lookup(self, name: str) -> tuple[Match, ...]:
        """The places a name may mean; those of names spelt alike only when none has this very name."""
        full = key(name)
        if not full:
            return ()
        found = self._named(full)
        if not found:
            found = next((more for part in shorter(full) if (more := self._named(part))), ())
        return found or self._alike(full)

    def known(self, name: str) -> bool:
        """Whether a place goes by exactly this name."""
        return any(match.naming < Naming.ALIKE for match in self.lookup(name))

    def _prominence(self, name: str) -> float | None:
        """How much the best known place of exactly this name is spoken of, None where no place has it."""
        found = [prominence(m.place) - m.naming for m in self.lookup(name) if m.naming < Naming.PART]
        return max(found, default=None)

    def _unit(self, code: str) -> Place | None:
        """A country by "AFG", "iso:AF" or ".af", a province or the like by GeoNames' code: "AF.18"."""
        row = self._one(_BY_UNIT, code)
        return None if row is None else _place(row)

    def _by_id(self, place_id: int) -> Place | None:
        row = self._one(_BY_ID, place_id)
        return None if row is None else _place(row)

    # ------------------------------------------------------------------ the file
    def _named(self, full: str) -> tuple[Match, ...]:
        found: dict[int, Match] = {}
        for row in self._all(_BY_NAME, full):
            place = _place(row)
            found.setdefault(place.id, Match(place, Naming(row[11])))
        return tuple(found.values())

    def _alike(self, full: str) -> tuple[Match, ...]:
        if len(full) < _SHORTEST:
            return ()
        alike = {place for spelling, place in self._all(_BY_SOUND, sound(full)) if _similar(full, spelling)}
        found = (self._by_id(place) for place in sorted(alike))
        return tuple(Match(place, Naming.ALIKE) for place in found if place is not None)

    def _all(self, query: str, value: str | int) -> list[Any]:
        try:
            return [row for base in self._connections() for row in base.execute(query, (value,))]
        except sqlite3.DatabaseError as error:
            names = ", ".join(map(str, self.paths))
            raise CacheError(f"{names}: the index of places cannot be read: {error}") from error

    def _one(self, query: str, value: str | int) -> Any:
        return next(iter(self._all(query, value)), None)


def _similar(one: str, other: str) -> bool:
    return Levenshtein.normalized_similarity(one, other, score_cutoff=_ALIKE) >= _ALIKE


def _place(row: Any) -> Place:
    number, name, lat, lon, feature_class, code, countries, admin1, within, population, geonameid = row[:11]
    return Place(
        number,
        name,
        lat,
        lon,
        feature_class,
        code,
        tuple(countries.split()),
        admin1,
        tuple(map(int, within.split())),
        population,
        geonameid,
    )


def ensure_gazetteer(progress: Progress = silent) -> Path:
    """Builds the index of places if it is not there yet: half a minute, once a machine. Raises CacheError."""
    return built(recipe(), progress)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of this user, with what was imported; built now if need be. Raises CacheError."""
    built_path = ensure_gazetteer()
    return Gazetteer(built_path, *sorted(built_path.parent.glob(f"{IMPORTED}*.index")))
