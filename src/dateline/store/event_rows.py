"""Which events of a store are wanted, and all that belongs to each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, or_, select

from dateline.model.factuality import Factuality
from dateline.store import schema as t
from dateline.store.evidence import chunks
from dateline.store.statements import entities_of, newest

_DENIED = (Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events: of an actor, done to a recipient, at a place; all that are given must hold.

    With a `limit`, only so many findings are read, those of the newest reports.
    """

    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    limit: int | None = None


def event_rows(connection: Connection, wanted: Wanted) -> Sequence[Row[Any]]:
    """The findings that are wanted."""
    c = t.events.c
    query = _events()
    if wanted.actor is not None:
        query = query.where(c.id.in_(_events_of(t.event_actors, wanted.actor)))
    if wanted.recipient is not None:
        query = query.where(c.id.in_(_events_of(t.event_recipients, wanted.recipient)))
    if wanted.place is not None:
        at_it = c.place_entity.in_(entities_of(wanted.place))
        # What is done to a place happens there.
        query = query.where(or_(at_it, c.id.in_(_events_of(t.event_recipients, wanted.place))))
    return connection.execute(newest(query, t.events, wanted.limit)).all()


def contrary_rows(connection: Connection, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """Other findings that may contradict these: of the same actors and types, and one of both denied."""
    given = {r.id for r in rows}
    if not given:
        return []
    c = t.events.c
    query = _events().where(c.type.in_({r.type for r in rows}))
    if not any(r.factuality in _DENIED for r in rows):
        query = query.where(c.factuality.in_(_DENIED))
    found: dict[int, Row[Any]] = {}
    for some in chunks(_identities_in(connection, given)):
        entities = select(t.entities.c.id).where(t.entities.c.identity_id.in_(some))
        for table in (t.event_actors, t.event_recipients):
            theirs = select(table.c.event_id).where(table.c.entity_id.in_(entities))
            found.update((r.id, r) for r in connection.execute(query.where(c.id.in_(theirs))))
    return [row for key, row in sorted(found.items()) if key not in given]


def belonging(connection: Connection, table: Table, events: Sequence[int]) -> dict[int, list[Row[Any]]]:
    """Event -> its rows in a table, in order."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for some in chunks(events):
        query = select(table).where(table.c.event_id.in_(some)).order_by(table.c.id)
        for row in connection.execute(query):
            found[row.event_id].append(row)
    return found


def _events() -> Select[Any]:
    """Events, each with the number of its sentence in the report."""
    c, s = t.events.c, t.sentences.c
    before = select(func.count()).where((s.report_id == c.report_id) & (s.start <= c.start))
    return select(t.events, before.scalar_subquery().label("sentence"))


def _events_of(table: Table, actor: str) -> Select[tuple[int]]:
    return select(table.c.event_id).where(table.c.entity_id.in_(entities_of(actor)))


def _identities_in(connection: Connection, events: set[int]) -> set[int]:
    """All identities of the named actors that take part in some events."""
    actors: set[str] = set()
    i = t.identities.c
    for table in (t.event_actors, t.event_recipients):
        query = (
            select(i.actor)
            .join(t.entities, t.entities.c.identity_id == i.id)
            .join(table, table.c.entity_id == t.entities.c.id)
            .where(i.local.is_(None) & i.actor.is_not(None))
        )
        for some in chunks(events):
            actors.update(connection.scalars(query.where(table.c.event_id.in_(some)).distinct()))
    return set(connection.scalars(select(i.id).where(i.actor.in_(actors))))
