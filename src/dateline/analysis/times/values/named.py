"""Named days: "Easter", "Christmas Eve 2019", "two days before Eid"."""

from datetime import date, timedelta

from dateline.analysis.times.named_days import first_days, fixed_year, is_approximate
from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable
from dateline.analysis.times.values.anchor import Anchor, Value
from dateline.analysis.times.values.forms import UNKNOWN_DAY, timed
from dateline.analysis.times.values.units import unit_at
from dateline.analysis.times.values.words import count_of, direction_of, has, int_of, part_of, str_of, unit_of

_SOON = 45  # days ahead of the report that a named day may lie without a verb in the future


def holiday(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Easter", "Christmas Eve 2019", "last Ramadan"."""
    rule = str_of(found, "HOLIDAY") or ""
    day = _named_day(found, anchor)
    if day is None:
        return ("DATE", f"XXXX-{rule}" if rule[:2].isdecimal() and len(rule) == 5 else UNKNOWN_DAY, None)
    if rule.startswith("hijri") and "-" not in rule:
        last = first_days(rule, day.year) and day + timedelta(29)
        return ("DATE", f"{day:%Y-%m}", f"{day}~/{last}~")
    kind, value, edtf = timed(day, part_of(found, table))
    return (kind, value, f"{edtf}~" if is_approximate(rule) else edtf)


def _named_day(found: Found, anchor: Anchor) -> date | None:
    rule = str_of(found, "HOLIDAY") or ""
    year = fixed_year(rule) or int_of(found, "YEAR")
    if year is None and anchor.year and (anchor.written is None or anchor.year != anchor.written.year):
        year = anchor.year
    if year is not None:
        return next(iter(first_days(rule, year)), None)
    written = anchor.written
    if written is None:
        return None
    days = [d for y in range(written.year - 1, written.year + 2) for d in first_days(rule, y)]
    direction = direction_of(found)
    if anchor.future or direction == 1:
        return next((d for d in days if d >= written), None)
    limit = written - timedelta(1) if direction == -1 else written + timedelta(_SOON)
    return next((d for d in reversed(days) if d <= limit), None)


def from_day(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Two days prior to the 9/11 attacks", "a week after Easter"."""
    rule = str_of(found, "HOLIDAY") or ""
    day, unit = _named_day(found, anchor), unit_of(found)
    if unit is None or day is None:
        return ("DATE", UNKNOWN_DAY, None)
    count = count_of(found) or 1
    back = has(found, "BEFORE") or has(found, "PRIOR")
    value = unit_at(table.units[unit], round(-count if back else count), day)
    if value is None or value[2] is None or "/" in value[2] or not is_approximate(rule):
        return value
    return (value[0], value[1], f"{value[2]}~")
