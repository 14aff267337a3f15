"""Reading into a store: what is new, known, replaced, skipped; in order, and broken off anywhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dateline.analysis.pipeline import Analyser
from dateline.errors import ModelError
from dateline.model.analysis import Analysis
from dateline.model.report import Document, Part, Passage, Report
from dateline.model.span import Span
from dateline.readers import Skipped
from dateline.runtime.reading import Step, read_into
from dateline.store import Added, Store, open_store, schema


class Handmade(Analyser):
    """Finds one report of one sentence in every document; breaks off over the word "boom"."""

    def document(self, document: Document) -> tuple[Analysis, ...]:
        if "boom" in document.text:
            raise ValueError("no such clause")
        whole = Span(0, len(document.text))
        return (Analysis(Report("r1", document, whole, (Passage(whole, Part.BODY),)), sentences=(whole,)),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.sqlite", create=True) as opened:
        yield opened


def steps(store: Store, *inputs: Document | Skipped) -> list[Step]:
    return list(read_into(store, inputs, Handmade()))


def everything(store: Store) -> dict[str, list[Any]]:
    """All rows of all tables, keys included."""
    with store._reading() as connection:
        return {t.name: list(connection.execute(select(t))) for t in schema.metadata.sorted_tables}


def test_every_input_comes_to_a_step_in_order(store: Store) -> None:
    inputs: list[Document | Skipped] = [
        Document("a", "Rain fell.", origin="a.txt"),
        Skipped("b.txt", "not text"),
        Document("c", "Snow fell."),
        Skipped("d.pdf", "no reader for it", note=True),
    ]
    assert steps(store, *inputs) == [
        Step("a.txt", Added.NEW, 1),
        Step("b.txt", reason="not text"),
        Step("c", Added.NEW, 1),
        Step("d.pdf", reason="no reader for it", note=True),
    ]
    again = [s.added for s in steps(store, *inputs)]
    assert again == [Added.KNOWN, None, Added.KNOWN, None]


def test_it_is_told_when_all_are_read_and_what_they_are_is_still_open(store: Store) -> None:
    found: list[int] = []
    inputs = [Document("a", "Rain fell."), Document("b", "Snow fell.")]
    for _ in read_into(store, inputs, Handmade(), on_settling=lambda: found.append(len(rows(store)))):
        assert not found
    assert found == [2]


def rows(store: Store) -> list[Any]:
    return everything(store)["documents"]


def test_a_changed_document_is_replaced_and_said_so(store: Store) -> None:
    steps(store, Document("a", "Rain fell."))
    assert steps(store, Document("a", "Rain fell. No, snow.")) == [Step("a", Added.REPLACED, 1)]
    assert steps(store, Document("a", "Rain fell. No, snow.", outlet="Post")) == [
        Step("a", Added.REPLACED, 1)
    ]


def test_two_documents_of_one_run_under_one_id_lose_nothing_in_silence(store: Store) -> None:
    inputs = (
        Document("a", "Rain fell."),
        Document("a", "Snow fell.", origin="b.txt"),
        Document("a", "Rain fell."),
    )
    first = steps(store, *inputs)
    assert [s.added for s in first] == [Added.NEW, None, Added.KNOWN]
    assert first[1].origin == "b.txt"
    assert "same id" in str(first[1].reason)
    before = everything(store)
    assert [s.added for s in steps(store, *inputs)] == [Added.KNOWN, None, Added.KNOWN]
    assert everything(store) == before


def test_a_document_whose_analysis_breaks_off_is_named_and_the_rest_read(store: Store) -> None:
    bad, good = steps(store, Document("a", "Then: boom"), Document("b", "Rain fell."))
    assert "ValueError: no such clause" in str(bad.reason)
    assert good.added is Added.NEW
    assert [r.id for r in store.view().reports()] == ["b"]


def test_without_a_model_the_run_ends(store: Store) -> None:
    with pytest.raises(ModelError, match="no-such-pipeline"):
        list(read_into(store, [Document("a", "Rain fell.")], Analyser("no-such-pipeline")))


def test_a_run_that_is_broken_off_and_started_again_comes_to_the_same(store: Store, tmp_path: Path) -> None:
    inputs = [Document(str(i), f"On day {i} rain fell.") for i in range(6)]
    run = read_into(store, inputs, Handmade())
    assert [next(run).added, next(run).added] == [Added.NEW, Added.NEW]
    del run
    assert [s.added for s in steps(store, *inputs)] == [Added.KNOWN] * 2 + [Added.NEW] * 4
    with open_store(tmp_path / "undisturbed.sqlite", create=True) as undisturbed:
        steps(undisturbed, *inputs)
        assert everything(store) == everything(undisturbed)


def test_many_processes_write_what_one_does(store: Store, analyser: Analyser, tmp_path: Path) -> None:
    inputs: list[Document | Skipped] = [
        Document("long", "Mayor Ann Bello said on Friday that the port would reopen. " * 20),
        *(
            Document(str(i), f"Envoy {n} denied that talks had failed.")
            for i, n in enumerate(("Ro", "Tan", "Kim"))
        ),
        Skipped("x", "no text"),
    ]
    here = list(read_into(store, inputs, analyser))
    with open_store(tmp_path / "pool.sqlite", create=True) as pool:
        assert list(read_into(pool, inputs, Analyser(), jobs=2)) == here
        assert everything(pool) == everything(store)


def test_a_model_that_processes_cannot_load_is_said(store: Store) -> None:
    with pytest.raises(ModelError, match="no-such-pipeline"):
        list(read_into(store, [Document("a", "Rain fell.")], Analyser("no-such-pipeline"), jobs=2))
