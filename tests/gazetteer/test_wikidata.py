"""Importing a Wikidata dump: its own format, small, and made up but for the ids of classes and properties."""

import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UnreadableError, UsageError
from dateline.gazetteer.actors import KnownActors, Naming, open_actors
from dateline.gazetteer.actors.wikidata import import_dump

type Json = dict[str, Any]


def points_at(claim: str, *items: str, **qualifiers: Json) -> Json:
    def statement(item: str) -> Json:
        value = {"entity-type": "item", "numeric-id": int(item[1:]), "id": item}
        return {
            "mainsnak": {
                "snaktype": "value",
                "property": claim,
                "datavalue": {"value": value, "type": "wikibase-entityid"},
                "datatype": "wikibase-item",
            },
            "type": "statement",
            "rank": "normal",
            "qualifiers": {p: [snak] for p, snak in qualifiers.items()},
        }

    return {claim: [statement(item) for item in items]}


def at(time: str, precision: int) -> Json:
    value = {"time": f"+{time}T00:00:00Z", "precision": precision, "timezone": 0}
    return {"snaktype": "value", "datavalue": {"value": value, "type": "time"}, "datatype": "time"}


def says(claim: str, text: str) -> Json:
    snak = {"snaktype": "value", "property": claim, "datavalue": {"value": text, "type": "string"}}
    return {claim: [{"mainsnak": snak, "type": "statement", "rank": "normal"}]}


def since(claim: str, time: str, precision: int) -> Json:
    return {claim: [{"mainsnak": at(time, precision), "type": "statement", "rank": "normal"}]}


def item(number: int, label: str, claims: Json, *aliases: str) -> Json:
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {"en": {"language": "en", "value": label}, "fr": {"language": "fr", "value": "Autre"}},
        "descriptions": {},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
        "sitelinks": {},
        "lastrevid": 1,
    }


CHAD, MAYOR = 99900657, 99900030
DUMP = [
    item(99900001, "Dune Liberation Army", points_at("P31", "Q17149090") | points_at("P17", f"Q{CHAD}")
         | since("P571", "1998-03-00", 10) | since("P576", "2004-00-00", 9), "DLA", "Army of the Dunes"),
    item(99900002, "Ama Boateng", points_at("P31", "Q5") | points_at("P27", f"Q{CHAD}")
         | points_at("P39", f"Q{MAYOR}", P580=at("2011-05-02", 11), P582=at("2015-00-00", 9))),
    item(99900003, "Kofi Mensah", points_at("P31", "Q5") | points_at("P27", f"Q{CHAD}")),
    item(99900004, "A Red Bridge", points_at("P31", "Q12280")),
    item(99900005, "Harbour Courier", points_at("P31", "Q11032") | points_at("P17", "Q99900999")),
    {"type": "property", "id": "P31", "datatype": "wikibase-item", "labels": {}, "claims": {}},
    item(CHAD, "Chad", points_at("P31", "Q6256") | says("P298", "TCD")),
    item(MAYOR, "mayor of the harbour", points_at("P31", "Q4164871")),
]  # fmt: skip
TEXT = "[\n" + ",\n".join(json.dumps(entity, ensure_ascii=False) for entity in DUMP) + "\n]\n"


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], KnownActors]:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))

    def known_after(name: str, content: bytes) -> KnownActors:
        file = tmp_path / name
        file.write_bytes(content)
        assert import_dump(file) == 3
        return open_actors()

    return known_after


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("all.json", bytes),
        ("all.json.gz", gzip.compress),
        ("all.json.bz2", bz2.compress),
    ],
)
def test_organisations_and_office_holders_are_taken(
    imported: Callable[[str, bytes], KnownActors], name: str, packed: Callable[[bytes], bytes]
) -> None:
    known = imported(name, packed(TEXT.encode()))
    (army,) = known.named("the Dune Liberation Army")
    assert (army.actor.kind, army.actor.country, army.actor.sector) == ("armed", "TCD", "REB")
    assert (army.actor.active, army.actor.wikidata) == ("1998-03/2004", "Q99900001")
    assert {m.naming for m in known.named("DLA")} == {Naming.ACRONYM}
    assert {m.naming for m in known.named("Army of the Dunes")} == {Naming.GENERIC}
    (mayor,) = known.named("Ama Boateng", person=True)
    (term,) = mayor.actor.terms
    assert (term.office, term.country, term.time) == ("mayor of the harbour", "TCD", "2011-05-02/2015")
    (paper,) = known.named("Harbour Courier")
    assert paper.actor.country is None
    assert known.named("Kofi Mensah", person=True) == ()
    assert known.named("A Red Bridge") == ()


def test_our_own_names_come_first(imported: Callable[[str, bytes], KnownActors]) -> None:
    known = imported("all.json", TEXT.replace("Harbour Courier", "Boko Haram").encode())
    assert [m.actor.id for m in known.named("Boko Haram")] == ["boko-haram"]


def test_progress_ends_at_the_size_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    file, told = tmp_path / "all.json", []
    file.write_text(TEXT, encoding="utf-8")
    import_dump(file, lambda step, done, total: told.append((done, total)))
    assert told[-1] == (file.stat().st_size, file.stat().st_size)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("all.json", b""),
        ("all.json", b"<html>no dump</html>\n"),
        ("all.json", b'[\n{"type": "item", "id": "Q1", "claims": {"P298": [\n]\n'),
        ("all.json.gz", gzip.compress(TEXT.encode())[:-20]),
        ("all.json.bz2", b"no bzip2 at all"),
    ],
)
def test_what_is_no_dump_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match=name):
        import_dump(file)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        import_dump(tmp_path / "none.json")
