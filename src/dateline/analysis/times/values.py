"""What a time expression means: its TIMEX3 type and value, and its EDTF date where it has one.

Values follow TIMEX3 (ISO-TimeML; Pustejovsky et al. 2010): "1998-W08", "1989-Q3", "1998-02-12TEV", "P2W",
"PXD", "198" (the 1980s), "XXXX-WXX-3". Where the day a relative expression counts from is not known, the
unknown digits are X and there is no EDTF date.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.analysis.times.named_days import first_days, fixed_year, is_approximate
from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable, Word
from dateline.language.calendar import valid_date

type Value = tuple[str, str, str | None]  # type, value, EDTF

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_UNKNOWN_DAY = "XXXX-XX-XX"
_AMOUNT = re.compile(r"(T?)(\d+)([A-Z])")
_DIRECTIONS = {"LAST": -1, "PAST": -1, "PRIOR": -1, "NEXT": 1, "FOLLOWING": 1, "THIS": 0}
_LEAP = 2000
_HALF_YEAR = 6  # months: a chronicle that goes back so far has gone on to the next year
_SOON = 45  # days ahead of the report that a named day may lie without a verb in the future
_YEARS = {"1Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression counts from: the day of writing, the day last told of, whether its verb looks ahead.

    `told` is the first day of what the text told of last, `grain` how exact that is ("D", "M", "Y", "Q").
    `quarter` is the latest quarter, year and number, that the text has told of. `year` is the year that
    the paragraph spoke of last. In a chronicle a date without a year follows on the one before.
    """

    written: date | None
    told: date | None = None
    grain: str = "D"
    quarter: tuple[int, int] | None = None
    year: int | None = None
    future: bool = False
    chronicle: bool = False


def evaluate(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """Type, value and EDTF date of an expression; None when it is no time after all."""
    return _KINDS[found.shape.kind](found, anchor, table)


# ---------------------------------------------------------------------- calendar dates
def _date(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    month, season = _int(found, "MONTH"), _str(found, "SEASON")
    year, decade = _int(found, "YEAR"), _int(found, "DECADE")
    if decade is not None:
        return _decade(decade)
    if _has(found, "QUARTER"):
        return _quarter(found, year, anchor)
    if season:
        return ("DATE", f"{_year_text(year)}-{season}", f"{year}-{_SEASONS[season]}" if year else None)
    if month is None:
        days = [int(w.value) for w in found.words if w.name == "DAY"]
        if year and len(days) == 2:
            return _day(valid_date(year, days[0], days[1]))
        return ("DATE", str(year), str(year)) if year else None
    day = next((int(w.value) for w in reversed(found.words) if w.name in ("DAY", "ORD")), None)
    if year is None:
        year = _relative_year(found, anchor, table)
    if year is None:
        year = _year_of(month, day, anchor)
    if year is None:
        return ("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), None)
    if day is None:
        return _span(f"{year}-{month:02d}")
    whole = valid_date(year, month, day)
    if whole is None and not _has(found, "YEAR") and valid_date(_LEAP, month, day):
        return ("DATE", f"XXXX-{month:02d}-{day:02d}", None)  # 29 February of a year that has none
    return _timed(whole, _part(found, table)) if whole else None


def _decade(decade: int) -> Value:
    decade = decade if decade >= 100 else 1900 + decade
    return ("DATE", f"{decade // 10}", f"{decade // 10}X")


def _relative_year(found: Found, anchor: Anchor, table: TimeTable) -> int | None:
    """The year of "June last year"."""
    unit, direction = _str(found, "UNIT"), _direction(found)
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
    if anchor.future:
        return written.year if here >= (written.month, written.day) else written.year + 1
    months = (month - written.month) % 12
    if here <= (written.month, written.day) or months == 0:
        return written.year
    return written.year if months <= 2 else written.year - 1


def _quarter(found: Found, year: int | None, anchor: Anchor) -> Value:
    number = _int(found, "ORD") or 0
    direction = _direction(found)
    if year is None and anchor.written:
        year = anchor.written.year + (direction or 0)
        if direction is None and not anchor.future and 3 * (number - 1) + 1 > anchor.written.month:
            year -= 1
    if not 1 <= number <= 4:
        return ("DATE", f"{_year_text(year)}-QX", None)
    months = f"{year}-{3 * number - 2:02d}/{year}-{3 * number:02d}" if year else None
    return ("DATE", f"{_year_text(year)}-Q{number}", months)


def _century(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    number = (_int(found, "ORD") or 0) - 1
    return ("DATE", f"{number:02d}", f"{number:02d}XX") if 0 < number < 30 else None


def _turn(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The turn of the millennium": the year nearest to the report that begins one."""
    size = _YEARS.get(table.units[_unit(found) or ""], 100)
    if anchor.written is None:
        return ("DATE", "XXXX", None)
    year = round(anchor.written.year / size) * size
    return ("DATE", f"{year:04d}", f"{year:04d}~")


def _part_alone(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "At noon" of the day of writing; "at night", of no known day."""
    part = _part(found, table) or ""
    return _timed(anchor.written if ":" in part else None, part)


def _season(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "In winter": of any year, save in a chronicle."""
    return _deictic(found, anchor if anchor.chronicle else replace(anchor, written=None), table)


def _numeric(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "25/08/2021"; None where day and month could be swapped."""
    first, second, third = (int(n) for n in re.findall(r"\d+", str(found.words[0].value)))
    if first > 31:
        return _day(valid_date(first, second, third))
    if first > 12 or first == second:
        return _day(valid_date(third, second, first))
    return _day(valid_date(third, first, second)) if second > 12 else None


def _edge(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The end of June": the value of June."""
    place = next(i for i, w in enumerate(found.words) if w.name == "OF")
    rest = Found(found.start, found.end, found.shape, found.words[place + 1 :])
    if _str(rest, "UNIT") or (_str(rest, "SEASON") and _int(rest, "YEAR") is None):
        return _deictic(rest, anchor, table)
    return _date(rest, anchor, table)


def _holiday(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Easter", "Christmas Eve 2019", "last Ramadan"."""
    rule = _str(found, "HOLIDAY") or ""
    day = _named_day(found, anchor)
    if day is None:
        return ("DATE", f"XXXX-{rule}" if rule[:2].isdecimal() and len(rule) == 5 else _UNKNOWN_DAY, None)
    if rule.startswith("hijri") and "-" not in rule:
        last = first_days(rule, day.year) and day + timedelta(29)
        return ("DATE", f"{day:%Y-%m}", f"{day}~/{last}~")
    kind, value, edtf = _timed(day, _part(found, table))
    return (kind, value, f"{edtf}~" if is_approximate(rule) else edtf)


def _named_day(found: Found, anchor: Anchor) -> date | None:
    rule = _str(found, "HOLIDAY") or ""
    year = fixed_year(rule) or _int(found, "YEAR")
    if year is None and anchor.year and (anchor.written is None or anchor.year != anchor.written.year):
        year = anchor.year
    if year is not None:
        return next(iter(first_days(rule, year)), None)
    written = anchor.written
    if written is None:
        return None
    days = [d for y in range(written.year - 1, written.year + 2) for d in first_days(rule, y)]
    direction = _direction(found)
    if anchor.future or direction == 1:
        return next((d for d in days if d >= written), None)
    limit = written - timedelta(1) if direction == -1 else written + timedelta(_SOON)
    return next((d for d in reversed(days) if d <= limit), None)


def _from_day(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Two days prior to the 9/11 attacks", "a week after Easter"."""
    rule = _str(found, "HOLIDAY") or ""
    day, unit = _named_day(found, anchor), _unit(found)
    if unit is None or day is None:
        return ("DATE", _UNKNOWN_DAY, None)
    count = _count(found) or 1
    back = _has(found, "BEFORE") or _has(found, "PRIOR")
    value = _unit_at(table.units[unit], round(-count if back else count), day)
    if value is None or value[2] is None or "/" in value[2] or not is_approximate(rule):
        return value
    return (value[0], value[1], f"{value[2]}~")


def _told(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The quarter", "the latest period": what the text told of last, else the one the report is of."""
    if _has(found, "FISCAL"):
        return _unit_at("1Y", 0, anchor.written)
    if _has(found, "QUARTER") or _has(found, "PERIOD"):
        if anchor.quarter:
            return _quarter_value(*anchor.quarter)
        return None if _has(found, "PERIOD") else ("DATE", f"{_year_text(anchor.year)}-QX", None)
    unit = _unit(found)
    if unit is None or table.units[unit] not in ("1Y", "1W"):
        return None
    return _unit_at(table.units[unit], 0, anchor.written)


def _half(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The second half of 2019"."""
    year, number = _int(found, "YEAR"), _int(found, "ORD") or 2
    if year is None:
        place = next(i for i, w in enumerate(found.words) if w.name == "OF")
        whole = _deictic(replace(found, words=found.words[place + 1 :]), anchor, table)
        year = int(whole[2]) if whole and whole[2] and whole[2].isdecimal() else None
    if number not in (1, 2) or year is None:
        return None
    return ("DATE", f"{year}-H{number}", f"{year}-{6 * number - 5:02d}/{year}-{6 * number:02d}")


def _year_back(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The year-ago quarter", "year-earlier": a year before what the text told of last."""
    origin = anchor.written or anchor.told
    if origin is None or (unit := _str(found, "UNIT")) is None or table.units[unit] != "1Y":
        return None
    year, number = anchor.quarter or (origin.year, None)
    number = _int(found, "ORD") or number
    if number and 1 <= number <= 4:
        return _quarter_value(year - 1, number)
    return _unit_at("1Y", -1, origin)


# ---------------------------------------------------------------------- counted from the day of writing
def _deictic(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Yesterday", "last week", "on Wednesday", "Monday night", "this summer"."""
    part = _part(found, table)
    relative, weekday = _int(found, "RELDAY"), _int(found, "WEEKDAY")
    direction = _direction(found)
    if relative is not None:
        day = anchor.written + timedelta(relative) if anchor.written else None
        return _timed(day, part)
    if weekday is not None:
        return _timed(_weekday(weekday, direction, anchor), part, f"XXXX-WXX-{weekday}")
    if part:
        return _timed(anchor.written + timedelta(direction or 0) if anchor.written else None, part)
    if _has(found, "WEEKEND"):
        return _weekend(direction, anchor)
    season, month = _str(found, "SEASON"), _int(found, "MONTH")
    if season:
        steps = 0 if _has(found, "THIS") else direction or 0
        year = anchor.written.year + steps if anchor.written else None
        return ("DATE", f"{_year_text(year)}-{season}", f"{year}-{_SEASONS[season]}" if year else None)
    if month:
        return _month(month, direction, anchor)
    if _has(found, "HOLIDAY"):
        return _holiday(found, anchor, table)
    unit = _unit(found)
    return _unit_at(table.units[unit], direction or 0, anchor.written) if unit else None


def _weekday(weekday: int, direction: int | None, anchor: Anchor) -> date | None:
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
    return _span(f"{year}-{month:02d}")


def _weekend(direction: int | None, anchor: Anchor) -> Value:
    if anchor.written is None:
        return ("DATE", "XXXX-WXX-WE", None)
    back = anchor.written.isoweekday() % 7 + 1
    ahead = direction == 1 or (anchor.future and direction is None)
    saturday = anchor.written - timedelta(back - 7 if ahead else back)
    week = saturday.isocalendar()
    return ("DATE", f"{week.year}-W{week.week:02d}-WE", f"{saturday}/{saturday + timedelta(1)}")


def _unit_at(amount: str, steps: int, origin: date | None) -> Value | None:
    """The calendar unit that lies so many units from the one a day is in."""
    found = _AMOUNT.fullmatch(amount)
    if found is None or found[1]:
        return None
    count, letter = int(found[2]) * steps, found[3]
    if origin is None:
        forms = {"D": _UNKNOWN_DAY, "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
        return ("DATE", forms[letter], None)
    if letter == "Y":
        return _years_at(amount, count, origin)
    if letter == "M":
        if int(found[2]) == 3:
            return _quarter_at(count, origin)
        total = origin.year * 12 + origin.month - 1 + count
        return _span(f"{total // 12:04d}-{total % 12 + 1:02d}") if 12 < total < 12 * 9999 else None
    day = _moved(origin, count * (7 if letter == "W" else 1))
    if day is None or letter == "D":
        return _day(day)
    week = day.isocalendar()
    monday = day - timedelta(day.isoweekday() - 1)
    return ("DATE", f"{week.year}-W{week.week:02d}", f"{monday}/{monday + timedelta(6)}")


def _years_at(amount: str, count: int, origin: date) -> Value | None:
    year = origin.year + count
    if not 0 < year < 10_000:
        return None
    size = _YEARS.get(amount, 1)
    if size == 1000:
        return None
    if size == 10:
        return _decade(year // 10 * 10)
    return (
        "DATE",
        f"{year:04d}"[: 2 if size == 100 else 4],
        f"{year // size:02d}XX" if size == 100 else f"{year:04d}",
    )


def _quarter_at(months: int, origin: date) -> Value:
    total = origin.year * 12 + origin.month - 1 + months
    return _quarter_value(total // 12, total % 12 // 3 + 1)


def _quarter_value(year: int, quarter: int) -> Value:
    return ("DATE", f"{year}-Q{quarter}", f"{year}-{3 * quarter - 2:02d}/{year}-{3 * quarter:02d}")


def _ago(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Two weeks ago": as exact as its unit; an edtf date of more than days is approximate."""
    unit = _unit(found)
    count = _count(found)
    if unit is None:
        return None
    if count is None:
        return ("DATE", "PAST_REF", None)
    if anchor.quarter and anchor.grain == "Q" and count == 1 and table.units[unit] == "1Y":
        return _quarter_value(anchor.quarter[0] - 1, anchor.quarter[1])
    amount = _AMOUNT.fullmatch(table.units[unit])
    if amount is None:
        return None
    if amount[1]:
        return ("TIME", _text(anchor.written), _edtf(anchor.written))
    if _YEARS.get(table.units[unit], 1) > 1:
        count, unit_amount = count * int(amount[2]), "1Y"
    else:
        unit_amount = table.units[unit]
    value = _unit_at(unit_amount, -round(count), anchor.written)
    if value is None or value[2] is None or "/" in value[2] or len(value[2]) == 10:
        return value
    return (value[0], value[1], f"{value[2]}~")


def _shift(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Two days later", "the next day", "that year": counted from the day the text told of last."""
    unit, count = _unit(found), _count(found)
    part = _part(found, table)
    if _has(found, "OF") and unit and table.units[unit] == "1D":  # "late in the day" names no day
        return None
    if unit is None:
        return ("DATE", f"{_UNKNOWN_DAY}", None) if part else None
    names = {w.name for w in found.words}
    if count is None:
        count = 0 if "THAT" in names and not names & {"NEXT", "FOLLOWING", "PRIOR"} else 1
    if found.words[0].name == "EARLY" or (found.words[0].name in ("EARLIER", "LATER") and not count):
        count = 0
    back = bool(names & {"PRIOR", "BEFORE"}) or found.words[-1].name == "EARLIER"
    steps = round(-count if back else count)
    amount = table.units[unit]
    if amount == "1Y" and anchor.quarter and anchor.grain == "Q" and back:
        return _quarter_value(anchor.quarter[0] + steps, anchor.quarter[1])
    exact = anchor.grain == "D" or amount[-1] == "Y" or (amount[-1] == "M" and anchor.grain == "M")
    moved = _unit_at(amount, steps, anchor.told if exact else None)
    if part and moved and len(moved[1]) == 10:
        return ("TIME", f"{moved[1]}T{part}", moved[2])
    return moved


# ---------------------------------------------------------------------- clock, sets, durations
def _clock(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
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
    weekday, relative = _int(found, "WEEKDAY"), _int(found, "RELDAY")
    day = anchor.written
    if _has(found, "MONTH"):
        dated = _date(found, anchor, table)
        day = date.fromisoformat(dated[2]) if dated and dated[2] else None
    elif weekday is not None:
        day = _weekday(weekday, None, anchor)
    elif relative is not None and day:
        day += timedelta(relative)
    return ("TIME", f"{_text(day)}T{hour:02d}:{digits[2] or '00'}", _edtf(day))


def _set(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    frequency = _str(found, "FREQ")
    weekday = next((w.value for w in found.words if w.name in ("WEEKDAY", "WEEKDAYS")), None)
    month, unit = _int(found, "MONTH"), _unit(found)
    if frequency:
        return ("SET", frequency, None)
    if weekday:
        return ("SET", f"XXXX-WXX-{weekday}", None)
    if month:
        return ("SET", f"XXXX-{month:02d}", None)
    return ("SET", f"P{table.units[unit]}" if unit else f"XXXX-XX-XXT{_part(found, table)}", None)


def _duration(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    unit = _unit(found)
    if unit is None:
        return None
    amount = _AMOUNT.fullmatch(table.units[unit])
    if amount is None:
        return ("DURATION", "P1WE", None)
    if (len(found.words) == 1 and amount[1]) or (unit == "quarter" and _has(found, "HYPHEN")):
        return None
    count = _count(found)
    if count is None:
        return ("DURATION", f"P{amount[1]}X{amount[3]}", None)
    total = count * int(amount[2])
    whole = f"{total:g}"
    if total % 1 == 0.5 and amount[3] == "Y":
        return ("DURATION", f"P{int(total)}Y6M", None)
    if total % 1 == 0.5 and amount[1] and amount[3] == "H":
        return ("DURATION", f"PT{int(total)}H30M", None)
    return ("DURATION", f"P{amount[1]}{whole}{amount[3]}", None)


def _reference(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    value = found.shape.value or next(
        (str(w.value) for w in found.words if w.name in ("NOWADAYS", "ERA")), "PAST_REF"
    )
    return ("DATE", value, None)


def _age(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    return None


_KINDS: Mapping[str, Callable[[Found, Anchor, TimeTable], Value | None]] = {
    "date": _date,
    "range": _date,
    "century": _century,
    "edge": _edge,
    "years": _date,
    "holiday": _holiday,
    "from_day": _from_day,
    "told": _told,
    "half": _half,
    "turn": _turn,
    "season": _season,
    "part": _part_alone,
    "numeric": _numeric,
    "year_back": _year_back,
    "deictic": _deictic,
    "ago": _ago,
    "shift": _shift,
    "clock": _clock,
    "set": _set,
    "duration": _duration,
    "reference": _reference,
    "age": _age,
}


# ---------------------------------------------------------------------- what the words say
def _has(found: Found, name: str) -> bool:
    return any(w.name == name for w in found.words)


def _first(found: Found, name: str) -> Word | None:
    return next((w for w in found.words if w.name == name), None)


def _int(found: Found, name: str) -> int | None:
    word = _first(found, name)
    return int(word.value) if word else None


def _str(found: Found, name: str) -> str | None:
    word = _first(found, name)
    return str(word.value) if word else None


def _unit(found: Found) -> str | None:
    names = ("UNIT", "UNITS", "QUARTER", "CENTURY", "WEEKEND", "PARTUNIT")
    return next((str(w.value) for w in found.words if w.name in names), None)


def _part(found: Found, table: TimeTable) -> str | None:
    """The TIMEX3 part of a day ("EV") or clock time ("12:00") that the words name."""
    for word in found.words:
        if word.name == "PART":
            return str(word.value)
        if word.name == "PARTUNIT":
            return "NI"
    return None


def _direction(found: Found) -> int | None:
    steps = [_DIRECTIONS[w.name] for w in found.words if w.name in _DIRECTIONS]
    return max(steps, key=abs) if steps else None


def _count(found: Found) -> float | None:
    """How many units: "two", "2 1/2", "twenty-five", "a"; None for "several" and for no number."""
    if _has(found, "QUANT") or _is_range(found):
        return None
    total: float | None = None
    for word in found.words:
        if word.name in ("NUM", "DAY"):
            number = _numeral(word.value)
            total = total * number if total and number == 100 else (total or 0) + number
        elif word.name == "HALF":
            total = (total or 0) + 0.5
    if total is None and _has(found, "ART"):
        return 1
    return total


def _is_range(found: Found) -> bool:
    """Whether the words count from one number to another: "two to three"."""
    names = "".join(
        "n" if w.name in ("NUM", "DAY") else "t" if w.name == "UPTO" else " " for w in found.words
    )
    return "ntn" in names


def _numeral(value: str | int) -> float:
    if isinstance(value, int):
        return value
    if "/" in value:
        top, bottom = value.split("/")
        return int(top) / int(bottom) if int(bottom) else 0
    return float(value.replace(",", ""))


# ---------------------------------------------------------------------- how values are written
def _year_text(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"


def _day(day: date | None) -> Value | None:
    return ("DATE", day.isoformat(), day.isoformat()) if day else None


def _span(value: str) -> Value:
    return ("DATE", value, value)


def _timed(day: date | None, part: str | None, unknown: str = _UNKNOWN_DAY) -> Value:
    text = day.isoformat() if day else unknown
    return ("TIME", f"{text}T{part}", _edtf(day)) if part else ("DATE", text, _edtf(day))


def _text(day: date | None) -> str:
    return day.isoformat() if day else _UNKNOWN_DAY


def _edtf(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None
