"""Anything may come in: no traceback, nothing lost, and every span slices the text it was given for."""

import json
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import Analyser
from dateline.exports.contract import to_contract
from dateline.model.report import Document
from dateline.readers import ReadOptions, Skipped, read
from dateline.segment import segment

FEW = settings(max_examples=40)
PIECES = [
    *(
        "The rebels",
        "said",
        "on Monday",
        "“We want peace,”",
        "Mr Diallo",
        "KABUL (AFP) —",
        "By Ana Souza",
        "2 days ago",
    ),
    *(
        "\n",
        "\n\n\n\n",
        "\r\n",
        "\u2028",
        "\t",
        "\x00",
        "\x1b[31m",
        "\ufeff",
        "\u200b",
        "''",
        '"',
        "’s",
        "…",
        "(",
        "]",
    ),
    *(
        "2021-02-30",
        "9999 years ago",
        "the 99th century",
        "31 June",
        "24:00 p.m.",
        "Ж" * 9,
        "🜃",
        "e\u0301",
        "<p>",
        "&amp;",
    ),
]
news_like = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=15)), max_size=30).map(" ".join)
dates = st.sampled_from(
    [None, "2021-08-21", "2021-08", "0001-01-01", "9999-12-31", "198X", "2021-08-15/2021-08-21"]
)


def ranges(value: object) -> Iterator[tuple[int, int]]:
    """Every [start, end) of an answer, however it is written."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value["start"], value["end"]
        for part in value.values():
            yield from ranges(part)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(x, int) for x in value):
            yield value[0], value[1]
        for part in value:
            yield from ranges(part)


def check(answer: dict[str, Any], text: str) -> None:
    """An answer can be written as it must be, and its offsets slice the text."""
    json.dumps(answer, ensure_ascii=False).encode("utf-8")
    at = 0
    for report in answer["reports"]:
        assert at <= report["start"] <= report["end"] <= len(text)
        at = report["end"]
    for kind in ("mentions", "times", "attributions", "events", "relations", "wants"):
        assert all(0 <= start < end <= len(text) for start, end in ranges(answer[kind])), kind


@FEW
@given(text=news_like, published=dates, title=st.none() | news_like)
def test_any_text_is_analysed(
    analyser: Analyser, text: str, published: str | None, title: str | None
) -> None:
    document = Document("d", text, title=title, published=published, retrieved=published)
    check(to_contract("d", analyser.document(document)), text)


@FEW
@given(data=st.one_of(st.binary(max_size=300), news_like.map(lambda t: t.encode("utf-8", "replace"))))
@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.rss", "a.jsonl", "a.pdf", "a.docx", "a.eml", "a.zip", "a"]
)
def test_any_bytes_become_documents_or_are_named(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / f"fuzz-{name}"
    path.write_bytes(data)
    found = list(read(path))
    for item in found:
        if isinstance(item, Skipped):
            assert item.reason
            assert item.origin.startswith(str(path))
        else:
            item.text.encode("utf-8")
    assert found or (name == "a.jsonl" and not data.strip(b" \t\r\n\xef\xbb\xbf")) or name == "a"


@FEW
@given(
    tags=st.lists(
        st.sampled_from(
            [
                "<html>",
                "<body>",
                "<p>",
                "</p>",
                "<div",
                "<table><tr>",
                "</html>",
                "<!--",
                "]]>",
                "<script>",
                "&#0;",
                "&#xD800;",
            ]
        )
        | st.text(max_size=20),
        max_size=25,
    )
)
def test_broken_pages(tags: list[str]) -> None:
    data = ("<!doctype html>" + "".join(tags)).encode("utf-8", "replace")
    for item in read("-", stdin=BufferedReader(BytesIO(data))):
        assert isinstance(item, Document | Skipped)


@FEW
@given(
    record=st.dictionaries(
        st.sampled_from(["id", "text", "title", "published", "authors", "language"]),
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats()
            | st.text(alphabet=st.characters(), max_size=8),
            lambda inner: st.lists(inner, max_size=2),
            max_leaves=3,
        ),
    )
)
def test_any_json_object_is_a_document_or_named(record: dict[str, Any]) -> None:
    line = json.dumps(record).encode()
    (item, *notes) = read("-", ReadOptions(), BufferedReader(BytesIO(line)))
    assert isinstance(item, Document | Skipped)
    assert all(isinstance(n, Skipped) and n.note for n in notes)


def test_a_line_longer_than_any_page_is_analysed_whole(analyser: Analyser) -> None:
    """How the time grows with the length is measured by `python -m bench speed`."""
    sentence = (
        "On Monday Colonel Dia of the river front told reporters that the army “will leave Gao”, he said. "
    )
    text = sentence * 600
    found = to_contract("d", analyser.document(Document("d", text)))
    check(found, text)
    assert len(found["attributions"]) >= 600


@pytest.mark.parametrize(
    "filler", ["x", "-", "(", "“", "A", "1 ", "| ", "By A", "\n", "a\n", "'", "© ", "a, "]
)
def test_monotonous_lines_are_divided(filler: str) -> None:
    """Patterns that backtrack would never come to an end here."""
    text = filler * (200_000 // len(filler))
    for report in segment(Document("d", text), Analyser().language):
        spans = [p.span for p in report.passages]
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
