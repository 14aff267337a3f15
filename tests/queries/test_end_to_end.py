"""From two reports of ours to answers: what happened, who was killed, how many and on whose word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Analyser, Document
from dateline.queries.ask import ask
from dateline.store import Store, open_store

FIRST = """Rebels shell border town of Mirza

MIRZA, 3 March 2023 - Rebels of the Azure Front shelled a market in Mirza on Thursday. A doctor at the
hospital said at least nine people were killed. Soldiers arrested two smugglers in Tolan on Friday.
"""
SECOND = """Azure Front denies shelling of Mirza

TOLAN, 4 March 2023 - The Azure Front denied that it had shelled Mirza. Its spokesman, Idris Kone, threatened
to attack Tolan if the army did not leave. The mayor of Mirza, Awa Diallo, met Idris Kone in Tolan
on Saturday.
"""


@pytest.fixture(scope="module")
def store(analyser: Analyser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("events") / "store.sqlite", create=True) as opened:
        with opened.writer() as writer:
            for name, day, text in (("one", "2023-03-03", FIRST), ("two", "2023-03-04", SECOND)):
                document = Document(name, text, published=day, outlet=name.title())
                writer.add(document, analyser.document(document))
        yield opened


def told(store: Store, question: str) -> list[str]:
    return [s.text for s in ask(store.view(), question).statements if s.facet != "passage"]


def test_the_dead_are_counted_on_the_doctors_word(store: Store) -> None:
    answer = ask(store.view(), "How many people were killed, according to whom?")
    first = answer.statements[0]
    assert first.sentence.startswith("at least 9 dead")
    assert "doctor" in first.voices[0].label


def test_what_happened_at_a_place_is_told_with_its_day(store: Store) -> None:
    answers = told(store, "What happened in Tolan?")
    assert any("arrested" in a and "2023-03-03" in a for a in answers)


def test_a_threat_is_no_attack_and_a_denial_no_fact(store: Store) -> None:
    kone = told(store, "What did Idris Kone do?")
    assert any("threatened" in a for a in kone)
    assert not any("attacked Tolan" in a for a in kone)
    assert any("met or talked" in a and "2023-03-04" in a for a in kone)
    (shelled,) = ask(store.view(), "What did the Azure Front do?").statements
    assert shelled.text.startswith("Rebels of the Azure Front shelled")
    assert shelled.disputed_by  # by its own denial


def test_all_that_is_told_is_quoted_from_a_report(store: Store) -> None:
    texts = {"one": FIRST, "two": SECOND}
    for question in ("What happened in Tolan?", "Who was killed?", "What did Idris Kone do?"):
        for statement in ask(store.view(), question).statements:
            assert statement.evidence
            assert all(texts[e.report][e.start : e.end] == e.text for e in statement.evidence)


ACCUSED = """A spokesman is mourned

TOLAN, 5 May 2023 - Sekou Barry, a spokesman of the Azure Front, was killed near Mirza on Thursday, the party
announced. Two of his cousins accuse the Hill Army of having killed him.
"""


def test_who_announces_a_death_is_no_witness_to_the_doer(analyser: Analyser, tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite", create=True) as opened:
        with opened.writer() as writer:
            document = Document("three", ACCUSED, published="2023-05-05", outlet="Three")
            writer.add(document, analyser.document(document))
        said = [s for s in ask(opened.view(), "Who was killed by whom?").statements if s.facet != "passage"]
    blamed = [s for s in said if "Hill Army" in s.sentence]
    assert blamed
    for statement in blamed:
        assert all("party" not in voice.label for voice in statement.voices)
        assert any("cousins" in voice.label for voice in statement.voices)
