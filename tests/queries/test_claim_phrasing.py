"""What somebody said is told in a report's own words where they make a sentence, else well, or not."""

import pytest

from dateline.language import load_language
from dateline.model.attribution import Act
from dateline.model.factuality import Factuality
from dateline.model.records import ClaimRecord, Evidence, Link, Party
from dateline.queries.claim_phrasing import ClaimPhrasing
from dateline.queries.phrasing import phrasing


def claim(
    text: str, source: str, cue: str, content: str, act: Act = Act.ASSERT, kind: str = "indirect"
) -> ClaimRecord:
    """A claim of the one whom `source` stands for; a "/" in it separates the speakers of a chain."""
    chain = tuple(Link(name, f"e-{name}", cue, act) for name in source.split("/"))
    evidence = Evidence("d1", None, None, None, 0, len(text), text, chain)
    speaker = Party(chain[-1].source, chain[-1].entity)
    return ClaimRecord("c", content, kind, act, speaker, (), (evidence,), 1, Factuality.CERTAIN)


def told(record: ClaimRecord) -> str | None:
    words = ClaimPhrasing(phrasing(load_language()))
    return words.sentence(record) if words.tellable(record) else None


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            claim(
                "The junta has long accused Niger of meddling.",
                "The junta",
                "has accused",
                "Niger of meddling",
            ),
            "The junta has long accused Niger of meddling",
        ),
        (
            claim("The Peshmar did not mention the ceasefire.", "The Peshmar", "mention", "the ceasefire"),
            "The Peshmar did not mention the ceasefire",
        ),
        (
            claim(
                "The minister, who landed on Monday, said the port would open.",
                "The minister, who landed on Monday",
                "said",
                "the port would open",
            ),
            "The minister, who landed on Monday, said the port would open",
        ),
        (
            claim(
                "It was a plan that calls for elections.", "a plan that", "calls for", "elections", Act.DEMAND
            ),
            "A plan calls for elections",
        ),
    ],
)
def test_a_finite_verb_and_what_follows_it_are_told_as_they_stand(record: ClaimRecord, sentence: str) -> None:
    assert told(record) == sentence


def test_what_is_quoted_inside_a_quotation_keeps_its_marks() -> None:
    text = "“Our people want to go home,” the elder said."
    inner = claim(text, "the elder/Our people", "want", "to go home", Act.HOPE, "direct")
    assert told(inner) == "Our people “want to go home”"


def test_pieces_of_one_quotation_are_joined_without_their_marks() -> None:
    text = "``We hold the bridge,'' Sall said. ``Nobody crosses.''"
    record = claim(text, "Sall", "said", "`We hold the bridge,' `Nobody crosses.", kind="direct")
    assert told(record) == "Sall: “We hold the bridge … Nobody crosses.”"


@pytest.mark.parametrize(
    "record",
    [
        claim("A vigil was held to remember the boy.", "A vigil", "to remember", "the boy", Act.BELIEVE),
        claim(
            "Chad, worried about the border, closed it.", "Chad", "worried about", "the border", Act.BELIEVE
        ),
        claim("His alarm at the raids grew.", "His", "alarm at", "the raids"),
        claim(
            "The council charged them with checking sites.", "The council", "charged", "with checking sites"
        ),
        claim("“You never know,” she said.", "she/You", "know", "never", kind="direct"),
        claim("“I think it holds,” Sall said.", "Sall/Sall", "think", "it holds", Act.BELIEVE, "direct"),
    ],
)
def test_what_is_no_utterance_of_anybody_is_not_told(record: ClaimRecord) -> None:
    assert told(record) is None


def test_what_no_words_of_the_report_tell_is_told_by_its_act() -> None:
    text = "Villagers opposed to the dam gathered, saying it would drown their fields."
    against = claim(text, "Villagers", "opposed to", "the dam", Act.REFUSE)
    saying = claim(text, "Villagers", "saying", "it would drown their fields")
    assert [told(against), told(saying)] == [
        "Villagers rejected or opposed the dam",
        "Villagers said: it would drown their fields",
    ]
