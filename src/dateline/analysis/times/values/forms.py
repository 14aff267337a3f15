"""How values are written: the type, the TIMEX3 value and the EDTF date of days and years."""

from datetime import date, timedelta

from dateline.analysis.times.values.anchor import Value

UNKNOWN_DAY = "XXXX-XX-XX"
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def year_text(year: int | None) -> str:
    """A year as four digits, or the four X of an unknown one."""
    return "XXXX" if year is None else f"{year:04d}"


def day_value(day: date | None) -> Value | None:
    """The value of one day."""
    return ("DATE", day.isoformat(), day.isoformat()) if day else None


def span(value: str) -> Value:
    """The value of a month or year that is written alike in TIMEX3 and EDTF."""
    return ("DATE", value, value)


def timed(day: date | None, part: str | None, unknown: str = UNKNOWN_DAY) -> Value:
    """A day, or the part or clock time of it; `unknown` stands where the day is not known."""
    text = day.isoformat() if day else unknown
    return ("TIME", f"{text}T{part}", edtf_of(day)) if part else ("DATE", text, edtf_of(day))


def day_text(day: date | None) -> str:
    """A day as TIMEX3 writes it, known or not."""
    return day.isoformat() if day else UNKNOWN_DAY


def edtf_of(day: date | None) -> str | None:
    """A day as EDTF writes it; there is no unknown one."""
    return day.isoformat() if day else None


def moved_day(day: date, days: int) -> date | None:
    """A day so many days on; None beyond the years that can be counted."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def decade_value(decade: int) -> Value:
    """The value of a decade, by its first year, with or without the century."""
    decade = decade if decade >= 100 else 1900 + decade
    return ("DATE", f"{decade // 10}", f"{decade // 10}X")


def quarter_value(year: int, quarter: int) -> Value:
    """The value of a quarter of a year, 1 to 4."""
    return ("DATE", f"{year}-Q{quarter}", f"{year}-{3 * quarter - 2:02d}/{year}-{3 * quarter:02d}")
