"""Which actor every identity of a store belongs to: keeps identities, and has accounts decide."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from dateline.accounts.folding import Folder
from dateline.accounts.resolve import Identity, Verdict, identify, resolve
from dateline.model.entity import Entity, Label
from dateline.store import schema as t
from dateline.store.copies import settle_copies, unmarked
from dateline.store.dialect import CHUNK

_COMPANY = (Label.PERSON, Label.ORGANIZATION, Label.GROUP)


@dataclass(frozen=True)
class Description:
    """An entity as one report describes it, and what accounts compare of it."""

    entity: Entity
    identity: Identity

    def row(self) -> dict[str, Any]:
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


def describe(entity: Entity, named: bool, local: str, folder: Folder) -> Description:
    return Description(entity, identify(entity, named, local, folder))


def intern(connection: Connection, description: Description, mentions: int) -> int:
    """The id of an identity, which is added when no report has described an entity so before."""
    row = description.row()
    digest = sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()
    c = t.identities.c
    known = connection.scalar(select(c.id).where(c.digest == digest))
    if known is not None:
        more = {"uses": c.uses + 1, "mentions": c.mentions + mentions}
        connection.execute(update(t.identities).where(c.id == known).values(more))
        _reopen_surnames(connection, description.identity)
        return int(known)
    blocks = sorted(description.identity.blocks())
    # What could touch no other identity needs no deciding.
    alone = description.identity.actor if not blocks else None
    row |= {"digest": digest, "uses": 1, "mentions": mentions, "settled": not blocks, "actor": alone}
    result = connection.execute(insert(t.identities), row)
    key = int((result.inserted_primary_key or (0,))[0])
    if blocks:
        connection.execute(insert(t.blocks), [{"block": b, "identity_id": key} for b in blocks])
    return key


def _reopen_surnames(connection: Connection, identity: Identity) -> None:
    """Another report of a person may be the one that shares company with a bare surname."""
    if identity.kind != Label.PERSON or identity.local is not None:
        return
    met = select(t.blocks.c.identity_id).where(t.blocks.c.block.in_(identity.blocks()))
    c = t.identities.c
    connection.execute(
        update(t.identities).where(c.id.in_(met) & c.surname.is_not(None)).values(settled=False)
    )


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


def unsettled(connection: Connection) -> bool:
    """Whether anything was added or taken out since the last settling."""
    query = select(t.identities.c.id).where(t.identities.c.settled.is_(False)).limit(1)
    return connection.scalar(query) is not None or unmarked(connection)


def settle(connection: Connection) -> None:
    """Decides what is open: the actors of all blocks that were touched, the first of all copies."""
    settle_copies(connection)
    touched = _touched(connection)
    verdicts = resolve(_load(connection, touched), _Company(connection).shared)
    _store(connection, verdicts)


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
