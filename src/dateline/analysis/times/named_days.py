"""The dates of named days: fixed ("12-25"), counted from Easter, by weekday, or of the Islamic calendar.

Easter is computed after Meeus (Astronomical Algorithms, ch. 8 and 9). Islamic days are those of the tabular
calendar (Reingold and Dershowitz, Calendrical Calculations, ch. 7); the crescent is sighted up to two days
off, so their EDTF dates are approximate ("~").
"""

import re
from datetime import date, timedelta

from dateline.language.calendar import valid_date

_FORM = re.compile(
    r"(?:(?P<year>\d{4})-)?(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<easter>easter|pascha)(?P<after>[+-]\d+)"
    r"|(?P<in>\d\d)-W(?P<weekday>[1-7])#(?P<nth>-?\d)"
    r"|hijri (?P<imonth>\d\d)(?:-(?P<iday>\d\d))?"
)
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1, in the Gregorian calendar


def is_rule(text: str) -> bool:
    """Whether a text is a rule: "12-25", "2001-09-11", "easter-2", "pascha+0", "11-W4#4", "hijri 10-01"."""
    return _FORM.fullmatch(text) is not None


def fixed_year(rule: str) -> int | None:
    """The year of a rule that names one day for ever: "2001-09-11"."""
    found = _FORM.fullmatch(rule)
    return int(found["year"]) if found and found["year"] else None


def is_approximate(rule: str) -> bool:
    """Whether the day that a rule gives may be off by a day or two."""
    return rule.startswith("hijri")


def first_days(rule: str, year: int) -> list[date]:
    """The days of a Gregorian year that a rule names: one, or none or two of the Islamic year.

    For a month without a day ("hijri 09") it is the first day.
    """
    found = _FORM.fullmatch(rule)
    if found is None or not 1 < year < 9999:
        return []
    if found["imonth"]:
        return _islamic(year, int(found["imonth"]), int(found["iday"] or 1))
    if found["easter"]:
        day: date | None = _easter(year) if found["easter"] == "easter" else _pascha(year)
        return [day + timedelta(int(found["after"]))] if day else []
    if found["nth"]:
        day = _nth(year, int(found["in"]), int(found["weekday"]), int(found["nth"]))
    else:
        day = valid_date(int(found["year"] or year), int(found["month"]), int(found["day"]))
    return [day] if day else []


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))


def _easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, centuries = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - shift + 15) % 30
    weekday = (32 + 2 * centuries + 2 * (rest // 4) - epact - rest % 4) % 7
    months, days = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, months, days + 1)


def _pascha(year: int) -> date:
    """Orthodox Easter Sunday, in the Gregorian calendar (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    months, days = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, months, days + 1) + timedelta(year // 100 - year // 400 - 2)


def _islamic(year: int, month: int, day: int) -> list[date]:
    around = (year - 622) * 33 // 32
    days = (_islamic_day(y, month, day) for y in range(max(1, around - 1), around + 3))
    return [d for d in days if d.year == year]


def _islamic_day(year: int, month: int, day: int) -> date:
    passed = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH + passed + day - 1)
