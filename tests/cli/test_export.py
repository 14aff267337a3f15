"""`dateline export` at the command line."""

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.model.factuality import Factuality
from dateline.store import open_store
from tests.store.made import fill, made


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with open_store(path, create=True) as opened:
        fill(opened, made("one", "Ann Bello left.").entity("Ann Bello", "person"))
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["dateline", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_records_go_to_standard_output(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "export", "entities", "--store", store) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["name"] == "Ann Bello"


def test_or_to_a_file_in_another_format(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "entities.csv"
    arguments = ("export", "entities", "--format", "csv", "--output", output, "--store", store)
    assert run(monkeypatch, *arguments) == 0
    assert output.read_text(encoding="utf-8").splitlines()[1].startswith("person:ann-bello,Ann Bello,person")


def test_event_tables_leave_out_what_did_not_happen_unless_all_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "events.sqlite"
    report = made("one", "Ann Bello was shot.").entity("Ann Bello", "person")
    with open_store(path, create=True) as opened:
        fill(opened, report.event("ASSAULT", "shot", [], ["Ann Bello"], factuality=Factuality.UNKNOWN))
    assert run(monkeypatch, "export", "events", "--format", "cameo", "--store", path) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert run(monkeypatch, "export", "events", "--format", "cameo", "--all", "--store", path) == 0
    assert "Ann Bello" in capsys.readouterr().out.splitlines()[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rumours",), "rumours"),
        (("entities", "--format", "xml"), "xml"),
        (("entities", "--format", "plover"), "the format plover is one of events"),
        (("events", "--all"), "--all belongs to plover and cameo"),
        (("entities", "--output", "/no/such/folder/a"), "/no/such/folder/a"),
        (("entities", "--store", "missing.sqlite"), "there is no store missing.sqlite"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_code_2(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(store.parent)
    assert run(monkeypatch, "export", "--store", store, *arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("dateline: ")
    assert said in line
