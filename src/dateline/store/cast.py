"""The actors of a store: what all reports together call them, and finding them by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from dateline.accounts.likeness import Wanted
from dateline.language.folding import folder
from dateline.model.entity import Entity
from dateline.model.place import Geo
from dateline.model.records import ActorMatch, ActorRecord, IdentityRecord
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.identities import identity_of
from dateline.store.name_index import likely_names

type Identities = list[Any]

# Names that are looked at more closely; whoever is looked for is among the best of them.
_MANY = 200
# Lets the index of names, which begins with it, serve for names and descriptions alike.
_EITHER = t.names.c.named.in_([True, False])


def actor_records(connection: Connection, actors: Iterable[str] | None = None) -> list[ActorRecord]:
    """The actors with these ids, or all; most mentioned first."""
    wanted = None if actors is None else sorted(set(actors))
    identities = _identities(connection, wanted)
    reports = _reports(connection, wanted)
    records = [_record(actor, rows, reports[actor]) for actor, rows in identities.items()]
    return sorted(records, key=lambda r: (-r.mentions, r.entity.id))


def actor_names(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """The name to show for each actor."""
    i = t.identities.c
    found = _described(connection, sorted(set(actors)), (i.name, i.label, i.surname))
    return {actor: _name(rows) for actor, rows in found.items()}


def actor_entities(connection: Connection, actors: Iterable[str]) -> dict[str, Entity]:
    """The actors with these ids, without their reports."""
    found = _identities(connection, sorted(set(actors)))
    return {a: _entity(a, rows) for a, rows in found.items()}


def identity_records(connection: Connection, actor: str) -> list[IdentityRecord]:
    """The ways in which reports describe an actor, the most used first."""
    c = t.identities.c
    rows = connection.execute(select(t.identities).where(c.actor == actor).order_by(c.digest)).all()
    named: dict[int, list[str]] = defaultdict(list)
    query = select(t.entities.c.identity_id, t.reports.c.public_id).join(
        t.reports, t.entities.c.report_id == t.reports.c.id
    )
    for some in chunks(row.id for row in rows):
        for row in connection.execute(query.where(t.entities.c.identity_id.in_(some)).distinct()):
            named[row.identity_id].append(row.public_id)
    records = [
        IdentityRecord(
            row.name,
            row.type,
            tuple(row.aliases),
            identity_of(row).traits.words(),
            tuple(sorted(named[row.id])),
            row.why,
            row.score if row.score is not None else 1.0,
        )
        for row in rows
    ]
    return sorted(records, key=lambda r: (-len(r.reports), r.name, r.reports))


def find(connection: Connection, name: str, limit: int) -> list[ActorMatch]:
    """The actors that a name may mean, best first; see View.find_actors."""
    scores = _scores(connection, name)
    best = _best_names(connection, scores)
    leading = _leading(connection, {a: scores[key] for a, (key, _) in best.items()}, limit)
    records = actor_records(connection, leading)
    matches = [ActorMatch(r, best[r.entity.id][1], scores[best[r.entity.id][0]]) for r in records]
    return sorted(matches, key=lambda m: (-m.score, -m.actor.mentions, m.actor.entity.id))


def _scores(connection: Connection, name: str) -> dict[str, float]:
    """Key of a name in the store -> how well it fits; those who are merely described by their exact words."""
    wanted = Wanted.of(name, folder())
    c = t.names.c
    exact = connection.scalars(select(c.key).where(_EITHER & c.key.in_(wanted.keys)).distinct())
    scores = dict.fromkeys(exact, 1.0)
    for key in likely_names(connection, wanted):
        if key not in scores and (score := wanted.score(key)) > 0:
            scores[key] = score
    ranked = sorted(scores, key=lambda k: (-scores[k], k))
    return {key: scores[key] for key in ranked[:_MANY]}


def _best_names(connection: Connection, scores: Mapping[str, float]) -> dict[str, tuple[str, str]]:
    """Actor -> (key, spelling) of the name that fits it best."""
    c, i = t.names.c, t.identities.c
    query = (
        select(i.actor, c.key, c.written)
        .join(t.identities, c.identity_id == i.id)
        .where(i.actor.is_not(None) & _EITHER & c.key.in_(scores))
        .distinct()
    )
    best: dict[str, tuple[str, str]] = {}
    rows = sorted(connection.execute(query), key=lambda r: (-scores[r.key], r.key, r.written))
    for row in rows:
        best.setdefault(row.actor, (row.key, row.written))
    return best


def _leading(connection: Connection, scores: Mapping[str, float], limit: int) -> list[str]:
    """The ids of the best, by score, then by mentions."""
    mentions: Counter[str] = Counter()
    c = t.identities.c
    for some in chunks(scores):
        for row in connection.execute(select(c.actor, c.mentions).where(c.actor.in_(some))):
            mentions[row.actor] += row.mentions
    return sorted(scores, key=lambda a: (-scores[a], -mentions[a], a))[:limit]


def _identities(connection: Connection, actors: list[str] | None) -> dict[str, Identities]:
    i = t.identities.c
    said = (i.name, i.label, i.surname, i.type, i.aliases, i.country, i.sector, i.roles, i.links, i.geo)
    return _described(connection, actors, said)


def _described(
    connection: Connection, actors: list[str] | None, said: tuple[ColumnElement[Any], ...]
) -> dict[str, Identities]:
    """Actor -> what is said of it, each once, however many reports say so."""
    found: dict[str, Identities] = defaultdict(list)
    c = t.identities.c
    query = (
        select(c.actor, *said, func.sum(c.uses).label("uses"), func.sum(c.mentions).label("mentions"))
        .where(c.actor.is_not(None))
        .group_by(c.actor, *said)
        .order_by(func.min(c.digest))
    )
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


def _chunks(actors: list[str] | None) -> Iterable[tuple[str, ...] | None]:
    """Actors as queries take them; None, once, for all there are."""
    return [None] if actors is None else chunks(actors)


def _record(actor: str, rows: Identities, reports: list[str]) -> ActorRecord:
    return ActorRecord(_entity(actor, rows), sum(r.mentions for r in rows), tuple(sorted(reports)))


def _entity(actor: str, rows: Identities) -> Entity:
    name = _name(rows)
    return Entity(
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


def _name(rows: Identities) -> str:
    """What a human calls it, else the name most reports use; a bare surname only when there is no other."""
    if (label := rows[0].label) is not None and all(r.label == label for r in rows):
        return str(label)
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
