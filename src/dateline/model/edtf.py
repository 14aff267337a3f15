"""Dates in EDTF (ISO 8601-2), as far as dateline writes them."""

import re
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


def _real(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
