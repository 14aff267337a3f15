"""Sector codes of actors, by the words of their descriptions."""

import pytest

from dateline import Analyser, Document
from dateline.analysis.sectors import sector_of
from dateline.language import load_language


@pytest.mark.parametrize(("described", "code"), load_language("en").table("sectors")["examples"])
def test_examples(described: str, code: str) -> None:
    assert sector_of(load_language("en"), described) == (code or None)


def test_a_name_without_a_word_that_tells_takes_the_code_of_the_office() -> None:
    assert sector_of(load_language("en"), "Ivo Petrov", ("defence minister",)) == "GOV"


def test_entities_carry_country_and_sector(analyser: Analyser) -> None:
    (analysis,) = analyser.document(Document("t", "Afghan soldiers killed two Taliban fighters near Kunduz."))
    codes = {e.name: (e.country, e.sector) for e in analysis.entities}
    assert ("AFG", "MIL") in codes.values()
    assert "REB" in {sector for _, sector in codes.values()}
