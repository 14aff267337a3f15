"""`dateline actors`: what it prints, and what it says of bad input."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from tests.gazetteer.test_wikidata import TEXT


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DATELINE_ACTORS", "")


def actors(*arguments: str | Path) -> tuple[int, str, str]:
    ended = CliRunner().invoke(app, ["actors", *map(str, arguments)], prog_name="dateline")
    assert ended.exception is None or isinstance(ended.exception, SystemExit)
    return ended.exit_code, ended.stdout, ended.stderr


def test_lookup_prints_all_whom_a_name_may_mean() -> None:
    code, said, _ = actors("lookup", "RSF")
    assert code == 0
    assert "Rapid Support Forces (rapid-support-forces, armed, SDN, PRM, 2013/..)" in said
    assert "Reporters Without Borders" in said


def test_lookup_prints_terms_and_seats() -> None:
    assert "president, KEN, 2022-09-13/.." in actors("lookup", "William Ruto")[1]
    assert "[stands for its government]" in actors("lookup", "Nairobi")[1]


@pytest.mark.parametrize(("name", "code"), [("Nobody of Nowhere", 1), ("  ", 2)])
def test_lookup_of_nobody(name: str, code: int) -> None:
    assert actors("lookup", name)[0] == code


def test_check_names_bad_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[actors]\na = { names = ["Dune Front"], kind = "armed" }\nb = { kind = "armed" }\n')
    monkeypatch.setenv("DATELINE_ACTORS", str(file))
    code, said, warned = actors("check")
    assert (code, "1 actors" in said) == (1, True)
    assert "entry 'b': it has no names" in warned
    assert "Dune Front (a, armed)" in actors("lookup", "Dune Front")[1]


def test_check_without_a_file_says_where_it_would_be() -> None:
    assert "actors.toml" in actors("check")[1]


def test_a_dump_is_imported_and_looked_up(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text(TEXT, encoding="utf-8")
    code, said, _ = actors("import", file)
    assert (code, "3 actors imported" in said) == (0, True)
    assert (
        "Dune Liberation Army (q99900001, armed, TCD, REB, 1998-03/2004, Q99900001)"
        in actors("lookup", "Dune Liberation Army")[1]
    )


@pytest.mark.parametrize("content", [None, "nothing\n"])
def test_a_bad_dump_is_wrong_usage(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "all.json"
    if content is not None:
        file.write_text(content)
    code, _, warned = actors("import", file)
    assert code == 2
    assert "all.json" in warned
    assert "Traceback" not in warned
