"""Dates in EDTF (ISO 8601-2), as far as dateline writes them."""

import re
from calendar import monthrange
from datetime import date

_EDTF = re.compile(
    r"(?:(?:\d{4}|\d{3}X|\d{2}XX)(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[~?%]?|\.\.)"
)
_TIME = re.compile(r"T\d{2}(?::?\d{2}(?::?\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$")


def is_edtf(text: str) -> bool:
    """Whether a text is a date, a date with a time, or an interval of dates, in EDTF.

    Beyond the form, a full date must exist: 2021-02-30 is none.
    """
    parts = text.split("/")
    return len(parts) <= 2 and all(_is_date(p) for p in parts)


def _is_date(text: str) -> bool:
    bare = _TIME.sub("", text)
    if not _EDTF.fullmatch(bare) or (bare != text and len(bare) != 10):
        return False
    day = bare.rstrip("~?%")
    return len(day) != 10 or "X" in day or _real(day) is not None


def first_day(edtf: str | None) -> date | None:
    """The first day that an EDTF date names, if it names one; a time of day or a closing "~" may follow."""
    return _real(edtf[:10]) if edtf and len(edtf) >= 10 else None


def days(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day that an EDTF date may mean; None where it leaves either open.

    "2021-08" is all of August; a time of day is passed over, seasons are three months.
    """
    first, slash, last = (edtf or "").partition("/")
    begin = _span(first)
    end = _span(last) if slash else begin
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


# The months of the seasons of EDTF level 1, as the northern half of the world has them.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def _span(edtf: str) -> tuple[date, date] | None:
    bare = _TIME.sub("", edtf).rstrip("~?%").replace("-XX", "")
    if not _EDTF.fullmatch(bare) or bare == "..":
        return None
    if len(bare) == len("2021-08-15"):
        day = _real(bare)
        return (day, day) if day else None
    year, _, month = bare.partition("-")
    if year == "0000" or (month and "X" in year):
        return None
    if not month:
        return date(max(1, int(year.replace("X", "0"))), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    first, last = _SEASONS.get(int(month), (int(month), int(month)))
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def _real(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
