"""The notation of gold files reads as its how-to says, and a slip in a file is named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gold.notation import GoldError, parse_gold, parse_marks

FILE = """\
# a comment
covers: a claim inside a claim
published: 2024-03-02
outlet: The Harbour Post
check: attributions relations
---
[The envoy|source:1 =dia] [says|cue:1] [[the rebels|source:2 =rebels] [claim|cue:2] \
[[they|=rebels] [want|goal:1] peace|content:2]|content:1].
---
1: act=assert kind=indirect medium="state radio"
2: act=assert optional
dia holds_role "envoy" fact=CT+ by=none
dia kin_of rebels "aunt"
rebels hope + goal:1 toward=dia by=2 conditional
entity dia type=person name="Dia"
may: dia of_nationality "Malian"
not: rebels hope + by=none
not: attribution source=dia content="want peace" parent=none
"""


def test_marks_become_offsets_into_the_plain_text() -> None:
    text, marks = parse_marks("[Kyiv|source:1 =kyiv] [denied|cue:1] [[losing|goal:1] the town|content:1].")
    assert text == "Kyiv denied losing the town."
    parts = {key: [text[start:end] for start, end in spans] for key, spans in marks.parts.items()}
    assert parts == {
        ("source", "1"): ["Kyiv"],
        ("cue", "1"): ["denied"],
        ("content", "1"): ["losing the town"],
        ("goal", "1"): ["losing"],
    }
    assert marks.mentions == {"kyiv": [(0, 4)]}


def test_a_repeated_label_is_a_discontinuous_part_in_text_order() -> None:
    text, marks = parse_marks("“[We|content:1],” [he|source:1] [said|cue:1], “[will stay|content:1].”")
    assert [text[s:e] for s, e in marks.parts["content", "1"]] == ["We", "will stay"]


def test_escaped_characters_are_text() -> None:
    text, marks = parse_marks(r"\[sic\] a \| b \\ [c|=c] d | e")
    assert text == r"[sic] a | b \ c d | e"
    assert text[slice(*marks.mentions["c"][0])] == "c"


@given(st.text(), st.text(min_size=1), st.text())
def test_any_text_can_be_marked(before: str, marked: str, after: str) -> None:
    escaped = [re.sub(r"[\[\]|\\]", r"\\\g<0>", part) for part in (before, marked, after)]
    text, marks = parse_marks("{}[{}|=x]{}".format(*escaped))
    assert text == before + marked + after
    assert marks.mentions == {"x": [(len(before), len(before) + len(marked))]}


def test_a_file_is_read_whole() -> None:
    gold = parse_gold(FILE)
    assert gold.covers == "a claim inside a claim"
    assert gold.text == "The envoy says the rebels claim they want peace."
    assert gold.check == {"attributions", "relations"}
    document = gold.document("x")
    assert document == {
        "id": "x",
        "text": gold.text,
        "published": "2024-03-02",
        "outlet": "The Harbour Post",
    }
    first, second = gold.attributions
    assert first.attributes == {
        "act": "assert",
        "kind": "indirect",
        "medium": "state radio",
        "parent": "none",
    }
    assert second.attributes["parent"] == "1", "the parent follows from the nesting"
    assert (first.source_entity, second.source_entity) == ("dia", "rebels")
    assert (first.optional, second.optional) == (False, True)
    role, kin = gold.relations
    assert (role.subject, role.type, role.value, role.object) == ("dia", "holds_role", "envoy", None)
    assert role.attributes == {"fact": "CT+", "by": "none"}
    assert (kin.object, kin.value) == ("rebels", "aunt")
    (want,) = gold.wants
    assert (want.actor, want.kind, want.polarity) == ("rebels", "hope", "+")
    assert [gold.text[s:e] for s, e in want.goal] == ["want"]
    assert want.attributes == {"toward": "dia", "by": "2", "conditional": "true"}
    assert [len(part) for part in (gold.entities, gold.allowed, gold.forbidden)] == [1, 1, 2]


def test_a_text_may_stand_without_facts_and_hold_a_line_of_dashes() -> None:
    assert parse_gold("covers: x\n---\nOne.\n\nTwo.\n").text == "One.\n\nTwo."
    assert parse_gold("covers: x\n---\nOne.\n---\nTwo.\n---\n").text == "One.\n---\nTwo."


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("covers: x\nText", "---"),
        ("check: relations\n---\nText", "covers"),
        ("covers: x\ncheck: verbs\n---\nText", "verbs"),
        ("covers: x\nauthor: me\n---\nText", "author"),
        ("covers: x\n---\nA [b|cue] c", "'cue'"),
        ("covers: x\n---\nA [b c", "never closed"),
        ("covers: x\n---\nA b] c", "without a label"),
        ("covers: x\n---\nA [|=b] c", "empty"),
        ("covers: x\n---\nA [b|cue:1] c", "no content"),
        ("covers: x\n---\nA [b|=b] c\n---\nb leads ghost", "ghost"),
        ("covers: x\n---\nA [b|=b] c\n---\nb befriends b", "befriends"),
        ("covers: x\n---\nA [b|=b] c\n---\nb leads b by=7", "by=7"),
        ("covers: x\n---\nA [b|=b] c\n---\nb leads b fakt=CT+", "fakt"),
        ("covers: x\n---\nA [b|=b] c\n---\nb hope + goal:1", "goal:1"),
        ("covers: x\n---\nA [b|=b] c\n---\n4: act=assert", "4"),
        ("covers: x\n---\nA [b|content:1] c\n---\n1: act=shout x", "'x'"),
    ],
)
def test_a_slip_is_named(raw: str, named: str) -> None:
    with pytest.raises(GoldError) as error:
        parse_gold(raw)
    assert named in str(error.value)
