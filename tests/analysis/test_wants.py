"""Wants: every example of the lexicon, and what must not be told."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analysis.draft import Draft
from dateline.analysis.wants.lexicon import load_wants
from dateline.errors import LexiconError
from dateline.language import Language, load_language
from dateline.model.span import Span

_PIECE = re.compile(r"\[|\|(actor|goal|toward)\]|[^\[|]+|\|")


@dataclass
class _Marked:
    """A marked sentence: plain text, the spans of each role, and what it is said to give."""

    text: str = ""
    spans: dict[str, list[Span]] = field(default_factory=dict)


def _read(marked: str) -> _Marked:
    read, opened = _Marked(), []
    for match in _PIECE.finditer(marked):
        if match.group() == "[":
            opened.append(len(read.text))
        elif match.group(1):
            read.spans.setdefault(match.group(1), []).append(Span(opened.pop(), len(read.text)))
        else:
            read.text += match.group()
    return read


def _examples() -> Iterator[str]:
    for section in load_language("en").table("wants").values():
        for entry in section if isinstance(section, list) else [section]:
            yield from entry.get("examples", ())


def _bare(words: str) -> str:
    """A name without its article, which may be in a mention or out."""
    return re.sub(r"^(the|a|an) ", "", words, flags=re.IGNORECASE)


def _found(draft: Draft) -> list[tuple[object, ...]]:
    text = draft.text
    return [
        (
            _bare(w.actor.span.of(text)),
            str(w.kind),
            w.polarity,
            w.goal.of(text),
            [_bare(t.span.of(text)) for t in w.toward],
        )
        + (("if",) if w.conditional else ())
        for w in draft.wants
    ]


@pytest.mark.parametrize("example", list(_examples()))
def test_examples_of_the_lexicon(example: str, drafted: Callable[[str], Draft]) -> None:
    marked, told = example.rsplit(" -> ", 1)
    read = _read(marked)
    draft = drafted(read.text)
    expected = []
    if told != "none":
        kind, polarity, *condition = told.split()
        said = {role: [s.of(read.text) for s in spans] for role, spans in read.spans.items()}
        toward = [_bare(t) for t in said.get("toward", [])]
        expected = [(_bare(said["actor"][0]), kind, polarity, said["goal"][0], toward, *condition)]
    assert _found(draft) == expected


def _sources(draft: Draft, attribution: str | None) -> list[str]:
    """The chain of a want, innermost first."""
    by_id, chain = {a.id: a for a in draft.attributions}, []
    while attribution is not None:
        found = by_id[attribution]
        chain.append(" ".join(s.of(draft.text) for s in found.source))
        attribution = found.parent
    return chain


def test_the_actor_is_no_witness_of_its_own_want(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("An Omani envoy said the Houthis hoped to reopen the airport.")
    (want,) = draft.wants
    assert want.actor.span.of(draft.text).endswith("Houthis")
    assert _sources(draft, want.attribution) == ["An Omani envoy"]


def test_the_outlets_own_voice_has_no_attribution(drafted: Callable[[str], Draft]) -> None:
    (want,) = drafted("The governor called for a truce.").wants
    assert want.attribution is None


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The rebels want a ministry.", "CT+"),
        ("The rebels do not want a ministry.", "CT+"),
        ("The rebels are believed to want a ministry.", "PR+"),
        ("The rebels reportedly want a ministry.", "PR+"),
    ],
)
def test_a_hedged_want_says_so(text: str, factuality: str, drafted: Callable[[str], Draft]) -> None:
    assert [w.factuality for w in drafted(text).wants] == [factuality]


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("The junta is open to talks.", True),
        ("The rebels are not averse to a deal.", True),
        ("The villagers are determined to stay.", False),
        ("The rebels want talks.", False),
    ],
)
def test_readiness_is_told_from_an_aim(text: str, ready: bool, drafted: Callable[[str], Draft]) -> None:
    assert [w.ready for w in drafted(text).wants] == [ready]


def test_who_refuses_an_offer_does_not_tell_of_it(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("The army rejected the president's offer of a truce.")
    assert {(w.kind, w.attribution) for w in draft.wants} == {("offer", None), ("refuse", None)}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels had hoped to take the port.",
        "The rebels may demand a ministry.",
        "If the rebels want a ministry, they should say so.",
        "Do the rebels want a ministry?",
        "Nobody wants a war.",
        "Anyone who wants a war is a fool.",
        "The rebels dropped their demand for a ministry.",
        "It is unclear whether the rebels want a ministry.",
        "What the rebels want is unclear.",
    ],
)
def test_what_is_over_supposed_or_nobodys_is_no_want(text: str, drafted: Callable[[str], Draft]) -> None:
    assert drafted(text).wants == ()


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("aweWntoI “”\"'.,?![]-\n"), max_size=120))
def test_spans_slice_whatever_the_text(drafted: Callable[[str], Draft], text: str) -> None:
    for want in drafted("The rebels want " + text).wants:
        assert 0 <= want.goal.start < want.goal.end
        assert want.goal.of(want_text := "The rebels want " + text).strip()
        assert want.span.covers(want.goal), want_text


def test_a_kind_that_does_not_exist_is_refused() -> None:
    table = deepcopy(load_language("en").table("wants"))
    table["cue"][0]["kind"] = "crave"
    with pytest.raises(LexiconError, match="crave"):
        load_wants(Language("xx", {"wants": table}))
