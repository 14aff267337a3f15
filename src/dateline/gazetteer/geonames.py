"""Dumps of GeoNames (allCountries.txt, cities500.txt, FR.zip …), read line by line.

The format is GeoNames' own: one place a line, nineteen fields between tabs, UTF-8 (readme.txt of its export).
An imported dump becomes an index of its own beside the built one, and is looked up with it.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dateline.errors import UnreadableError, UsageError
from dateline.gazetteer.build import write
from dateline.gazetteer.cache import Progress, cache_folder, silent
from dateline.gazetteer.index import IMPORTED, Gazetteer, load_gazetteer
from dateline.gazetteer.keys import is_written_name
from dateline.gazetteer.place import Place
from dateline.gazetteer.rows import Row

_FIELDS = 19
_CLASSES = frozenset("AHLPSTV")  # neither roads nor what lies under the sea
_COUNTRY_CODES = ("PCLI", "PCLD", "PCLS", "PCLF", "PCLIX", "PCL")
_STEP = 20_000


def import_dump(file: Path, progress: Progress = silent) -> int:
    """Adds the places of a dump to this user's gazetteer; returns how many.

    Takes the place of an earlier import of a file with that name. Raises UsageError where there is no such
    file, or none of that format; then nothing has changed.
    """
    if not file.is_file():
        raise UsageError(f"{file}: no such file")
    base = load_gazetteer()
    target = cache_folder() / f"{IMPORTED}{file.stem}.index"
    part = target.with_suffix(".part")
    counted = _Counted()
    part.unlink(missing_ok=True)
    try:
        write(part, counted.all(_rows(file, base, progress)))
        if not counted.count:
            raise UsageError(f"{file}: there is no place in it")
        part.replace(target)
    except UnreadableError as error:
        raise UsageError(f"{file}: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    load_gazetteer.cache_clear()
    return counted.count


class _Counted:
    def __init__(self) -> None:
        self.count = 0

    def all(self, rows: Iterator[Row]) -> Iterator[Row]:
        for row in rows:
            self.count += 1
            yield row


def _rows(file: Path, base: Gazetteer, progress: Progress) -> Iterator[Row]:
    with _opened(file) as (lines, size):
        done = 0
        for number, line in enumerate(lines, 1):
            done += len(line)
            if number % _STEP == 1:
                progress(f"importing {file.name}", min(done, size), size)
            row = _row(line, number, base)
            if row is not None:
                yield row
        progress(f"importing {file.name}", size, size)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The lines of a dump and how many bytes they are."""
    if not zipfile.is_zipfile(file):
        with file.open("rb") as lines:
            yield lines, file.stat().st_size
        return
    with zipfile.ZipFile(file) as archive:
        tables = [entry for entry in archive.infolist() if entry.filename.endswith(".txt")]
        tables = [entry for entry in tables if entry.filename.lower() != "readme.txt"]
        if len(tables) != 1:
            raise UnreadableError(f"a dump holds one table, this holds {len(tables)}")
        with archive.open(tables[0]) as lines:
            yield lines, tables[0].file_size


def _row(line: bytes, number: int, base: Gazetteer) -> Row | None:
    try:
        fields = line.decode("utf-8").rstrip("\r\n").split("\t")
        if fields == [""]:
            return None
        if len(fields) != _FIELDS:
            raise UnreadableError(f"line {number}: {len(fields)} fields where GeoNames has {_FIELDS}")
        return _made(fields, base)
    except ValueError as error:
        raise UnreadableError(f"line {number}: {error}") from error


def _made(fields: list[str], base: Gazetteer) -> Row | None:
    number, name, (lat, lon, feature_class, code, two) = int(fields[0]), fields[1], fields[4:9]
    if feature_class not in _CLASSES:
        return None
    country = base.unit(f"iso:{two}")
    units = [base.unit(f"{two}.{fields[10]}"), base.unit(f"{two}.{fields[10]}.{fields[11]}")]
    above = [unit for unit in units if unit is not None and unit.id != number]
    place = Place(
        id=number,
        name=name,
        lat=float(lat),
        lon=float(lon),
        feature_class=feature_class,
        code="PCLI" if code in _COUNTRY_CODES else code,
        countries=country.countries if country is not None else (),
        admin1=above[0].name if above else None,
        within=tuple(unit.id for unit in above),
        population=int(fields[14] or 0),
        geonameid=number,
    )
    also = filter(is_written_name, filter(None, (fields[2], *fields[3].split(","))))
    return Row(place, tuple(also))
