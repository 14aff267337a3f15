"""Adding documents, again, changed, and taking them out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from dateline.errors import InputError
from dateline.exports.records import KINDS, export
from dateline.model.analysis import Analysis
from dateline.model.attribution import Act
from dateline.model.relation import RelationType
from dateline.model.report import Document, Part, Passage, Report
from dateline.model.span import Span
from dateline.model.want import WantKind
from dateline.store import Added, Store, open_store, schema
from tests.store.made import Made, fill, made


def siege(id_: str = "one") -> Made:
    report = made(
        id_, "General Okoro said the Front hopes for talks with Lunia. It holds Port Amal.", outlet="Post"
    )
    report.entity("General Okoro", "person").entity("the Front", "organization")
    report.entity("Lunia", "place").entity("Port Amal", "place")
    said = report.said("General Okoro", "said", "the Front hopes for talks with Lunia")
    report.want("the Front", WantKind.HOPE, "talks with Lunia", "Lunia", attribution=said)
    report.relation("the Front", RelationType.CONTROLS, "Port Amal", "holds Port Amal")
    return report


def test_the_same_document_twice_adds_nothing(store: Store) -> None:
    report = siege()
    with store.writer() as writer:
        assert writer.add(report.document, [report.analysis]) is Added.NEW
        size = sizes(store)
        assert writer.add(report.document, [report.analysis]) is Added.KNOWN
        assert writer.knows(report.document)
    assert sizes(store) == size


def test_many_at_once_are_the_same_as_one_by_one(store: Store, tmp_path: Path) -> None:
    changed = made("one", "The Front left Port Amal.").entity("Port Amal", "place")
    other = made("other", "The Front left Port Amal, the Post says.").entity("the Post", "organization")
    given = [siege(), siege("two"), siege(), changed, other]
    with open_store(tmp_path / "single.sqlite", create=True) as single:
        with single.writer() as writer:
            expected = [writer.add(one.document, [one.analysis]) for one in given]
        with store.writer() as writer:
            assert writer.add_all([(one.document, [one.analysis]) for one in given]) == expected
        assert expected == [Added.NEW, Added.NEW, Added.KNOWN, Added.REPLACED, Added.NEW]
        assert sizes(store) == sizes(single)
        for kind in KINDS:
            assert list(export(store.view(), kind)) == list(export(single.view(), kind))


def test_one_of_many_that_cannot_be_added_hinders_no_other(store: Store) -> None:
    fill(store, siege("page#r2"))
    page, other = siege("page"), siege("other")
    parts = [replace(page.analysis, report=replace(page.analysis.report, id=r)) for r in ("r1", "r2")]
    with store.writer() as writer:
        refused, kept = writer.add_all([(page.document, parts), (other.document, [other.analysis])])
    assert isinstance(refused, InputError)
    assert kept is Added.NEW
    assert {r.id for r in store.view().reports()} == {"page#r2", "other"}


def test_where_it_was_read_from_makes_no_other_document(store: Store) -> None:
    report = siege()
    fill(store, report)
    assert store.writer().knows(replace(report.document, origin="elsewhere.txt"))


def test_a_new_version_takes_the_place_of_the_old(store: Store) -> None:
    fill(store, siege())
    changed = made("one", "The Front left Port Amal.").entity("Port Amal", "place")
    with store.writer() as writer:
        assert writer.add(changed.document, [changed.analysis]) is Added.REPLACED
    view = store.view()
    assert [r.words for r in view.reports()] == [5]
    assert [a.entity.name for a in view.actors()] == ["Port Amal"]
    assert not list(view.wants())
    assert not view.search("talks")


def test_forgetting_leaves_no_trace(store: Store) -> None:
    empty = sizes(store)
    fill(store, siege())
    with store.writer() as writer:
        assert writer.forget("one")
        assert not writer.forget("one")
    assert sizes(store) == empty
    assert not store.view().search("Front")


def test_forgetting_leaves_what_others_say(store: Store) -> None:
    alone = snapshot(store, siege("two"))
    with store.writer() as writer:
        siege("one").into(writer)
        writer.forget("one")
    assert snapshot(store) == alone


def test_a_document_without_reports_is_known(store: Store) -> None:
    document = Document("empty", "")
    with store.writer() as writer:
        assert writer.add(document, []) is Added.NEW
        assert writer.add(document, []) is Added.KNOWN


def test_reports_of_one_document_bear_its_id_and_their_own(store: Store) -> None:
    document = Document("page", "First story.\nSecond story.")
    spans = [Span(0, 12), Span(13, 26)]
    analyses = [
        Analysis(Report(f"r{i}", document, s, (Passage(s, Part.BODY),)), sentences=(s,))
        for i, s in enumerate(spans, 1)
    ]
    with store.writer() as writer:
        writer.add(document, analyses)
        with pytest.raises(InputError, match="page#r1"):
            siege("page#r1").into(writer)
    assert [r.id for r in store.view().reports()] == ["page#r1", "page#r2"]


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("any") / "a.sqlite", create=True) as opened:
        yield opened


@given(text=st.text(st.characters(), max_size=60), id_=st.text(st.characters(), min_size=1, max_size=5))
def test_any_text_is_kept_to_the_letter(lasting: Store, text: str, id_: str) -> None:
    document = Document(id_, text, title=text, outlet=text)
    whole = Span(0, len(text))
    report = Report("r1", document, whole, (Passage(whole, Part.BODY),), title=text)
    with lasting.writer() as writer:
        writer.add(document, [Analysis(report, sentences=(whole,))])
        assert writer.knows(document)
        assert all(hit.evidence.text == text for hit in lasting.view().search(text))
        with lasting._reading() as connection:
            assert connection.scalar(select(schema.documents.c.text)) == text
        assert writer.forget(id_)


def test_a_chain_that_runs_in_a_circle_ends(store: Store) -> None:
    report = made("one", "Okoro said Lunia agreed.").entity("Okoro", "person")
    report.said("Okoro", "said", "Lunia agreed", parent="r1a2")
    report.said("", "agreed", "Lunia", Act.AGREE, parent="r1a1")
    fill(store, report)
    assert {len(c.evidence[0].chain) for c in store.view().claims()} == {1, 2}


def sizes(store: Store) -> dict[str, int | None]:
    with store._reading() as connection:
        tables = schema.metadata.sorted_tables
        return {t.name: connection.scalar(select(func.count()).select_from(t)) for t in tables}


def snapshot(store: Store, *reports: Made) -> list[object]:
    fill(store, *reports)
    view = store.view()
    kinds = (view.reports, view.actors, view.relations, view.wants, view.claims)
    return [list(kind()) for kind in kinds]


def test_one_report_of_a_page_can_be_forgotten_and_read_again(store: Store) -> None:
    text = "Ann left. Bob stayed."
    document = Document("page", text)
    reports = [
        Report(f"r{n}", document, span, (Passage(span, Part.BODY),))
        for n, span in enumerate((Span(0, 9), Span(10, 21)), 1)
    ]
    analyses = [Analysis(report, sentences=(report.span,)) for report in reports]
    with store.writer() as writer:
        writer.add(document, analyses)
        assert [f.report for f in writer.forget("page#r2")] == ["page#r2"]
        assert not writer.knows(document)
    assert [r.id for r in store.view().reports()] == ["page#r1"]
    assert not store.view().search("stayed")
    with store.writer() as writer:
        assert writer.add(document, analyses) is Added.REPLACED
    assert [r.id for r in store.view().reports()] == ["page#r1", "page#r2"]
