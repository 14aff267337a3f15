"""Factuality: every example of the lexicon, and how the pieces compose."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.draft import Draft
from dateline.analysis.factuality import scale
from dateline.analysis.factuality.lexicon import load_modality
from dateline.errors import LexiconError
from dateline.language import Language, load_language
from dateline.model.factuality import Factuality

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\]]+)\]")


def _examples() -> Iterator[str]:
    for section in load_language("en").table("modality").values():
        for entry in section if isinstance(section, list) else [section]:
            yield from entry["examples"]


def _check(marked: str, drafted: Callable[[str], Draft]) -> None:
    """Every `[word|value]` of a marked text is judged so."""
    plain, expected, at = "", [], 0
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        expected.append((len(plain), match[1], match[2]))
        plain, at = plain + match[1], match.end()
    draft = drafted(plain + marked[at:])
    found = [(s, w, str(draft.factuality(draft.parse.starts.index(s)))) for s, w, _ in expected]
    assert found == expected


@pytest.mark.parametrize("example", list(_examples()))
def test_examples_of_the_lexicon(example: str, drafted: Callable[[str], Draft]) -> None:
    _check(example, drafted)


@pytest.mark.parametrize(
    "marked",
    [
        "The general denied that his men had not [left|CT+] the village.",
        "The mother insisted that she [go|Uu] home.",
        "The elders insisted that the rebels [leave|Uu] the port.",
        "The elders insisted that the rebels had [left|CT+] the port.",
        "The elders insist that the rebels [hold|CT+] the port.",
        "The diplomat said the rebels [claim|CT+] the port.",
        "He fought in two wars before eventually [leading|CT+] the brigade.",
        "The rebels may not have [fired|PS-] the rocket.",
        "He did not deny that the prisoners had [died|Uu].",
        "The army is not expected to [attack|PR-] the port.",
        "The rebels failed to prevent the convoy from [leaving|CT+].",
        "The minister said the army had not [entered|CT-] the town, which the rebels [held|CT+] until May.",
        "The militia may [attack|PS+] or [shell|PS+] the camp, but the road [is|CT+] open.",
        "Nobody [denies|CT-] that the bridge [fell|Uu].",
        "The rebels, who had not [eaten|CT-] for days, [surrendered|CT+].",
        "If the talks [fail|Uu], the army will try to [retake|Uu] the city.",
        "She wants to know whether her son [survived|Uu].",
        "The rebels said they would not [give|CT-] up, and that they would [fight|CTu] on.",
        "It is possible that the army did not [know|PS-].",
    ],
)
def test_words_compose(marked: str, drafted: Callable[[str], Draft]) -> None:
    _check(marked, drafted)


@pytest.mark.parametrize(
    "marked",
    [
        "“We did not [burn|CT-] the village,” the general said.",
        "“We may [leave|PS+],” the general said. “The war [is|CT+] over.”",
        "“Will they [leave|Uu]?” she [asked|CT+]. “They [want|CT+] bread.”",
        "“[Leave|Uu] the city,” the rebels [told|CT+] them.",
    ],
)
def test_direct_speech_starts_afresh(marked: str, drafted: Callable[[str], Draft]) -> None:
    _check(marked, drafted)


VALUES = [scale.of(name) for name in Factuality]


@given(st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_a_place_never_makes_a_clause_more_certain(outer: scale.Value, inner: scale.Value) -> None:
    found = scale.both(outer, inner)
    assert scale.factuality(found) in Factuality
    assert found.certainty <= min(outer.certainty, inner.certainty)
    assert found == scale.both(inner, outer)


@given(st.sampled_from(VALUES), st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_embedding_stays_on_the_scale(value: scale.Value, holds: scale.Value, denied: scale.Value) -> None:
    assert scale.factuality(scale.Signature(holds, denied).embed(value)) in Factuality


def test_a_table_that_contradicts_itself_is_refused() -> None:
    table = deepcopy(load_language("en").table("modality"))
    table["embedding"].append(
        {"name": "again", "holds": "CT-", "denied": "CT+", "verbs": ["manage"], "frames": ["to"]}
    )
    with pytest.raises(LexiconError, match="manage"):
        load_modality(Language("xx", {"modality": table}))


def test_an_unknown_value_is_refused() -> None:
    table = deepcopy(load_language("en").table("modality"))
    table["adverb"][0]["value"] = "sure"
    with pytest.raises(LexiconError, match="sure"):
        load_modality(Language("yy", {"modality": table}))
