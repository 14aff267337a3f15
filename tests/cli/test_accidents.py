"""`dateline accidents` at the command line."""

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.store import open_store
from tests.store.made import fill, made

ONE = "Two trains collided in Tartu, killing nine."
OTHER = "At least ten people were killed when two trains collided in Tartu."


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with open_store(path, create=True) as opened:
        fill(
            opened,
            made("one", ONE, outlet="Post", published="2024-01-02")
            .happening("crash", "collided", [], [])
            .happening("death", "killing", [], []),
            made("two", OTHER, outlet="Gazette", published="2024-01-03")
            .happening("crash", "collided", [], [])
            .happening("death", "killed", [], []),
        )
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["dateline", "accidents", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_tolls_stand_side_by_side(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--store", store) == 0
    said = capsys.readouterr().out
    assert "Crash · 2 independent sources, 2 reports" in said
    assert said.index(f"Post, 2024-01-02: {ONE}") < said.index("Gazette, 2024-01-03: At least ten")


def test_json_has_the_same(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "tartu", "trains", "--format", "json", "--store", store) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert [e["text"] for e in found["evidence"]] == [ONE, OTHER]


def test_where_nothing_is_found_it_says_so(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "ferry", "--store", store) == 0
    assert "Nothing that several independent sources tell." in capsys.readouterr().out
    assert run(monkeypatch, "--store", store, "-o", store.with_name("x")) == 2
    assert "--format json" in capsys.readouterr().err
