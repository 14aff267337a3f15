"""`dateline entity` at the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.store import open_store
from tests.store.made import fill, made

type Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with open_store(path, create=True) as opened:
        fill(
            opened,
            made("one", "Osman Bello left.").entity("Osman Bello", "person"),
            made("two", "Abu Karima left.").entity("Abu Karima", "person"),
            made("three", "Osman Bello came.").entity("Osman Bello", "person"),
        )
    return path


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["dateline", "entity", *arguments, "--store", str(store)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def test_merge_show_and_undo(run: Run) -> None:
    code, out, _ = run("merge", "Osman Bello", "Abu Karima", "--why", "the court papers", "--by", "ann")
    assert code == 0
    assert "osman bello and abu karima are one actor" in out
    judgement = out.split()[1].rstrip(":")
    code, out, _ = run("show", "Abu Karima", "--format", "json")
    shown = json.loads(out)
    assert shown["entity"] == "person:abu-karima"
    assert {i["why"] for i in shown["identities"]} == {"the court papers"}
    assert [(j["id"], j["by"]) for j in shown["judgements"]] == [(judgement, "ann")]
    code, out, _ = run("undo", judgement)
    assert (code, out.startswith("taken back")) == (0, True)
    assert json.loads(run("show", "Abu Karima", "--format", "json")[1])["judgements"] == []


def test_show_tells_a_reader_why(run: Run) -> None:
    code, out, _ = run("show", "Osman Bello")
    assert code == 0
    assert "person:osman-bello" in out
    assert "same name" in out


def test_split_by_report(run: Run) -> None:
    code, out, _ = run("split", "Osman Bello", "--report", "three", "--as", "Bello the elder")
    assert code == 0
    assert "[Bello the elder] are two actors" in out
    assert json.loads(run("show", "Bello the elder", "--format", "json")[1])["identities"][0]["reports"] == [
        "three"
    ]
    code, out, _ = run("show", "Osman Bello")  # two bear it now
    assert code == 1
    assert "person:osman-bello~bello-the-elder" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("split", "Osman Bello"), "--report"),
        (("split", "Osman Bello", "--report", "nine"), "nine does not speak"),
        (("merge", "Osman Bello", "Osman Bello"), "one actor already"),
        (("undo", "00000000"), "no judgement 00000000"),
    ],
)
def test_what_makes_no_sense_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert said in err


def test_an_unknown_name_is_said(run: Run) -> None:
    code, out, _ = run("show", "Kim Ro")
    assert code == 1
    assert "Kim Ro" in out
