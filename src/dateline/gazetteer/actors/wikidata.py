"""Wikidata's JSON dump, read line by line: organisations of known classes, and people who held positions.

The format is Wikidata's own ("latest-all.json", plain, .gz or .bz2): a list with one entity a line. Lines
that name no class of ours are passed over unparsed; memory does not grow with the dump.
"""

import bz2
import gzip
import json
import re
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from dateline.errors import UnreadableError, UsageError
from dateline.gazetteer.actors import own
from dateline.gazetteer.actors.actor import Actor, Entry, Kind, Named, Naming, Term
from dateline.gazetteer.actors.entries import countries
from dateline.gazetteer.actors.index import write
from dateline.gazetteer.cache import Progress, silent
from dateline.language import load_language
from dateline.model.edtf import is_edtf

_STEP = 10_000  # lines between two tellings of the progress
_TIME = re.compile(r"\+(\d{4})-(\d{2})-(\d{2})T")
_LENGTHS = {11: 10, 10: 7, 9: 4}  # precision of a Wikidata time: letters of its EDTF date
_SHORT = 6  # letters of an acronym, at most


@dataclass(frozen=True)
class _Classes:
    """The table of classes, and the pattern of lines that may hold an item of one."""

    kinds: Mapping[str, Mapping[str, str]]
    human: str
    sector: str
    positions: frozenset[str]
    wanted: re.Pattern[bytes]


@cache
def _classes() -> _Classes:
    table = tomllib.loads((Path(__file__).parent / "wikidata.toml").read_text(encoding="utf-8"))
    people = table["people"]
    ids = "|".join((*table["classes"], *people["positions"]))
    wanted = rf'"P298"|"P39"|"(?:{ids})"'.encode()
    return _Classes(
        table["classes"],
        people["human"],
        people["sector"],
        frozenset(people["positions"]),
        re.compile(wanted),
    )


def import_dump(file: Path, progress: Progress = silent) -> int:
    """Makes the index of imported actors out of a dump; returns how many there are.

    Takes the place of an earlier import. Raises UsageError when there is no such file, UnreadableError when
    it is no dump; then nothing has changed.
    """
    if not file.is_file():
        raise UsageError(f"{file}: no such file")
    target = own.imported_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        told = _Told({}, {})
        write(part, _entries(file, told, progress))
        count = _resolve(part, told)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return count


# ---------------------------------------------------------------- lines


@dataclass
class _Told:
    """What items say that others only point at: codes of countries, names of offices."""

    countries: dict[str, str]
    offices: dict[str, str]


def _entries(file: Path, told: _Told, progress: Progress) -> Iterator[Entry]:
    for item in _items(file, progress):
        classes = _ids(item, "P31")
        code = next((v for v in _values(item, "P298") if isinstance(v, str)), None)
        if code in countries():
            told.countries[item["id"]] = str(code)
        if classes & _classes().positions and (label := _label(item)):
            told.offices[item["id"]] = label
        entry = _entry(item, classes)
        if entry is not None:
            yield entry


def _items(file: Path, progress: Progress) -> Iterator[dict[str, Any]]:
    """The items of a dump that may be of use."""
    size, wanted = file.stat().st_size, _classes().wanted
    step = f"actors: reading {file.name}"
    with file.open("rb") as raw, _opened(raw, file) as lines:
        number = 0
        for number, line in enumerate(_lines(lines, file), 1):
            if number % _STEP == 1:
                progress(step, raw.tell(), size)
            if (item := _item(line, number, file, wanted)) is not None:
                yield item
    progress(step, size, size)
    if not number:
        raise UnreadableError(f"{file}: is empty")


def _opened(raw: BinaryIO, file: Path) -> gzip.GzipFile | bz2.BZ2File | BinaryIO:
    if file.suffix == ".gz":
        return gzip.GzipFile(fileobj=raw)
    return bz2.BZ2File(raw) if file.suffix == ".bz2" else raw


def _lines(lines: Iterable[bytes], file: Path) -> Iterator[bytes]:
    try:
        yield from lines
    except (OSError, EOFError) as error:
        raise UnreadableError(f"{file}: cannot be unpacked: {error}") from error


def _item(line: bytes, number: int, file: Path, wanted: re.Pattern[bytes]) -> dict[str, Any] | None:
    """The item of a line; None for brackets, properties and what is passed over."""
    line = line.strip().rstrip(b",")
    if line in (b"", b"[", b"]"):
        return None
    if not line.startswith(b"{"):
        raise UnreadableError(f"{file}, line {number}: a dump of Wikidata has one entity a line")
    if wanted.search(line) is None:
        return None
    try:
        item = json.loads(line)
    except ValueError as error:
        raise UnreadableError(f"{file}, line {number}: {error}") from error
    return item if isinstance(item, dict) and item.get("type") == "item" else None


# ---------------------------------------------------------------- items


def _entry(item: dict[str, Any], classes: set[str]) -> Entry | None:
    label = _label(item)
    if not label:
        return None
    if _classes().human in classes:
        return _person(item, label) if "P39" in item.get("claims", {}) else None
    found = next((_classes().kinds[c] for c in sorted(classes & _classes().kinds.keys())), None)
    if found is None:
        return None
    home = found.get("country") or next(iter(_ordered(item, "P17")), None)
    actor = Actor(
        id=item["id"].lower(),
        name=label,
        kind=Kind(found["kind"]),
        country=home,
        sector=found.get("sector"),
        active=_active(item),
        wikidata=item["id"],
        listed=False,
    )
    return Entry(actor, _names(item, label))


def _person(item: dict[str, Any], label: str) -> Entry:
    home = next(iter(_ordered(item, "P27")), None)
    actor = Actor(
        id=item["id"].lower(),
        name=label,
        kind=Kind.PERSON,
        country=home,
        sector=_classes().sector,
        terms=tuple(_terms(item, home or "")),
        wikidata=item["id"],
        listed=False,
    )
    return Entry(actor, _names(item, label))


def _terms(item: dict[str, Any], home: str) -> Iterator[Term]:
    """The positions held since a day that is told."""
    for statement in item["claims"]["P39"]:
        office = _value(statement.get("mainsnak", {}))
        qualifiers = statement.get("qualifiers", {})
        start, end = (_first_time(qualifiers.get(p, ())) for p in ("P580", "P582"))
        time = f"{start}/{end or '..'}"
        if isinstance(office, dict) and "id" in office and start and is_edtf(time):
            yield Term(office["id"], home, time)


def _active(item: dict[str, Any]) -> str | None:
    snaks = ([s.get("mainsnak", {}) for s in item.get("claims", {}).get(p, ())] for p in ("P571", "P576"))
    start, end = map(_first_time, snaks)
    time = f"{start or '..'}/{end or '..'}"
    return time if (start or end) and is_edtf(time) else None


def _first_time(snaks: Any) -> str | None:
    """The first of some times, as exact as it claims to be, in EDTF."""
    for snak in snaks:
        value = _value(snak)
        if isinstance(value, dict) and (found := _TIME.match(str(value.get("time", "")))):
            length = _LENGTHS.get(value.get("precision", 0))
            if length:
                return "-".join(found.groups())[:length]
    return None


def _names(item: dict[str, Any], label: str) -> tuple[Named, ...]:
    """The label names the item; its aliases only where more speaks for it, since they are many."""
    sure = Naming.FULL if " " in label else Naming.GENERIC
    aliases = item.get("aliases", {}).get(load_language().code, ())
    texts = dict.fromkeys(a["value"] for a in aliases if isinstance(a, dict) and a.get("value"))
    texts.pop(label, None)
    ways = {True: Naming.ACRONYM, False: Naming.GENERIC}
    return (Named(label, sure), *(Named(t, ways[t.isupper() and len(t) <= _SHORT]) for t in texts))


def _label(item: dict[str, Any]) -> str:
    labels = item.get("labels", {})
    label = labels.get(load_language().code) or labels.get("mul") or {}
    return str(label.get("value", ""))


def _ids(item: dict[str, Any], claim: str) -> set[str]:
    return set(_ordered(item, claim))


def _ordered(item: dict[str, Any], claim: str) -> list[str]:
    """The items that a claim points at, the preferred ones first."""
    statements = item.get("claims", {}).get(claim, ())
    ranked = sorted(statements, key=lambda s: s.get("rank") != "preferred")
    values = (_value(s.get("mainsnak", {})) for s in ranked if s.get("rank") != "deprecated")
    return [v["id"] for v in values if isinstance(v, dict) and isinstance(v.get("id"), str)]


def _values(item: dict[str, Any], claim: str) -> list[Any]:
    return [_value(s.get("mainsnak", {})) for s in item.get("claims", {}).get(claim, ())]


def _value(snak: dict[str, Any]) -> Any:
    return snak.get("datavalue", {}).get("value")


# ---------------------------------------------------------------- what only the whole dump tells


def _resolve(path: Path, told: _Told) -> int:
    """Puts codes in the place of the items of countries, and names in that of offices; returns the count."""
    with closing(sqlite3.connect(path)) as base:
        homes = [c for (c,) in base.execute("select distinct country from actor where country like 'Q%'")]
        for home in homes:
            code = told.countries.get(home)
            base.execute("update actor set country = ? where country = ?", (code, home))
        base.create_function("named", 2, lambda terms, home: _named(terms, home or "", told.offices))
        base.execute("update actor set terms = named(terms, country) where terms != ''")
        base.commit()
        (count,) = base.execute("select count(*) from actor").fetchone()
    return int(count)


def _named(terms: str, country: str, offices: Mapping[str, str]) -> str:
    return json.dumps(
        [[offices.get(office, "office"), country, time] for office, _, time in json.loads(terms)]
    )
