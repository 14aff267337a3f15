"""The first and second person of a quotation."""

import pytest

from dateline import Analyser
from dateline.model.report import Document


def _who(analyser: Analyser, text: str, pronoun: str) -> list[str | None]:
    """The names that a pronoun stands for, one for each time it is used, None where it stays open."""
    (report,) = analyser.document(Document("d", text))
    names = {e.id: e.name for e in report.entities}
    return [
        names.get(m.entity) if m.entity else None
        for m in report.mentions
        if m.span.of(text).lower() == pronoun.lower()
    ]


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("“I will stay in Mandalay,” Aung Lin said.", "I", "Aung Lin"),
        ("Aung Lin said: “They burned my house.”", "my", "Aung Lin"),
        ("“I saw it,” said Aung Lin. “I was there.”", "I", "Aung Lin"),
        ("“We will stay in Mandalay,” Aung Lin said.", "we", "Aung Lin"),
    ],
)
def test_the_first_person_is_the_speaker(analyser: Analyser, text: str, pronoun: str, who: str) -> None:
    assert set(_who(analyser, text, pronoun)) == {who}


def test_the_we_of_a_spokesman_is_his_side(analyser: Analyser) -> None:
    text = (
        "Hezbollah held the ridge on Friday. Hezbollah spokesman Ali Daher spoke on Sunday. "
        "“We will not leave the ridge,” Ali Daher said."
    )
    assert _who(analyser, text, "we") == ["Hezbollah"]


def test_a_quotation_in_a_quotation_has_its_own_first_person(analyser: Analyser) -> None:
    text = "“Aung Lin told me: ‘I am leaving.’ And he left,” Su Mon said."
    assert _who(analyser, text, "I") != ["Su Mon"]


def test_the_first_person_outside_quotations_stays_open(analyser: Analyser) -> None:
    assert _who(analyser, "Aung Lin said goodbye. I stayed in Mandalay.", "I") in ([], [None])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya's foreign minister, Peter Otieno, said: “We want a truce.”", "Peter Otieno"),
        ("French Defence Minister Claire Petit said: “We want a truce.”", "Claire Petit"),
        ("Zabihullah Karimi, a spokesman for the Northern Front, said: “We want a truce.”", "Northern Front"),
        ("Maria Lopez, leader of the Farmers' Union, said: “We demand higher pay.”", "Farmers' Union"),
    ],
)
def test_a_minister_speaks_for_himself_and_a_leader_for_the_movement(
    analyser: Analyser, text: str, who: str
) -> None:
    assert _who(analyser, text, "we") == [who]


def test_the_first_person_of_a_turn_is_whoever_has_it(analyser: Analyser) -> None:
    text = (
        "LOPEZ: Will the army leave the port this week?\n\n"
        "HARLAN: We have no orders to leave the port.\n\n"
        "LOPEZ: And what of the rebels in the hills?\n\n"
        "HARLAN: We are ready to talk to them at any time."
    )
    assert [n and n.title() for n in _who(analyser, text, "we")] == ["Harlan", "Harlan"]
