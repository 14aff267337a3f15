"""The event tables: columns as loaders know them, one row an event or a pair, nothing that did not happen."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.exports import TABLES
from dateline.model.factuality import Factuality
from dateline.model.place import Geo
from dateline.store import Store, open_store
from tests.store.made import fill, made

TEXT = (
    "Ann Bello said the Lake Front shelled the Hill Army and militiamen in Port Amal, killing at least 3. "
    'The "envoys" of Lunia and Sarve met. The Lake Front may storm Lunia. Aid was sent by Lunia. It rained.'
)
HOWTO = Path(__file__).resolve().parents[2] / "docs" / "howto" / "load-event-tables.md"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    report = made("one", TEXT, outlet="Post", published="2023-05-02T08:30", url="https://post.example/1")
    report.entity("Ann Bello", "person").entity("Lake Front", "organization").entity("Lunia", "place")
    report.entity("Hill Army", "organization").entity("Port Amal", "place").entity("Sarve", "place")
    report.entities["Port Amal"] = replace(
        report.entities["Port Amal"], geo=Geo(1.5, 2.5, "XXA", "Coast", "PPL", 7)
    )
    report.entities["Lunia"] = replace(report.entities["Lunia"], geo=Geo(1.0, 2.0, "XXA", None, "PCLI", 8))
    said = report.said("Ann Bello", "said", "the Lake Front shelled the Hill Army")
    report.event(
        "ASSAULT", "shelled", ["Lake Front"], ["Hill Army", "militiamen"], place="Port Amal",
        modes=("heavy-weapons",), contexts=("military", "terrorism"), cameo="194", date="2023-05-01",
        size={"dead": (3, None, "at least 3")}, attribution=said,
    )  # fmt: skip
    report.event("CONSULT", "met", ["Lunia", "Sarve"], [])
    report.event(
        "ASSAULT", "storm", ["Lake Front"], ["Lunia"], factuality=Factuality.POSSIBLE, date="2023-05"
    )
    report.event("AID", "sent", ["Lunia"], [])
    report.event("PROTEST", "rained", ["It"], [], place="Lunia")
    with open_store(tmp_path / "store.sqlite", create=True) as opened:
        fill(opened, report)
        yield opened


def table(store: Store, form: str, *, every: bool = False) -> list[dict[str, Any]]:
    stream = io.StringIO()
    TABLES[form](store.view(), stream, every=every)
    return list(csv.DictReader(io.StringIO(stream.getvalue()), dialect="excel-tab"))


def test_a_plover_row_says_all_of_an_event(store: Store) -> None:
    row = next(r for r in table(store, "plover") if r["Event Type"] == "ASSAULT")
    wanted = {
        "Event Date": "2023-05-01",
        "Date Basis": "event",
        "Event Mode": "heavy-weapons",
        "Intensity": "-9.5",
        "Quad Code": "MATERIAL CONFLICT",
        "Contexts": "military;terrorism",
        "Actor Name": "Lake Front",
        "Recipient Name": "Hill Army;militiamen",
        "Placename": "Port Amal",
        "Source": "Post",
        "Publication Date": "2023-05-02",
        "CAMEO Code": "194",
        "Factuality": "CT+",
        "Attributed To": "Ann Bello",
        "Dead Low": "3",
        "Dead High": "",
        "Story ID": "one",
        "Text": TEXT[:100],
    }
    assert {k: row[k] for k in wanted} == wanted


def test_only_what_a_coder_would_code_is_there_unless_all_is_asked_for(store: Store) -> None:
    assert {r["Event Type"] for r in table(store, "plover")} == {"ASSAULT", "CONSULT", "PROTEST"}
    rows = {(r["Event Type"], r["Trigger"]): r for r in table(store, "plover", every=True)}
    assert {k: r["Coded"] for k, r in rows.items()} == {
        ("ASSAULT", "shelled"): "yes",
        ("CONSULT", "met"): "yes",
        ("ASSAULT", "storm"): "no",  # only possible
        ("AID", "sent"): "no",  # to nobody
        ("PROTEST", "rained"): "yes",
    }


def test_a_day_that_is_not_known_is_the_reports_or_none(store: Store) -> None:
    rows = {r["Trigger"]: r for r in table(store, "plover", every=True)}
    assert (rows["met"]["Event Date"], rows["met"]["Date Basis"]) == ("2023-05-02", "publication")
    storm = rows["storm"]
    assert (storm["Event Date"], storm["Date Basis"], storm["Event Date EDTF"]) == (
        "",
        "imprecise",
        "2023-05",
    )


def test_cameo_has_a_row_for_each_pair_and_both_ways_where_all_take_part_alike(store: Store) -> None:
    rows = table(store, "cameo")
    pairs = {(r["Source Name"], r["Target Name"], r["Event ID"][-2:]) for r in rows}
    assert pairs == {
        ("Lake Front", "Hill Army", "-1"),
        ("Lake Front", "militiamen", "-2"),
        ("Lunia", "Sarve", "-1"),
        ("Sarve", "Lunia", "-2"),
        ("", "", rows[-1]["Event ID"][-2:]),
    }
    shelled = rows[0]
    assert (shelled["CAMEO Code"], shelled["Quad Code"], shelled["Publisher"]) == ("194", "4", "Post")
    met = next(r for r in rows if r["Source Name"] == "Sarve")
    assert (met["Sentence Number"], met["CAMEO Code"][:2]) == ("2", "04")
    assert met["Text"] == 'The "envoys" of Lunia and Sarve met.'


def test_a_pronoun_is_nobodys_name(store: Store) -> None:
    (plover,) = (r for r in table(store, "plover") if r["Trigger"] == "rained")
    (cameo,) = (r for r in table(store, "cameo") if r["Trigger"] == "rained")
    assert (plover["Actor Name"], plover["Actor Name Raw"], cameo["Source Name"]) == ("", "", "")


def test_only_a_populated_place_is_a_city(store: Store) -> None:
    rows = {r["Trigger"]: r for r in table(store, "plover")}
    told = [(rows[t]["Placename"], rows[t]["City"], rows[t]["Country"]) for t in ("shelled", "rained")]
    assert told == [("Port Amal", "Port Amal", "XXA"), ("Lunia", "", "XXA")]


def test_the_columns_of_the_releases_come_first(store: Store) -> None:
    assert list(table(store, "plover")[0])[:8] == [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
        "Actor Name",
    ]  # fmt: skip
    assert list(table(store, "cameo")[0])[:20] == [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
        "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
        "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ]  # fmt: skip


@pytest.mark.parametrize("form", TABLES)
def test_every_line_has_every_column(store: Store, form: str) -> None:
    stream = io.StringIO()
    TABLES[form](store.view(), stream, every=True)
    assert len({line.count("\t") for line in stream.getvalue().splitlines()}) == 1


def test_the_documented_columns_exist(store: Store) -> None:
    known = {*table(store, "plover")[0], *table(store, "cameo")[0]}
    cells = [
        line.split("|")[1] for line in HOWTO.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"
    ]
    named = {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}
    assert len(named) > 20
    assert named <= known
