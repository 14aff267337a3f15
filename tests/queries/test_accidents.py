"""Accidents: what several origins tell first, each report in its own words; deeds and look-alikes apart."""

from pathlib import Path

import pytest

from dateline.language import load_language
from dateline.queries.accidents import FAMILIES, accidents
from dateline.store import Store, open_store
from tests.store.made import Made, fill, made

FIRST = "The ferry Halvard sank in Lofoten harbour. Nine islanders drowned near the wreck."
LATER = "Eleven islanders drowned when the ferry Halvard went down in Lofoten harbour."
BRIDGE = "A bridge gave way in the Tarn gorge, killing two. Engineers blamed cables that lorries overloaded."
PIRATES = "Soldiers sank the ferry Halvard in Lofoten harbour. Nine islanders drowned near the wreck."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.sqlite", create=True)


def report(id_: str, text: str, sinking: str, death: str, published: str = "2023-05-02") -> Made:
    told = made(id_, text, outlet=id_.upper(), published=published)
    return told.happening("sinking", sinking, [], []).happening("death", death, [], [])


def test_each_report_stands_for_itself_its_toll_with_it(store: Store) -> None:
    fill(
        store,
        report("b", LATER, "went down", "drowned", "2023-05-03"),
        report("a", FIRST.replace(". Nine", "; nine"), "sank", "drowned"),
    )
    (found,) = accidents(store.view())
    assert (found.families, found.independent) == (("sinking",), 2)
    assert [(e.outlet, e.text) for e in found.sentences] == [
        ("A", FIRST.replace(". Nine", "; nine")),
        ("B", LATER),
    ]


def test_what_one_alone_tells_is_not_shown(store: Store) -> None:
    fill(store, report("a", LATER, "went down", "drowned"))
    assert accidents(store.view()) == ()


def test_two_accidents_of_one_week_are_two(store: Store) -> None:
    fill(
        store,
        report("a", FIRST.replace(". Nine", "; nine"), "sank", "drowned"),
        report("b", LATER, "went down", "drowned"),
        report("c", BRIDGE, "gave way", "killing"),
        report("d", BRIDGE.replace("two", "three").replace("Engineers", "Masons"), "gave way", "killing"),
    )
    found = accidents(store.view())
    assert sorted(sorted(e.report for e in a.sentences) for a in found) == [["a", "b"], ["c", "d"]]
    assert [len(accidents(store.view(), words)) for words in ("Lofoten ferry", "Lofoten gorge")] == [1, 0]


def test_what_somebody_did_is_no_accident(store: Store) -> None:
    text = PIRATES.replace(". Nine", "; nine")
    fill(
        store,
        *(
            report(id_, text.replace("near", word), "sank", "drowned").happening("attack", "Soldiers", [], [])
            for id_, word in (("a", "near"), ("b", "beside"))
        ),
    )
    assert accidents(store.view()) == ()


def test_every_family_has_a_heading() -> None:
    assert load_language().table("accidents")["families"].keys() == FAMILIES
