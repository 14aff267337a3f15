"""JSON Lines in the form of the contract: one document a line."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from dateline.errors import InputError, TooLargeError, UnreadableError
from dateline.model.analysis import Problem
from dateline.model.edtf import is_edtf
from dateline.model.report import Document
from dateline.readers.identity import content_id
from dateline.readers.language_check import check_language
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sources import Source

_TEXTS = ("title", "outlet", "url", "language")
_DATES = ("published", "retrieved")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """A document, and what of its line could not be used though the document can be read."""

    document: Document
    problems: tuple[Problem, ...] = ()


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    """A file of JSON Lines. A line that is no document is skipped by its number, the others are read."""
    for number, line in enumerate(source.lines(options.max_bytes), 1):
        origin = f"{source.origin}:{number}"
        try:
            if line is None:
                raise TooLargeError(f"larger than the limit of {options.max_bytes:,} bytes")
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            parsed = parse_line(line, options, origin)
        except InputError as error:
            yield Skipped(origin, str(error))
            continue
        yield parsed.document
        for problem in parsed.problems:
            yield Skipped(origin, f"{problem.message} (the rest of the line was read)", note=True)


def parse_line(line: bytes, options: ReadOptions, origin: str | None = None) -> ParsedLine:
    """One line of the contract's form 1.

    Raises UnreadableError when it is no such line, LanguageError when its text is in another language.
    A field of metadata that cannot be used is left out and named among the problems.
    """
    record = _object(line)
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableError("no field 'text'" if text is None else "the field 'text' is not a string")
    _encodable("text", text)
    problems: list[Problem] = []
    given = {name: _text(record, name, problems) for name in _TEXTS}
    dates = {name: _date(record, name, problems) for name in _DATES}
    language = check_language(text, options.language, given.pop("language"))
    outlet = given.pop("outlet") or options.outlet
    document = Document(
        id=_id(record) or content_id(text, outlet, given["url"]),
        text=text,
        **given,
        outlet=outlet,
        authors=_authors(record, problems),
        published=dates["published"] or options.published,
        retrieved=dates["retrieved"] or options.retrieved,
        language=language,
        origin=origin,
    )
    return ParsedLine(document, tuple(problems))


def id_of(line: bytes) -> str | None:
    """The id in a line that may be no document, for naming it in an answer."""
    try:
        return _id(_object(line))
    except InputError:
        return None


def _object(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not UTF-8: {error.reason} at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise UnreadableError("not JSON that can be read: nested too deeply") from error
    except ValueError as error:
        raise UnreadableError(f"not JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise UnreadableError("not a JSON object")
    return record


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _encodable(name: str, value: str) -> None:
    lone = _SURROGATE.search(value)
    if lone:
        raise UnreadableError(
            f"the field {name!r} holds half a character (a lone surrogate) at {lone.start()}"
        )


def _id(record: dict[str, Any]) -> str | None:
    value = record.get("id")
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UnreadableError("the field 'id' is neither a string nor a whole number")
    _encodable("id", str(value))
    return str(value)


def _text(record: dict[str, Any], name: str, problems: list[Problem]) -> str | None:
    value = record.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str) and not _SURROGATE.search(value):
        return value
    problems.append(Problem("bad-field", f"the field {name!r} is not a string of whole characters"))
    return None


def _date(record: dict[str, Any], name: str, problems: list[Problem]) -> str | None:
    value = _text(record, name, problems)
    if value is None or is_edtf(value):
        return value
    problems.append(Problem("bad-date", f"the field {name!r} is not a date in EDTF: {value[:40]!r}"))
    return None


def _authors(record: dict[str, Any], problems: list[Problem]) -> tuple[str, ...]:
    value = record.get("authors") or []
    names = [value] if isinstance(value, str) else value
    if isinstance(names, list) and all(isinstance(n, str) and not _SURROGATE.search(n) for n in names):
        return tuple(n for n in names if n)
    problems.append(Problem("bad-field", "the field 'authors' is not a list of strings"))
    return ()
