"""On whose word a finding stands: the speaker's only where the speaker states it."""

import pytest

from dateline import Analyser, Document
from dateline.model.relation import RelationType


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bishop criticised Mara Obiang, the governor of Benguela.", None),
        ("The bishop said Mara Obiang, the governor of Benguela, had fled.", "The bishop"),
        ("The bishop said aides believed Mara Obiang, the governor of Benguela, had fled.", "aides"),
        ("Mara Obiang, the governor of Benguela, has fled, the bishop said.", "the bishop"),
    ],
)
def test_an_office_is_told_by_who_states_it(analyser: Analyser, text: str, speaker: str | None) -> None:
    (analysis,) = analyser.document(Document("1", text))
    (office,) = [r for r in analysis.relations if r.type is RelationType.HOLDS_ROLE]
    sources = {a.id: a.source[0].of(text) for a in analysis.attributions if a.source}
    assert (sources[office.attribution] if office.attribution else None) == speaker


def test_each_part_of_a_headline_has_its_own_speaker(analyser: Analyser) -> None:
    text = "Chad says drones hit market; Libya calls strike a mistake"
    (analysis,) = analyser.document(
        Document("1", text + "\n\nThe market at Abéché was hit on Monday.", title=text)
    )
    said = {
        a.source[0].of(text): a.content[0].of(text)
        for a in analysis.attributions
        if a.source[0].end < len(text)
    }
    assert said["Chad"] == "drones hit market"
    assert "drones" not in said.get("Libya", "")
