"""Whom the reports of one story mean by a noun, and whom nobody can tell."""

from itertools import permutations

import pytest

from dateline.model.entity import Form
from dateline.store import Store
from tests.store.made import Made, fill, made

FIRST = (
    "The arsonist burned the Halvard mill in Lofoten, and police hunted the arsonist through the harbour. "
    "A man saw flames at the mill."
)
NEXT = "Lofoten police said an arsonist had burned the Halvard mill by the harbour. A man hunted in Lofoten."
NAMED = (
    "Ada Dahl, the miller, wept as the Halvard mill burned in Lofoten. The miller said police hunted an "
    "arsonist at the harbour."
)
ELSEWHERE = (
    "A bridge gave way in the Tarn gorge. Engineers blamed cables that lorries had overloaded for years, "
    "and no arsonist."
)


def report(id_: str, text: str, *described: str) -> Made:
    filled = made(id_, text, outlet=id_.upper(), published="2023-05-02")
    for words in described:
        filled.entity(words, "unnamed", form=Form.NOMINAL)
    return filled


def first() -> Made:
    return report("a", FIRST, "The arsonist", "police", "A man")


def following() -> Made:
    return report("b", NEXT, "an arsonist", "police", "A man")


def named() -> Made:
    """A report in which "the miller" is Ada Dahl, twice."""
    filled = report("c", NAMED, "police", "arsonist").entity("Ada Dahl", "person")
    for words in ("the miller", "The miller"):
        filled.called("Ada Dahl", words)
    return filled


def figure(store: Store, report_: str, words: str) -> str | None:
    found = {m.figure for m in store.view().every_mention() if (m.report, m.text) == (report_, words)}
    (one,) = found
    return one


def test_reports_of_one_story_mean_one_by_one_noun(store: Store) -> None:
    fill(store, first(), following())
    assert figure(store, "a", "The arsonist") == figure(store, "b", "an arsonist") is not None
    assert figure(store, "a", "police") == figure(store, "b", "police")


def test_actors_are_merged_by_none_of_it(store: Store) -> None:
    fill(store, first(), following())
    actors = {m.report: m.entity for m in store.view().every_mention() if "arsonist" in m.text}
    assert actors["a"] != actors["b"]


def test_a_noun_for_anybody_means_one_only_where_each_report_has_one(store: Store) -> None:
    several = report("a", FIRST + " Two hours later a man fled.", "A man", "a man")
    fill(store, several, following())
    assert figure(store, "b", "A man") not in (figure(store, "a", "A man"), figure(store, "a", "a man"))


def test_nouns_that_reporters_use_in_turn_mean_the_same(store: Store) -> None:
    fill(store, first(), report("b", NEXT.replace("police", "officers"), "officers"))
    assert figure(store, "a", "police") == figure(store, "b", "officers")


def test_the_end_of_a_longer_name_of_the_story_is_its_bearer(store: Store) -> None:
    full = report("a", FIRST + " The Lofoten Lions mourned.").entity("Lofoten Lions", "organization")
    short = report("b", NEXT + " The Lions wept.").entity("Lions", "organization")
    fill(store, full, short)
    assert figure(store, "b", "Lions") == "organization:lofoten-lions"


def test_a_surname_of_two_in_the_story_is_neither(store: Store) -> None:
    two = (
        report("a", FIRST + " Ada Dahl and Jon Dahl fled.")
        .entity("Ada Dahl", "person")
        .entity("Jon Dahl", "person")
    )
    bare = report("b", NEXT + " Dahl wept.").entity("Dahl", "person")
    fill(store, two, bare)
    assert figure(store, "b", "Dahl") not in ("person:ada-dahl", "person:jon-dahl")


def test_a_place_is_not_the_place_whose_name_it_ends(store: Store) -> None:
    south = report("a", FIRST + " South Lofoten slept.").entity("South Lofoten", "place")
    plain = report("b", NEXT).entity("Lofoten", "place")
    fill(store, south, plain)
    assert figure(store, "b", "Lofoten") == "place:lofoten"


def test_reports_of_two_stories_mean_two(store: Store) -> None:
    fill(store, first(), report("d", ELSEWHERE, "no arsonist"))
    assert figure(store, "a", "The arsonist") != figure(store, "d", "no arsonist")


def test_a_noun_of_one_named_actor_is_that_one_in_the_whole_story(store: Store) -> None:
    unnamed = report("b", NEXT + " The miller wept.", "The miller")
    fill(store, named(), unnamed)
    assert figure(store, "b", "The miller") == "person:ada-dahl"


def test_a_noun_of_two_named_actors_is_neither(store: Store) -> None:
    other = report("e", NEXT + " Jon Lie, the miller, wept.").entity("Jon Lie", "person")
    other.called("Jon Lie", "the miller")
    fill(store, named(), other, report("b", NEXT + " The miller wept.", "The miller"))
    assert figure(store, "b", "The miller") not in ("person:ada-dahl", "person:jon-lie")


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_who_is_one_does_not_depend_on_the_order_of_reading(order: tuple[int, ...], store: Store) -> None:
    reports = [first(), following(), named()]
    fill(store, *(reports[i] for i in order))
    one = [
        figure(store, "a", "The arsonist"),
        figure(store, "b", "an arsonist"),
        figure(store, "c", "arsonist"),
    ]
    assert len(set(one)) == 1
    assert str(one[0]).endswith("@a/r1e1")
