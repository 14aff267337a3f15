"""What can be opened as a store, and what is refused and left as it is."""

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.store import open_store
from tests.store.made import fill, made


def test_a_store_is_made_once_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with open_store(path, create=True) as store:
        fill(store, made("one", "Troops left."))
    with open_store(path, create=True) as store:
        assert [r.id for r in store.view().reports()] == ["one"]


def test_no_store_is_made_for_a_question(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_store(tmp_path / "a.sqlite")
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, of which nothing must be lost.\n" * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE addresses(name)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is not a dateline store"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    open_store(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE dateline_meta SET value = '0' WHERE key = 'version'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="another version"):
        open_store(path)


@pytest.mark.parametrize("name", [".", "missing/a.sqlite"])
def test_a_place_where_no_store_can_be_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path / name, create=True)


def test_a_damaged_store_gives_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with open_store(path, create=True) as store:
        fill(store, made("one", "Troops left. " * 500))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="cannot be used"), open_store(path) as store:
        list(store.view().actors())


def test_a_store_where_nothing_may_be_written_can_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "on a share?%.sqlite"
    with open_store(path, create=True) as store:
        fill(store, made("one", "Troops left."))
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_store(path) as store:
        assert [r.id for r in store.view().reports()] == ["one"]
        with pytest.raises(StoreError, match="readonly"), store.writer() as writer:
            writer.forget("one")
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
