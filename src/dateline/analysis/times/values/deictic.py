"""What counts from the day of writing: "yesterday", "last week", "on Wednesday", "this summer"."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable
from dateline.analysis.times.values.anchor import Anchor, Value
from dateline.analysis.times.values.forms import SEASONS, span, timed, year_text
from dateline.analysis.times.values.named import holiday
from dateline.analysis.times.values.units import unit_at
from dateline.analysis.times.values.words import direction_of, has, int_of, part_of, str_of, unit_of


def deictic(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Yesterday", "last week", "on Wednesday", "Monday night", "this summer"."""
    part = part_of(found, table)
    relative, weekday = int_of(found, "RELDAY"), int_of(found, "WEEKDAY")
    direction = direction_of(found)
    if relative is not None:
        day = anchor.written + timedelta(relative) if anchor.written else None
        return timed(day, part)
    if weekday is not None:
        return timed(weekday_date(weekday, direction, anchor), part, f"XXXX-WXX-{weekday}")
    if part:
        return timed(anchor.written + timedelta(direction or 0) if anchor.written else None, part)
    if has(found, "WEEKEND"):
        return _weekend(direction, anchor)
    season, month = str_of(found, "SEASON"), int_of(found, "MONTH")
    if season:
        steps = 0 if has(found, "THIS") else direction or 0
        year = anchor.written.year + steps if anchor.written else None
        return ("DATE", f"{year_text(year)}-{season}", f"{year}-{SEASONS[season]}" if year else None)
    if month:
        return _month(month, direction, anchor)
    if has(found, "HOLIDAY"):
        return holiday(found, anchor, table)
    unit = unit_of(found)
    return unit_at(table.units[unit], direction or 0, anchor.written) if unit else None


def season(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "In winter": of any year, save in a chronicle."""
    return deictic(found, anchor if anchor.chronicle else replace(anchor, written=None), table)


def weekday_date(weekday: int, direction: int | None, anchor: Anchor) -> date | None:
    """The day a weekday's name means: the last such day, or the next where the verb looks ahead."""
    written = anchor.written
    if written is None:
        return None
    back = (written.isoweekday() - weekday) % 7
    if direction == -1:
        return written - timedelta(back or 7)
    if direction == 1 or (anchor.future and back):
        return written + timedelta(7 - back)
    return written - timedelta(back)


def _month(month: int, direction: int | None, anchor: Anchor) -> Value:
    written = anchor.written
    if written is None:
        return ("DATE", f"XXXX-{month:02d}", None)
    year = written.year
    if direction == -1 and month >= written.month:
        year -= 1
    if direction == 1 and month <= written.month:
        year += 1
    return span(f"{year}-{month:02d}")


def _weekend(direction: int | None, anchor: Anchor) -> Value:
    if anchor.written is None:
        return ("DATE", "XXXX-WXX-WE", None)
    back = anchor.written.isoweekday() % 7 + 1
    ahead = direction == 1 or (anchor.future and direction is None)
    saturday = anchor.written - timedelta(back - 7 if ahead else back)
    week = saturday.isocalendar()
    return ("DATE", f"{week.year}-W{week.week:02d}-WE", f"{saturday}/{saturday + timedelta(1)}")


def part_alone(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "At noon" of the day of writing; "at night", of no known day."""
    part = part_of(found, table) or ""
    return timed(anchor.written if ":" in part else None, part)
