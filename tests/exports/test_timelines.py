"""A timeline as a document: picture and table hold the same, and nothing of the text can break them."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.pictures.scale import scale
from dateline.exports.timelines import timeline_html, timeline_json, timeline_markdown, timeline_picture
from dateline.queries.timeline import Timeline, timeline
from tests.exports.test_dossier import HtmlPage
from tests.queries.test_events import FRONT, event
from tests.queries.view import HandmadeView, evidence, link

_SVG = "{http://www.w3.org/2000/svg}"


def _timeline() -> Timeline:
    told = evidence("<Rebels> & others fought in 1998.", link("the army & co"))
    front = replace(FRONT, name="<b>Front\x07")
    events = [
        replace(event("ASSAULT", date=when, actors=(front,), pieces=(told,)), id=str(n))
        for n, when in enumerate(("1998~", "2024-03-01", "2024-03", "../2011", "2014/..", None))
    ]
    return timeline(HandmadeView(events_=events))


def test_the_picture_is_sound_xml_and_draws_every_dated_entry() -> None:
    root = ET.fromstring(timeline_picture(_timeline()))
    told = [e.text for e in root.iter(f"{_SVG}title")][1:]
    assert len(told) == 5
    assert all(title and "<b>Front" in title for title in told)
    assert root.get("role") == "img"


def test_the_picture_marks_what_no_outlet_tells_itself() -> None:
    own = replace(event("ASSAULT", date="2024-03-01", pieces=(evidence("They fought."),)), id="own")
    said = replace(
        event("ASSAULT", date="2024-03-02", pieces=(evidence("They fought.", link("aides")),)), id="x"
    )
    root = ET.fromstring(timeline_picture(timeline(HandmadeView(events_=[own, said]))))
    rows = [e.text or "" for e in root.iter(f"{_SVG}text") if "Front" in (e.text or "")]
    assert [row.startswith("claimed: ") for row in rows] == [False, True]


def test_the_page_needs_nothing_from_elsewhere_and_its_table_has_what_the_picture_has() -> None:
    page = HtmlPage(timeline_html(_timeline()))
    words = " ".join(page.words)
    assert page.outside == []
    assert set(page.targets) <= set(page.ids)
    for label in ("about 1998", "2024-03-01", "until 2011", "since 2014", "the army & co"):
        assert label in words


def test_markdown_and_json_tell_each_entry_with_its_date_and_source() -> None:
    text = timeline_markdown(_timeline())
    assert "- **about 1998**: " in text
    assert "— the army & co [^1]" in text
    found = timeline_json(_timeline())["entries"]
    assert [(e["date"], e["certainty"]) for e in found][:2] == [("1998~", "about"), ("../2011", "period")]
    assert all(e["evidence"] and e["standing"] == "reported" for e in found)


def test_without_dates_there_is_no_picture() -> None:
    assert timeline_picture(timeline(HandmadeView())) == ""


@given(
    st.lists(
        st.tuples(st.dates(date(1, 2, 1), date(9998, 1, 1)), st.integers(0, 4000)), min_size=1, max_size=30
    )
)
def test_an_axis_keeps_the_order_of_days_and_stays_within_its_width(spans: list[tuple[date, int]]) -> None:
    ends = [(first, min(first + timedelta(days), date(9999, 1, 1))) for first, days in spans]
    axis = scale(ends, 100, 500)
    days = sorted({day for pair in ends for day in pair})
    drawn = [axis.x(day) for day in days]
    assert drawn == sorted(drawn)
    assert min(drawn) >= 99.9
    assert max(drawn) <= 500.1


def test_an_empty_stretch_is_cut_out_of_the_axis() -> None:
    week = [date(2021, 8, day) for day in range(15, 22)]
    axis = scale([(day, day) for day in (date(2001, 9, 9), *week)], 0, 400)
    assert len(axis.cuts) == 1
    assert axis.x(week[-1]) - axis.x(week[0]) == pytest.approx(250, abs=100)


def test_a_period_of_which_an_end_is_not_known_has_a_point_there() -> None:
    root = ET.fromstring(timeline_picture(_timeline()))
    points = {}
    for path in root.iter(f"{_SVG}path"):
        if (title := path.find(f"{_SVG}title")) is not None:
            xs = [float(point.split()[0]) for point in path.get("d", "")[1:].split("L")]
            points[(title.text or "").partition(":")[0]] = (xs[0] > xs[5], xs[1] < xs[2])
    assert points["until 2011"] == (True, False)
    assert points["since 2014"] == (False, True)
