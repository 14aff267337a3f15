"""Dates in EDTF (ISO 8601-2), as far as dateline writes them."""

import re
from datetime import date, timedelta

_EDTF = re.compile(
    r"(?:(?:\d{4}|\d{3}X|\d{2}XX)(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[~?%]?|\.\.)"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
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


def extent(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day that an EDTF date or interval may mean; None is open or unknown.

    "2021" is the whole year, "198X" the decade, "2021-22" the summer of the north (EDTF level 1 leaves the
    hemisphere open); a qualifier ("~", "?", "%") does not widen it.
    """
    first, slash, last = edtf.partition("/")
    start, end = _span(first)
    return (start, _span(last)[1]) if slash else (start, end)


def qualifier(edtf: str) -> str:
    """How an EDTF date or an end of an interval is qualified: "~" about, "?" uncertain, "%" both, or ""."""
    found = {part[-1:] for part in edtf.split("/")} & set("~?%")
    return "" if not found else "%" if len(found) > 1 else found.pop()


def _span(text: str) -> tuple[date | None, date | None]:
    year, _, rest = _TIME.sub("", text.rstrip("~?%")).partition("-")
    if not year or year == "..":
        return None, None
    month, _, day = rest.partition("-")
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    months = _months(month)
    if low < 1:
        return None, None
    if day and "X" not in day:
        exact = _real(f"{year}-{month}-{day}")
        return exact, exact
    last = months[-1]
    # A winter ends in the year after the one that names it.
    beyond = (high + (last < months[0]), last)
    following = (
        date(beyond[0] + beyond[1] // 12, beyond[1] % 12 + 1, 1) if beyond[0] < date.max.year else date.max
    )
    return date(low, months[0], 1), following - timedelta(days=1)


def _months(month: str) -> tuple[int, int]:
    """The first and last month of a month, a season (21 is spring) or of a year."""
    if not month or month == "XX":
        return 1, 12
    number = int(month)
    return (number, number) if number <= 12 else _SEASONS.get(number, (1, 12))
