"""Files of actors that users write: what is wrong is named, the rest is kept."""

from pathlib import Path

import pytest

from dateline.errors import LexiconError
from dateline.gazetteer.actors import open_actors
from dateline.gazetteer.actors.entries import read_file

GOOD = 'sand-front = { names = ["Sand Front"], acronyms = ["SF"], kind = "armed", country = "TCD" }'


def written(folder: Path, text: str) -> Path:
    path = folder / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('"Sand Front" = { names = ["Sand Front"], kind = "armed" }', "small letters"),
        ('a = { kind = "armed" }', "no names"),
        ('a = { names = "Sand Front", kind = "armed" }', "names is a list"),
        ('a = { names = ["..."], kind = "armed" }', "is no name"),
        ('a = { names = ["A Front"], kind = "army" }', "kind is 'army'"),
        ('a = { names = ["A Front"] }', "kind is None"),
        ('a = { names = ["A Front"], kind = "armed", country = "Chad" }', "country is 'Chad'"),
        ('a = { names = ["A Front"], kind = "armed", also_in = ["UNO"] }', "also_in is 'UNO'"),
        ('a = { names = ["A Front"], kind = "armed", sector = "REBEL" }', "sector is 'REBEL'"),
        ('a = { names = ["A Front"], kind = "armed", active = "2001" }', "EDTF interval"),
        ('a = { names = ["A Front"], kind = "armed", active = "2001/2011-02-30" }', "EDTF interval"),
        ('a = { names = ["A Front"], kind = "armed", unsure = ["B"] }', "unsure names no other name"),
        ('a = { names = ["A Front"], kind = "armed", wikidata = "1065" }', "wikidata is '1065'"),
        ('a = { names = ["A Front"], kind = "armed", founded = "2001" }', "no fields founded"),
        ('a = "A Front"', "table of fields"),
    ],
)
def test_a_bad_entry_is_named_and_the_rest_kept(tmp_path: Path, entry: str, said: str) -> None:
    path = written(tmp_path, f"[actors]\n{entry}\n{GOOD}\n")
    loaded = read_file(path)
    assert [e.actor.id for e in loaded.entries] == ["sand-front"]
    (problem,) = loaded.problems
    assert str(path) in problem
    assert said in problem


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('["1999/2001"]', "other spelling"),
        ('["1999", "Ama Boateng"]', "EDTF interval"),
        ('["1999/2001", ""]', "other spelling"),
    ],
)
def test_a_bad_term_is_named_and_the_rest_kept(tmp_path: Path, row: str, said: str) -> None:
    path = written(tmp_path, f'[leaders.GHA]\npresident = [{row}, ["2001/..", "Kofi Mensah"]]\n')
    loaded = read_file(path)
    assert [e.actor.name for e in loaded.entries] == ["Kofi Mensah"]
    assert said in loaded.problems[0]
    assert "leaders.GHA.president" in loaded.problems[0]


@pytest.mark.parametrize("text", ["[actors", "", "actors = 3", "[people]\n", "[actors]\n[other]\n"])
def test_a_file_that_is_none_of_actors_stops_the_run(tmp_path: Path, text: str) -> None:
    with pytest.raises(LexiconError, match=r"actors\.toml"):
        read_file(written(tmp_path, text))


def test_the_users_file_adds_actors_and_replaces_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = 'taliban = { names = ["Taliban"], kind = "party", country = "AFG" }'
    monkeypatch.setenv("DATELINE_ACTORS", str(written(tmp_path, f"[actors]\n{ours}\n{GOOD}\nbad = 1\n")))
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    known = open_actors()
    assert [m.actor.country for m in known.named("the Sand Front")] == ["TCD"]
    assert [m.actor.kind for m in known.named("Taliban")] == ["party"]
    assert known.named("Boko Haram")
    (problem,) = known.problems()
    assert "'bad'" in problem


def test_a_file_that_is_named_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_ACTORS", str(tmp_path / "none.toml"))
    with pytest.raises(LexiconError, match=r"none\.toml"):
        open_actors()
