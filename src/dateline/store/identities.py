"""The identities of a store: each way in which reports describe an entity, kept once."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update
from sqlalchemy import Row as Found

from dateline.accounts.identity import Identity, Seen, identify
from dateline.accounts.traits import Office, Spot, Traits
from dateline.language.folding import Folder, folder
from dateline.model.entity import Entity
from dateline.model.place import Geo
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.inserting import Batch, Row
from dateline.store.name_index import index_names, unindex_names


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
            "kind": str(i.kind),
            "key": i.key,
            "local": i.local,
            "surname": i.surname,
            "label": i.label,
            "compared": _packed(i),
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
        i = self.identity
        return i.holds is None and (i.shared or i.surname is not None)


def _packed(identity: Identity) -> dict[str, Any]:
    return {
        "aliases": list(identity.aliases),
        "holds": identity.holds and asdict(identity.holds),
        "traits": _told(identity.traits),
        "spelling": identity.spelling,
        "acronyms": list(identity.acronyms),
    }


def _told(traits: Traits) -> dict[str, Any]:
    """As `asdict` gives it, which takes several times as long for what is mostly empty."""
    return {
        "country": traits.country,
        "links": traits.links,
        "spot": traits.spot and asdict(traits.spot),
        "born": traits.born,
        "offices": tuple(map(asdict, traits.offices)),
        "kin": traits.kin,
    }


def identity_of(row: Any) -> Identity:
    """The identity that a row keeps."""
    packed = row.compared
    return Identity(
        row.kind,
        row.key,
        tuple(packed["aliases"]),
        row.local,
        row.surname,
        Office(**packed["holds"]) if packed["holds"] else None,
        row.label,
        _traits(packed["traits"]),
        packed["spelling"],
        tuple(packed["acronyms"]),
    )


def _traits(packed: dict[str, Any]) -> Traits:
    spot = packed["spot"]
    return Traits(
        packed["country"],
        tuple((scheme, value) for scheme, value in packed["links"]),
        spot and Spot(**{**spot, "point": tuple(spot["point"])}),
        packed["born"],
        tuple(Office(**office) for office in packed["offices"]),
        tuple((term, name) for term, name in packed["kin"]),
    )


def describe(seen: Seen, language: Folder) -> Description:
    entity = seen.entity
    written = (entity.name, *entity.aliases, *([seen.label] if seen.label else ()))
    names = {n: language.name(n, entity.type) for n in written}
    return Description(entity, identify(seen, language), names)


def intern(batch: Batch, given: list[tuple[Description, int]]) -> list[int]:
    """The ids of identities; what no report has described so before is added. Pairs with mentions of each."""
    uses, mentions = Counter(d.digest for d, _ in given), Counter[str]()
    for description, count in given:
        mentions[description.digest] += count
    by_digest = {d.digest: d for d, _ in given}
    keys = _known(batch.connection, by_digest)
    _use_again(batch.connection, [{"i": keys[d], "u": uses[d], "m": mentions[d]} for d in keys])
    reopen(batch.connection, {b for d in keys for b in by_digest[d].blocks}, only_open=True)
    new = {d: x for d, x in by_digest.items() if d not in keys}
    # What could touch no other identity needs no deciding.
    added = (
        {**x.row, "digest": d, "uses": uses[d], "mentions": mentions[d], "settled": not x.blocks}
        | {"actor": None if x.blocks else x.identity.actor, "why": None, "score": None, "open": False}
        for d, x in new.items()
    )
    keys |= dict(zip(new, batch.add_keyed(t.identities, added), strict=True))
    batch.add(t.blocks, ({"block": b, "identity_id": keys[d]} for d, x in new.items() for b in x.blocks))
    names = (
        {"identity_id": keys[d], "key": key, "written": written, "named": x.named}
        for d, x in new.items()
        for written, key in x.names.items()
        if key
    )
    batch.add(t.names, names)
    index_names(batch.connection, {key for x in new.values() if x.named for key in x.names.values() if key})
    return [keys[d.digest] for d, _ in given]


def _known(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    c = t.identities.c
    return {
        row.digest: row.id
        for some in chunks(digests)
        for row in connection.execute(select(c.digest, c.id).where(c.digest.in_(some)))
    }


def _use_again(connection: Connection, rows: list[Row]) -> None:
    c = t.identities.c
    more = {"uses": c.uses + bindparam("u"), "mentions": c.mentions + bindparam("m")}
    if rows:
        connection.execute(update(t.identities).where(c.id == bindparam("i")).values(more), rows)


def reopen(connection: Connection, blocks: Iterable[str], *, only_open: bool = False) -> None:
    """Has the identities of some blocks decided again.

    With `only_open`, those whose verdict hangs on how many reports there are, or in whose company.
    """
    if not (wanted := sorted(blocks)):
        return
    met = select(t.blocks.c.identity_id).where(t.blocks.c.block.in_(wanted))
    statement = update(t.identities).where(t.identities.c.id.in_(met)).values(settled=False)
    connection.execute(statement.where(t.identities.c.open) if only_open else statement)


def release_identities(connection: Connection, reports: Select[Any]) -> None:
    """Takes the entities of some reports off their identities; what nobody uses any more is deleted."""
    _unuse(connection, t.entities.c.report_id.in_(reports))
    connection.execute(delete(t.entities).where(t.entities.c.report_id.in_(reports)))
    _drop_unused(connection)


def _drop_unused(connection: Connection) -> None:
    unused = select(t.identities.c.id).where(t.identities.c.uses <= 0)
    names = connection.scalars(select(t.names.c.key).where(t.names.c.identity_id.in_(unused))).all()
    connection.execute(delete(t.identities).where(t.identities.c.uses <= 0))
    unindex_names(connection, names)


def _unuse(connection: Connection, entities: Any) -> None:
    c, e = t.identities.c, t.entities.c
    used = select(e.identity_id, func.count().label("uses"), func.sum(e.mentions).label("mentions"))
    rows = connection.execute(used.where(entities).group_by(e.identity_id)).all()
    met = select(t.blocks.c.block).where(t.blocks.c.identity_id.in_({r.identity_id for r in rows}))
    reopen(connection, set(connection.scalars(met)))
    if rows:
        less = {"uses": c.uses - bindparam("u"), "mentions": c.mentions - bindparam("m")}
        statement = update(t.identities).where(c.id == bindparam("i")).values(less)
        connection.execute(statement, [{"i": r.identity_id, "u": r.uses, "m": r.mentions} for r in rows])


def label_entities(connection: Connection, entities: set[int], label: str | None) -> None:
    """Gives the bearers of names that some entities are a label, or takes it away."""
    e = t.entities.c
    query = select(e.id.label("entity"), e.mentions.label("number"), e.report_id, t.identities)
    found = connection.execute(
        query.join(t.identities, e.identity_id == t.identities.c.id).where(e.id.in_(entities)).order_by(e.id)
    ).all()
    written = _names_of(connection, {row.id for row in found})
    _unuse(connection, e.id.in_(entities))
    given = [(_labelled(row, written.get(row.id, {}), label), row.number) for row in found]
    batch = Batch(connection)
    keys = intern(batch, given)
    batch.flush()
    statement = update(t.entities).where(e.id == bindparam("e")).values(identity_id=bindparam("i"))
    if found:
        connection.execute(statement, [{"e": r.entity, "i": k} for r, k in zip(found, keys, strict=True)])
    _drop_unused(connection)


def _names_of(connection: Connection, identities: set[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    c = t.names.c
    for row in connection.execute(select(t.names).where(c.identity_id.in_(identities))):
        found.setdefault(row.identity_id, {})[row.written] = row.key
    return found


def _labelled(row: Found[Any], names: dict[str, str], label: str | None) -> Description:
    geo = row.geo and Geo(**row.geo)
    names = {written: key for written, key in names.items() if written != row.label}
    if label is not None:
        names[label] = folder().name(label, row.type)
    entity = Entity(
        "", row.name, row.type, tuple(row.aliases), row.country, row.sector, tuple(row.roles), row.links, geo
    )
    return Description(entity, replace(identity_of(row), label=label), names)
