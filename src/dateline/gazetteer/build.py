"""The index file: a small SQLite database of places and of the keys that their names are looked up by."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from dateline.gazetteer import own
from dateline.gazetteer.cache import Progress, Recipe, silent
from dateline.gazetteer.keys import key, shorter, sound
from dateline.gazetteer.packages import PACKAGES, Packages
from dateline.gazetteer.place import Naming, Place
from dateline.gazetteer.rows import Row

SCHEMA = """
create table place (
    id integer primary key, name text, lat real, lon real, class text, code text,
    countries text, admin1 text, within text, population integer, geonameid integer
);
create table name (key text, place integer, naming integer, primary key (key, place)) without rowid;
create table sound (key text, spelling text, place integer, primary key (key, spelling, place)) without rowid;
create table unit (code text primary key, place integer) without rowid;
"""
_SOUNDING = 5_000  # inhabitants from which a town is found by what its name sounds like
_SHORTEST = 5  # letters
_TOTAL = 288_000  # places, about: for the progress only
_STEP = 4_000


def recipe() -> Recipe:
    """What the index of places is made of."""
    code = Path(__file__).parent
    modules = tuple(code / f"{name}.py" for name in ("build", "keys", "own", "packages", "place", "rows"))
    folding = code.parent / "language" / "folding.py"
    return Recipe("places", build, packages=PACKAGES, files=(*own.own_files(), *modules, folding))


def build(path: Path, progress: Progress = silent) -> None:
    """Compiles the packages' data and our own into a new file."""
    write(path, _counted(_all_rows(progress), "gazetteer: indexing names", _TOTAL, progress))


def write(path: Path, rows: Iterable[Row]) -> None:
    """Writes places into a new index file. A later row of the same id adds its names to the first."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript("pragma journal_mode=off; pragma synchronous=off; pragma page_size=8192;" + SCHEMA)
        base.execute("begin")
        for row in rows:
            _insert(base, row)
        base.execute("commit")
        base.execute("vacuum")


def _insert(base: sqlite3.Connection, row: Row) -> None:
    place = row.place
    base.execute(
        "insert or ignore into place values (?,?,?,?,?,?,?,?,?,?,?)",
        (
            place.id,
            place.name,
            place.lat,
            place.lon,
            place.feature_class,
            place.code,
            " ".join(place.countries),
            place.admin1,
            " ".join(map(str, place.within)),
            place.population,
            place.geonameid,
        ),
    )
    namings = keys_of(row)
    base.executemany(
        "insert into name values (?,?,?) on conflict do update set naming = min(naming, excluded.naming)",
        [(name, place.id, int(naming)) for name, naming in namings.items()],
    )
    if _sounds(place):
        names = [name for name, naming in namings.items() if naming < Naming.PART and len(name) >= _SHORTEST]
        heard = {sound(name) for name in names} - {""}
        own_key = key(place.name)
        sounds = [(one, spelling, place.id) for one in heard for spelling in (own_key, *shorter(own_key))]
        base.executemany("insert or ignore into sound values (?,?,?)", sounds)
    base.executemany("insert or ignore into unit values (?,?)", [(code, place.id) for code in row.codes])


def keys_of(row: Row) -> dict[str, Naming]:
    """Every key that a place is looked up by, with how good a name of it that is."""
    namings: dict[str, Naming] = {}
    own_key = key(row.place.name)
    for full in (own_key, *map(key, row.also)):
        if not full:
            continue
        namings[full] = min(namings.get(full, Naming.PART), Naming.NAME if full == own_key else Naming.OTHER)
        for part in shorter(full):
            namings.setdefault(part, Naming.PART)
    return namings


def _sounds(place: Place) -> bool:
    return place.population >= _SOUNDING or place.feature_class != "P"


def _all_rows(progress: Progress) -> Iterator[Row]:
    progress("gazetteer: reading data", 0, _TOTAL)
    packages = Packages(own.points())
    yield from own.own_places()
    yield from _countries(packages)
    yield from packages.units()
    yield from packages.towns()


def _countries(packages: Packages) -> Iterator[Row]:
    ours = own.countries()
    for row in packages.country_rows({code: country.point for code, country in ours.items()}):
        yield replace(row, also=(*row.also, *ours[row.codes[0]].also))


def _counted(rows: Iterable[Row], step: str, total: int, progress: Progress) -> Iterator[Row]:
    done = 0
    for done, row in enumerate(rows, 1):
        yield row
        if done % _STEP == 0:
            progress(step, min(done, total), total)
    progress(step, done, done)
