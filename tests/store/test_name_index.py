"""Names are found among very many as if each had been looked at."""

from random import Random

import pytest

from dateline.accounts.likeness import Wanted
from dateline.language.folding import folder
from dateline.store import Store
from dateline.store.name_index import likely_names
from tests.store.made import fill, made

SYLLABLES = [a + b for a in "bdfgklmnrst" for b in "aeiou"]


def names(number: int) -> list[str]:
    """Made names of one to three words, in which some words come up again and again."""
    choice = Random(number)

    def word() -> str:
        return "".join(choice.choices(SYLLABLES, k=choice.choice((2, 3, 4)))).capitalize()

    common = [word() for _ in range(8)]
    return sorted(
        {
            " ".join(choice.choice((choice.choice(common), word(), word())) for _ in range(n))
            for n in (1, 2, 2, 3) * 90
        }
    )


def misspelled(name: str, choice: Random) -> str:
    at = choice.randrange(1, len(name))
    return choice.choice(
        (name[:at] + name[at + 1 :], name[:at] + "h" + name[at:], name[:at] + "e" + name[at + 1 :])
    )


@pytest.fixture
def full(store: Store) -> Store:
    report = made("one", f"Present: {'; '.join(names(1))}.")
    for name in names(1):
        report.entity(name, "organization")
    fill(store, report)
    return store


def test_what_looking_at_every_name_finds_is_found(full: Store) -> None:
    keys = [folder().name(name, "organization") for name in names(1)]
    choice = Random(2)
    asked = choice.sample(names(1), 60)
    asked += [misspelled(name, choice) for name in asked]
    asked += [name.split()[-1] for name in asked] + [f"{name} of Nowhere" for name in asked[:10]]
    with full._reading() as connection:
        for name in asked:
            wanted = Wanted.of(name, folder())
            best = sorted(
                {k: s for k in keys if (s := wanted.score(k)) > 0}.items(), key=lambda x: (-x[1], x[0])
            )
            found = likely_names(connection, wanted)
            assert {key for key, _ in best[:8]} <= found, name


def test_a_forgotten_name_is_found_no_more(full: Store) -> None:
    fill(full, made("two", "Wadi Nour is far.").entity("Wadi Nour", "place"))
    assert full.view().find_actors("Wady Nour")
    with full.writer() as writer:
        writer.forget("two")
    assert not full.view().find_actors("Wady Nour")
