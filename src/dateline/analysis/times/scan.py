"""Finds time expressions: words to classes, classes to shapes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.analysis.times.phrases import put_phrases
from dateline.analysis.times.table import OTHER, Shape, TimeTable, Word

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_SHORT_YEAR = re.compile(r"'\d\d")
_DECADE = re.compile(r"(?:(1\d|20)|')(\d)0'?s")
_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-4]):[0-5]\d(?::\d\d)?(?:hrs|h)?|(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?[ap]m|(?:[01]\d|2[0-4])[0-5]\d(?:hrs|h)"
)
_NUMERIC = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?|\d/\d")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_NOTE = re.compile(r"(.*\w)\.?\[\d*\]?")  # a note's mark glued to a number: "2008.[1"
_BETWEEN = ("HYPHEN", "UPTO", "AND")
_LAST_DAY = 31
_NO_WORD = Word(OTHER)


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `[start, end)` that make a time expression of a shape; `words` are what they are."""

    start: int
    end: int
    shape: Shape
    words: tuple[Word, ...]


def scan(draft: Draft, table: TimeTable) -> Iterator[Found]:
    """The time expressions of a report, in text order."""
    parse = draft.parse
    dated = frozenset(i for n in parse.names if n.label == "DATE" for i in range(n.start, n.end))
    words = [_word(parse, i, table, dated) for i in range(len(parse))]
    for i in (i for n in parse.names if n.label == "PERSON" for i in range(n.start, n.end)):
        if words[i].name == "MONTH":
            words[i] = _NO_WORD  # "Theresa May"
    put_phrases(parse.lower, words, table)
    codes = "".join(table.codes.get(w.name, OTHER) for w in words)
    for sentence in parse.sentences:
        for match in table.pattern.finditer(codes, sentence.start, sentence.end):
            shape = table.shape_of(match)
            found = Found(match.start(), match.end(), shape, tuple(words[slice(*match.span())]))
            if shape.kind == "years":
                yield from _years(found)
            else:
                yield from _ends(found) if shape.kind == "range" else (found,)


def _years(found: Found) -> Iterator[Found]:
    """The two years of "1958-61", the second written in full."""
    cut = next(i for i, w in enumerate(found.words) if w.name in _BETWEEN)
    first, short = int(found.words[0].value), str(found.words[-1].value)
    yield Found(found.start, found.start + cut, found.shape, found.words[:cut])
    if short.isdecimal() and len(short) <= 2:
        size = 10 ** len(short)
        second = first // size * size + int(short)
        if second > first:
            yield Found(found.start + cut + 1, found.end, found.shape, (Word("YEAR", second),))


def _ends(found: Found) -> tuple[Found, Found]:
    """The two ends of "6-7 January 1916", each with the month and year that only one of them writes."""
    cut = next(i for i, w in enumerate(found.words) if w.name in _BETWEEN)
    left, right = found.words[:cut], found.words[cut + 1 :]
    return (
        Found(found.start, found.start + cut, found.shape, (*left, *_shared(right, left))),
        Found(found.start + cut + 1, found.end, found.shape, (*_shared(left, right), *right)),
    )


def _shared(lender: tuple[Word, ...], borrower: tuple[Word, ...]) -> tuple[Word, ...]:
    has = {w.name for w in borrower}
    return tuple(w for w in lender if w.name in ("MONTH", "YEAR") and w.name not in has)


def _word(parse: Parse, i: int, table: TimeTable, dated: frozenset[int]) -> Word:
    text = parse.lower[i]
    if "[" in text and (note := _NOTE.fullmatch(text)):
        text = note[1]
    word = table.words.get(text) or table.words.get(text.rstrip("."))
    if word:
        return word if _fits(parse, i, text, word, table) else _NO_WORD
    if text[0].isdigit() or text[0] == "'":
        return _number(parse, i, text, table, dated)
    head, hyphen, rest = text.partition("-")
    if hyphen and head in table.prefixes and rest[:1].isdigit():
        return _number(parse, i, rest, table, dated)
    return _NO_WORD


def _fits(parse: Parse, i: int, text: str, word: Word, table: TimeTable) -> bool:
    needed = table.pos.get(text)
    if needed and parse.pos[i] not in needed:
        return False
    if needed and word.name == "MONTH" and parse.child(i, "det", "poss") is not None:
        return False  # "the March of the Mothers"
    bare = text.rstrip(".")
    if word.name in ("MONTH", "WEEKDAY") and bare in table.abbreviations:
        near = parse.words[max(0, i - 1) : i + 3]
        return parse.pos[i] == "PROPN" and any(w[:1].isdigit() for w in near)
    return word.name not in ("MONTH", "WEEKDAY") or parse.words[i][:1].isupper()


def _number(parse: Parse, i: int, text: str, table: TimeTable, dated: frozenset[int]) -> Word:
    decade = _DECADE.fullmatch(text)
    if decade:
        return Word("DECADE", int((decade[1] or "19") + decade[2] + "0"))
    if _MILITARY.fullmatch(text) and _is_clock(parse, i, table):
        return Word("CLOCK", f"{text[:2]}:{text[2:]}")
    if _YEAR.fullmatch(text) and _is_year(parse, i, table, dated):
        return Word("YEAR", int(text))
    if _SHORT_YEAR.fullmatch(text):
        return Word("YEAR", 1900 + int(text[1:]) if int(text[1:]) > 30 else 2000 + int(text[1:]))
    ordinal = _ORDINAL.fullmatch(text)
    if ordinal:
        return Word("ORD", int(ordinal[1]))
    if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= _LAST_DAY:
        return Word("DAY", int(text))
    if _CLOCK.fullmatch(text):
        return Word("CLOCK", text)
    if _NUMERIC.fullmatch(text):
        return Word("NUMERIC", text)
    return Word("NUM", text) if _NUMBER.fullmatch(text) else _NO_WORD


def _is_clock(parse: Parse, i: int, table: TimeTable) -> bool:
    """Whether four digits are a time of day: "at 1830", "at approximately 2200"."""
    if parse.deps[i] in ("nummod", "quantmod") and parse.heads[i] > i:  # "at 2019 prices"
        return False
    before = i - 1
    while before >= 0 and _class_of(parse.lower[before], table) == "APPROX":
        before -= 1
    return before >= 0 and parse.lower[before] in table.clock_after


def _is_year(parse: Parse, i: int, table: TimeTable, dated: frozenset[int]) -> bool:
    """Whether a number of four digits is a year and no count of things."""
    if i in dated or parse.words[i + 1 : i + 4 : 2] == ["-", "-"]:  # 2022-05-03
        return True
    if any(_class_of(w, table) in ("MONTH", "SEASON") for w in parse.lower[max(0, i - 3) : i]):
        return True
    head = parse.heads[i]
    if parse.deps[i] in ("nummod", "quantmod") and head > i and parse.pos[head] != "PROPN":
        return _class_of(parse.lower[head], table) not in (OTHER, "UNITS")
    before = parse.lower[i - 1] if i else "("
    return (
        before in table.year_after
        or before in table.phrases.lasts
        or before[0] in "-—/'`\"("
        or _class_of(before, table) not in (OTHER, "NUM")
    )


def _class_of(word: str, table: TimeTable) -> str:
    return table.words.get(word, _NO_WORD).name
