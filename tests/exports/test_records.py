"""The contract's second form: every field there, in every kind; the same store, the same bytes."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.exports import EXPORTS, KINDS, export
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.store import Store, open_store
from tests.store.made import fill, made

CONTRACT = Path(__file__).resolve().parents[2] / "docs" / "contract.md"
SUPPORT = {"id", "evidence", "independent", "factuality", "disputed_by"}
FIELDS = {
    "reports": {"id", "outlet", "agency", "authors", "title", "url", "published", "retrieved", "dateline",
                "language", "reprint_of", "words"},
    "entities": {"id", "name", "type", "aliases", "country", "sector", "roles", "links", "geo", "mentions",
                 "reports", "judgements"},
    "claims": {"content", "kind", "speaker", "speaker_entity", *SUPPORT},
    "events": {"type", "modes", "contexts", "cameo", "actors", "recipients", "place", "date", "size",
               "trigger", *SUPPORT},
    "happenings": {"family", "trigger", "subjects", "objects", "place", "date", "events", *SUPPORT},
    "relations": {"type", "subject", "object", "value", "date", *SUPPORT},
    "wants": {"actor", "kind", "polarity", "goal", "toward", "conditional", *SUPPORT},
    "mentions": {"id", "report", "url", "start", "end", "text", "label", "form", "entity"},
}  # fmt: skip
EVIDENCE = {"report", "outlet", "url", "published", "start", "end", "text", "chain"}
LINK = {"source", "entity", "cue", "act", "medium", "when"}
TEXT = (
    "Envoy Ann Bello said the Lake Front wants a truce with Lunia. The Lake Front, =formed in May, is small."
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    report = made("one", TEXT, outlet="Post", published="2023-05-01", url="https://post.example/1")
    report.entity("Ann Bello", "person").entity("Lake Front", "organization").entity("Lunia", "place")
    said = report.said("Ann Bello", "said", "the Lake Front wants a truce with Lunia")
    report.want("Lake Front", WantKind.HOPE, "a truce", "Lunia", attribution=said)
    report.relation("Lake Front", RelationType.HAS_STRENGTH, None, "is small", value="=formed in May")
    report.relation("Lake Front", RelationType.FIGHTS, "Lunia", "with Lunia")
    report.event(
        "ASSAULT", "formed", ["Lake Front"], ["Lunia"], place="Lunia", date="2023-04-30",
        size={"dead": (3, None, "small")},
    )  # fmt: skip
    report.happening("creation", "formed", [], ["Lake Front"], place="Lunia", date="2023-04-30")
    with open_store(tmp_path / "store.sqlite", create=True) as opened:
        fill(opened, report)
        yield opened


def exported(store: Store, kind: str) -> list[dict[str, Any]]:
    stream = io.StringIO()
    EXPORTS["jsonl"](export(store.view(), kind), stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_the_fields_named_here_are_all_kinds() -> None:
    assert set(FIELDS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_contract_is_there(store: Store, kind: str) -> None:
    found = exported(store, kind)
    assert found
    assert all(FIELDS[kind] <= set(record) for record in found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_contract_names_the_fields_of_every_kind_and_no_others(store: Store, kind: str) -> None:
    row = re.search(rf"^\| {kind} \| `(.+?)`.*\|$", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE)
    assert row is not None
    flat = re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", row[1]))
    documented = set(re.findall(r"\w+", flat))
    support = SUPPORT | {"standing", "reasons", "first_reported"}
    assert set(exported(store, kind)[0]) - support == documented - {"id"}


@pytest.mark.parametrize("kind", ["claims", "events", "happenings", "relations", "wants"])
def test_evidence_quotes_the_text_as_given(store: Store, kind: str) -> None:
    for record in exported(store, kind):
        for evidence in record["evidence"]:
            assert set(evidence) >= EVIDENCE
            assert evidence["text"] == TEXT[evidence["start"] : evidence["end"]]
            assert (evidence["report"], evidence["url"]) == ("one", "https://post.example/1")
            assert all(set(link) >= LINK for link in evidence["chain"])


def test_parties_and_chains_name_actors_of_the_entities_export(store: Store) -> None:
    known = {e["id"] for e in exported(store, "entities")}
    (want,) = exported(store, "wants")
    (claim,) = exported(store, "claims")
    assert {want["actor"]["entity"], want["toward"][0]["entity"], claim["speaker_entity"]} <= known
    assert [link["entity"] for link in want["evidence"][0]["chain"]] == [claim["speaker_entity"]]
    assert (claim["speaker"], claim["kind"], claim["factuality"]) == ("Ann Bello", "indirect", "CT+")
    assert (want["actor"]["name"], want["polarity"], want["goal"]) == ("Lake Front", "+", "a truce")


def test_an_event_has_the_parts_that_the_contract_names(store: Store) -> None:
    (event,) = exported(store, "events")
    front = {"name": "Lake Front", "entity": "organization:lake-front", "country": None, "sector": None}
    assert event["actors"] == [front]
    assert set(event["place"]) >= {"name", "lat", "lon", "country", "admin1", "geonameid"}
    assert (event["place"]["name"], event["date"], event["trigger"]) == ("Lunia", "2023-04-30", "formed")
    assert event["size"] == {"dead": {"low": 3, "high": None}}


def test_mentions_stand_where_they_say_and_name_actors(store: Store) -> None:
    known = {e["id"] for e in exported(store, "entities")}
    found = exported(store, "mentions")
    assert all(TEXT[m["start"] : m["end"]] == m["text"] for m in found)
    assert {m["entity"] for m in found} <= known
    assert [m["start"] for m in found] == sorted(m["start"] for m in found)


def test_a_kind_that_does_not_exist_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="reports, entities"):
        export(store.view(), "rumours")


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_a_row_for_every_record(store: Store, kind: str) -> None:
    stream = io.StringIO()
    EXPORTS["csv"](export(store.view(), kind), stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert [r["id"] for r in rows] == [r["id"] for r in exported(store, kind)]
    assert all(None not in row for row in rows)


def test_csv_spreads_nested_fields_and_disarms_formulas(store: Store) -> None:
    stream = io.StringIO()
    EXPORTS["csv"](export(store.view(), "relations"), stream)
    rows = {r["type"]: r for r in csv.DictReader(io.StringIO(stream.getvalue()))}
    assert rows["fights"]["object.name"] == "Lunia"
    assert rows["has_strength"]["object.name"] == ""
    assert "object" not in rows["fights"]
    assert rows["has_strength"]["value"] == "'=formed in May"
    assert rows["fights"]["evidence.outlet"] == "Post"


def test_csv_has_no_column_for_what_other_rows_spread(store: Store) -> None:
    stream = io.StringIO()
    records = [*exported(store, "events"), {**exported(store, "events")[0], "size": {}, "place": None}]
    EXPORTS["csv"](records, stream)
    columns = set(next(csv.reader(io.StringIO(stream.getvalue()))))
    assert {"size.dead.low", "place.lat"} <= columns
    assert not {"size", "size.dead", "place"} & columns


def test_an_empty_store_gives_an_empty_csv(tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.sqlite", create=True) as store:
        stream = io.StringIO()
        EXPORTS["csv"](export(store.view(), "claims"), stream)
    assert stream.getvalue() == ""


def test_half_characters_make_no_broken_line() -> None:
    stream = io.StringIO()
    EXPORTS["jsonl"]([{"text": "é\ud800"}, {"text": "é"}], stream)
    stream.getvalue().encode()
    assert [json.loads(line)["text"] for line in stream.getvalue().splitlines()] == ["é\ud800", "é"]
