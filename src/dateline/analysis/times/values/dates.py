"""Calendar dates, whole or in part: days, months, seasons, quarters, years, centuries."""

import re
from dataclasses import replace

from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable
from dateline.analysis.times.values.anchor import Anchor, Value
from dateline.analysis.times.values.deictic import deictic
from dateline.analysis.times.values.forms import SEASONS, day_value, decade_value, span, timed, year_text
from dateline.analysis.times.values.units import YEARS
from dateline.analysis.times.values.words import direction_of, has, int_of, part_of, str_of, unit_of
from dateline.language.calendar import valid_date

_LEAP = 2000
_FAR_AHEAD = 9  # months: who says in November what was to be on 14 October speaks of a day just gone
_HALF_YEAR = 6  # months: a chronicle that goes back so far has gone on to the next year


def date_value(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "12 June 1998", "June", "the third quarter", "the 1980s": as exact as the words are."""
    month, season = int_of(found, "MONTH"), str_of(found, "SEASON")
    year, decade = int_of(found, "YEAR"), int_of(found, "DECADE")
    if decade is not None:
        return decade_value(decade)
    if has(found, "QUARTER"):
        return _quarter(found, year, anchor)
    if season:
        return ("DATE", f"{year_text(year)}-{season}", f"{year}-{SEASONS[season]}" if year else None)
    if month is None:
        days = [int(w.value) for w in found.words if w.name == "DAY"]
        if year and len(days) == 2:
            return day_value(valid_date(year, days[0], days[1]))
        return ("DATE", str(year), str(year)) if year else None
    day = next((int(w.value) for w in reversed(found.words) if w.name in ("DAY", "ORD")), None)
    if year is None:
        year = _relative_year(found, anchor, table)
    if year is None:
        year = _year_of(month, day, anchor)
    if year is None:
        return ("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), None)
    if day is None:
        return span(f"{year}-{month:02d}")
    whole = valid_date(year, month, day)
    if whole is None and not has(found, "YEAR") and valid_date(_LEAP, month, day):
        return ("DATE", f"XXXX-{month:02d}-{day:02d}", None)  # 29 February of a year that has none
    return timed(whole, part_of(found, table)) if whole else None


def _relative_year(found: Found, anchor: Anchor, table: TimeTable) -> int | None:
    """The year of "June last year"."""
    unit, direction = str_of(found, "UNIT"), direction_of(found)
    if unit is None or table.units[unit] != "1Y":
        return None
    if direction is not None:
        return anchor.written.year + direction if anchor.written else None
    return anchor.year


def _year_of(month: int, day: int | None, anchor: Anchor) -> int | None:
    """The year of a date that is written without one."""
    written = anchor.written
    if anchor.chronicle and anchor.told and anchor.year is not None:
        turned = anchor.grain != "Y" and month <= anchor.told.month - _HALF_YEAR
        return anchor.told.year + turned
    ahead = anchor.future and not anchor.chronicle
    if anchor.year is not None and not ahead and (written is None or anchor.year != written.year):
        return anchor.year
    if written is None:
        return None
    here = (month, day or written.day)
    months = (month - written.month) % 12
    if anchor.future:
        over = here < (written.month, written.day) and months <= _FAR_AHEAD
        return written.year + over
    if here <= (written.month, written.day) or months == 0:
        return written.year
    return written.year if months <= 2 else written.year - 1


def _quarter(found: Found, year: int | None, anchor: Anchor) -> Value:
    number = int_of(found, "ORD") or 0
    direction = direction_of(found)
    if year is None and anchor.written:
        year = anchor.written.year + (direction or 0)
        if direction is None and not anchor.future and 3 * (number - 1) + 1 > anchor.written.month:
            year -= 1
    if not 1 <= number <= 4:
        return ("DATE", f"{year_text(year)}-QX", None)
    months = f"{year}-{3 * number - 2:02d}/{year}-{3 * number:02d}" if year else None
    return ("DATE", f"{year_text(year)}-Q{number}", months)


def century(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The 19th century"."""
    number = (int_of(found, "ORD") or 0) - 1
    return ("DATE", f"{number:02d}", f"{number:02d}XX") if 0 < number < 30 else None


def turn(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The turn of the millennium": the year nearest to the report that begins one."""
    size = YEARS.get(table.units[unit_of(found) or ""], 100)
    if anchor.written is None:
        return ("DATE", "XXXX", None)
    year = round(anchor.written.year / size) * size
    return ("DATE", f"{year:04d}", f"{year:04d}~")


def numeric(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "25/08/2021"; None where day and month could be swapped."""
    first, second, third = (int(n) for n in re.findall(r"\d+", str(found.words[0].value)))
    if first > 31:
        return day_value(valid_date(first, second, third))
    if first > 12 or first == second:
        return day_value(valid_date(third, second, first))
    return day_value(valid_date(third, first, second)) if second > 12 else None


def edge(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The end of June": the value of June."""
    place = next(i for i, w in enumerate(found.words) if w.name == "OF")
    rest = Found(found.start, found.end, found.shape, found.words[place + 1 :])
    if str_of(rest, "UNIT") or (str_of(rest, "SEASON") and int_of(rest, "YEAR") is None):
        return deictic(rest, anchor, table)
    return date_value(rest, anchor, table)


def half(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The second half of 2019"."""
    year, number = int_of(found, "YEAR"), int_of(found, "ORD") or 2
    if year is None:
        place = next(i for i, w in enumerate(found.words) if w.name == "OF")
        whole = deictic(replace(found, words=found.words[place + 1 :]), anchor, table)
        year = int(whole[2]) if whole and whole[2] and whole[2].isdecimal() else None
    if number not in (1, 2) or year is None:
        return None
    return ("DATE", f"{year}-H{number}", f"{year}-{6 * number - 5:02d}/{year}-{6 * number:02d}")
