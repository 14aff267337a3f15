"""TIMEX3 expressions of a report: where they stand, what kind they are, which date they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.analysis.draft import Draft
from dateline.analysis.times.scan import Found, scan
from dateline.analysis.times.table import TimeTable, time_table
from dateline.analysis.times.tense import is_ahead
from dateline.analysis.times.values import Anchor, Value, evaluate
from dateline.language.calendar import calendar_of
from dateline.model.edtf import first_day
from dateline.model.report import Part
from dateline.model.span import Span
from dateline.model.time import Time

__all__ = ["find_times"]

_MANY_YEARS = 6
_OF_THE_REPORT = frozenset({"RELDAY", "AGO", "LAST", "PAST", "THIS", "NEXT", "WEEKDAY"})
_MONTHS = 12
_ANY_LEAP_YEAR = date(2000, 12, 31)
_NOTE = re.compile(r"\.?\[\d*\]?$")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_PARTIAL = re.compile(r"([1-9]\d{3})(?:-(\d\d))?(?![\dX])")


def find_times(draft: Draft) -> tuple[Time, ...]:
    """The time expressions of a report, in text order, none overlapping.

    Relative ones ("on Wednesday", "last week") count from the report's publication date, back or
    ahead as the tense of their verb says; without that date they have no EDTF. Ages are no times.
    """
    table = time_table(draft.language)
    return tuple(sorted((*_filed(draft), *_times(draft, table)), key=lambda t: t.span))


def _filed(draft: Draft) -> Iterator[Time]:
    """The days in datelines ("KABUL, Aug 3 (AFP) —"), which no other stage reads."""
    report, calendar = draft.report, calendar_of(draft.language)
    for passage in report.passages:
        if passage.part is not Part.DATELINE:
            continue
        text = passage.span.of(report.text)
        if (found := re.search(calendar.written_date, text, re.IGNORECASE)) is None:
            continue
        start = passage.span.start + found.start()
        span = Span(start, start + len(found[0]))
        if day := calendar.parse(found[0], first_day(report.published)):
            yield Time(span, "DATE", day.isoformat(), day.isoformat())
        elif day := calendar.parse(found[0], _ANY_LEAP_YEAR):
            yield Time(span, "DATE", f"XXXX-{day:%m-%d}")


def _times(draft: Draft, table: TimeTable) -> Iterator[Time]:
    parse = draft.parse
    expressions = list(scan(draft, table))
    story = _Story(first_day(draft.report.published), chronicle=_is_chronicle(expressions))
    for found in expressions:
        sentence = parse.sentence_of[found.start]
        value = evaluate(found, story.anchor(found, sentence, is_ahead(found, parse, table)), table)
        if value is None:
            continue
        story = story.told_of(value, found, sentence)
        yield Time(_without_note(parse.span(found.start, found.end), draft.text), *value)


def _without_note(span: Span, text: str) -> Span:
    """A span without the mark of a note that is glued to its last number: "2008.[1"."""
    glued = _NOTE.search(text, span.start, span.end)
    return Span(span.start, glued.start()) if glued and glued.start() > span.start else span


@dataclass(frozen=True, slots=True)
class _Story:
    """What a text has said of time so far: the day it spoke of last, the year, and in which sentence."""

    written: date | None
    chronicle: bool = False
    told: date | None = None
    grain: str = "D"
    quarter: tuple[int, int] | None = None
    year: int | None = None
    sentence: int = -1

    def anchor(self, found: Found, sentence: int, ahead: bool) -> Anchor:
        """What an expression counts from; in a chronicle only "yesterday" and "last week" from the report."""
        near = self.chronicle or sentence == self.sentence
        from_story = self.chronicle and not _is_of_the_report(found)
        return Anchor(
            written=self.told or self.written if from_story else self.written,
            told=self.told,
            grain=self.grain,
            quarter=self.quarter,
            year=self.year if near else None,
            future=ahead,
            chronicle=self.chronicle,
        )

    def told_of(self, value: Value, found: Found, sentence: int) -> "_Story":
        """The story after an expression of that value; a chronicle goes on after a look at the present."""
        if self.chronicle and _is_of_the_report(found):
            return self
        told = _first_of(value[2])
        year = next((int(w.value) for w in found.words if w.name == "YEAR"), None)
        story = self
        if told:
            story = replace(self, told=told[0], grain=told[1])
        if named := _QUARTER.fullmatch(value[1]):
            quarter = (int(named[1]), int(named[2]))
            story = replace(story, grain="Q", quarter=max(quarter, self.quarter or quarter))
        return story if year is None else replace(story, year=year, sentence=sentence)


def _is_of_the_report(found: Found) -> bool:
    return any(w.name in _OF_THE_REPORT for w in found.words)


def _first_of(edtf: str | None) -> tuple[date, str] | None:
    """The first day of an EDTF date and how exact it is: "D", "M" or "Y"."""
    if edtf and (day := first_day(edtf)):
        return day, "D"
    partial = _PARTIAL.match(edtf or "")
    if partial is None or (partial[2] and int(partial[2]) > _MONTHS):
        return None
    return date(int(partial[1]), int(partial[2] or 1), 1), "M" if partial[2] else "Y"


def _is_chronicle(expressions: list[Found]) -> bool:
    """Whether a text tells of past years, not of the last days: it dates by years, hardly by weekdays.

    In such a text a day without a year is of the year named last.
    """
    years = sum(1 for f in expressions if any(w.name == "YEAR" for w in f.words))
    days = sum(1 for f in expressions if any(w.name in ("WEEKDAY", "RELDAY") for w in f.words))
    return years >= _MANY_YEARS and years > 4 * days
