"""The base of known actors: its size, and that every entry is what it should be."""

from collections import defaultdict

import pytest

from dateline.gazetteer.actors import MEDIA, Kind, Naming, known_actors, own
from dateline.gazetteer.actors.actor import Entry
from dateline.gazetteer.actors.entries import read_files
from dateline.gazetteer.actors.keys import actor_key
from dateline.language import load_language


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return read_files(own.our_files()).entries


def test_every_entry_is_valid() -> None:
    assert read_files(own.our_files()).problems == []


def test_the_base_is_as_large_as_it_says(entries: list[Entry]) -> None:
    kinds: dict[Kind, int] = defaultdict(int)
    for entry in entries:
        kinds[entry.actor.kind] += 1
    assert kinds[Kind.ARMED] >= 400
    assert sum(kinds[kind] for kind in MEDIA) >= 450
    assert kinds[Kind.INTERNATIONAL] >= 140
    assert len({t.country for e in entries for t in e.actor.terms}) >= 100


def test_an_id_is_used_once() -> None:
    seen: set[str] = set()
    for path in own.our_files():
        for entry in read_files([path]).entries:
            assert entry.actor.id not in seen
            seen.add(entry.actor.id)


def test_actors_of_one_name_are_of_different_countries_or_times(entries: list[Entry]) -> None:
    bearers: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        for name in entry.names:
            if name.naming < Naming.SURNAME:
                bearers[actor_key(name.written)][entry.actor.id] = entry
    for key, found in bearers.items():
        told_apart = {(e.actor.country, e.actor.terms) for e in found.values()}
        assert len(told_apart) == len(found), key


def test_what_an_actor_is_part_of_is_known(entries: list[Entry]) -> None:
    ids = {entry.actor.id for entry in entries}
    assert all(whole in ids for entry in entries for whole in entry.actor.part_of)


def test_names_stand_without_article(entries: list[Entry]) -> None:
    articles = tuple(f"{a} " for a in load_language("en").table("folding")["articles"])
    assert [n.written for e in entries for n in e.names if n.written.lower().startswith(articles)] == []


def test_terms_of_one_office_do_not_run_backwards(entries: list[Entry]) -> None:
    for entry in entries:
        for time in (entry.actor.active, *entry.actor.governed, *(t.time for t in entry.actor.terms)):
            start, _, end = (time or "").partition("/")
            assert not end or end == ".." or start[:4] <= end[:4], entry.actor.id


@pytest.mark.parametrize(
    ("name", "actor", "country"),
    [
        ("the Taliban", "taliban", "AFG"),
        ("Médecins sans frontières", "medecins-sans-frontieres", "NGO"),
        ("U.N.", "united-nations", "UNO"),
        ("al Qaida", "al-qaeda", "IMG"),
        ("Hizbullah", "hezbollah", "LBN"),
        ("Pajhwok Afghan News", "pajhwok", "AFG"),
        ("Russian Federation", "russia", "RUS"),
    ],
)
def test_names_are_found_however_they_are_written(name: str, actor: str, country: str) -> None:
    (match,) = [m for m in known_actors().named(name) if m.naming <= Naming.ACRONYM]
    assert (match.actor.id, match.actor.country) == (actor, country)


def test_a_surname_is_told_from_a_full_name() -> None:
    (match,) = known_actors().named("Assad", person=True)[:1]
    assert match.naming is Naming.SURNAME
    assert {m.actor.id for m in known_actors().named("Kim", person=True)} >= {"kim-il-sung", "kim-jong-un"}


def test_parties_of_the_factbook_are_known_but_not_names_everywhere() -> None:
    known = known_actors()
    parties = [m.actor for m in known.named("Jubilee Party") if m.actor.kind is Kind.PARTY]
    assert [p.country for p in parties] == ["KEN"]
    assert "Jubilee Party" not in {written for written, *_ in known.listed()}
