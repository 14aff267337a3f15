"""`dateline timeline` at the command line."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.cli.options import today
from dateline.store import open_store
from tests.store.made import fill, made


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with open_store(path, create=True) as opened:
        fill(opened, made("one", "Ann Bello left.").entity("Ann Bello", "person"))
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["dateline", "timeline", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_timeline_without_entries_says_so(
    form: str, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "Ann Bello", "--format", form, "--store", store) == 0
    said = capsys.readouterr().out
    assert "Ann Bello: timeline" in said
    assert "Nothing found." in said


def test_what_is_no_date_is_named_and_what_is_one_is_told_back(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--since", "the flood", "--store", store) == 2
    assert "'the flood' is no date" in capsys.readouterr().err
    assert run(monkeypatch, "--from", "2025", "--to", "2024-12", "--store", store) == 2
    assert "--from 2025 is after --to 2024-12" in capsys.readouterr().err
    assert run(monkeypatch, "--since", "2021-08", "--format", "json", "--store", store) == 0
    assert json.loads(capsys.readouterr().out)["since"] == "2021-08"
    assert run(monkeypatch, "--since", "yesterday", "--format", "json", "--store", store) == 0
    told = json.loads(capsys.readouterr().out)["since"]
    assert date.fromisoformat(told) in {today() - timedelta(days=n) for n in (1, 2)}


def test_a_name_that_is_nobodys_and_a_picture_of_nothing_are_told(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "Kwame Osei", "--store", store) == 1
    assert "No actor named “Kwame Osei”" in capsys.readouterr().out
    assert run(monkeypatch, "Ann Bello", "--format", "svg", "--store", store) == 2
    assert "there is no picture" in capsys.readouterr().err
