"""Dates that are asked for: "20 November 2012", "November 2012", "2012", "2012-11", "the 1980s"."""

import re

from dateline.language.calendar import Calendar
from dateline.model.edtf import is_edtf

_DECADE = re.compile(r"((?:19|20)\d)0s")
_YEAR = re.compile(r"\d{4}")


def dated(text: str, calendar: Calendar) -> str | None:
    """A date in EDTF, None for what is none."""
    if is_edtf(text):
        return text
    if decade := _DECADE.fullmatch(text):
        return f"{decade[1]}X"
    if day := calendar.parse(text):
        return day.isoformat()
    month = re.fullmatch(rf"(?P<month>{calendar.month}),? (?P<year>{_YEAR.pattern})", text, re.IGNORECASE)
    if month is None:
        return None
    return f"{month['year']}-{calendar.months[month['month'].rstrip('.').lower()]:02}"
