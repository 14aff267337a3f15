"""Adding rows, many at once."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert

type Row = dict[str, Any]


def add_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    if given := list(rows):
        connection.execute(insert(table), given)


def add_keyed(connection: Connection, table: Table, rows: Iterable[Row]) -> list[int]:
    """Adds rows and gives their new ids, in the same order."""
    if not (given := list(rows)):
        return []
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(connection.scalars(statement, given))


def add_row(connection: Connection, table: Table, row: Row) -> int:
    """Adds one row and gives its new id."""
    return add_keyed(connection, table, [row])[0]
