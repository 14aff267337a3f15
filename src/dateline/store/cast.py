"""The actors of a store: what all reports together call them, and finding them by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import Connection, Row, select

from dateline.accounts.folding import folder, initials
from dateline.model.entity import Entity, Label
from dateline.model.place import Geo
from dateline.model.records import ActorMatch, ActorRecord
from dateline.store import schema as t
from dateline.store.dialect import CHUNK

type Identities = list[Row[Any]]

# Below this likeness (0..100) of two folded names, a match misleads more often than it helps.
_CLOSE = 84.0


def actor_records(connection: Connection, actors: Iterable[str] | None = None) -> list[ActorRecord]:
    """The actors with these ids, or all; most mentioned first."""
    wanted = None if actors is None else sorted(set(actors))
    identities = _identities(connection, wanted)
    reports = _reports(connection, wanted)
    records = [_record(actor, rows, reports[actor]) for actor, rows in identities.items()]
    return sorted(records, key=lambda r: (-r.mentions, r.entity.id))


def actor_names(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """The name to show for each actor."""
    return {a: _name(rows) for a, rows in _identities(connection, sorted(set(actors))).items()}


def find(connection: Connection, name: str, limit: int) -> list[ActorMatch]:
    """The actors that a name may mean, best first; see View.find_actors."""
    best: dict[str, tuple[float, str]] = {}
    wanted = _Wanted(name)
    for actor, entity_type, written in _all_names(connection):
        score = wanted.score(written, entity_type)
        if score > 0 and (actor not in best or (-score, written) < (-best[actor][0], best[actor][1])):
            best[actor] = (score, written)
    leading = _leading(connection, best, limit)
    records = {r.entity.id: r for r in actor_records(connection, leading)}
    matches = [ActorMatch(records[a], best[a][1], best[a][0]) for a in leading]
    return sorted(matches, key=lambda m: (-m.score, -m.actor.mentions, m.actor.entity.id))[:limit]


def _leading(connection: Connection, best: Mapping[str, tuple[float, str]], limit: int) -> list[str]:
    """The ids of the best, by score, then by mentions."""
    mentions: Counter[str] = Counter()
    c = t.identities.c
    for some in _runs(sorted(best)):
        for row in connection.execute(select(c.actor, c.mentions).where(c.actor.in_(some))):
            mentions[row.actor] += row.mentions
    return sorted(best, key=lambda a: (-best[a][0], -mentions[a], a))[:limit]


class _Wanted:
    """A name that is looked for, folded once for each way a name of the store may be folded."""

    def __init__(self, name: str) -> None:
        self._folder = folder()
        self._keys = {label: self._folder.name(name, label) for label in ("", Label.PERSON)}
        self._acronym = name.strip().isupper()

    def score(self, written: str, entity_type: str) -> float:
        """1 for the same name; less for a part of it, its acronym or a close spelling; 0 for none of it."""
        wanted = self._keys[Label.PERSON if entity_type == Label.PERSON else ""]
        key = self._folder.name(written, entity_type)
        if not wanted or not key:
            return 0.0
        if wanted == key:
            return 1.0
        return round(max(self._contained(wanted, key), self._initials(wanted, key), _close(wanted, key)), 3)

    def _contained(self, wanted: str, key: str) -> float:
        mine, theirs = set(wanted.split()), set(key.split())
        if not (mine <= theirs or (theirs <= mine and len(theirs) > 1)):
            return 0.0
        return 0.6 + 0.35 * min(len(wanted), len(key)) / max(len(wanted), len(key))

    def _initials(self, wanted: str, key: str) -> float:
        return 0.85 if self._acronym and len(wanted) > 1 and initials(key) == wanted else 0.0


def _close(wanted: str, key: str) -> float:
    """Likeness of spelling: of the whole, or of every wanted word to some word of the name."""
    whole = fuzz.ratio(wanted, key, score_cutoff=_CLOSE) * 0.95
    words = [max(fuzz.ratio(w, k, score_cutoff=_CLOSE) for k in key.split()) for w in wanted.split()]
    return max(whole, 0.0 if 0.0 in words else sum(words) / len(words) * 0.85) / 100


def _all_names(connection: Connection) -> list[tuple[str, str, str]]:
    """(actor, type, name or alias), each once."""
    c = t.identities.c
    query = select(c.actor, c.type, c.name, c.aliases).where(c.actor.is_not(None))
    rows = connection.execute(query)
    return list(dict.fromkeys((r.actor, r.type, n) for r in rows for n in (r.name, *r.aliases)))


def _identities(connection: Connection, actors: list[str] | None) -> dict[str, Identities]:
    found: dict[str, Identities] = defaultdict(list)
    c = t.identities.c
    query = select(t.identities).where(c.actor.is_not(None)).order_by(c.digest)
    for some in _chunks(actors):
        for row in connection.execute(query if some is None else query.where(c.actor.in_(some))):
            found[row.actor].append(row)
    return found


def _reports(connection: Connection, actors: list[str] | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    c = t.identities.c
    query = (
        select(c.actor, t.reports.c.public_id)
        .join(t.entities, t.entities.c.identity_id == c.id)
        .join(t.reports, t.entities.c.report_id == t.reports.c.id)
        .where(c.actor.is_not(None))
        .distinct()
    )
    for some in _chunks(actors):
        for row in connection.execute(query if some is None else query.where(c.actor.in_(some))):
            found[row.actor].append(row.public_id)
    return found


def _chunks(values: list[str] | None) -> Iterable[list[str] | None]:
    return [None] if values is None else _runs(values)


def _runs(values: list[str]) -> list[list[str]]:
    return [values[i : i + CHUNK] for i in range(0, len(values), CHUNK)]


def _record(actor: str, rows: Identities, reports: list[str]) -> ActorRecord:
    name = _name(rows)
    entity = Entity(
        actor,
        name,
        _by_use(rows, lambda r: [r.type])[0],
        _aliases(rows, name),
        _common(rows, "country"),
        _common(rows, "sector"),
        tuple(_by_use(rows, lambda r: r.roles)),
        {k: v for r in sorted(rows, key=lambda r: r.uses) for k, v in sorted(r.links.items())},
        _geo(rows),
    )
    return ActorRecord(entity, sum(r.mentions for r in rows), tuple(sorted(reports)))


def _name(rows: Identities) -> str:
    """The name most reports use; a bare surname only when there is no other."""
    full = [r for r in rows if r.surname is None] or rows
    return next(iter(_by_use(full, lambda r: [r.name])))


def _aliases(rows: Identities, name: str) -> tuple[str, ...]:
    """The other names, one spelling of each."""
    fold = folder().name
    known = {fold(name, rows[0].type)}
    aliases = []
    for alias in _by_use(rows, lambda r: [r.name, *r.aliases]):
        key = fold(alias, rows[0].type)
        if key and key not in known:
            known.add(key)
            aliases.append(alias)
    return tuple(aliases)


def _by_use(rows: Identities, values: Any) -> list[str]:
    """Values by how many reports have them, then the longest, then by alphabet."""
    uses: Counter[str] = Counter()
    for row in rows:
        for value in set(values(row)):
            uses[value] += row.uses
    return sorted(uses, key=lambda v: (-uses[v], -len(v), v))


def _common(rows: Identities, column: str) -> str | None:
    return next(iter(_by_use(rows, lambda r: [v for v in [getattr(r, column)] if v is not None])), None)


def _geo(rows: Identities) -> Geo | None:
    geos = [r for r in rows if r.geo is not None]
    return Geo(**max(geos, key=lambda r: r.uses).geo) if geos else None
