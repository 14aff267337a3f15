"""Which events are one account: the same whatever was read first, also in blocks too large to compare all."""

import random
from pathlib import Path

import pytest

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
