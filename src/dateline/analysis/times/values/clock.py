"""Clock times, repetitions and stretches of time."""

import re
from datetime import date, timedelta

from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable
from dateline.analysis.times.values.anchor import Anchor, Value
from dateline.analysis.times.values.dates import date_value
from dateline.analysis.times.values.deictic import weekday_date
from dateline.analysis.times.values.forms import day_text, edtf_of
from dateline.analysis.times.values.units import AMOUNT
from dateline.analysis.times.values.words import count_of, has, int_of, part_of, str_of, unit_of


def clock_value(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "At 5.30 pm on Monday": a time of the day it names, else of the day told of last, or of writing."""
    text = next((str(w.value) for w in found.words if w.name in ("CLOCK", "DAY", "NUM")), "")
    digits = re.match(r"(\d{1,2})[:.]?(\d{2})?", text)
    if digits is None or int(digits[1]) > 24:
        return None
    hour = int(digits[1]) % 24
    half = str(next((w.value for w in found.words if w.name == "AMPM"), text[-2:]))
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    weekday, relative = int_of(found, "WEEKDAY"), int_of(found, "RELDAY")
    day = _news_day(anchor)
    if has(found, "MONTH"):
        dated = date_value(found, anchor, table)
        day = date.fromisoformat(dated[2]) if dated and dated[2] else None
    elif weekday is not None:
        day = weekday_date(weekday, None, anchor)
    elif anchor.written and (relative is not None or has(found, "LAST")):
        day = anchor.written + timedelta(-1 if relative is None else relative)  # "at 10 p.m. last night"
    return ("TIME", f"{day_text(day)}T{hour:02d}:{digits[2] or '00'}", edtf_of(day))


def _news_day(anchor: Anchor) -> date | None:
    """The day that the text told of last, if it is of the week before writing; else that of writing."""
    told, written = anchor.told, anchor.written
    recent = told and written and anchor.grain == "D" and timedelta() <= written - told < timedelta(days=7)
    return told if recent else written


def set_value(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Every Friday", "annually"."""
    frequency = str_of(found, "FREQ")
    weekday = next((w.value for w in found.words if w.name in ("WEEKDAY", "WEEKDAYS")), None)
    month, unit = int_of(found, "MONTH"), unit_of(found)
    if frequency:
        return ("SET", frequency, None)
    if weekday:
        return ("SET", f"XXXX-WXX-{weekday}", None)
    if month:
        return ("SET", f"XXXX-{month:02d}", None)
    return ("SET", f"P{table.units[unit]}" if unit else f"XXXX-XX-XXT{part_of(found, table)}", None)


def duration(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Two and a half years", "several days", "a weekend"."""
    unit = unit_of(found)
    if unit is None:
        return None
    amount = AMOUNT.fullmatch(table.units[unit])
    if amount is None:
        return ("DURATION", "P1WE", None)
    if (len(found.words) == 1 and amount[1]) or (unit == "quarter" and has(found, "HYPHEN")):
        return None
    count = count_of(found)
    if count is None:
        return ("DURATION", f"P{amount[1]}X{amount[3]}", None)
    total = count * int(amount[2])
    whole = f"{total:g}"
    if total % 1 == 0.5 and amount[3] == "Y":
        return ("DURATION", f"P{int(total)}Y6M", None)
    if total % 1 == 0.5 and amount[1] and amount[3] == "H":
        return ("DURATION", f"PT{int(total)}H30M", None)
    return ("DURATION", f"P{amount[1]}{whole}{amount[3]}", None)
