"""Which actor every identity of a store belongs to: has accounts decide what was touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, exists, select, true, update

from dateline.accounts.identity import LINKED, block_of
from dateline.accounts.resolve import Block, Verdict, resolve
from dateline.model.judgement import Bearer
from dateline.store import schema as t
from dateline.store.company import StoredCompany
from dateline.store.dialect import chunks
from dateline.store.identities import identity_of
from dateline.store.judgements import human_judgements, keep_machine_judgements, partners

_LINK = t.blocks.alias()
# A person of whom only a surname is known: see accounts.identity.Identity.shared.
_BARE = (
    t.identities.c.surname.is_not(None)
    & t.identities.c.local.is_not(None)
    & t.identities.c.label.is_(None)
    & ~exists()
    .where((_LINK.c.identity_id == t.identities.c.id) & _LINK.c.block.startswith(LINKED))
    .correlate(t.identities)
)


def unresolved(connection: Connection) -> bool:
    """Whether the actor of an identity is open."""
    query = select(t.identities.c.id).where(t.identities.c.settled.is_(False)).limit(1)
    return connection.scalar(query) is not None


@dataclass(frozen=True, slots=True)
class _Touched:
    """The identities that are to be decided, and the names of which others stay as they are decided."""

    identities: set[int]
    partly: set[Bearer]


def settle_actors(connection: Connection) -> set[int]:
    """Decides the actors of all blocks that were touched; gives the identities that are another actor now."""
    human = human_judgements(connection)
    touched = _touched(connection, partners(human))
    if not touched.identities:
        return set()
    block, before, told = _load(connection, touched.identities)
    company = StoredCompany(connection)
    company.prepare(i for i, identity in block.identities.items() if identity.surname is not None)
    found = resolve(Block(block.identities, block.uses, human), company)
    _store(connection, {i: v for i, v in found.verdicts.items() if told.get(i) != v})
    names = {identity.bearer for identity in block.identities.values()}
    keep_machine_judgements(connection, names, found.judgements, touched.partly)
    return {i for i, actor in before.items() if actor is not None and actor != found.verdicts[i].actor}


def _touched(connection: Connection, partners: Mapping[str, set[str]]) -> _Touched:
    """The open identities and all that they could possibly be joined with, however indirectly.

    `partners` are the blocks that humans' judgements tie together. A bare surname is decided by who bears it
    in full: another bare one changes nothing for it, so of those only the open ones are decided.
    """
    c = t.identities.c
    opened = connection.execute(select(c.id, _BARE.label("bare")).where(c.settled.is_(False))).all()
    full = _closure(connection, {row.id for row in opened if not row.bare}, partners, true())
    bare = {row.id for row in opened if row.bare} - full
    found = full | _closure(connection, bare, partners, ~_BARE | c.settled.is_(False))
    return _Touched(found, _partly(connection, bare, found))


def _closure(
    connection: Connection, start: set[int], partners: Mapping[str, set[str]], where: ColumnElement[bool]
) -> set[int]:
    """Some identities with all that meet them in blocks, directly or by way of others, where that holds."""
    b, i = t.blocks.c, t.identities.c
    fresh, found = start, set(start)
    seen: set[str] = set()
    while fresh:
        met: set[str] = set()
        for some in chunks(fresh):
            met.update(connection.scalars(select(b.block).where(b.identity_id.in_(some))))
        met.update(*(partners[block] for block in met & partners.keys()))
        near: set[int] = set()
        meeting = select(b.identity_id).join(t.identities, b.identity_id == i.id).where(where)
        for names in chunks(met - seen):
            near.update(connection.scalars(meeting.where(b.block.in_(names))))
        seen |= met
        fresh = near - found
        found |= fresh
    return found


def _partly(connection: Connection, bare: set[int], found: set[int]) -> set[Bearer]:
    """The names of bare surnames that others have, too, which are not to be decided."""
    b, c = t.blocks.c, t.identities.c
    names = select(c.kind, c.key).distinct()
    kept = select(c.id, c.kind, c.key).join(t.blocks, b.identity_id == c.id).where(_BARE)
    keys = {
        (row.kind, row.key)
        for some in chunks(bare)
        for row in connection.execute(names.where(c.id.in_(some)))
    }
    return {
        Bearer(row.kind, row.key)
        for some in chunks(block_of(*key) for key in keys)
        for row in connection.execute(kept.where(b.block.in_(some)))
        if row.id not in found and (row.kind, row.key) in keys
    }


def _load(connection: Connection, keys: set[int]) -> tuple[Block, dict[int, str | None], dict[int, Verdict]]:
    """The identities, the actors they are now, and the verdicts on those that are not open."""
    c = t.identities.c
    query = select(c.id, c.kind, c.key, c.local, c.surname, c.label, c.compared, c.uses)
    query = query.add_columns(c.actor, c.why, c.score, c.open, c.settled)
    rows = [row for some in chunks(keys) for row in connection.execute(query.where(c.id.in_(some)))]
    block = Block({row.id: identity_of(row) for row in rows}, {row.id: row.uses for row in rows})
    told = {row.id: Verdict(row.actor, row.why, row.score, row.open) for row in rows if row.settled}
    return block, {row.id: row.actor for row in rows}, told


def _store(connection: Connection, verdicts: Mapping[int, Verdict]) -> None:
    given: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("actor", "why", "score", "open")}
    statement = update(t.identities).where(t.identities.c.id == bindparam("i")).values(**given, settled=True)
    rows = [
        {"i": i, "new_actor": v.actor, "new_why": v.why, "new_score": v.score, "new_open": v.open}
        for i, v in sorted(verdicts.items())
    ]
    if rows:
        connection.execute(statement, rows)
