"""`dateline event` at the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.store import open_store
from tests.store.made import Made, fill, made

type Run = Callable[..., tuple[int, str, str]]


def attack(id_: str, victim: str, date: str) -> Made:
    report = made(id_, f"Rebels shelled {victim}.", outlet=f"{id_} Herald", published=date)
    return report.entity(victim, "place").event("ASSAULT", "shelled", [], [victim], date=date, place=victim)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with open_store(path, create=True) as opened:
        fill(
            opened,
            attack("lake", "Port Amal", "2024-05-01"),
            attack("hill", "Port Amal", "2024-05-01"),
            attack("other", "Sidi Bahr", "2024-05-09"),
        )
    return path


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["dateline", *arguments, "--store", str(store)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def test_merge_show_and_undo(run: Run) -> None:
    code, out, _ = run("event", "merge", "Port Amal", "Sidi Bahr", "--why", "one salvo", "--by", "ann")
    assert code == 0
    assert "hill and other tell are one event" in out
    judgement = out.split()[1].rstrip(":")
    _, shown, _ = run("account", "Sidi Bahr")
    assert "Port Amal" in shown
    assert "by ann" in shown
    assert "one salvo" in shown
    assert judgement in shown
    code, out, _ = run("event", "undo", judgement)
    assert code == 0
    assert "taken back" in out
    _, shown, _ = run("account", "Sidi Bahr")
    assert "Port Amal" not in shown


def test_split_by_report(run: Run) -> None:
    code, out, _ = run("event", "split", "Port Amal", "--report", "hill")
    assert code == 0
    assert "are two events" in out
    code, out, _ = run("account", "Port Amal")
    assert code == 1
    assert "Several events" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("split", "Port Amal", "--report", "wire-9"), "report wire-9 does not tell"),
        (("merge", "Port Amal", "Port Amal"), "one event already"),
        (("undo", "12345678"), "no judgement 12345678"),
    ],
)
def test_what_makes_no_sense_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, _, error = run("event", *arguments)
    assert code == 2
    assert said in error


def test_what_is_not_found_is_said(run: Run) -> None:
    code, out, _ = run("event", "merge", "Port Amal", "the moon")
    assert code == 1
    assert "No event in the store" in out
