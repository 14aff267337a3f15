"""JSON Lines of the contract's form 1."""

import json
from pathlib import Path

import pytest

from dateline.errors import InputError, LanguageError, UnreadableError
from dateline.model.report import Document
from dateline.readers import ReadOptions, Skipped, read
from dateline.readers.jsonl import id_of, parse_line

OPTIONS = ReadOptions(published="2022-01-01", outlet="Coast News")


def test_all_fields() -> None:
    record = {
        "id": "a1",
        "text": "Shots were heard.",
        "title": "Shots",
        "outlet": "Harbour Post",
        "authors": ["Ana Souza"],
        "url": "https://harbour.example/1",
        "published": "2022-05-03T10:00:00Z",
        "retrieved": "2022-05-04",
        "language": "en-GB",
        "unknown": 7,
    }
    parsed = parse_line(json.dumps(record).encode(), ReadOptions(), "-:1")
    assert parsed.problems == ()
    assert parsed.document == Document(
        id="a1",
        text="Shots were heard.",
        title="Shots",
        outlet="Harbour Post",
        authors=("Ana Souza",),
        url="https://harbour.example/1",
        published="2022-05-03T10:00:00Z",
        retrieved="2022-05-04",
        language="en",
        origin="-:1",
    )


def test_options_fill_what_a_line_does_not_say() -> None:
    document = parse_line(b'{"text": "Shots.", "published": null, "outlet": ""}', OPTIONS).document
    assert (document.published, document.outlet) == ("2022-01-01", "Coast News")
    assert document.id == parse_line(b'{"text":"Shots."}', OPTIONS).document.id
    assert parse_line(b'{"id": 12, "text": ""}', OPTIONS).document.id == "12"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"nonsense", "not JSON"),
        (b'{"id": "a", "text": "cut off', "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"id": "a"}', "no field 'text'"),
        (b'{"id": "a", "text": null}', "no field 'text'"),
        (b'{"id": "a", "text": 3}', "not a string"),
        (b'{"id": "a", "text": ["x"]}', "not a string"),
        (b'{"id": ["a"], "text": "x"}', "'id'"),
        (b'{"id": true, "text": "x"}', "'id'"),
        (b'{"id": "a", "text": "\\ud83d"}', "lone surrogate"),
        (b'{"id": "\\udc00", "text": "x"}', "lone surrogate"),
        (b'{"id": "a", "text": "x", "score": NaN}', "NaN"),
        (b'{"id": "a", "text": "x", "score": -Infinity}', "Infinity"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "not JSON that can be read"),
        (b'{"text": ' + b"[" * 200_000, "nested too deeply"),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8"),
    ],
)
def test_bad_line_is_named(line: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        parse_line(line, ReadOptions())


def test_declared_language_is_respected() -> None:
    with pytest.raises(LanguageError, match="'ru'"):
        parse_line(b'{"text": "Short.", "language": "ru"}', ReadOptions())
    french = (
        "Les rebelles ont quitté la ville lundi, a déclaré le gouverneur, mais rien ne le confirme encore. "
        * 2
    )
    with pytest.raises(LanguageError, match="'fr'"):
        parse_line(json.dumps({"text": french}).encode(), ReadOptions())
    assert (
        parse_line(
            json.dumps({"text": french, "language": "English"}).encode(), ReadOptions()
        ).document.language
        == "en"
    )


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("published", "last Tuesday", "bad-date"),
        ("retrieved", "2021-13-01", "bad-date"),
        ("title", ["x"], "bad-field"),
        ("outlet", "\ud800", "bad-field"),
        ("authors", [1], "bad-field"),
    ],
)
def test_bad_metadata_is_left_out_and_named(field: str, value: object, code: str) -> None:
    parsed = parse_line(json.dumps({"id": "a", "text": "Shots.", field: value}).encode(), ReadOptions())
    assert not getattr(parsed.document, field)
    assert [p.code for p in parsed.problems] == [code]
    assert field in parsed.problems[0].message


def test_a_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id":"a","text":"One."}\nrubbish\n{"id":"b","text":"'
        + b"x" * 90
        + b'"}\n{"id":"c","text":"Three."}'
    )
    found = list(read(path, ReadOptions(max_bytes=60)))
    assert [d.id if isinstance(d, Document) else d.origin.rsplit(":", 1)[1] for d in found] == [
        "a",
        "2",
        "3",
        "c",
    ]
    assert "limit" in next(s.reason for s in found if isinstance(s, Skipped) and s.origin.endswith(":3"))


def test_a_bad_line_may_still_have_an_id() -> None:
    assert id_of(b'{"id": "a", "text": 3}') == "a"
    assert id_of(b'{"id": "a"') is None
    for line in (b"{}", b"[]", b'{"id": []}'):
        assert id_of(line) is None
    assert issubclass(UnreadableError, InputError)
