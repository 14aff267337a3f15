"""Which actor every identity of a store belongs to: keeps identities, and has accounts decide."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from dateline.accounts.resolve import Identity, Verdict, identify, resolve
from dateline.language.folding import Folder
from dateline.model.entity import Entity, Label
from dateline.store import schema as t
from dateline.store.dialect import CHUNK
from dateline.store.inserting import Row, add_keyed, add_rows

_COMPANY = (Label.PERSON, Label.ORGANIZATION, Label.GROUP)


@dataclass(frozen=True)
class Description:
    """An entity as one report describes it, what accounts compare of it, and its names with their keys."""

    entity: Entity
    identity: Identity
    names: dict[str, str]

    @cached_property
    def row(self) -> Row:
        e, i = self.entity, self.identity
        return {
            "type": str(e.type),
            "name": e.name,
            "aliases": sorted(set(e.aliases)),
            "country": e.country,
            "sector": e.sector,
            "roles": sorted(set(e.roles)),
            "links": e.links,
            "geo": e.geo and asdict(e.geo),
            "kind": i.kind,
            "key": i.key,
            "tells": list(i.links),
            "local": i.local,
            "surname": i.surname,
        }

    @cached_property
    def digest(self) -> str:
        return sha256(json.dumps(self.row, sort_keys=True).encode()).hexdigest()

    @property
    def blocks(self) -> list[str]:
        return sorted(self.identity.blocks())

    @property
    def named(self) -> bool:
        """Whether it is called by a name, if only a surname; not merely described."""
        return self.identity.local is None or self.identity.surname is not None


def describe(entity: Entity, named: bool, local: str, folder: Folder) -> Description:
    names = {n: folder.name(n, entity.type) for n in (entity.name, *entity.aliases)}
    return Description(entity, identify(entity, named, local, folder), names)


def intern(connection: Connection, given: list[tuple[Description, int]]) -> list[int]:
    """The ids of identities; what no report has described so before is added. Pairs with mentions of each."""
    uses, mentions = Counter(d.digest for d, _ in given), Counter[str]()
    for description, count in given:
        mentions[description.digest] += count
    by_digest = {d.digest: d for d, _ in given}
    c = t.identities.c
    rows = connection.execute(select(c.digest, c.id).where(c.digest.in_(by_digest)))
    keys = {row.digest: row.id for row in rows}
    _use_again(connection, [{"i": keys[d], "u": uses[d], "m": mentions[d]} for d in keys])
    _reopen_surnames(connection, [by_digest[d] for d in keys])
    new = {d: x for d, x in by_digest.items() if d not in keys}
    # What could touch no other identity needs no deciding.
    added = (
        {**x.row, "digest": d, "uses": uses[d], "mentions": mentions[d], "settled": not x.blocks}
        | {"actor": None if x.blocks else x.identity.actor}
        for d, x in new.items()
    )
    keys |= dict(zip(new, add_keyed(connection, t.identities, added), strict=True))
    blocks = ({"block": b, "identity_id": keys[d]} for d, x in new.items() for b in x.blocks)
    add_rows(connection, t.blocks, blocks)
    names = (
        {"identity_id": keys[d], "key": key, "written": written, "named": x.named}
        for d, x in new.items()
        for written, key in x.names.items()
        if key
    )
    add_rows(connection, t.names, names)
    return [keys[d.digest] for d, _ in given]


def _use_again(connection: Connection, rows: list[Row]) -> None:
    c = t.identities.c
    more = {"uses": c.uses + bindparam("u"), "mentions": c.mentions + bindparam("m")}
    if rows:
        connection.execute(update(t.identities).where(c.id == bindparam("i")).values(more), rows)


def _reopen_surnames(connection: Connection, descriptions: list[Description]) -> None:
    """Another report of a person may be the one that shares company with a bare surname."""
    persons = (d for d in descriptions if d.identity.kind == Label.PERSON and d.identity.local is None)
    blocks = {b for d in persons for b in d.blocks}
    met = select(t.blocks.c.identity_id).where(t.blocks.c.block.in_(blocks))
    surnames = t.identities.c.id.in_(met) & t.identities.c.surname.is_not(None)
    if blocks:
        connection.execute(update(t.identities).where(surnames).values(settled=False))


def release_identities(connection: Connection, reports: Select[Any]) -> None:
    """Takes the entities of some reports off their identities; what nobody uses any more is deleted."""
    c, e = t.identities.c, t.entities.c
    used = select(e.identity_id, func.count().label("uses"), func.sum(e.mentions).label("mentions"))
    rows = connection.execute(used.where(e.report_id.in_(reports)).group_by(e.identity_id)).all()
    keys = {row.identity_id for row in rows}
    _reopen_neighbours(connection, keys)
    connection.execute(delete(t.entities).where(e.report_id.in_(reports)))
    if rows:
        less = {"uses": c.uses - bindparam("u"), "mentions": c.mentions - bindparam("m")}
        statement = update(t.identities).where(c.id == bindparam("i")).values(less)
        connection.execute(statement, [{"i": r.identity_id, "u": r.uses, "m": r.mentions} for r in rows])
    connection.execute(delete(t.identities).where(c.uses <= 0))


def _reopen_neighbours(connection: Connection, identities: set[int]) -> None:
    met = select(t.blocks.c.block).where(t.blocks.c.identity_id.in_(identities))
    near = select(t.blocks.c.identity_id).where(t.blocks.c.block.in_(met))
    connection.execute(update(t.identities).where(t.identities.c.id.in_(near)).values(settled=False))


def unresolved(connection: Connection) -> bool:
    """Whether the actor of an identity is open."""
    query = select(t.identities.c.id).where(t.identities.c.settled.is_(False)).limit(1)
    return connection.scalar(query) is not None


def settle_actors(connection: Connection) -> set[int]:
    """Decides the actors of all blocks that were touched; gives the identities that are another actor now."""
    touched = _touched(connection)
    verdicts = resolve(_load(connection, touched), _Company(connection).shared)
    before = _actors(connection, touched)
    _store(connection, verdicts)
    return {i for i, actor in before.items() if actor is not None and actor != verdicts[i].actor}


def _actors(connection: Connection, keys: set[int]) -> dict[int, str | None]:
    c = t.identities.c
    return {
        row.id: row.actor
        for some in _chunks(keys)
        for row in connection.execute(select(c.id, c.actor).where(c.id.in_(some)))
    }


def _touched(connection: Connection) -> set[int]:
    """The open identities and all that they could possibly be joined with, however indirectly."""
    open_ones = select(t.identities.c.id).where(t.identities.c.settled.is_(False))
    found: set[int] = set(connection.scalars(open_ones))
    fresh = found
    seen: set[str] = set()
    while fresh:
        c = t.blocks.c
        met: set[str] = set()
        for some in _chunks(fresh):
            met.update(connection.scalars(select(c.block).where(c.identity_id.in_(some))))
        near: set[int] = set()
        for names in _chunks(met - seen):
            near.update(connection.scalars(select(c.identity_id).where(c.block.in_(names))))
        seen |= met
        fresh = near - found
        found |= fresh
    return found


def _load(connection: Connection, keys: set[int]) -> dict[int, Identity]:
    c = t.identities.c
    query = select(c.id, c.kind, c.key, c.tells, c.local, c.surname)
    return {
        row.id: Identity(row.kind, row.key, tuple(row.tells), row.local, row.surname)
        for some in _chunks(keys)
        for row in connection.execute(query.where(c.id.in_(some)))
    }


def _store(connection: Connection, verdicts: dict[int, Verdict]) -> None:
    if not verdicts:
        return
    values = {"actor": bindparam("a"), "why": bindparam("w"), "settled": True}
    statement = update(t.identities).where(t.identities.c.id == bindparam("i")).values(values)
    rows = [{"i": i, "a": v.actor, "w": v.why} for i, v in sorted(verdicts.items())]
    connection.execute(statement, rows)


def _chunks[T: (int, str)](values: Iterable[T]) -> Iterator[list[T]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


@dataclass(frozen=True)
class _Company:
    """Whom else reports speak of."""

    connection: Connection

    def shared(self, one: int, others: frozenset[int]) -> bool:
        """Whether a report of `one` and a report of one of `others` speak of one and the same third.

        They must be different reports: in a report of both, its reader has told them apart.
        """
        if self.connection.scalar(self._reports({one}).intersect(self._reports(set(others))).limit(1)):
            return False
        mine, theirs = self._names({one}), self._names(set(others))
        query = mine.intersect(theirs).limit(1)
        return self.connection.execute(query).first() is not None

    def _reports(self, identities: set[int]) -> Select[Any]:
        return select(t.entities.c.report_id).where(t.entities.c.identity_id.in_(identities))

    def _names(self, identities: set[int]) -> Select[Any]:
        """Types and names in the reports of some identities, without those identities."""
        c = t.identities.c
        return (
            select(c.type, c.key)
            .join(t.entities, t.entities.c.identity_id == c.id)
            .where(t.entities.c.report_id.in_(self._reports(identities)))
            .where(c.id.not_in(identities) & c.local.is_(None) & c.type.in_(_COMPANY))
        )
