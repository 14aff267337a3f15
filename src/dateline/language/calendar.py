"""The calendar words of a language, typed: month and weekday names and the shapes of written dates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from dateline.errors import LexiconError
from dateline.language import Language

_CENTURY = 100
_PIVOT = 50  # two-digit years up to this far above the reference year belong to the century before


@dataclass(frozen=True)
class Calendar:
    """Month (1-12) and weekday (1-7, Monday first) names, lower case, and the endings of day numbers."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ordinal_endings: tuple[str, ...]

    @cached_property
    def month(self) -> str:
        """A regular expression for a month's name, with or without a full stop."""
        return rf"(?:{_any(self.months)})\b\.?"

    @cached_property
    def weekday(self) -> str:
        return rf"(?:{_any(self.weekdays)})\b\.?"

    @cached_property
    def day(self) -> str:
        """A regular expression for the number of a day."""
        return rf"(?:0?[1-9]|[12]\d|3[01])(?:{'|'.join(self.ordinal_endings)})?\b"

    @cached_property
    def written_date(self) -> str:
        """A regular expression, without groups, for a written calendar date, year and weekday optional."""
        year = r"(?:\d{4}|['’]\d{2})\b"
        named = (
            rf"{self.day}[ -](?:of )?{self.month}(?:(?:,? |-){year})?"
            rf"|{self.month} {self.day}(?:,? {year})?"
            rf"|{self.month}[/ -]\d{{1,2}}[/ -]\d{{4}}"
        )
        numeric = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
        return rf"(?:(?:{self.weekday},? )?(?:the )?(?:{named}|{numeric}))"

    @cached_property
    def _parts(self) -> tuple[re.Pattern[str], ...]:
        year = r"(?P<y>\d{4}|['’]?\d{2})"
        day = rf"(?P<d>\d{{1,2}})(?:{'|'.join(self.ordinal_endings)})?"
        forms = (
            r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
            r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>\d{4})",
            rf"{day}[ -](?:of )?(?P<n>{self.month})(?:(?:,? |-){year}(?![\d:]))?",
            rf"(?P<n>{self.month})[/ -]{day}(?:(?:,? |[/-]){year}(?![\d:]))?",
        )
        return tuple(re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE) for form in forms)

    def parse(self, text: str, reference: date | None = None) -> date | None:
        """The first calendar date written in a short text.

        A year that is not written is the one that brings the date nearest before `reference` (a
        date up to a week ahead of it counts as before); without a reference it stays unknown: None.
        Numeric dates whose day and month could be swapped are left alone, too.
        """
        found = sorted((m for p in self._parts if (m := p.search(text))), key=lambda m: m.start())
        for match in found:
            day = self._date(match, reference)
            if day is not None:
                return day
        return None

    def _date(self, match: re.Match[str], reference: date | None) -> date | None:
        group = match.groupdict()
        if group.get("a"):
            day, month = int(group["a"]), int(group["b"])
            if month > 12 >= day:
                day, month = month, day
            elif day <= 12 and day != month:
                return None
        elif group.get("n"):
            month, day = self.months[group["n"].rstrip(".").lower()], int(group["d"])
        else:
            month, day = int(group["m"]), int(group["d"])
        if group.get("y"):
            return valid_date(full_year(group["y"].lstrip("'’"), reference), month, day)
        return nearest_before(month, day, reference) if reference else None


def full_year(digits: str, reference: date | None) -> int:
    """A year from four or two digits; two are taken to be of the last hundred years."""
    year = int(digits)
    if len(digits) > 2:
        return year
    limit = (reference or date(2000 + _PIVOT, 1, 1)).year
    return max(y for y in range(year, limit + 1, _CENTURY) if y <= limit)


def nearest_before(month: int, day: int, reference: date) -> date | None:
    """The latest such day that is no more than a week after `reference`."""
    for year in (reference.year + 1, reference.year, reference.year - 1):
        found = valid_date(year, month, day)
        if found and (found - reference).days <= 7:
            return found
    return None


def valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _any(words: Mapping[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


@cache
def calendar_of(language: Language) -> Calendar:
    """A language's calendar. Raises LexiconError when its table `months` is missing or malformed."""
    table = language.table("months")
    try:
        return Calendar(
            {str(k): int(v) for k, v in table["months"].items()},
            {str(k): int(v) for k, v in table["weekdays"].items()},
            tuple(map(str, table["ordinals"]["endings"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LexiconError(f"language table {language.code}/months.toml: {error!r}") from None
