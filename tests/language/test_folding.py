"""One spelling for the many of a name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import languages, load_language
from dateline.language.folding import fold, folder

EXAMPLES = [(code, *e) for code in languages() for e in load_language(code).table("folding")["examples"]]


@pytest.mark.parametrize(("code", "entity_type", "written", "folded"), EXAMPLES)
def test_every_example_of_the_language_packs(code: str, entity_type: str, written: str, folded: str) -> None:
    assert folder(code).name(written, entity_type) == folded


@given(st.text(st.characters()))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once == once.strip()


def test_a_title_alone_is_not_folded_away() -> None:
    assert folder().name("the President", "person") == "president"


def test_phrases_lose_their_articles_everywhere() -> None:
    assert folder().phrase("A truce with the North") == folder().phrase("truce, with North")


@pytest.mark.parametrize(
    ("key", "country", "nation"),
    [
        ("uk", None, "united kingdom"),
        ("us", "USA", "united states"),
        ("georgia", "USA", None),  # the state, if so it is said
        ("lake front", None, None),
    ],
)
def test_countries_bear_one_name(key: str, country: str | None, nation: str | None) -> None:
    assert folder().nation(key, country) == nation


def test_a_name_of_two_countries_needs_to_be_told() -> None:
    shared = replace(folder(), nations={"guinea": {"GIN": "guinea", "GNB": "guinea bissau"}})
    assert shared.nation("guinea", None) is None
    assert shared.nation("guinea", "GNB") == "guinea bissau"


def test_a_language_without_a_pack_folds_as_english() -> None:
    assert folder("sw-KE") == folder("en")


SPELLINGS = [(code, load_language(code).table("folding")["spelling"]) for code in languages()]


@pytest.mark.parametrize(("code", "one", "other"), [(c, *pair) for c, t in SPELLINGS for pair in t["same"]])
def test_spellings_of_one_name(code: str, one: str, other: str) -> None:
    assert folder(code).spelling(one) == folder(code).spelling(other)


@pytest.mark.parametrize(("code", "one", "other"), [(c, *p) for c, t in SPELLINGS for p in t["different"]])
def test_names_that_only_look_alike(code: str, one: str, other: str) -> None:
    assert folder(code).spelling(one) != folder(code).spelling(other)


@pytest.mark.parametrize(
    ("description", "office"),
    [
        ("the president of Kenya", "president"),
        ("Kenya's president", "president"),
        ("The Kenyan premier", "prime minister"),
        ("the US secretary of state", "secretary of state"),
        ("Jordan’s king", "king"),
        ("the Kenyan president in Abuja", None),
        ("a Kenyan minister", None),
        ("the deputy foreign minister of Kenya", None),
        ("the president", None),
    ],
)
def test_an_office_that_is_all_that_is_said(description: str, office: str | None) -> None:
    assert folder("en").office(description) == office
