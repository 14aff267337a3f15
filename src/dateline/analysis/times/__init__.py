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


def find_times(draft: Draft) -> tuple[Time, ...]:
    """The time expressions of a report, in text order, none overlapping.

    Relative ones ("on Wednesday", "last week") count from the report's publication date, back or
    ahead as the tense of their verb says; without that date they have no EDTF. Ages are no times.
    """
    table = time_table(draft.language)
    return tuple(_times(draft, table))


def _times(draft: Draft, table: TimeTable) -> Iterator[Time]:
    parse = draft.parse
    story = _Story(first_day(draft.report.published))
    for found in scan(draft, table):
        anchor = story.anchor(found, parse, table)
        value = evaluate(found, anchor, table)
        if value is None:
            continue
        story = story.told_of(value[2], found, parse)
        yield Time(parse.span(found.start, found.end), *value)


@dataclass(frozen=True, slots=True)
class _Story:
    """What a text has said of time so far: the day and the year it spoke of last, and in which paragraph."""

    written: date | None
    told: date | None = None
    year: int | None = None
    paragraph: int = -1

    def anchor(self, found: Found, parse: Parse, table: TimeTable) -> Anchor:
        here = _paragraph(found, parse) == self.paragraph
        return Anchor(self.written, self.told, self.year if here else None, _ahead(found, parse, table))

    def told_of(self, edtf: str | None, found: Found, parse: Parse) -> "_Story":
        """The story after an expression."""
        day = first_day(edtf)
        year = next((int(w.value) for w in found.words if w.name == "YEAR"), None)
        changed = replace(self, told=day) if day else self
        if year is not None:
            return replace(changed, year=year, paragraph=_paragraph(found, parse))
        return changed


def _paragraph(found: Found, parse: Parse) -> int:
    return parse.sentences[parse.sentence_of[found.start]].paragraph


def _ahead(found: Found, parse: Parse, table: TimeTable) -> bool:
    """Whether the verb an expression belongs to is in the future."""
    token = parse.head_of(found.start, found.end)
    for verb in (token, *parse.ancestors(token)):
        if parse.pos[verb] not in ("VERB", "AUX"):
            continue
        if any(parse.lower[c] in table.future for c in parse.with_dep(verb, "aux")):
            return True
        if parse.deps[verb] not in ("xcomp",):
            return False
    return False
