"""`dateline account` at the command line."""

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.store import open_store
from tests.store.made import fill
from tests.store.test_events import shelling


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with open_store(path, create=True) as opened:
        for name, number in (("a", 12), ("b", 14)):
            text = f"The Lake Front shelled the Hill Army in Port Amal, killing {number}."
            fill(opened, shelling(name, text, "shelled", size={"dead": (number, number, str(number))}))
        later = {"date": "2023-05-20", "place": None}
        fill(opened, shelling("c", "The Lake Front shelled the Hill Army off Port Amal.", "shelled", **later))
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["dateline", "account", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_words_that_mean_one_event_show_its_versions(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "killing", "Port", "Amal", "--format", "md", "--store", store) == 0
    told = capsys.readouterr().out
    assert "| A | 2023-05-02 | the outlet |" in told
    assert "**Standing**: disputed" in told
    assert "how many dead: 12 (A); 14 (B)" in told


def test_several_events_are_named_by_their_ids_which_show_one(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "shelled", "Lake Front", "--store", store) == 1
    said = capsys.readouterr().out
    assert "Several events fit" in said
    first = next(w for line in said.splitlines() for w in line.split() if len(w) == 16)
    assert run(monkeypatch, first, "--format", "json", "--store", store) == 0
    assert json.loads(capsys.readouterr().out)["id"] == first
    assert run(monkeypatch, first, "--store", store) == 0
    assert "STANDING" in capsys.readouterr().out


def test_what_is_not_told_is_said_not_to_be(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "flooded", "--store", store) == 1
    assert "No event in the store fits" in capsys.readouterr().out


@pytest.mark.parametrize("columns", [40, *range(76, 96), 110])
def test_no_word_of_a_version_is_torn_apart(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(monkeypatch, "killing", "Port", "Amal", "--store", store) == 0
    said = capsys.readouterr().out
    assert max(map(len, said.splitlines())) <= columns
    words = said.replace("·", " ").split()
    for word in ("2023-05-02", "outlet", "Front", "Army", "Amal", "shelled", "dead"):
        assert any(found.strip(".,:") == word for found in words), word
