"""Adding rows, many at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, insert

from dateline.model.span import Span
from dateline.store.dialect import index_words, last_id
from dateline.store.schema import metadata

type Row = dict[str, Any]

_ORDER = tuple(metadata.sorted_tables)


def add_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    if given := list(rows):
        connection.execute(insert(table), given)


@dataclass
class Batch:
    """Rows that are added together at the end, when `flush` is called: one statement a table.

    Each has its id at once, so that others can refer to it. Only for a connection that keeps others from
    writing.
    """

    connection: Connection
    _rows: dict[Table, list[Row]] = field(default_factory=lambda: defaultdict(list))
    _last: dict[Table, int] = field(default_factory=dict)
    _words: list[tuple[int, str]] = field(default_factory=list)

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Adds rows to which nothing refers."""
        self._rows[table] += rows

    def reserve(self, table: Table, number: int) -> list[int]:
        """So many ids, for rows that are added with theirs."""
        if table not in self._last:
            self._last[table] = last_id(self.connection, table)
        first = self._last[table] + 1
        self._last[table] += number
        return list(range(first, first + number))

    def add_keyed(self, table: Table, rows: Iterable[Row]) -> list[int]:
        """Adds rows and gives their ids, in the same order."""
        if not (given := list(rows)):
            return []
        keys = self.reserve(table, len(given))
        self.add(table, ({"id": key, **row} for key, row in zip(keys, given, strict=True)))
        return keys

    def add_one(self, table: Table, row: Row) -> int:
        """Adds one row and gives its id."""
        return self.add_keyed(table, [row])[0]

    def index(self, sentences: Iterable[tuple[int, str]]) -> None:
        """Has the words of sentences, by their ids, found."""
        self._words += sentences

    def flush(self) -> None:
        """Adds all rows: those of one table in their order, tables after those that they refer to."""
        for table in _ORDER:
            if rows := self._rows.pop(table, None):
                add_rows(self.connection, table, rows)
        index_words(self.connection, self._words)
        self._words = []


def bounds(span: Span | None, prefix: str = "") -> Row:
    """The columns that hold a span, named with a prefix; None where there is none."""
    return {f"{prefix}start": span and span.start, f"{prefix}end": span and span.end}
