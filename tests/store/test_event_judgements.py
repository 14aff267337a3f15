"""What a human judges on which tellings are one event holds, whatever is read, and can be undone."""

from itertools import permutations
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.store import Ruling, Store, open_store
from tests.store.made import Made, fill, made

RULING = Ruling("ann", "2024-05-06", "the mayor speaks of one attack")
LATER = Ruling("ann", "2024-05-08", "he was wrong")


def attack(id_: str, victim: str, date: str) -> Made:
    text = f"Rebels shelled {victim}. The mayor of {id_} wept."
    report = made(id_, text, published=date).entity(victim, "place")
    return report.event("ASSAULT", "shelled", [], [victim], date=date, place=victim)


LAKE = attack("lake", "Port Amal", "2024-05-01")
HILL = attack("hill", "Port Amal", "2024-05-01")
COAST = attack("coast", "Port Amal", "2024-05-01")
OTHER = attack("other", "Sidi Bahr", "2024-05-09")


def told(store: Store) -> set[frozenset[str]]:
    """For each event the reports that tell it."""
    return {frozenset(v.report for v in e.versions) for e in store.view().events()}


def sets(*words: str) -> set[frozenset[str]]:
    return {frozenset(w.split()) for w in words}


def event_of(store: Store, report: str) -> str:
    (found,) = (e.id for e in store.view().events() if report in {v.report for v in e.versions})
    return found


def merge(store: Store, one: str, other: str, ruling: Ruling = RULING) -> str:
    with store.writer() as writer:
        return writer.merge_events(event_of(store, one), event_of(store, other), ruling).id


def split(store: Store, *reports: str, ruling: Ruling = RULING) -> str:
    with store.writer() as writer:
        return writer.split_event(event_of(store, reports[0]), reports, ruling).id


def test_events_that_contradict_each_other_are_one_when_a_human_says_so(store: Store) -> None:
    fill(store, LAKE, HILL, OTHER)
    assert told(store) == sets("lake hill", "other")
    merge(store, "lake", "other")
    assert told(store) == sets("lake hill other")


def test_what_some_reports_tell_is_another_event_when_a_human_says_so(store: Store) -> None:
    fill(store, LAKE, HILL, COAST)
    split(store, "hill")
    assert told(store) == sets("lake coast", "hill")


def test_the_reports_that_were_split_off_stay_together(store: Store) -> None:
    fill(store, LAKE, HILL, COAST)
    split(store, "hill", "coast")
    assert told(store) == sets("lake", "hill coast")


def test_a_judgement_survives_a_re_reading_and_forgetting(store: Store) -> None:
    fill(store, LAKE, HILL, OTHER)
    merge(store, "lake", "other")
    split(store, "hill")
    for report in (LAKE, HILL, OTHER):
        with store.writer() as writer:
            writer.forget(report.document.id)
    assert told(store) == set()
    fill(store, HILL, OTHER)
    fill(store, LAKE)
    assert told(store) == sets("lake other", "hill")


def test_judgements_hold_for_reports_in_any_order(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(permutations((LAKE, HILL, COAST, OTHER))):
        with open_store(tmp_path / f"{number}.db", create=True) as store:
            fill(store, LAKE, HILL, COAST, OTHER)
            merge(store, "lake", "other")
            split(store, "coast")
            with store.writer() as writer:
                for report in order:
                    writer.forget(report.document.id)
            for report in order:
                fill(store, report)
            found.append(told(store))
    assert all(each == sets("lake hill other", "coast") for each in found)


def test_a_later_report_joins_the_event_that_it_fits(store: Store) -> None:
    fill(store, LAKE, OTHER)
    merge(store, "lake", "other")
    fill(store, HILL)
    assert told(store) in (sets("lake other", "hill"), sets("lake other hill"))


def test_taking_a_judgement_back_leaves_what_was_before(store: Store) -> None:
    fill(store, LAKE, HILL, OTHER)
    before = told(store)
    judgement = merge(store, "lake", "other")
    with store.writer() as writer:
        assert writer.undo(judgement, LATER) is not None
    assert told(store) == before
    judgement = split(store, "hill")
    with store.writer() as writer:
        writer.undo(judgement, LATER)
    assert told(store) == before


def test_the_later_of_two_judgements_counts(store: Store) -> None:
    fill(store, LAKE, OTHER)
    merge(store, "lake", "other")
    split(store, "other", ruling=LATER)
    assert told(store) == sets("lake", "other")


def test_an_event_says_who_judged_it_and_why(store: Store) -> None:
    fill(store, LAKE, OTHER)
    judgement = merge(store, "lake", "other")
    (event,) = store.view().events()
    (made_,) = store.view().event_judgements(event.id)
    assert (made_.id, made_.by, made_.date, made_.why) == (judgement, "ann", "2024-05-06", RULING.why)
    assert any("judged" in version.why for version in event.versions)


def test_judgements_on_events_are_none_on_actors(store: Store) -> None:
    fill(store, LAKE, OTHER)
    actors = {a.entity.id for a in store.view().actors()}
    merge(store, "lake", "other")
    assert {a.entity.id for a in store.view().actors()} == actors


@pytest.mark.parametrize("reports", [["nobody"], ["lake", "hill"]])
def test_only_what_some_but_not_all_reports_tell_can_be_split(store: Store, reports: list[str]) -> None:
    fill(store, LAKE, HILL)
    with pytest.raises(UsageError), store.writer() as writer:
        writer.split_event(event_of(store, "lake"), reports, RULING)


def test_an_event_is_no_second_event(store: Store) -> None:
    fill(store, LAKE)
    event = event_of(store, "lake")
    with pytest.raises(UsageError, match="one event already"), store.writer() as writer:
        writer.merge_events(event, event, RULING)
    with pytest.raises(UsageError, match="no event"), store.writer() as writer:
        writer.merge_events(event, "0000", RULING)
