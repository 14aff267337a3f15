"""A map shows every place at its point, within its frame, wherever on the globe it is."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.dossier import profile_html
from dateline.exports.pictures.locator import locator_svg
from dateline.language import load_language
from dateline.model.factuality import Factuality
from dateline.model.place import Geo
from dateline.model.records import EventPlace, Party
from dateline.model.relation import RelationType
from dateline.queries.phrasing import phrasing
from dateline.queries.profile import profile
from dateline.queries.whereabouts import Spot, Why, coordinates, whereabouts
from tests.exports.test_dossier import HtmlPage
from tests.queries.test_events import event
from tests.queries.view import HandmadeView, actor, evidence, relation

_SVG = "{http://www.w3.org/2000/svg}"
_MOPTI, _GAO, _SEGOU = Geo(14.48, -4.18, "MLI"), Geo(16.27, -0.04, "MLI"), Geo(13.43, -6.26, "MLI")


def _view() -> HandmadeView:
    mopti = actor("mopti", "Mopti", "place")
    return HandmadeView(
        actors_=[
            actor("front", "Azure Front", "organization"),
            replace(mopti, entity=replace(mopti.entity, geo=_MOPTI)),
            actor("valley", "Green Valley", "place"),
        ],
        relations_=[
            relation(kind, Party("Azure Front", "front"), place, evidence("The Front is there."))
            for kind, place in (
                (RelationType.BASED_IN, Party("Mopti", "mopti")),
                (RelationType.CONTROLS, Party("Green Valley", "valley")),
            )
        ],
        events_=[
            event("ASSAULT", "firearms", place=EventPlace("Gao", "gao", _GAO)),
            event("PROTEST", actors=(), recipients=(), place=EventPlace("Segou", "segou", _SEGOU)),
        ],
    )


def _drawn(*points: tuple[float, float]) -> ET.Element:
    spots = [Spot(f"P{n}", Geo(lat, lon), Why.EVENTS) for n, (lat, lon) in enumerate(points)]
    return ET.fromstring(locator_svg(spots, phrasing(load_language("en")), "Map"))


def test_an_actor_is_where_it_is_based_and_where_it_took_part_in_events() -> None:
    view = _view()
    assert [(s.name, s.why, s.count) for s in whereabouts(view, view.actors_[0])] == [
        ("Mopti", Why.THERE, 0),
        ("Gao", Why.EVENTS, 1),
        ("Segou", Why.NEARBY, 0),
    ]


def test_what_did_not_happen_puts_nobody_anywhere() -> None:
    view = _view()
    view.relations_ = []
    view.events_ = [event("ASSAULT", place=EventPlace("Gao", "gao", _GAO), factuality=Factuality.CERTAIN_NOT)]
    assert whereabouts(view, view.actors_[0]) == ()


def test_the_dossier_has_the_map_and_its_places_as_a_table_and_none_where_no_point_is_known() -> None:
    view = _view()
    page = HtmlPage(profile_html(profile(view, view.actors_[0])))
    words = " ".join(" ".join(page.words).split())
    assert "Gao 16.27° N 0.04° W took part in events there (1)" in words
    view.relations_, view.events_ = [], []
    assert "<svg" not in profile_html(profile(view, view.actors_[0]))


@given(st.lists(st.tuples(st.floats(-89, 89), st.floats(-180, 180)), min_size=1, max_size=12))
def test_every_place_lies_within_the_frame(points: list[tuple[float, float]]) -> None:
    root = _drawn(*points)
    for circle in list(root.iter(f"{_SVG}circle"))[: len(points)]:
        assert 0 <= float(circle.get("cx", -1)) <= 640
        assert 0 <= float(circle.get("cy", -1)) <= 400


def test_places_on_both_sides_of_the_date_line_lie_side_by_side() -> None:
    fiji, samoa = list(_drawn((-17, 178), (-14, -172)).iter(f"{_SVG}circle"))[:2][::-1]
    assert 20 < float(samoa.get("cx", 0)) - float(fiji.get("cx", 0)) < 600


def test_the_scale_is_a_round_number_of_kilometres_as_long_as_it_says() -> None:
    root = _drawn((0, 0), (0, 10))
    (bar,) = (line for line in root.iter(f"{_SVG}line") if line.get("stroke-width") == "3")
    (label,) = (t.text for t in root.iter(f"{_SVG}text") if (t.text or "").endswith(" km"))
    dots = sorted(float(c.get("cx", 0)) for c in list(root.iter(f"{_SVG}circle"))[:2])
    pixels = float(bar.get("x2", 0)) - float(bar.get("x1", 0))
    kilometres = float(re.sub(r"\D", "", label or ""))
    assert kilometres / pixels == pytest.approx(1113.2 / (dots[1] - dots[0]), rel=0.02)


def test_coordinates_name_their_hemispheres() -> None:
    assert coordinates(Geo(34.43, 70.45)) == "34.43° N 70.45° E"
    assert coordinates(Geo(-1.5, -0.04)) == "1.5° S 0.04° W"
