"""Opening a store: making a new one, refusing what is none, turning database errors into clear sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from dateline.errors import StoreError
from dateline.store import dialect
from dateline.store.schema import SCHEMA_VERSION, meta, metadata
from dateline.store.settling import settle, unsettled
from dateline.store.sql_view import SqlView
from dateline.store.writer import Writer


@dataclass(frozen=True)
class Store:
    """An opened store. `writer()` adds and forgets documents, `view()` answers; both may be had at once."""

    path: Path
    engine: Engine

    def writer(self) -> Writer:
        """Adds documents; use it in a `with`, whose end decides which entities are the same actor."""
        return Writer(self._reading, self._writing)

    def view(self) -> SqlView:
        """Answers about all that is in the store. Finishes first what a killed writer left undone."""
        with self._reading() as connection:
            undone = unsettled(connection)
        if undone:
            with self._writing() as connection:
                settle(connection)
        return SqlView(self._reading)

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _clear_errors(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _clear_errors(self.path), self.engine.connect() as connection:
            connection = connection.execution_options(**{dialect.WRITING: True})
            with connection.begin():
                yield connection


def open_store(path: str | Path, *, create: bool = False) -> Store:
    """Opens the store in a file; with `create`, makes it when there is none.

    Raises StoreError when there is no such file, it is not a dateline store, or was made by a version of
    dateline whose tables are others.
    """
    path = Path(path).expanduser()
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a store")
    if not path.exists() and not create:
        raise StoreError(f"there is no store {path}; `dateline read` makes one")
    if not path.parent.is_dir():
        raise StoreError(f"the folder {path.parent} does not exist, so no store can be made in it")
    store = Store(path, dialect.engine_for(path))
    try:
        _check(store, create)
    except StoreError:
        store.close()
        raise
    return store


def _check(store: Store, create: bool) -> None:
    with store._reading() as connection:
        tables = set(inspect(connection).get_table_names())
        version = _version(connection) if meta.name in tables else None
    if not tables and create:
        _create(store)
    elif version is None:
        raise StoreError(f"{store.path} is not a dateline store; it was left as it is")
    elif version != str(SCHEMA_VERSION):
        raise StoreError(
            f"{store.path} was made by another version of dateline (store version {version}, this one reads "
            f"{SCHEMA_VERSION}). Read the reports into a new store, or use the dateline that made it."
        )


def _version(connection: Connection) -> str | None:
    version: str | None = connection.scalar(select(meta.c.value).where(meta.c.key == "version"))
    return version


def _create(store: Store) -> None:
    """Makes all tables in one step, so that a store is there whole or not at all."""
    with _clear_errors(store.path):
        dialect.let_readers_pass(store.engine)
    with store._writing() as connection:
        if inspect(connection).get_table_names():
            return  # another process was faster
        metadata.create_all(connection)
        dialect.create_word_index(connection)
        connection.execute(insert(meta).values(key="version", value=str(SCHEMA_VERSION)))


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"the store {path} cannot be used: {error.orig}") from error
