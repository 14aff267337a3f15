"""Numbers as reports give them."""

import pytest

from dateline import Analyser, Document
from dateline.analysis.parse import parse
from dateline.analysis.quantities import numerals
from dateline.language import load_language
from dateline.segment import segment


@pytest.mark.parametrize(("words", "low", "high"), load_language("en").table("numbers")["examples"])
def test_examples(words: str, low: int | str, high: int | str, analyser: Analyser) -> None:
    text = f"Officials counted {words} yesterday."
    (report,) = segment(Document("t", text), analyser.language)
    parsed = parse(report, analyser.pipeline)
    head = parsed.child(parsed.root(0), "dobj")
    assert head is not None
    found = numerals(analyser.language).of_phrase(parsed, head)
    assert found is not None
    assert (found.low, found.high) == (low or None, high or None)
