"""The comparison finds every departure from a gold file, and none where there is none."""

import copy
from typing import Any

import pytest

from tests.gold.compare import differences
from tests.gold.notation import parse_gold

GOLD = parse_gold(
    """\
covers: the comparison itself
check: attributions relations wants entities
---
“[War is near|content:1],” [the envoy|source:1 =dia] [said|cue:1], “[so run|content:1].” \
[Col Dia|=dia] hopes [to rest|goal:1] with [her|=dia] [sister|=ana], 40. [It|=?] was late.
---
1: act=warn kind=direct hedge=none
dia kin_of ana "sister" fact=CT+ by=none
ana has_age "40"
dia hope + goal:1 toward=ana by=none conditional=false
not: dia hope -
"""
)


def at(words: str, **more: Any) -> dict[str, Any]:
    start = GOLD.text.index(words)
    return {"start": start, "end": start + len(words), **more}


def span(words: str) -> list[int]:
    return [at(words)["start"], at(words)["end"]]


def perfect() -> dict[str, Any]:
    sister = at("sister", entity="e2")
    return {
        "mentions": [
            at("envoy", entity="e1"),
            at("Dia", entity="e1"),
            at("her", entity="e1"),
            sister,
            at("It", entity=None),
        ],
        "entities": [{"id": "e1", "name": "Dia"}, {"id": "e2", "name": "sister"}],
        "attributions": [
            {
                "id": "a1",
                "source": [span("the envoy")],
                "source_entity": "e1",
                "cue": [span("said")],
                "content": [span("“War is near,”"), span("“so run.”")],
                "kind": "direct",
                "act": "warn",
                "hedge": None,
                "parent": None,
            }
        ],
        "relations": [
            {
                "type": "kin_of",
                "subject": sister,
                "object": at("Dia", entity="e1"),
                "value": "sister",
                "factuality": "CT+",
                "attribution": None,
            },
            {"type": "has_age", "subject": sister, "object": None, "value": "40", "attribution": None},
        ],
        "wants": [
            {
                "kind": "hope",
                "actor": at("Col Dia", entity="e1"),
                "polarity": "+",
                "goal": span("rest"),
                "toward": [sister],
                "conditional": False,
                "attribution": None,
            }
        ],
    }


def test_what_is_expected_passes_whatever_the_outer_punctuation_and_articles() -> None:
    assert differences(GOLD, perfect()) == []


def change(path: str, value: object) -> dict[str, Any]:
    found = copy.deepcopy(perfect())
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = found
    for step in way:
        place = place[step]
    place[last] = value
    return found


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        ("attributions.0.source", [], "source should be “the envoy”, is (none)"),
        ("attributions.0.source_entity", "e2", "source entity should be dia, is ['ana']"),
        ("attributions.0.content", [span("War is near")], "content should be"),
        ("attributions.0.cue", [span("the envoy said")], "cue should be"),
        ("attributions.0.act", "assert", "act should be 'warn', is 'assert'"),
        ("attributions.0.hedge", "reportedly", "hedge"),
        ("attributions.0.parent", "a9", "parent should be none, is unmarked a9"),
        ("attributions", [], "missing attribution 1: “the envoy” | “said” | “War is near” … “so run”"),
        ("relations.0.type", "leads", "missing relation: dia kin_of ana"),
        ("relations.0.factuality", "PS+", "(nearest: fact 'PS+')"),
        ("relations.0.attribution", "a1", "attribution 1"),
        ("relations.1.value", "41", "value '41'"),
        ("wants.0.polarity", "-", "found what must not be: not: dia hope -"),
        ("wants.0.goal", span("her"), "goal “her”"),
        ("wants.0.toward", [], "toward []"),
        ("wants.0.conditional", True, "conditional True"),
        ("mentions.1.entity", "e3", "entity dia is torn apart"),
        ("mentions.3.entity", "e1", "entities ana, dia are one (e1)"),
        ("mentions.4.entity", "e1", "“It” must stay open, is linked to ['dia']"),
        ("mentions.2", at("late", entity="e1"), "missing mention “her” of dia"),
    ],
)
def test_a_departure_is_shown(path: str, value: object, named: str) -> None:
    shown = differences(GOLD, change(path, value))
    assert any(named in line for line in shown), shown


@pytest.mark.parametrize("layer", ["attributions", "relations", "wants"])
def test_more_than_expected_is_shown_in_a_checked_layer(layer: str) -> None:
    found = perfect()
    extra = copy.deepcopy(found[layer][0])
    extra["id"] = "a2"
    found[layer].append(extra)
    assert [line.split(":")[0].split()[:2] for line in differences(GOLD, found)] == [
        ["unexpected", layer[:-1]]
    ]


def test_an_unmarked_mention_of_a_marked_entity_is_shown() -> None:
    found = perfect()
    found["mentions"].append(at("late", entity="e1"))
    assert differences(GOLD, found) == ["unexpected mention “late” at 91 of dia"]


def test_what_is_not_checked_may_be_more() -> None:
    text = "covers: x\n---\n[Kyiv|source:1] [denied|cue:1] [it|content:1], he said."
    gold = parse_gold(text)
    record = {"id": "a", "source": [[0, 4]], "cue": [[5, 11]], "content": [[12, 14]]}
    other = {"id": "b", "source": [[16, 18]], "cue": [[19, 23]], "content": [[0, 14]]}
    assert differences(gold, {"attributions": [record | {"parent": None}, other]}) == []


def test_whom_a_content_is_put_to_may_be_in_or_out() -> None:
    gold = parse_gold("covers: x\n---\n[He|source:1] [urged|cue:1] [[the king|addressee:1] to go|content:1].")
    record = {"id": "a", "source": [[0, 2]], "cue": [[3, 8]], "parent": None}
    for cue, content in ([3, 8], [9, 23]), ([3, 8], [18, 23]), ([3, 17], [18, 23]):
        assert differences(gold, {"attributions": [record | {"cue": [cue], "content": [content]}]}) == []
    assert differences(gold, {"attributions": [record | {"content": [[9, 17]]}]}) != []
