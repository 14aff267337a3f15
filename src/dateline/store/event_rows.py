"""Which events of a store are wanted, and all that belongs to each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, or_, select

from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.statements import entities_of, newest, newest_reports

# What only accounts reads.
_COMPARED = ("stem", "stems", "place_stems", "lead", "rank", "deed_id", "settled")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events: of an actor, done to a recipient, at a place; all that are given must hold.

    With a `limit`, only so many findings are read, those of the newest reports.
    """

    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    limit: int | None = None


def accounts_of(connection: Connection, wanted: Wanted) -> set[str]:
    """The accounts of the findings that are wanted."""
    c = t.events.c
    query = select(c.account)
    if wanted.limit is not None and wanted == Wanted(limit=wanted.limit):
        query = query.where(c.report_id.in_(newest_reports(wanted.limit)))
    if wanted.actor is not None:
        query = query.where(c.id.in_(_events_of(t.event_actors, wanted.actor)))
    if wanted.recipient is not None:
        query = query.where(c.id.in_(_events_of(t.event_recipients, wanted.recipient)))
    if wanted.place is not None:
        at_it = c.place_entity.in_(entities_of(wanted.place))
        # What is done to a place happens there.
        query = query.where(or_(at_it, c.id.in_(_events_of(t.event_recipients, wanted.place))))
    return set(connection.scalars(newest(query, t.events, wanted.limit)))


def account_rows(connection: Connection, accounts: Iterable[str]) -> list[Row[Any]]:
    """The findings of whole accounts."""
    found: list[Row[Any]] = []
    for some in chunks(accounts):
        found += connection.execute(_events().where(t.events.c.account.in_(some)).order_by(t.events.c.id))
    return found


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
    told = (column for column in c if column.name not in _COMPARED)
    return select(*told, before.scalar_subquery().label("sentence"))


def _events_of(table: Table, actor: str) -> Select[tuple[int]]:
    return select(table.c.event_id).where(table.c.entity_id.in_(entities_of(actor)))
