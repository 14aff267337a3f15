"""The index of known actors: a small SQLite file of actors, and of the keys that their names are found by."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from dateline.errors import CacheError
from dateline.gazetteer.actors import own, packages
from dateline.gazetteer.actors.actor import Actor, Entry, Kind, Match, Named, Naming, Term
from dateline.gazetteer.actors.keys import actor_key, person_key
from dateline.gazetteer.cache import Progress, Recipe, built, silent
from dateline.gazetteer.reading import Connections
from dateline.ontology.codes import WORLD

SCHEMA = """
create table actor (
    id text primary key, name text, kind text, country text, also_in text, sector text, active text,
    governed text, part_of text, terms text, wikidata text, listed integer
) without rowid;
create table name (key text, actor text, naming integer, written text, primary key (key, actor, written))
    without rowid;
create table problem (text text);
"""
_COLUMNS = (
    "id, actor.name, kind, country, also_in, sector, active, governed, part_of, terms, wikidata, listed"
)
_BY_KEY = (
    f"select {_COLUMNS}, min(naming) from name join actor on actor.id = name.actor"
    " where key = ? group by id order by id"
)
_BY_ID = f"select {_COLUMNS} from actor where id = ?"
_NAMES = (
    "select written, naming, kind, sector from name join actor on actor.id = name.actor"
    f" where listed and naming <= {Naming.UNSURE:d} order by naming desc, actor.id"
)
_REMEMBERED = 8192
_SHARED = 3  # countries whose actors have a word in their names: a word that tells none of them


_OF_THEMSELVES = (Kind.PERSON, Kind.NATION)  # their names are found by other means than lists


class KnownActors:
    """Open indexes, the user's and our own before what was imported.

    May be shared by threads, and by a process that was forked. Raises CacheError when a file is none of ours.
    """

    def __init__(self, *paths: Path) -> None:
        self.paths = paths
        self._connections = Connections(*paths)
        self._matches = lru_cache(_REMEMBERED)(self._look_up)

    def named(self, name: str, person: bool = False) -> tuple[Match, ...]:
        """The actors that a name may mean, by id; of those that were imported, only where ours has none.

        `person`: the name is a person's, and may begin with a title.
        """
        return self._matches(person_key(name) if person else actor_key(name))

    def _look_up(self, key: str) -> tuple[Match, ...]:
        for base in self._open() if key else ():
            if rows := base.execute(_BY_KEY, (key,)).fetchall():
                return tuple(Match(_actor(row), Naming(row[12])) for row in rows)
        return ()

    def by_id(self, actor_id: str) -> Actor | None:
        """The actor of an id."""
        rows = (row for base in self._open() for row in base.execute(_BY_ID, (actor_id,)))
        return next(map(_actor, rows), None)

    def listed(self) -> Iterator[tuple[str, Naming, Kind, str | None]]:
        """The names by which mentions are found: as written, how sure, of what kind and sector."""
        for written, naming, kind, sector in self._open()[0].execute(_NAMES):
            if kind not in _OF_THEMSELVES:
                yield written, Naming(naming), Kind(kind), sector

    def nations(self) -> Iterator[tuple[str, str]]:
        """The names of states, long official forms included, and their codes; the first of a name counts."""
        query = (
            "select written, country from name join actor on actor.id = name.actor"
            " where kind = ? and naming = ? and country is not null order by actor.id, written"
        )
        for base in self._open()[:1]:
            yield from base.execute(query, (Kind.NATION.value, int(Naming.FULL)))

    def names_of(self, actor_id: str) -> tuple[Named, ...]:
        """All names of an actor, the surest first."""
        query = "select distinct written, naming from name where actor = ? order by naming, written"
        rows = (row for base in self._open() for row in base.execute(query, (actor_id,)))
        return tuple(Named(written, Naming(naming)) for written, naming in rows)

    def problems(self) -> tuple[str, ...]:
        """What was wrong with entries of the user's files, which were left out."""
        return tuple(text for (text,) in self._open()[0].execute("select text from problem"))

    def _open(self) -> list[sqlite3.Connection]:
        try:
            bases = self._connections()
            for base in bases:
                base.execute("select 1 from actor limit 1")
        except sqlite3.Error as error:
            names = ", ".join(map(str, self.paths))
            raise CacheError(f"{names}: the index of actors cannot be opened: {error}") from error
        return bases


def _actor(row: tuple[str, ...]) -> Actor:
    return Actor(
        id=row[0],
        name=row[1],
        kind=Kind(row[2]),
        country=row[3],
        also_in=tuple(row[4].split()),
        sector=row[5],
        active=row[6],
        governed=tuple(row[7].split()),
        part_of=tuple(row[8].split()),
        terms=tuple(Term(*term) for term in json.loads(row[9])) if row[9] else (),
        wikidata=row[10],
        listed=bool(row[11]),
    )


# ---------------------------------------------------------------- building


def recipe() -> Recipe:
    """What the index is made of: our data, the user's files, packages."""
    code = Path(__file__).parent
    modules = tuple(code / f"{name}.py" for name in ("actor", "entries", "index", "keys", "packages"))
    language = code.parents[1] / "language"
    tables = (language / "folding.py", language / "en" / "nations.toml", language / "en" / "folding.toml")
    return Recipe("actors", build, packages=(packages.PACKAGE,), files=(*own.all_files(), *modules, *tables))


def build(path: Path, progress: Progress = silent) -> None:
    """Compiles our data, the user's files and the packages' into a new file. Raises LexiconError."""
    loaded = own.load()
    progress("actors: nations and parties", 1, 2)
    taken = frozenset(actor_key(name.written) for entry in loaded.entries for name in entry.names)
    entries = (*packages.nations(), *loaded.entries, *packages.parties(taken))
    write(path, marked(entries), loaded.problems)
    progress("actors: nations and parties", 2, 2)


def marked(entries: Collection[Entry]) -> Iterator[Entry]:
    """The entries with names marked that are made of words which actors of several countries share."""
    homes: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.actor.country and entry.actor.kind not in _OF_THEMSELVES:
            for word in {w for name in entry.names for w in actor_key(name.written).split()}:
                homes[word].add(entry.actor.country)
    shared = {word for word, countries in homes.items() if len(countries) >= _SHARED}
    for entry in entries:
        yield replace(entry, names=tuple(_marked(entry.actor, name, shared) for name in entry.names))


def _marked(actor: Actor, name: Named, shared: set[str]) -> Named:
    words = actor_key(name.written).split()
    body = actor.country not in WORLD and actor.kind not in _OF_THEMSELVES
    generic = body and len(words) > 1 and shared.issuperset(words)
    return replace(name, naming=Naming.GENERIC) if generic and name.naming is Naming.FULL else name


def write(path: Path, entries: Iterable[Entry], problems: Iterable[str] = ()) -> None:
    """Writes entries into a new index file; of two with one id the first stays."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript("pragma journal_mode=off; pragma synchronous=off;" + SCHEMA)
        base.execute("begin")
        for entry in entries:
            _insert(base, entry)
        base.executemany("insert into problem values (?)", [(text,) for text in problems])
        base.execute("commit")


def _insert(base: sqlite3.Connection, entry: Entry) -> None:
    actor = entry.actor
    row = (
        actor.id,
        actor.name,
        actor.kind.value,
        actor.country,
        " ".join(actor.also_in),
        actor.sector,
        actor.active,
        " ".join(actor.governed),
        " ".join(actor.part_of),
        json.dumps([[t.office, t.country, t.time] for t in actor.terms]) if actor.terms else "",
        actor.wikidata,
        actor.listed,
    )
    marks = ",".join("?" * len(row))
    if base.execute(f"insert or ignore into actor values ({marks})", row).rowcount:
        rows = [
            (key, actor.id, int(name.naming), name.written)
            for name in entry.names
            for key in _keys(actor, name)
        ]
        base.executemany("insert or ignore into name values (?,?,?,?)", rows)


def _keys(actor: Actor, name: Named) -> set[str]:
    keys = {actor_key(name.written)}
    if actor.kind is Kind.PERSON:
        keys.add(person_key(name.written))
    return keys - {""}


# ---------------------------------------------------------------- opening


def ensure_actors(progress: Progress = silent) -> Path:
    """Builds the index of actors if it is not there yet: seconds, once a machine. Raises CacheError."""
    return built(recipe(), progress)


def open_actors(progress: Progress = silent) -> KnownActors:
    """The known actors of this user, compiled now if that is not done. Raises CacheError, LexiconError."""
    imported = own.imported_file()
    return KnownActors(ensure_actors(progress), *([imported] if imported.exists() else []))


@cache
def known_actors() -> KnownActors:
    """The known actors of this user, opened once a process. Raises CacheError, LexiconError."""
    return open_actors()
