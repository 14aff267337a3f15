"""A network as a document: pictures, tables and graph files hold the same ties."""

from xml.etree import ElementTree as ET

import pytest

from dateline.exports.networks import network_graphml, network_html, network_json, network_picture
from dateline.exports.pictures.network import COLOURS
from dateline.exports.pictures.svg import width_of
from dateline.model.records import Party
from dateline.model.relation import RelationType
from dateline.queries.network import Network, network
from dateline.queries.ties import TieKind
from tests.exports.test_dossier import HtmlPage
from tests.queries.view import HandmadeView, actor, evidence, link, relation

_GRAPH = "{http://graphml.graphdrawing.org/xmlns}"
_SVG = "{http://www.w3.org/2000/svg}"


def _network(others: int = 2) -> Network:
    front = Party("<Azure> Front", "front")
    view = HandmadeView(actors_=[actor("front", "<Azure> Front", "organization")])
    for n in range(others):
        view.actors_.append(actor(f"o{n}", f"Other {n} & Co", "organization"))
        told = evidence(f"It fights Other {n}, an officer said.", link("an officer"))
        view.relations_.append(relation(RelationType.FIGHTS, front, Party(f"Other {n} & Co", f"o{n}"), told))
    leads = relation(RelationType.LEADS, Party("Other 0 & Co", "o0"), front, evidence("Other 0 leads it."))
    view.relations_.append(leads)
    return network(view, view.actors_[0])


def test_the_graph_file_has_every_node_and_tie_with_its_weight_and_sentence() -> None:
    root = ET.fromstring(network_graphml(_network()))
    nodes = {n.get("id") for n in root.iter(f"{_GRAPH}node")}
    edges = list(root.iter(f"{_GRAPH}edge"))
    assert nodes == {"front", "o0", "o1"}
    assert {(e.get("source"), e.get("target"), e.get("directed")) for e in edges} == {
        ("front", "o0", "false"), ("front", "o1", "false"), ("o0", "front", None),
    }  # fmt: skip
    keys = {k.get("id") for k in root.iter(f"{_GRAPH}key")}
    assert {d.get("key") for d in root.iter(f"{_GRAPH}data")} <= keys


def test_the_picture_shows_everybody_and_dashes_what_is_only_claimed() -> None:
    root = ET.fromstring(network_picture(_network()))
    texts = [t.text for t in root.iter(f"{_SVG}text")]
    assert {"<Azure> Front", "Other 0 & Co", "Other 1 & Co"} <= set(texts)
    lines = [look for p in root.iter(f"{_SVG}path") if (look := p.get("class"))]
    assert sorted(lines) == ["edge", "edge dashed", "edge dashed"]


def test_the_picture_is_the_same_every_time_and_stays_on_its_sheet() -> None:
    for count in (1, 2, 30):
        drawn = network_picture(_network(count))
        assert drawn == network_picture(_network(count))
        root = ET.fromstring(drawn)
        width, height = float(root.get("width", 0)), float(root.get("height", 0))
        for circle in root.iter(f"{_SVG}circle"):
            assert 0 <= float(circle.get("cx", -1)) <= width
            assert 0 <= float(circle.get("cy", -1)) <= height


@pytest.mark.parametrize("others", [2, 3, 4, 8])
def test_no_line_crosses_the_name_in_the_middle(others: int) -> None:
    root = ET.fromstring(network_picture(_network(others)))
    (name,) = (t for t in root.iter(f"{_SVG}text") if t.text == "<Azure> Front")
    half, base = width_of("<Azure> Front") / 2, float(name.get("y", 0))
    middle = float(name.get("x", 0))
    for path in root.iter(f"{_SVG}path"):
        if "edge" in (path.get("class") or ""):
            (x1, y1), (x2, y2) = ([float(n) for n in p.split()] for p in path.get("d", "")[1:].split("L"))
            at_base = x1 + (x2 - x1) * (base - y1) / (y2 - y1) if y1 != y2 else None
            if at_base is not None and min(y1, y2) < base < max(y1, y2):
                assert abs(at_base - middle) > half - 2


def test_every_kind_of_tie_has_a_colour_of_its_own() -> None:
    assert set(COLOURS) == set(TieKind)
    assert len(set(COLOURS.values())) == len(TieKind)


def test_the_page_has_the_ties_in_a_table_on_whose_word_and_needs_nothing_from_elsewhere() -> None:
    page = HtmlPage(network_html(_network()))
    words = " ".join(" ".join(page.words).split())
    assert page.outside == []
    assert set(page.targets) <= set(page.ids)
    assert "<Azure> Front fights claimed Other 0 & Co" in words
    assert "— an officer" in words


def test_json_carries_the_evidence_of_every_tie() -> None:
    form = network_json(_network())
    assert [n["entity"] for n in form["nodes"]] == ["front", "o0", "o1"]
    assert all(t["weight"] == 1 and t["answers"][0]["evidence"] for t in form["ties"])
    assert {(t["kind"], t["mutual"], t["claimed"]) for t in form["ties"]} == {
        ("fights", True, True), ("leads", False, False),
    }  # fmt: skip
