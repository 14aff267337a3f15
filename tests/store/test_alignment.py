"""Which events are one account: the same whatever was read first, also in blocks too large to compare all."""

import random
from pathlib import Path

import pytest

from dateline.model.factuality import Factuality
from dateline.store import Store, open_store
from tests.store.made import Made, fill, made

DAYS = ("2023-05-01", "2023-05-01", "2023-05-02", None, "2023-05-08", "2023-05-08", None)
PLACES = ("Port Amal", "Port Amal", None, "Port Amal", "Danga", "Port Amal", None)
VICTIMS = ("market", "market", "market", "school", "school", "convoy", "convoy")


def reports() -> list[Made]:
    found = []
    for number, (day, place, victim) in enumerate(zip(DAYS * 3, PLACES * 3, VICTIMS * 3, strict=True)):
        text = f"The Lake Front shelled a {victim} in Port Amal and Danga. It is report {number}."
        report = made(f"r{number}", text, outlet=f"Post {number}", published=f"2023-05-{2 + number % 9:02}")
        report.entity("Lake Front", "organization").entity("Port Amal", "place").entity("Danga", "place")
        found.append(report.event("ASSAULT", "shelled", ["Lake Front"], [victim], date=day, place=place))
    return found


def accounts(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.id, tuple(v.report for v in e.versions)) for e in store.view().events()]


@pytest.mark.parametrize("landmarks", [100, 4])
def test_accounts_do_not_depend_on_what_was_read_when(
    landmarks: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.store.meetings.LANDMARKS", landmarks)
    given = reports()
    with open_store(tmp_path / "at-once.sqlite", create=True) as store:
        fill(store, *given)
        expected = accounts(store)
    assert 1 < len(expected) < len(given)
    for seed in range(3):
        mixed = random.Random(seed).sample(given, len(given))
        with open_store(tmp_path / f"{seed}.sqlite", create=True) as store:
            for report in mixed:
                fill(store, report)
            assert accounts(store) == expected
            # Taken out and put in again, half of them leave nothing behind.
            with store.writer() as writer:
                for report in mixed[::2]:
                    writer.forget(report.document.id)
            fill(store, *mixed[::2])
            assert accounts(store) == expected


def test_what_only_a_forgotten_report_held_together_comes_apart(store: Store) -> None:
    def told(id_: str, day: str, trigger: str) -> Made:
        report = made(id_, f"Rebels {trigger} it near Danga, report {id_} says.", published=day)
        report.entity("Danga", "place")
        return report.event("ASSAULT", trigger, [], [], place="Danga", date=day)

    first, between, last = (
        told("a", "2023-05-01", "shelled"),
        told("b", "2023-05-02", "shelled"),
        told("c", "2023-05-03", "shelled"),
    )
    fill(store, first, last)
    apart = accounts(store)
    fill(store, between)
    with store.writer() as writer:
        writer.forget("b")
    assert accounts(store) == apart


def death(name: str, text: str, victim: str = "Tarek Olmo", **more: str) -> Made:
    published = more.pop("published", "2021-09-06")
    report = made(name, text, outlet=name.title(), published=published).entity(victim, "person")
    return report.event("ASSAULT", "killed", [], [victim], **more)


DEATHS = (
    death("one", "Two gunmen killed Tarek Olmo on 9 May 2001.", date="2001-05-09", published="2001-05-10"),
    death("two", "He survived the bombing that killed Tarek Olmo in 2001.", date="2001"),
    death("three", "The Lake Front killed Tarek Olmo.", published="2014-01-02"),
)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_one_person_is_killed_once(order: tuple[int, ...], tmp_path: Path) -> None:
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        for number in order:
            fill(store, DEATHS[number])
        (event,) = store.view().events()
        assert {v.report for v in event.versions} == {"one", "two", "three"}


def test_deaths_on_days_that_contradict_or_of_others_or_not_told_as_fact_are_several(tmp_path: Path) -> None:
    told = death("one", "Gunmen killed Tarek Olmo in 2001.", date="2001")
    year = death("two", "Gunmen killed Tarek Olmo in 2003.", date="2003")
    other = death("three", "Gunmen killed Bela Olmo in 2001.", "Bela Olmo", date="2001")
    planned = made("four", "A plot to have Tarek Olmo killed failed.", outlet="Four", published="2021-09-06")
    planned.entity("Tarek Olmo", "person")
    planned.event("ASSAULT", "killed", [], ["Tarek Olmo"], factuality=Factuality("CT-"))
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        fill(store, told, year, other, planned)
        assert len(list(store.view().events())) == 4


def test_whoever_is_killed_is_somebody_else_than_another_who_is(tmp_path: Path) -> None:
    """A headline may call its victim by a word that no table takes for a person."""
    around = "The Lake Front and the Hill Army fought on, Awa Diallo said."
    headline = made(
        "one", f"Voice of Danga killed in fighting. {around}", outlet="One", published="2021-09-06"
    )
    named = made("two", f"Tarek Olmo was killed in Danga. {around}", outlet="Two", published="2021-09-07")
    named.entity("Tarek Olmo", "person")
    for report, victim in ((headline, "Voice"), (named, "Tarek Olmo")):
        report.entity("Danga", "place").entity("Awa Diallo", "person")
        report.entity("Lake Front", "organization").entity("Hill Army", "organization")
        report.event("ASSAULT", "killed", [], [victim], place="Danga")
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        fill(store, headline, named)
        assert len(list(store.view().events())) == 2


def talks(name: str, *who: str) -> Made:
    text = (
        f"{' and '.join(who)} talked. Earlier Eli Park and Fay Quist inspected the harbour, its cranes, the "
        "grain ferries and the flooded warehouses that fishermen, dockers and merchants want rebuilt soon."
    )
    report = made(name, text, outlet=name.title(), published="2023-05-02")
    for person in (*who, "Eli Park", "Fay Quist"):
        report.entity(person, "person")
    return report.event("CONSULT", "talked", list(who), [])


def test_a_meeting_is_told_by_whoever_names_both(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        fill(store, talks("a", "Ada Lind"), talks("b", "Ada Lind", "Bo Marsh"))
        (event,) = store.view().events()
        assert {party.name for party in event.actors} == {"Ada Lind", "Bo Marsh"}
