"""What reports take from each other counts once, passage by passage, in whatever order they are read."""

import json
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest

from dateline.exports.records import KINDS, export
from dateline.model.attribution import Act
from dateline.model.relation import RelationType
from dateline.store import Store, open_store
from tests.store.made import Made, fill, made

HOLDS = (
    "The Lake Front holds Port Amal since the last soldiers crossed the river in two ferries on Sunday "
    "night, leaving behind lorries, radios and the keys of the customs house."
)
LEAD = (
    "Shopkeepers along the harbour took down their shutters for the first time in eleven days, and bread "
    "was sold again in front of the grain mill, at twice its former price."
)
BACKGROUND = (
    "The town had changed hands three times since the spring rains, each time with less of its roofs "
    "and fewer of its people, of whom some nine thousand are thought to be left."
)
SEEN = (
    "Our correspondent counted fourteen burnt vehicles on the coastal road, spoke to families who had slept "
    "beneath them, and found the lighthouse keeper still at his post, without oil, without orders, and "
    "without any wish to say for whom he had kept the lamp alight."
)
HEARD = (
    "Lake pilots tell another tale: no ferry sailed at all, the garrison sold its boots for melons and "
    "walked home along the railway, and whoever owns a drum has been beating it under the mayor's balcony "
    "ever since, though the mayor himself left for the mountains before Easter with both of his accordions."
)


def report(id_: str, text: str, **more: str) -> Made:
    found = made(id_, text, **more).entity("Lake Front", "organization").entity("Port Amal", "place")
    return found.relation("Lake Front", RelationType.CONTROLS, "Port Amal", "holds Port Amal")


WIRE = report("wire", f"{LEAD}\n{HOLDS}\n{BACKGROUND}", outlet="Wire", published="2023-05-01")
CUT = report("cut", f"{HOLDS}\n{LEAD}", outlet="Gazette", published="2023-05-02")
TAKER = report("taker", f"{HEARD}\n{HOLDS}", outlet="Lake Post", published="2023-05-03")
OWN = report("own", f"{SEEN} The Lake Front holds Port Amal.", outlet="Post", published="2023-05-04")
ADDED = report(
    "added",
    f"{LEAD}\n{BACKGROUND}\n{HOLDS[60:]}\n{SEEN} Nobody doubts here that the Lake Front holds Port Amal.",
    outlet="Hill News",
    published="2023-05-05",
)


def everything(store: Store) -> str:
    view = store.view()
    return json.dumps({kind: list(export(view, kind)) for kind in KINDS})


def in_order(folder: Path, reports: Iterable[Made], *, one_by_one: bool) -> str:
    with open_store(folder, create=True) as store:
        if one_by_one:
            for some in reports:
                fill(store, some)
        else:
            fill(store, *reports)
        return everything(store)


def test_a_reprint_names_its_origin_and_how_much_it_took(store: Store) -> None:
    fill(store, CUT, OWN, WIRE)
    found = {r.id: (r.reprint_of, round(r.reprint_share, 1)) for r in store.view().reports()}
    assert found == {"wire": (None, 0.0), "cut": ("wire", 1.0), "own": (None, 0.0)}


def test_a_passage_taken_from_another_report_counts_for_that_report(store: Store) -> None:
    fill(store, TAKER, OWN, WIRE)
    taker = store.view().report("taker")
    assert taker is not None
    assert taker.reprint_of is None
    assert 0.2 < taker.reprint_share < 0.5
    (record,) = store.view().relations()
    assert {e.report: e.origin for e in record.evidence} == {"wire": "wire", "taker": "wire", "own": "own"}
    assert record.independent == 2


def test_what_a_reprint_adds_at_length_is_its_own_report(store: Store) -> None:
    fill(store, WIRE, ADDED)
    assert {r.id: r.reprint_of for r in store.view().reports()} == {"wire": None, "added": "wire"}
    (record,) = store.view().relations()
    assert record.independent == 2


def test_what_a_reprint_words_anew_is_not(store: Store) -> None:
    anew = report(
        "anew", f"In short, the Lake Front holds Port Amal.\n{LEAD}\n{BACKGROUND}", outlet="Hill News"
    )
    fill(store, WIRE, anew)
    (record,) = store.view().relations()
    assert (len(record.evidence), record.independent) == (2, 1)


def told(id_: str, outlet: str, medium: str | None) -> Made:
    text = f"Awa Diallo told {medium or 'us'} that the road is open. {id_ * 3} is what we call this."
    found = made(id_, text, outlet=outlet).entity("Awa Diallo", "person")
    found.said("Awa Diallo", "told", "the road is open", Act.ASSERT, medium=medium)
    return found


def test_what_was_told_to_an_agency_is_the_agencys(store: Store) -> None:
    fill(store, told("a", "Post", "Reuters"), told("b", "Gazette", "Reuters"), told("c", "Courier", None))
    (claim,) = store.view().claims()
    assert {e.report: e.origin for e in claim.evidence} == {"a": "Reuters", "b": "Reuters", "c": "c"}
    assert claim.independent == 2


def test_an_agency_is_not_counted_beside_its_own_report(store: Store) -> None:
    fill(store, told("a", "Post", "Reuters"), told("b", "Reuters", "Reuters"))
    (claim,) = store.view().claims()
    assert claim.independent == 1


@pytest.mark.parametrize("one_by_one", [True, False])
def test_any_order_gives_the_same_exports(tmp_path: Path, one_by_one: bool) -> None:
    orders = list(permutations([WIRE, CUT, TAKER, ADDED]))[::3]
    found = {
        in_order(tmp_path / f"{n}.sqlite", order, one_by_one=one_by_one) for n, order in enumerate(orders)
    }
    assert len(found) == 1


@pytest.mark.parametrize("gone", ["wire", "cut", "taker", "added", "own"])
def test_forgetting_leaves_the_store_as_if_it_had_never_been_read(tmp_path: Path, gone: str) -> None:
    every = [TAKER, WIRE, ADDED, CUT, OWN]
    without = in_order(
        tmp_path / "without.sqlite", [r for r in every if r.document.id != gone], one_by_one=False
    )
    with open_store(tmp_path / "all.sqlite", create=True) as store:
        fill(store, *every)
        with store.writer() as writer:
            assert writer.forget(gone)
        assert everything(store) == without
