"""Sector codes of actors, by the words of their descriptions."""

import pytest

from dateline import Analyser, Document
from dateline.analysis.sectors import sectors
from dateline.language import load_language


@pytest.mark.parametrize(("described", "code"), load_language("en").table("sectors")["examples"])
def test_examples(described: str, code: str) -> None:
    assert sectors(load_language("en")).of(described) == (code or None)


def test_entities_carry_country_and_sector(analyser: Analyser) -> None:
    (analysis,) = analyser.document(Document("t", "Afghan soldiers killed two Taliban fighters near Kunduz."))
    codes = {e.name: (e.country, e.sector) for e in analysis.entities}
    assert ("AFG", "MIL") in codes.values()
    assert "REB" in {sector for _, sector in codes.values()}
