"""All that depends on the database behind a store. Today that is SQLite; nothing outside this file knows."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    LargeBinary,
    String,
    Table,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.types import TypeDecorator

# Marks a connection that will write, so that it waits for its turn at the start and not half-way through.
WRITING = "dateline_writing"
_WAIT_MS = 30_000
# How many values one IN (…) may list; SQLite's own limit is far higher, PostgreSQL's protocol has 65,535.
_CHUNK = 5_000

_CREATE_INDEX = (
    "CREATE VIRTUAL TABLE sentence_words USING fts5("
    "words, content='', tokenize=\"unicode61 remove_diacritics 2\")"
)
_ADD = text("INSERT INTO sentence_words(rowid, words) VALUES (:id, :words)")
# A contentless index forgets a row only when told again what it held.
_DROP = text("INSERT INTO sentence_words(sentence_words, rowid, words) VALUES ('delete', :id, :words)")
_LAST_GIVEN = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_FIND = text(
    "SELECT rowid, -bm25(sentence_words) FROM sentence_words WHERE sentence_words MATCH :query"
    " ORDER BY bm25(sentence_words), rowid LIMIT :limit"
)


def chunks[T: (int, str, tuple[str, str])](
    values: Iterable[T], size: int = _CHUNK
) -> Iterator[tuple[T, ...]]:
    """Distinct values in order, in runs that one query can take."""
    return batched(sorted(set(values)), size)


class Words(TypeDecorator[str]):
    """Short text from outside: what no database can hold (lone surrogates, NUL) becomes U+FFFD."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        return None if value is None else plain(value)


class Verbatim(TypeDecorator[str]):
    """A text kept to the code point, whatever it contains: UTF-8 that lets lone surrogates pass."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Any) -> str | None:
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


def plain(value: str) -> str:
    """The string as a database can hold it."""
    if value.isascii() and "\0" not in value:
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def engine_for(path: Path) -> Engine:
    """An engine on a store's file; the first connection creates a file that is not there."""
    engine = create_engine(_unchanging(path) or URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _unchanging(path: Path) -> URL | None:
    """How to read a store where nothing may be written, on a read-only disk or share; None where it may.

    SQLite would put its log beside the file. What a log holds that is there already would be missed: then the
    store is opened as others are, and says what it lacks.
    """
    log = path.with_name(f"{path.name}-wal")
    if not path.exists() or os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
        return None
    return URL.create("sqlite", database=path.absolute().as_uri(), query={"immutable": "1", "uri": "true"})


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are ours: the driver would begin them too late
    for pragma in (
        f"busy_timeout = {_WAIT_MS}",
        "foreign_keys = ON",
        "synchronous = NORMAL",
        "cache_size = -65536",  # 64 MB: the inner pages of all indexes of some ten thousand reports
    ):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def let_readers_pass(engine: Engine) -> None:
    """Turns on the write-ahead log (kept in the file), so that readers go on while one writes."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def last_id(connection: Connection, table: Table) -> int:
    """The greatest id that a row of a table has; where ids are not to be given twice, ever had."""
    if table.dialect_options["sqlite"]["autoincrement"]:
        return connection.scalar(_LAST_GIVEN, {"name": table.name}) or 0
    return connection.scalar(select(func.max(table.c.id))) or 0


def create_word_index(connection: Connection) -> None:
    connection.exec_driver_sql(_CREATE_INDEX)


def index_words(connection: Connection, sentences: Iterable[tuple[int, str]]) -> None:
    if rows := _rows(sentences):
        connection.execute(_ADD, rows)


def unindex_words(connection: Connection, sentences: Iterable[tuple[int, str]]) -> None:
    if rows := _rows(sentences):
        connection.execute(_DROP, rows)


def _rows(sentences: Iterable[tuple[int, str]]) -> list[Mapping[str, Any]]:
    return [{"id": i, "words": plain(words)} for i, words in sentences]


def find_words(
    connection: Connection, words: list[str], limit: int, *, any_word: bool
) -> list[tuple[int, float]]:
    """(sentence id, rank) of the sentences with all of the words, or any; the highest rank first.

    The rank is that of Okapi BM25 (Robertson & Zaragoza 2009), as SQLite computes it.
    """
    if not words:
        return []
    query = (" OR " if any_word else " AND ").join(f'"{plain(word)}"' for word in words)
    return [(i, rank) for i, rank in connection.execute(_FIND, {"query": query, "limit": limit})]
