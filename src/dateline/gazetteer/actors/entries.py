"""Files of known actors: read, checked, and turned into entries. A bad entry is named and left out."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import LexiconError
from dateline.gazetteer.actors.actor import Actor, Entry, Kind, Named, Naming, Term
from dateline.gazetteer.actors.keys import actor_key
from dateline.language import load_language
from dateline.model.edtf import is_edtf
from dateline.ontology.codes import SECTORS, WORLD

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_SHARED = ("kind", "sector", "country")  # said at the top of a file for all its entries
_ORDER = "surname_first"  # countries whose names begin with the surname
_LISTS = ("names", "acronyms", "unsure", "also_in", "governed", "part_of")
_FIELDS = frozenset((*_SHARED, *_LISTS, "active", "wikidata"))


@dataclass
class Loaded:
    """The entries of one or more files, and what is wrong with those that were left out."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class _BadEntryError(Exception):
    """What is wrong with one entry."""


def read_files(paths: Iterable[Path]) -> Loaded:
    """The entries of several files; an entry of a later file replaces that of the same id.

    Raises LexiconError when a file is no TOML or has neither `[actors]` nor `[leaders]`.
    """
    found, problems = dict[str, Entry](), list[str]()
    for path in paths:
        loaded = read_file(path)
        found.update((entry.actor.id, entry) for entry in loaded.entries)
        problems += loaded.problems
    return Loaded(list(found.values()), problems)


def read_file(path: Path) -> Loaded:
    """The entries of one file. Raises LexiconError when it cannot be read as one."""
    table = _table(path)
    shared = {name: table[name] for name in _SHARED if name in table}
    loaded = Loaded()
    for slug, row in table.get("actors", {}).items():
        try:
            loaded.entries.append(_entry(slug, row, shared))
        except _BadEntryError as error:
            loaded.problems.append(f"{path}: entry {slug!r}: {error}; it is left out")
    for row in _leaders(path, table.get("leaders", {}), loaded.problems):
        first = row.terms[0].country in table.get(_ORDER, ())
        loaded.entries.append(_person(row, shared.get("sector"), first))
    return loaded


def _table(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: no file of actors: {error}") from error
    parts = {k: v for k, v in table.items() if k not in (*_SHARED, _ORDER)}
    if not parts or not parts.keys() <= {"actors", "leaders"} or not all(map(_is_table, parts.values())):
        known = ", ".join((*_SHARED, _ORDER, "[actors]", "[leaders]"))
        raise LexiconError(f"{path}: a file of actors holds {known}, and nothing else")
    return table


def _is_table(value: object) -> bool:
    return isinstance(value, Mapping)


# ---------------------------------------------------------------- organisations and other actors


def _entry(slug: str, row: object, shared: Mapping[str, Any]) -> Entry:
    if not _SLUG.fullmatch(slug):
        raise _BadEntryError("an id is made of small letters, digits and single hyphens")
    if not isinstance(row, Mapping):
        raise _BadEntryError("an entry is a table of fields")
    if unknown := row.keys() - _FIELDS:
        raise _BadEntryError(f"there are no fields {', '.join(sorted(unknown))}")
    row = {**shared, **row}
    _check_lists(row)
    names = _names(row)
    actor = Actor(
        id=slug,
        name=names[0].written,
        kind=_kind(row.get("kind")),
        country=_code(row.get("country"), "country", countries() | WORLD),
        also_in=tuple(_sure(c, "also_in", countries()) for c in row.get("also_in", ())),
        sector=_code(row.get("sector"), "sector", SECTORS),
        active=_interval(row.get("active")),
        governed=tuple(_time(time, "governed") for time in row.get("governed", ())),
        part_of=tuple(row.get("part_of", ())),
        wikidata=_wikidata(row.get("wikidata")),
    )
    return Entry(actor, names)


def _check_lists(row: Mapping[str, Any]) -> None:
    for name in _LISTS:
        value = row.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise _BadEntryError(f"{name} is a list of texts")


def _names(row: Mapping[str, Any]) -> tuple[Named, ...]:
    """The names of an entry: a name, an acronym, or what is only one where the context says so."""
    written = [*row.get("names", ()), *row.get("acronyms", ())]
    if not row.get("names"):
        raise _BadEntryError("it has no names")
    unsure, acronyms = set(row.get("unsure", ())), set(row.get("acronyms", ()))
    if strange := unsure - set(written):
        raise _BadEntryError(f"unsure names no other name has: {', '.join(sorted(strange))}")
    if empty := [name for name in written if not actor_key(name)]:
        raise _BadEntryError(f"{empty[0]!r} is no name")
    ways = {True: Naming.UNSURE, False: Naming.FULL}
    return tuple(
        Named(name, Naming.ACRONYM if name in acronyms - unsure else ways[name in unsure])
        for name in dict.fromkeys(written)
    )


def _kind(value: object) -> Kind:
    try:
        return Kind(str(value))
    except ValueError:
        raise _BadEntryError(f"kind is {value!r}; it is one of {', '.join(Kind)}") from None


def _code(value: object, name: str, known: frozenset[str]) -> str | None:
    return None if value is None else _sure(value, name, known)


def _sure(value: object, name: str, known: frozenset[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise _BadEntryError(f"{name} is {value!r}, which is no code that we know")
    return value


def _interval(value: object) -> str | None:
    return None if value is None else _time(value, "active")


def _time(value: object, name: str) -> str:
    if not isinstance(value, str) or "/" not in value or not is_edtf(value):
        raise _BadEntryError(f'{name} is {value!r}; write an EDTF interval, as "1994/2001" or "2014-06/.."')
    return value


def _wikidata(value: object) -> str | None:
    if value is None or (isinstance(value, str) and _WIKIDATA.fullmatch(value)):
        return value
    raise _BadEntryError(f'wikidata is {value!r}; it is an item\'s id, as "Q1065"')


def countries() -> frozenset[str]:
    """The codes of all countries that the language knows by name."""
    return frozenset(load_language().table("nations")["nations"])


# ---------------------------------------------------------------- leaders


@dataclass
class _Leader:
    """Who held one or more offices, under which names."""

    names: list[str]
    terms: list[Term]


def _leaders(path: Path, table: Mapping[str, Any], problems: list[str]) -> Iterable[_Leader]:
    """Persons out of a table by country, office and term; who held several offices is one person."""
    people: dict[str, _Leader] = {}
    for country, office, row in _held(table):
        try:
            time, *names = _term_row(row)
            term = Term(office, _sure(country, "the country", countries() | WORLD), _time(time, "the term"))
        except _BadEntryError as error:
            problems.append(f"{path}: leaders.{country}.{office}: {row!r}: {error}; it is left out")
            continue
        leader = people.setdefault(actor_key(names[0]), _Leader([], []))
        leader.names += [name for name in names if name not in leader.names]
        leader.terms.append(term)
    return people.values()


def _held(table: Mapping[str, Any]) -> Iterator[tuple[str, str, object]]:
    for country, offices in table.items():
        for office, rows in offices.items() if isinstance(offices, Mapping) else ():
            for row in rows if isinstance(rows, list) else ():
                yield country, office, row


def _term_row(row: object) -> list[str]:
    if not isinstance(row, list) or len(row) < 2 or not all(isinstance(v, str) and actor_key(v) for v in row):
        raise _BadEntryError('write ["1999-04-27/2019-04-02", "Name", "other spelling"]')
    return row


def _person(leader: _Leader, sector: str | None, surname_first: bool) -> Entry:
    homes = tuple(dict.fromkeys(term.country for term in leader.terms))
    actor = Actor(
        id=actor_key(leader.names[0]).replace(" ", "-"),
        name=leader.names[0],
        kind=Kind.PERSON,
        country=homes[0],
        also_in=homes[1:],
        sector=sector,
        terms=tuple(leader.terms),
    )
    spellings = dict.fromkeys((*leader.names, *map(_without_article, leader.names)))
    full = [Named(name, Naming.FULL) for name in spellings]
    surnames = dict.fromkeys(s for name in leader.names for s in _surnames(name, surname_first))
    return Entry(actor, (*full, *(Named(name, Naming.SURNAME) for name in surnames)))


def _surnames(name: str, first: bool) -> list[str]:
    """What a name is shortened to: "Bashar al-Assad" is "al-Assad" and "Assad"."""
    particles = load_language().table("given_names")["particles"]
    while name.rpartition(" ")[2].lower() in particles["suffixes"]:
        name = name.rpartition(" ")[0]
    if " " not in name:
        return []
    surname = name.split(" ", 1)[0] if first else name.rsplit(" ", 1)[1]
    return list(dict.fromkeys((surname, _without_article(surname))))


def _without_article(name: str) -> str:
    """A name whose surname has lost the article that a hyphen joins to it: "Bashar Assad"."""
    given, space, surname = name.rpartition(" ")
    article, _, bare = surname.partition("-")
    articles = load_language().table("given_names")["particles"]["articles"]
    return f"{given}{space}{bare}" if bare and article.lower() in articles else name
