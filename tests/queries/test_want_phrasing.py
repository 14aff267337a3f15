"""A want is told as a sentence, whatever form its words have in the report."""

from dataclasses import replace

import pytest

from dateline.language import load_language
from dateline.model.attribution import Act
from dateline.model.records import Link, Party
from dateline.model.want import WantKind
from dateline.queries.names import Names
from dateline.queries.phrasing import phrasing
from dateline.queries.want_phrasing import WantPhrasing
from tests.queries.view import evidence, want

COUNCIL, WE = Party("Ford Council", "council"), Party("they")


@pytest.mark.parametrize(
    ("kind", "text", "goal", "told"),
    [
        (
            WantKind.REFUSE,
            "The council will not lift the curfew.",
            "lift the curfew",
            "Ford Council refuses to lift the curfew",
        ),
        (
            WantKind.INTEND,
            "“We will defend our fields.”",
            "defend our fields",
            "Ford Council intends to “defend our fields”",
        ),
        (WantKind.INTEND, "It is after a truce.", "a truce", "Ford Council seeks a truce"),
        (
            WantKind.DEMAND,
            "The council demanded to know the truth.",
            "to know the truth",
            "Ford Council demands to know the truth",
        ),
        (
            WantKind.DEMAND,
            "The council will block the road until the army leaves.",
            "the army leaves",
            "Ford Council demands that the army leaves",
        ),
        (
            WantKind.DEMAND,
            "The council would not talk unless the army released its men.",
            "the army released its men",
            "Ford Council demands as a condition that “the army released its men”",
        ),
        (
            WantKind.DEMAND,
            "The council ordered everybody to leave.",
            "to leave",
            "Ford Council demands of others to leave",
        ),
    ],
)
def test_bare_verbs_and_own_deeds_are_told_in_grammar(
    kind: WantKind, text: str, goal: str, told: str
) -> None:
    record = want(COUNCIL, kind, goal, evidence(text))
    assert WantPhrasing(phrasing(load_language())).sentence(record, "organization") == told


@pytest.mark.parametrize(
    ("polarity", "goal", "told"),
    [
        ("+", "a truce", "Ford Council is open to a truce"),
        ("+", "to talk", "Ford Council is ready to talk"),
        ("-", "to talk", "Ford Council is not ready to talk"),
    ],
)
def test_readiness_is_told_as_no_aim(polarity: str, goal: str, told: str) -> None:
    record = want(COUNCIL, WantKind.INTEND, goal, evidence(f"It is open to {goal}."), polarity=polarity)
    words = WantPhrasing(phrasing(load_language()))
    assert words.sentence(replace(record, ready=True), "organization") == told


def test_a_want_of_a_bare_pronoun_is_not_told() -> None:
    words = WantPhrasing(phrasing(load_language()))
    assert not words.tellable(want(WE, WantKind.HOPE, "peace", evidence("They want peace.")))
    assert words.tellable(want(COUNCIL, WantKind.HOPE, "peace", evidence("It wants peace.")))


@pytest.mark.parametrize(
    ("goal", "tellable"),
    [
        ("not to fund it", False),
        ("to arrest them", False),
        ("to find the smugglers and arrest them", True),
        ("to fund the clinic", True),
    ],
)
def test_a_goal_that_hangs_on_a_pronoun_is_not_told(goal: str, tellable: bool) -> None:
    record = want(COUNCIL, WantKind.DEMAND, goal, evidence(f"The council asked donors {goal}."))
    assert WantPhrasing(phrasing(load_language())).tellable(record) is tellable


def test_a_description_does_not_point_into_its_report() -> None:
    names = Names(load_language())
    assert names.name(Party("his embassy"), [evidence("They asked his embassy for visas.")]) == "the embassy"
    minister, majesty = (
        Link(words, None, "said", Act.ASSERT) for words in ("its foreign minister", "His Majesty")
    )
    assert names.bare(minister) == "the foreign minister"
    assert names.bare(majesty) == "His Majesty"


@pytest.mark.parametrize(
    ("goal", "whom", "told"),
    [
        ("Seku", "Seku Army", "Ford Council opposes the Seku Army"),
        ("Seku Army", "Seku Army", "Ford Council opposes the Seku Army"),
        (
            "talks with the army",
            "Seku Army",
            "Ford Council opposes talks with the army (toward the Seku Army)",
        ),
    ],
)
def test_who_is_all_of_a_goal_is_told_by_name(goal: str, whom: str, told: str) -> None:
    record = want(COUNCIL, WantKind.OPPOSE, goal, evidence(f"It is against {goal}, as the Seku Army knows."))
    record = replace(record, toward=(Party(whom),))
    assert WantPhrasing(phrasing(load_language())).sentence(record, "organization") == told


def test_a_state_keeps_its_article_where_reports_shorten_its_name() -> None:
    shortened = [evidence("The militia fought beside U.S. troops.")]
    assert Names(load_language()).name(Party("United States"), shortened) == "the United States"
