"""Which entities of different reports are one actor, and which are not."""

from dataclasses import dataclass
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.accounts.identity import Identity, Seen, identify
from dateline.accounts.resolve import Block, Verdict, resolve
from dateline.language.folding import folder
from dateline.model.entity import Entity

ENGLISH = folder("en")


def person(name: str, *aliases: str) -> Entity:
    return Entity("e1", name, "person", aliases)


def organization(name: str, *aliases: str) -> Entity:
    return Entity("e1", name, "organization", aliases)


def place(name: str, country: str | None = None) -> Entity:
    return Entity("e1", name, "place", country=country)


@dataclass
class Always:
    """Company that is the same for everybody."""

    company: bool = True
    meeting: bool = False

    def met(self, one: int, others: frozenset[int]) -> bool:
        return self.meeting

    def shared(self, one: int, others: frozenset[int]) -> bool:
        return self.company


class Odd(Always):
    """Company that is another for different ones, the same in any order."""

    def shared(self, one: int, others: frozenset[int]) -> bool:
        return (one + min(others)) % 2 == 0


def seen(entity: Entity, report: int, named: bool = True) -> Identity:
    return identify(Seen(entity, named, f"r{report}/e1"), ENGLISH)


def verdicts(*entities: Entity, company: bool = True, named: bool = True) -> list[Verdict]:
    identities = {i: seen(e, i, named) for i, e in enumerate(entities)}
    decided = resolve(Block(identities), Always(company)).verdicts
    return [decided[i] for i in identities]


def same(*entities: Entity, company: bool = True, named: bool = True) -> bool:
    return len({v.actor for v in verdicts(*entities, company=company, named=named)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (organization("the Hill League"), organization("Hill League")),
        (organization("Al-Nahr Brigade"), organization("al Nahr brigade")),
        (person("Mr Idriss Déby"), person("President Idriss Deby")),
        (place("Saint-Louis"), place("Saint Louis")),
        (place("United States"), Entity("e2", "the US", "organization", country="USA")),
        (organization("Hill League", "Movement of the Uplands"), organization("Movement of the Uplands")),
        (organization("Democratic Lake Front", "DLF"), organization("DLF")),
        (organization("Lake Front of Amal", "Lake Front", "LF"), organization("the Lake Front")),
        (person("Osman Bello", "Abu Karima"), person("Abu Karima")),
        (person("Mohammed Bello", "Mohammad Bello"), person("Mohammad Bello")),
        (person("Osman Bello"), person("Bello")),
    ],
)
def test_one_actor(one: Entity, other: Entity) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (organization("Hill League"), place("Hill League")),
        (person("Ahmad Bello", "Bello"), person("Osman Bello", "Bello")),
        (organization("Lake Front", "Front"), organization("Front")),
        (
            organization("Ministry of Defence of Lunia", "Ministry of Defence"),
            organization("Ministry of Defence"),
        ),
        (person("Ahmad Ali Bello", "Ahmad Bello"), person("Ahmad Bello")),
        (place("Georgia", "USA"), place("Georgia", "GEO")),
        (person("Bello"), person("Bello")),
    ],
)
def test_two_actors(one: Entity, other: Entity) -> None:
    assert not same(one, other)


def test_descriptions_are_never_joined() -> None:
    assert not same(organization("armed men"), organization("armed men"), named=False)


def test_a_surname_that_two_bear_is_left_open() -> None:
    full = [person("Ahmad Bello"), person("Osman Bello")]
    decided = verdicts(*full, person("Bello"))
    assert len({v.actor for v in decided}) == 3


def test_a_surname_in_other_company_is_left_open() -> None:
    assert not same(person("Osman Bello"), person("Bello"), company=False)


def test_an_alias_that_two_claim_is_left_open() -> None:
    one, other = organization("Lake Front", "The Old Guard"), organization("Hill League", "The Old Guard")
    third = organization("Old Guard")
    assert len({v.actor for v in verdicts(one, other, third)}) == 3


def test_verdicts_say_why() -> None:
    one, other, surname = verdicts(person("Osman Bello", "Abu Karima"), person("Abu Karima"), person("Bello"))
    assert "alias" in one.why
    assert "abu karima = osman bello" in other.why
    assert "only person called bello" in surname.why


_NAMES = st.sampled_from(["Ann Bello", "Ann Okoro", "Bello", "Okoro", "Kim Ro", "Ro"])
_ORGANIZATIONS = st.sampled_from(["Red Guard", "Hill League", "RG", "Old Red Guard", "Guard"])
_ENTITIES = st.one_of(
    st.builds(lambda n, a: person(n, *a), _NAMES, st.lists(_NAMES, max_size=2)),
    st.builds(lambda n, a: organization(n, *a), _ORGANIZATIONS, st.lists(_ORGANIZATIONS, max_size=2)),
)


@given(st.lists(_ENTITIES, min_size=2, max_size=4))
def test_order_changes_nothing(entities: list[Entity]) -> None:
    identities = {i: seen(e, i) for i, e in enumerate(entities)}
    expected = resolve(Block(identities), Odd())
    for order in permutations(identities):
        assert resolve(Block({i: identities[i] for i in order}), Odd()) == expected


@given(st.lists(_ENTITIES, min_size=2, max_size=6))
def test_a_block_decides_for_itself(entities: list[Entity]) -> None:
    """What shares no block, however indirectly, has no say: so a store resolves only what was touched."""
    identities = {i: seen(e, i) for i, e in enumerate(entities)}
    expected = resolve(Block(identities), Always()).verdicts
    for i in identities:
        closed = _closure(i, identities)
        assert resolve(Block(closed), Always()).verdicts == {j: expected[j] for j in closed}


def _closure(start: int, identities: dict[int, Identity]) -> dict[int, Identity]:
    found = {start}
    while True:
        blocks = {b for i in found for b in identities[i].blocks()}
        near = {i for i, x in identities.items() if x.blocks() & blocks} | found
        if near == found:
            return {i: identities[i] for i in sorted(found)}
        found = near
