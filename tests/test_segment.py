"""Pages of tests/pages: every line is what it is marked to be, and every report knows what the page tells."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Analyser
from dateline.language import load_language
from dateline.model.report import Document, Part, Report
from dateline.segment import segment
from dateline.segment.furniture import by_place, mark
from dateline.segment.lines import lines_of
from dateline.segment.page_table import LineRule, page_table
from dateline.segment.wrapping import paragraphs

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
FACTS = ("title", "outlet", "authors", "agency", "dateline", "published")
DIVIDER = "‖"


@dataclass
class Page:
    text: str = ""
    given: dict[str, str] = field(default_factory=dict)
    reports: list[dict[str, str]] = field(default_factory=list)
    parts: list[list[tuple[Part, str]]] = field(default_factory=lambda: [[]])


def read(path: Path) -> Page:
    page, lines = Page(), []
    head, body = path.read_text(encoding="utf-8").split("\n---\n")
    for line in head.splitlines():
        kind, _, rest = line.partition(":")
        facts = dict(
            f.strip().split("=", 1) for f in rest.split("|" if kind == "report" else ";") if f.strip()
        )
        if kind == "report":
            page.reports.append(facts)
        else:
            page.given.update(facts)
    for line in body.splitlines():
        if line == "===":
            page.parts.append([])
            continue
        names, _, marked = line.partition("|")
        if names.strip():
            texts = marked.strip().split(DIVIDER)
            page.parts[-1] += [(Part(n), t.strip()) for n, t in zip(names.split("+"), texts, strict=True)]
        lines.append(marked[1:].replace(DIVIDER, ""))
    page.text = "\n".join(lines)
    return page


def parts_of(report: Report) -> list[tuple[Part, str]]:
    """What each line of a report was found to be."""
    return [
        (passage.part, line.strip())
        for passage in report.passages
        for line in passage.span.of(report.text).splitlines()
        if line.strip()
    ]


def facts_of(report: Report) -> dict[str, str]:
    facts = {name: getattr(report, name) for name in FACTS}
    facts["authors"] = "; ".join(report.authors)
    return {name: value for name, value in facts.items() if value}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\u2028"], ids=["lf", "crlf", "ls"])
def test_page(path: Path, line_break: str) -> None:
    page = read(path)
    given_facts: dict[str, Any] = dict(page.given)
    document = Document("page", page.text.replace("\n", line_break), **given_facts)
    reports = segment(document, load_language("en"))
    assert [parts_of(r) for r in reports] == page.parts
    assert [facts_of(r) for r in reports] == page.reports
    assert [r.id for r in reports] == [f"r{n}" for n in range(1, len(reports) + 1)]


TABLE = page_table(load_language("en"))


@pytest.mark.parametrize(
    ("rule", "example"),
    [(r, e) for r in TABLE.lines for e in r.examples],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_line_rule_recognises_its_example(rule: LineRule, example: str) -> None:
    assert by_place(lines_of(example)[0], TABLE, rule.where).part is rule.part


@pytest.mark.parametrize("line", [e for r in (*TABLE.lines, *TABLE.tails) for e in r.counterexamples])
def test_counterexample_is_text(line: str) -> None:
    (marked,) = mark(lines_of(line), TABLE)
    assert (marked.part, marked.tail) == (None, None)


@pytest.mark.parametrize("example", [e for r in TABLE.tails if r.whole for e in r.examples])
def test_credit_at_the_end_makes_a_caption(example: str) -> None:
    assert mark(lines_of(example), TABLE)[0].part is Part.CAPTION


@pytest.mark.parametrize("example", [e for r in TABLE.tails if not r.whole for e in r.examples])
def test_footer_at_the_end_is_set_apart(example: str) -> None:
    (report,) = segment(Document("d", example), load_language("en"))
    assert [p.part for p in report.passages] == [Part.BODY, Part.FOOTER]


def test_text_without_words_is_one_report_without_passages() -> None:
    for text in ("", " \n\t \n"):
        (report,) = segment(Document("empty", text, title="T", outlet="O"), load_language("en"))
        assert (report.passages, report.title, report.outlet) == ((), "T", "O")


def test_metadata_holds_where_the_page_says_nothing_else() -> None:
    document = Document(
        "d", "Shots were heard.", outlet="Coast News", authors=("Ana Souza",), published="2022-05-03"
    )
    (report,) = segment(document, load_language("en"))
    assert (report.outlet, report.authors, report.published) == ("Coast News", ("Ana Souza",), "2022-05-03")


def test_nothing_is_dated_from_the_day_of_retrieval_alone() -> None:
    document = Document("d", "KABUL — The council met on Tuesday to name a judge.", retrieved="2021-09-09")
    assert segment(document, load_language("en"))[0].published is None


# Of no width, and no space to Python.
_UNSEEN = "\ufeff\u200b\u2060\u00ad"


def assert_tiled(document: Document) -> None:
    """Reports and passages stand in order, do not overlap, and leave out nothing but blanks."""
    text, at = document.text, 0
    for report in segment(document, load_language("en")):
        assert at <= report.span.start <= report.span.end <= len(text)
        assert not _shows(text[at : report.span.start])
        at = report.span.start
        for passage in report.passages:
            assert at <= passage.span.start < passage.span.end <= report.span.end
            assert not _shows(text[at : passage.span.start]), text[at : passage.span.start]
            at = passage.span.end
    assert not _shows(text[at:])


def _shows(text: str) -> str:
    """What of a text can be seen."""
    return "".join(c for c in text if c not in _UNSEEN and not c.isspace())


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_passages_tile_pages(path: Path) -> None:
    assert_tiled(Document("page", read(path).text))


WORDS = [
    "KABUL",
    "—",
    "(AFP)",
    "-",
    "By",
    "Ana",
    "Souza",
    "2 days ago",
    "©",
    "2022",
    "Tags:",
    "Leave a Reply",
    "said",
    ".",
]


@given(
    st.lists(
        st.one_of(st.sampled_from([*WORDS, "\n", "\n\n\n\n", "\r\n", "\u2028", " "]), st.text(max_size=12))
    )
)
def test_passages_tile_any_text(pieces: list[str]) -> None:
    assert_tiled(Document("any", " ".join(pieces)))


WRAPPED = (
    "The governor of the northern province of Baghlan said on Sunday that\n"
    "forty fighters had laid down their arms and joined the government\n"
    "after talks with tribal elders.\n"
)


def test_wrapped_lines_are_one_paragraph() -> None:
    text = WRAPPED + "\n" + WRAPPED.replace("Sunday", "Monday")
    found = [span.of(text) for span in paragraphs(text, 0, len(text))]
    assert found == [WRAPPED.rstrip("\n"), WRAPPED.replace("Sunday", "Monday").rstrip("\n")]
    (report,) = segment(Document("d", text), load_language("en"))
    assert report.title is None


@pytest.mark.parametrize(
    "text",
    [
        "Rebels leave the town of Sake\nThe army came back on Monday, he said, and found it empty.\n",
        "The talks failed, both sides said on Monday.\nthe guns were heard again at noon.\n",
        "Goma\nBukavu\nuvira\n",
    ],
)
def test_lines_that_are_no_wrapped_paragraph_stay_apart(text: str) -> None:
    assert [span.of(text) for span in paragraphs(text, 0, len(text))] == text.splitlines()


def test_a_sentence_runs_over_wrapped_lines(analyser: Analyser) -> None:
    (analysis,) = analyser.document(Document("d", WRAPPED))
    assert [s.of(WRAPPED) for s in analysis.sentences] == [WRAPPED.rstrip("\n")]


def test_a_dateline_in_brackets_is_no_part_of_the_text() -> None:
    text = "Army shells port\n\n(Oran, 4 November 2025) – Tunisia's navy shelled a port, monitors said."
    (report,) = segment(Document("d", text), load_language("en"))
    assert report.dateline is not None
    body = [p.span.of(text) for p in report.passages if p.part is Part.BODY]
    assert body == ["Tunisia's navy shelled a port, monitors said."]
