"""A timeline tells what happened in order of time, how sure each date is, and what is new since a day."""

from dataclasses import replace

import pytest

from dateline.model.factuality import Factuality
from dateline.model.records import Evidence, Party, Standing, Weight
from dateline.model.relation import RelationType
from dateline.queries.news import News
from dateline.queries.timeline import Certainty, TimelineOptions, timeline
from tests.queries.test_events import FRONT, event
from tests.queries.view import HandmadeView, actor, evidence, relation


def _told(text: str, published: str | None, report: str) -> Evidence:
    return replace(evidence(text, report=report), published=published)


def _view() -> HandmadeView:
    view = HandmadeView(actors_=[actor("front", "Azure Front", "organization")])
    dates = ("2024-03-02", "1998~", "2024-02", None)
    view.events_ = [
        replace(
            event("ASSAULT", date=date), id=f"e{n}", evidence=(_told("They fought.", "2024-03-04", f"d{n}"),)
        )
        for n, date in enumerate(dates)
    ]
    return view


def test_entries_stand_in_order_of_time_with_the_certainty_of_their_dates() -> None:
    view = _view()
    found = timeline(view, view.actors_[0])
    assert [(e.edtf, e.certainty) for e in found.entries] == [
        ("1998~", Certainty.ABOUT),
        ("2024-02", Certainty.PERIOD),
        ("2024-03-02", Certainty.DAY),
    ]
    assert [(e.edtf, e.certainty, e.reported) for e in found.undated] == [
        (None, Certainty.UNKNOWN, "2024-03-04")
    ]


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("2024", None, ["2024-02", "2024-03-02"]),
        (None, "1999", ["1998~"]),
        ("2024-02-10", "2024-02-20", ["2024-02"]),  # it may have been then
    ],
)
def test_a_period_asked_for_leaves_out_the_rest_and_counts_the_undated(
    start: str | None, end: str | None, dates: list[str]
) -> None:
    view = _view()
    found = timeline(view, view.actors_[0], TimelineOptions(start=start, end=end))
    assert ([e.edtf for e in found.entries], found.undated, found.outside) == (dates, (), 1)


def test_since_a_day_only_news_is_told_and_what_was_known_is_marked() -> None:
    view = _view()
    old, new = _told("They fought.", "2024-03-04", "d1"), _told("They fought.", "2024-03-09", "d2")
    view.events_ = [
        event("ASSAULT", date="2024-03-01", pieces=(old,)),
        event("COERCE", date="2024-03-02", pieces=(old, new)),
        event("PROTEST", date="2024-03-03", pieces=(new,)),
        event("AID", date="2024-03-03", pieces=(_told("They fought.", None, "d3"),)),
    ]
    found = timeline(view, None, TimelineOptions(since="2024-03-05"))
    assert [(e.edtf, e.news) for e in found.entries] == [("2024-03-02", News.MORE), ("2024-03-03", News.NEW)]


def test_what_is_only_planned_or_asked_has_no_place_and_what_is_denied_is_told_so() -> None:
    view = _view()
    view.events_ = [
        event("ASSAULT", date="2024-03-01", factuality=Factuality.UNKNOWN),
        event(
            "ASSAULT", date="2024-03-01", factuality=Factuality.CERTAIN_NOT, weight=Weight(Standing.DENIED)
        ),
    ]
    (entry,) = timeline(view).entries
    assert entry.statement.text == "The Azure Front did not attack Hill Army"
    assert entry.statement.standing is Standing.DENIED


def test_dated_relations_are_entries_too() -> None:
    view = HandmadeView(actors_=[actor("front", "Azure Front", "organization")])
    leader, front = Party("Abdou Maiga", "maiga"), Party(FRONT.name, FRONT.entity)
    led = relation(RelationType.LEADS, leader, front, evidence("Maiga led it until 2011."), date="../2011")
    view.relations_ = [led, replace(led, id="undated", date="../..")]
    found = timeline(view, view.actors_[0])
    assert [(e.edtf, e.first, e.statement.sentence) for e in found.entries] == [
        ("../2011", None, "Abdou Maiga formerly led Azure Front (until 2011)")
    ]


def test_a_report_that_tells_one_thing_twice_is_heard_once() -> None:
    view = _view()
    once = event("ASSAULT", date="2024-03-01")
    view.events_ = [once, replace(once, id="again")]
    assert len(timeline(view).entries) == 1
