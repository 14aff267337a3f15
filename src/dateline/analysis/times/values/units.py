"""Calendar units counted from a day: so many weeks, months, quarters, years on or back."""

import re
from datetime import date, timedelta

from dateline.analysis.times.values.anchor import Value
from dateline.analysis.times.values.forms import (
    UNKNOWN_DAY,
    day_value,
    decade_value,
    moved_day,
    quarter_value,
    span,
)

AMOUNT = re.compile(r"(T?)(\d+)([A-Z])")
YEARS = {"1Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}


def unit_at(amount: str, steps: int, origin: date | None) -> Value | None:
    """The calendar unit that lies so many units from the one a day is in."""
    found = AMOUNT.fullmatch(amount)
    if found is None or found[1]:
        return None
    count, letter = int(found[2]) * steps, found[3]
    if origin is None:
        forms = {"D": UNKNOWN_DAY, "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
        return ("DATE", forms[letter], None)
    if letter == "Y":
        return _years_at(amount, count, origin)
    if letter == "M":
        if int(found[2]) == 3:
            return _quarter_at(count, origin)
        total = origin.year * 12 + origin.month - 1 + count
        return span(f"{total // 12:04d}-{total % 12 + 1:02d}") if 12 < total < 12 * 9999 else None
    day = moved_day(origin, count * (7 if letter == "W" else 1))
    if day is None or letter == "D":
        return day_value(day)
    week = day.isocalendar()
    monday = day - timedelta(day.isoweekday() - 1)
    return ("DATE", f"{week.year}-W{week.week:02d}", f"{monday}/{monday + timedelta(6)}")


def _years_at(amount: str, count: int, origin: date) -> Value | None:
    year = origin.year + count
    if not 0 < year < 10_000:
        return None
    size = YEARS.get(amount, 1)
    if size == 1000:
        return None
    if size == 10:
        return decade_value(year // 10 * 10)
    return (
        "DATE",
        f"{year:04d}"[: 2 if size == 100 else 4],
        f"{year // size:02d}XX" if size == 100 else f"{year:04d}",
    )


def _quarter_at(months: int, origin: date) -> Value:
    total = origin.year * 12 + origin.month - 1 + months
    return quarter_value(total // 12, total % 12 // 3 + 1)
