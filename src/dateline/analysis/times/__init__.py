"""TIMEX3 expressions of a report: where they stand, what kind they are, which date they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.analysis.times.scan import Found, scan
from dateline.analysis.times.table import TimeTable, time_table
from dateline.analysis.times.values import Anchor, evaluate
from dateline.model.edtf import first_day
from dateline.model.time import Time

__all__ = ["find_times"]

_MANY_YEARS = 6


def find_times(draft: Draft) -> tuple[Time, ...]:
    """The time expressions of a report, in text order, none overlapping.

    Relative ones ("on Wednesday", "last week") count from the report's publication date, back or
    ahead as the tense of their verb says; without that date they have no EDTF. Ages are no times.
    """
    table = time_table(draft.language)
    return tuple(_times(draft, table))


def _times(draft: Draft, table: TimeTable) -> Iterator[Time]:
    parse = draft.parse
    expressions = list(scan(draft, table))
    story = _Story(first_day(draft.report.published), chronicle=_is_chronicle(expressions))
    for found in expressions:
        sentence = parse.sentence_of[found.start]
        value = evaluate(found, story.anchor(sentence, _ahead(found, parse, table)), table)
        if value is None:
            continue
        story = story.told_of(value[2], found, sentence)
        yield Time(parse.span(found.start, found.end), *value)


@dataclass(frozen=True, slots=True)
class _Story:
    """What a text has said of time so far: the day it spoke of last, the year, and in which sentence."""

    written: date | None
    chronicle: bool = False
    told: date | None = None
    year: int | None = None
    sentence: int = -1

    def anchor(self, sentence: int, future: bool) -> Anchor:
        near = self.chronicle or sentence == self.sentence
        return Anchor(self.written, self.told, self.year if near else None, future)

    def told_of(self, edtf: str | None, found: Found, sentence: int) -> "_Story":
        """The story after an expression."""
        day = first_day(edtf)
        year = next((int(w.value) for w in found.words if w.name == "YEAR"), None)
        if year is None:
            return replace(self, told=day) if day else self
        return replace(self, told=day or self.told, year=year, sentence=sentence)


def _is_chronicle(expressions: list[Found]) -> bool:
    """Whether a text tells of past years, not of the last days: it dates by years, hardly by weekdays.

    In such a text a day without a year is of the year named last.
    """
    years = sum(1 for f in expressions if any(w.name == "YEAR" for w in f.words))
    days = sum(1 for f in expressions if any(w.name in ("WEEKDAY", "RELDAY") for w in f.words))
    return years >= _MANY_YEARS and years > 4 * days


def _ahead(found: Found, parse: Parse, table: TimeTable) -> bool:
    """Whether the verb an expression belongs to is in the future."""
    token = parse.head_of(found.start, found.end)
    for verb in (token, *parse.ancestors(token)):
        if parse.pos[verb] not in ("VERB", "AUX") or _is_later(parse, verb, token):
            continue
        if any(parse.lower[c] in table.future for c in parse.with_dep(verb, "aux")):
            return True
        if parse.deps[verb] not in ("xcomp",):
            return False
    return False


def _is_later(parse: Parse, verb: int, token: int) -> bool:
    """Whether a verb's clause only begins behind an expression that the parser has hung on it.

    "He said on Monday they would leave": Monday is the day of saying.
    """
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return parse.deps[verb] == "ccomp" and parse.heads[verb] < token and subject is not None and subject > token
