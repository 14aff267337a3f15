"""Passages in capitals: read as they would be written, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Analyser, Document
from dateline.analysis.readable import readable
from dateline.analysis.truecase import is_shouted
from dateline.language import load_language
from dateline.segment import segment


def _read(analyser: Analyser, text: str) -> str:
    (report,) = segment(Document("t", text), analyser.language)
    (line,) = readable(report, [(0, len(text))], analyser.pipeline)
    return line


@pytest.mark.parametrize(("shouted", "written"), load_language("en").table("casing")["examples"])
def test_examples(shouted: str, written: str, analyser: Analyser) -> None:
    assert _read(analyser, shouted) == written


def test_only_capitals_are_touched(analyser: Analyser) -> None:
    line = "The UN said FARC rebels in Cali freed 12 men."
    assert not is_shouted(line)
    assert _read(analyser, line) == line


@given(st.text("ABCÀÉßŞİ'.-() 1\"ÆŒ", min_size=12, max_size=80))
def test_one_character_stands_for_one(analyser: Analyser, text: str) -> None:
    line = "X" + text + "X"
    assert len(_read(analyser, line)) == len(line)


def test_events_of_a_report_in_capitals(analyser: Analyser) -> None:
    text = "GUERRILLAS ATTACKED A POLICE STATION IN MEDELLIN ON 4 MARCH, COLONEL TOMAS HERRERA SAID."
    (analysis,) = analyser.document(Document("t", text))
    (event,) = (e for e in analysis.events if e.type == "ASSAULT")
    assert [p.span.of(text) for p in event.actors] == ["GUERRILLAS"]
    assert event.place is not None
    assert event.place.span.of(text) == "MEDELLIN"
