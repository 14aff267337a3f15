"""`dateline forget` at the command line."""

from pathlib import Path

import pytest

from dateline.model.attribution import Act
from dateline.store import open_store
from tests.cli.test_export import run
from tests.store.made import fill, made

type Said = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    one = made("one", "Ann Bello said ferries run.", outlet="Post", url="https://post.example/1")
    one.entity("Ann Bello", "person").said("Ann Bello", "said", "ferries run", Act.ASSERT)
    with open_store(path, create=True) as opened:
        fill(opened, one, made("two", "Nothing happened."), made("three", "Nothing at all."))
    return path


def left(store: Path) -> list[str]:
    with open_store(store) as opened:
        return sorted(r.id for r in opened.view().reports())


def test_what_was_forgotten_is_said(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    assert run(monkeypatch, "forget", "one", "two", "--store", store) == 0
    assert capsys.readouterr().out.splitlines() == ["forgot one (Post): 1 claim", "forgot two: no findings"]
    assert left(store) == ["three"]


def test_a_document_is_known_by_its_address_too(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "forget", "--url", "https://post.example/1", "--store", store) == 0
    assert left(store) == ["three", "two"]


@pytest.mark.parametrize("unknown", [("nine",), ("--url", "https://post.example/9")])
def test_what_is_not_there_is_named_and_the_rest_forgotten(
    unknown: tuple[str, ...], store: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    assert run(monkeypatch, "forget", "two", *unknown, "--store", store) == 1
    assert unknown[-1] in capsys.readouterr().err
    assert left(store) == ["one", "three"]


@pytest.mark.parametrize("arguments", [(), ("one", "--store", "nowhere.sqlite")])
def test_nothing_to_forget_or_no_store_is_wrong_usage(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    assert run(monkeypatch, "forget", *arguments) == 2
    assert capsys.readouterr().err.startswith("dateline: ")
