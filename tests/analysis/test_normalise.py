"""Normalising helps the parser and never moves a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Analyser, Document
from dateline.analysis.normalise import JOINER, normalise


@given(st.text(alphabet=st.characters(codec=None, categories=None), max_size=200))
def test_length_and_line_breaks_hold(text: str) -> None:
    changed = normalise(text)
    assert len(changed) == len(text)
    assert [i for i, c in enumerate(changed) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("“No,” he said – ‘never’", "\"No,\" he said — 'never'"),
        ("He said: ''No.''", 'He said:  "No." '),
        ("Deir ez-Zor", f"Deir ez{JOINER}Zor"),
        ("an al-type name, Russia-backed", "an al-type name, Russia-backed"),
    ],
)
def test_forms(given_text: str, wanted: str) -> None:
    assert normalise(given_text) == wanted


def test_an_articled_name_stays_one_person_and_keeps_its_hyphen(analyser: Analyser) -> None:
    text = "Police chief General Karim Daoud al-Hashimi on Tuesday rejected a truce."
    (analysis,) = analyser.document(Document("1", text))
    (rejection,) = analysis.attributions
    names = {e.id: e.name for e in analysis.entities}
    assert names[str(rejection.source_entity)] == "Karim Daoud al-Hashimi"
