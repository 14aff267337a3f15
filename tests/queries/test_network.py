"""A network holds what is told to be so, on whose word, weighted by independent reports, at a time."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.model.factuality import Factuality
from dateline.model.records import EventParty, Party, RelationRecord
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.queries.network import NetworkOptions, network
from dateline.queries.ties import TieKind
from tests.queries.test_events import ARMY, FARMERS, FRONT, event
from tests.queries.view import HandmadeView, actor, evidence, link, relation, want

_FRONT, _LEAGUE, _MAIGA = (
    Party("Azure Front", "front"),
    Party("Red League", "league"),
    Party("Abdou Maiga", "maiga"),
)


LEAGUE = EventParty("Red League", "league")


def _view() -> HandmadeView:
    return HandmadeView(
        actors_=[
            actor("front", "Azure Front", "organization"),
            actor("league", "Red League", "organization"),
            actor("army", "Hill Army", "organization"),
            actor("maiga", "Abdou Maiga", "person"),
            actor("farmers", "two farmers", "unnamed"),
            actor("mopti", "Mopti", "place"),
        ]
    )


def _ties(view: HandmadeView, as_of: str | None = None) -> set[tuple[str, TieKind, str]]:
    found = network(view, view.actors_[0], NetworkOptions(as_of=as_of))
    return {(t.source, t.kind, t.target) for t in found.ties}


def _allied(date: str | None, published: str = "2024-03-02") -> RelationRecord:
    told = replace(evidence("The Front is allied with the League."), published=published)
    return relation(RelationType.ALLIED_WITH, _FRONT, _LEAGUE, told, date=date)


def test_relations_and_events_make_ties_with_their_direction() -> None:
    view = _view()
    view.relations_ = [
        relation(RelationType.LEADS, _MAIGA, _FRONT, evidence("Maiga leads it.")),
        _allied(None),
    ]
    view.events_ = [event("ASSAULT", "firearms"), event("ACCUSE", actors=(ARMY,), recipients=(FRONT,))]
    assert _ties(view) == {
        ("maiga", TieKind.LEADS, "front"),
        ("front", TieKind.ALLIED, "league"),
        ("front", TieKind.ATTACKS, "army"),
        ("army", TieKind.ACCUSES, "front"),
    }


def test_an_agreement_is_no_support() -> None:
    view = _view()
    view.events_ = [
        event("SUPPORT", trigger="signed"),
        event("SUPPORT", trigger="praised", recipients=(LEAGUE,)),
    ]
    assert _ties(view) == {("army", TieKind.COOPERATES, "front"), ("front", TieKind.SUPPORTS, "league")}


def test_what_is_denied_or_open_or_with_nobody_named_or_with_a_place_is_no_tie() -> None:
    view = _view()
    told = evidence("It is said.")
    view.relations_ = [
        relation(RelationType.ALLIED_WITH, _FRONT, _LEAGUE, told, factuality=Factuality.CERTAIN_NOT),
        relation(RelationType.SUPPORTS, _FRONT, _LEAGUE, told, factuality=Factuality.UNKNOWN),
    ]
    farmers = replace(FARMERS, entity="farmers")
    view.events_ = [
        event("ASSAULT", "negation"),
        event("CONSULT", "hypothetical"),
        event("THREATEN", factuality=Factuality.PROBABLE_NOT),
        event("COERCE", recipients=(farmers,)),
        event("PROTEST", recipients=(EventParty("Mopti", "mopti"),)),
    ]
    assert _ties(view) == set()


def test_a_tie_on_somebodys_word_is_claimed_and_weighs_its_independent_reports() -> None:
    view = _view()
    claimed = evidence("The army says that they are allied.", link("the army"), report="d1")
    view.relations_ = [relation(RelationType.ALLIED_WITH, _FRONT, _LEAGUE, claimed)]
    (tie,) = network(view, view.actors_[0]).ties
    assert (tie.claimed, tie.weight) == (True, 1)
    own = evidence("They are allied.", report="d2")
    view.relations_ = [relation(RelationType.ALLIED_WITH, _FRONT, _LEAGUE, claimed, own)]
    (tie,) = network(view, view.actors_[0]).ties
    assert (tie.claimed, tie.weight) == (False, 2)


def test_who_opposes_an_actor_is_in_its_network_too() -> None:
    view = _view()
    opposed = want(_LEAGUE, WantKind.OPPOSE, "the Front", evidence("It opposes the Front."), polarity="-")
    view.wants_ = [replace(opposed, toward=(_FRONT,))]
    assert _ties(view) == {("league", TieKind.OPPOSES, "front")}


@pytest.mark.parametrize(
    ("date", "as_of", "holds"),
    [
        ("2001", "2001-09", True),
        ("2001", "2021", False),
        ("../2011", "2009", True),
        ("../2011", "2012", False),
        ("2014/..", "2021", True),
        ("2014/..", "2013-12-31", False),
        ("../..", "2021", False),  # it is over, and nobody says since when
        ("../..", None, False),
        (None, "2024-03-02", True),  # reported on that day
        (None, "2024-03-01", False),
        (None, None, True),
    ],
)
def test_as_of_a_time_a_relation_counts_whose_dates_hold_it(
    date: str | None, as_of: str | None, holds: bool
) -> None:
    view = _view()
    view.relations_ = [_allied(date)]
    assert bool(_ties(view, as_of)) is holds


def test_as_of_a_time_events_count_that_had_happened() -> None:
    view = _view()
    view.events_ = [event("ASSAULT", date="2001-09-09"), event("ACCUSE")]
    assert {kind for _, kind, _ in _ties(view, "2001-09-09")} == {TieKind.ATTACKS}
    assert _ties(view, "2001-09-08") == set()
    (tie,) = (t for t in network(view, view.actors_[0]).ties if t.kind is TieKind.ATTACKS)
    assert (tie.first, tie.last) == (date(2001, 9, 9), date(2001, 9, 9))


def test_ties_among_the_neighbours_are_found_and_those_who_talk_are_tied_to_one_another() -> None:
    view = _view()
    league = EventParty("Red League", "league", None, "REB", "organization")
    view.events_ = [
        event("CONSULT", actors=(FRONT, ARMY, league), recipients=()),
        event("ASSAULT", actors=(ARMY,), recipients=(league,)),
    ]
    assert _ties(view) == {
        ("army", TieKind.TALKS, "front"),
        ("front", TieKind.TALKS, "league"),
        ("army", TieKind.TALKS, "league"),
        ("army", TieKind.ATTACKS, "league"),
    }


def test_only_the_weightiest_neighbours_are_kept_and_the_rest_counted() -> None:
    view = _view()
    twice = (evidence("They fought.", report="d1"), evidence("They fought.", report="d2"))
    view.events_ = [event("ASSAULT", pieces=twice)]
    view.relations_ = [_allied(None)]
    found = network(view, view.actors_[0], NetworkOptions(most=1))
    assert ([a.entity.id for a in found.neighbours], found.omitted) == (["army"], 1)


@pytest.mark.parametrize(
    ("as_of", "allied"), [(None, False), ("2024-05", True), ("2024-11-30", False), ("2024-02", False)]
)
def test_an_alliance_lasts_until_a_later_report_says_it_is_over(as_of: str | None, allied: bool) -> None:
    view = _view()
    view.relations_ = [_allied(None), _allied("../..", "2024-11-17")]
    tie = ("front", TieKind.ALLIED, "league")
    assert (tie in _ties(view, as_of)) is allied


def test_an_alliance_that_is_told_again_later_goes_on() -> None:
    view = _view()
    view.relations_ = [_allied("../..", "2024-01-17"), _allied(None)]
    assert ("front", TieKind.ALLIED, "league") in _ties(view)
