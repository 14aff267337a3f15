"""Which actor every identity of a store belongs to: has accounts decide what was touched."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from dateline.accounts.resolve import Block, Verdict, resolve
from dateline.store import schema as t
from dateline.store.company import StoredCompany, chunks
from dateline.store.identities import identity_of
from dateline.store.judgements import human_judgements, keep_machine_judgements, partners


def unresolved(connection: Connection) -> bool:
    """Whether the actor of an identity is open."""
    query = select(t.identities.c.id).where(t.identities.c.settled.is_(False)).limit(1)
    return connection.scalar(query) is not None


def settle_actors(connection: Connection) -> set[int]:
    """Decides the actors of all blocks that were touched; gives the identities that are another actor now."""
    human = human_judgements(connection)
    touched = _touched(connection, partners(human))
    if not touched:
        return set()
    block, before = _load(connection, touched)
    found = resolve(Block(block.identities, block.uses, human), StoredCompany(connection))
    _store(connection, found.verdicts)
    names = {identity.bearer for identity in block.identities.values()}
    keep_machine_judgements(connection, names, found.judgements)
    return {i for i, actor in before.items() if actor is not None and actor != found.verdicts[i].actor}


def _touched(connection: Connection, partners: Mapping[str, set[str]]) -> set[int]:
    """The open identities and all that they could possibly be joined with, however indirectly.

    `partners` are the blocks that humans' judgements tie together.
    """
    open_ones = select(t.identities.c.id).where(t.identities.c.settled.is_(False))
    found: set[int] = set(connection.scalars(open_ones))
    fresh = found
    seen: set[str] = set()
    while fresh:
        c = t.blocks.c
        met: set[str] = set()
        for some in chunks(fresh):
            met.update(connection.scalars(select(c.block).where(c.identity_id.in_(some))))
        met.update(*(partners[block] for block in met & partners.keys()))
        near: set[int] = set()
        for names in chunks(met - seen):
            near.update(connection.scalars(select(c.identity_id).where(c.block.in_(names))))
        seen |= met
        fresh = near - found
        found |= fresh
    return found


def _load(connection: Connection, keys: set[int]) -> tuple[Block, dict[int, str | None]]:
    """The identities, and the actors they are now."""
    c = t.identities.c
    query = select(c.id, c.kind, c.key, c.local, c.surname, c.label, c.compared, c.uses, c.actor)
    rows = [row for some in chunks(keys) for row in connection.execute(query.where(c.id.in_(some)))]
    block = Block({row.id: identity_of(row) for row in rows}, {row.id: row.uses for row in rows})
    return block, {row.id: row.actor for row in rows}


def _store(connection: Connection, verdicts: Mapping[int, Verdict]) -> None:
    given: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("actor", "why", "score", "open")}
    statement = update(t.identities).where(t.identities.c.id == bindparam("i")).values(**given, settled=True)
    rows = [
        {"i": i, "new_actor": v.actor, "new_why": v.why, "new_score": v.score, "new_open": v.open}
        for i, v in sorted(verdicts.items())
    ]
    connection.execute(statement, rows)
