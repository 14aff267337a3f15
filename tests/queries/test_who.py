"""Who they are: what a body is, where it comes from, who leads it, and who is where it holds ground."""

from dataclasses import replace

import pytest

from dateline.language import load_language
from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.records import ActorRecord, Party
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.queries.ask import ask
from dateline.queries.network import network
from dateline.queries.phrasing import phrasing
from dateline.queries.ties import TieKind
from tests.queries.view import HandmadeView, actor, evidence, link, relation, want

_FRONT, _MAIGA, _KONE = (
    Party("Azure Front", "front"),
    Party("Abdou Maiga", "maiga"),
    Party("Issa Kone", "kone"),
)
_DOGO, _VALLEY, _MALI = Party("Dogo", "dogo"), Party("Dogo Valley", "valley"), Party("Mali", "mali")


def _view() -> HandmadeView:
    return HandmadeView(
        actors_=[
            actor("front", "Azure Front", "organization"),
            actor("guard", "Desert Guard", "organization"),
            actor("maiga", "Abdou Maiga", "person"),
            actor("kone", "Issa Kone", "person"),
            actor("dogo", "Dogo", "place"),
            actor("valley", "Dogo Valley", "place"),
            actor("mali", "Mali", "place"),
            ActorRecord(Entity("men", "former soldiers", "unnamed"), 1, ("d1",)),
        ]
    )


def _told(view: HandmadeView, question: str) -> list[str]:
    return [s.text for s in ask(view, question).statements]


# ------------------------------------------------------------------ what it is
@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("left-wing armed group", "is a left-wing armed group"),
        ("umbrella of five militias", "is an umbrella of five militias"),
        ("US company", "is a US company"),
        ("The country's largest party", "is the country's largest party"),
        ("Mali's largest party", "is Mali's largest party"),
        ("one of the largest groups", "is one of the largest groups"),
        ("Islamist", "is Islamist"),
        ("ruling", "is in power"),
    ],
)
def test_a_description_has_the_article_it_needs(value: str, told: str) -> None:
    record = relation(RelationType.IS_A, _FRONT, None, evidence("…"), value=value)
    assert phrasing(load_language("en")).relation(record, "organization") == f"Azure Front {told}"


def test_the_fuller_description_stands_for_the_shorter_and_for_what_it_tells_itself() -> None:
    view, text = _view(), evidence("An armed wing of the Guard, it fled.")
    view.relations_ = [
        relation(RelationType.IS_A, _FRONT, None, text, value="armed wing of the Desert Guard"),
        replace(relation(RelationType.IS_A, _FRONT, None, text, value="armed wing"), id="short"),
        relation(RelationType.PART_OF, _FRONT, Party("Desert Guard", "guard"), text),
    ]
    assert _told(view, "Who are the Azure Front?") == ["Azure Front is an armed wing of the Desert Guard"]


def test_a_description_on_somebodys_word_does_not_stand_for_the_outlets_own() -> None:
    view = _view()
    said = evidence("It is a terrorist armed group, the army said.", link("the army"))
    view.relations_ = [
        relation(RelationType.IS_A, _FRONT, None, evidence("an armed group"), value="armed group"),
        replace(relation(RelationType.IS_A, _FRONT, None, said, value="terrorist armed group"), id="said"),
    ]
    assert _told(view, "Who are the Azure Front?") == [
        "Azure Front is an armed group",
        "Azure Front is a terrorist armed group — the army",
    ]


# ------------------------------------------------------------------ where it comes from
def test_when_a_body_was_founded_and_by_whom_is_told_once() -> None:
    view, text = _view(), evidence("Abdou Maiga founded it in 1964.")
    founded = relation(RelationType.FOUNDED, _FRONT, _MAIGA, text, date="1964")
    view.relations_ = [
        founded,
        replace(founded, id="year", object=None, evidence=(evidence("founded in 1964"),)),
        relation(RelationType.HOLDS_ROLE, _MAIGA, _FRONT, text, value="founder"),
    ]
    once = ["Azure Front was founded in 1964 by Abdou Maiga"]
    assert _told(view, "Who are the Azure Front?") == once
    assert _told(view, "Who founded the Azure Front?") == [*once, "Azure Front was founded in 1964"]


def test_two_years_of_foundation_stand_side_by_side() -> None:
    view = _view()
    founded = relation(RelationType.FOUNDED, _FRONT, None, evidence("founded in 1964"), date="1964")
    view.relations_ = [founded, replace(founded, id="other", date="1966", evidence=(evidence("in 1966"),))]
    assert sorted(_told(view, "Who are the Azure Front?")) == [
        "Azure Front was founded in 1964",
        "Azure Front was founded in 1966",
    ]


def test_an_origin_without_a_noun_for_it_is_told_by_its_verb() -> None:
    words, other = phrasing(load_language("en")), Party("Desert Guard", "guard")
    split = relation(RelationType.SPLIT_FROM, _FRONT, other, evidence("…"), date="1996")
    later = relation(RelationType.SUCCEEDS, _FRONT, other, evidence("…"), value="successor")
    assert words.relation(split, None) == "Azure Front split from Desert Guard in 1996"
    assert words.relation(later, None) == "Azure Front is a successor of Desert Guard"


@pytest.mark.parametrize(
    ("value", "date", "told"),
    [
        ("designated a terrorist organisation", None, "has been designated a terrorist organisation by Mali"),
        (
            "designated a terrorist organisation",
            "1997",
            "was designated a terrorist organisation by Mali in 1997",
        ),
        ("considered a terrorist group", None, "is considered a terrorist group by Mali"),
    ],
)
def test_what_others_make_of_a_body_is_told_as_their_doing(value: str, date: str | None, told: str) -> None:
    record = relation(RelationType.DESIGNATED, _FRONT, _MALI, evidence("…"), value=value, date=date)
    assert phrasing(load_language("en")).relation(record, "organization") == f"Azure Front {told}"


def test_a_tie_of_a_year_long_past_is_told_in_the_past() -> None:
    record = relation(RelationType.ALLIED_WITH, _FRONT, _MALI, evidence("…"), date="2001")
    sentence = phrasing(load_language("en")).relation(record, "organization")
    assert sentence == "Azure Front was allied with Mali (2001)"


# ------------------------------------------------------------------ leaders, and where it holds ground
def test_who_leads_comes_before_other_office_holders() -> None:
    view = _view()
    view.relations_ = [
        relation(RelationType.HOLDS_ROLE, _KONE, _FRONT, evidence("its spokesman"), value="spokesman"),
        relation(RelationType.LEADS, _MAIGA, _FRONT, evidence("Maiga leads it.")),
    ]
    assert [s.lead for s in ask(view, "Who are the Azure Front?").statements] == ["Abdou Maiga", "Issa Kone"]


def _holding(view: HandmadeView, place: Party) -> None:
    men = Party("former soldiers", "men")
    view.relations_ = [
        relation(RelationType.CONTROLS, _FRONT, place, evidence("The Front holds the valley.")),
        relation(RelationType.LEADS, _MAIGA, _DOGO, evidence("Only Dogo resists, led by Maiga.")),
        relation(RelationType.LEADS, _KONE, _MALI, evidence("Mali resists, led by Kone.")),
        relation(RelationType.LOCATED_IN, men, place, evidence("Former soldiers are there.")),
        relation(RelationType.HAS_STRENGTH, men, None, evidence("at most 900"), value="at most 900"),
    ]


def test_leaders_and_forces_where_a_body_holds_ground_are_told_of_the_ground() -> None:
    view = _view()
    _holding(view, _VALLEY)
    told = _told(view, "Who are the Azure Front?")
    assert "Abdou Maiga leads Dogo" in told  # the valley is called by a part of its name
    assert "Strength of former soldiers: at most 900 (forces in Dogo Valley)" in told
    assert _told(view, "How strong are the Azure Front?") == told[-1:]
    assert _told(view, "Who leads the Azure Front?") == ["Abdou Maiga leads Dogo"]


def test_a_country_that_is_held_makes_nobody_a_leader_of_who_holds_it() -> None:
    view = _view()
    _holding(view, _MALI)
    assert _told(view, "Who leads the Azure Front?") == []


# ------------------------------------------------------------------ foes, and what others want
def test_foes_are_those_it_fights_or_opposes_and_who_outlawed_it() -> None:
    view = _view()
    guard = Party("Desert Guard", "guard")
    against = replace(
        want(_FRONT, WantKind.OPPOSE, "the junta", evidence("It opposes it."), polarity="-"), toward=(guard,)
    )
    view.wants_ = [against]
    view.relations_ = [relation(RelationType.DESIGNATED, _FRONT, _MALI, evidence("…"), value="banned")]
    told = _told(view, "Who are the Azure Front's enemies?")
    assert told == [
        "Azure Front has been banned by Mali",
        "Azure Front opposes the junta (toward Desert Guard)",
    ]
    tie = next(t for t in network(view, view.actors_[0]).ties if t.kind is TieKind.OPPOSES)
    assert (tie.source, tie.target) == ("front", "guard")


def test_who_asks_who_they_are_and_what_they_want_hears_what_others_want_of_them() -> None:
    view = _view()
    asked = want(Party("Mali", "mali"), WantKind.DEMAND, "surrender", evidence("Mali demands surrender."))
    view.wants_ = [replace(asked, toward=(_FRONT,))]
    answer = ask(view, "Who are the Azure Front and what do they want?")
    assert answer.facets[-1] == "wanted_of"
    assert ask(view, "Who are the Azure Front?").facets == ("who",)


def test_a_name_is_not_found_by_the_end_of_what_it_is_of() -> None:
    view = _view()
    assert ask(view, "Who are the Platform of Dogo?").subject is None


def test_a_doubtful_description_is_not_told() -> None:
    view = _view()
    view.relations_ = [
        relation(
            RelationType.IS_A, _FRONT, None, evidence("…"), value="gang", factuality=Factuality.POSSIBLE_NOT
        )
    ]
    assert _told(view, "Who are the Azure Front?") == []
