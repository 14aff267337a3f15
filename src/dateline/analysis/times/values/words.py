"""What the words of an expression say: the numbers, units and directions among them."""

from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable, Word

_DIRECTIONS = {"LAST": -1, "PAST": -1, "PRIOR": -1, "NEXT": 1, "FOLLOWING": 1, "THIS": 0}


def has(found: Found, name: str) -> bool:
    """Whether a word of that class is among them."""
    return any(w.name == name for w in found.words)


def _first(found: Found, name: str) -> Word | None:
    return next((w for w in found.words if w.name == name), None)


def int_of(found: Found, name: str) -> int | None:
    """The number that the first word of a class stands for."""
    word = _first(found, name)
    return int(word.value) if word else None


def str_of(found: Found, name: str) -> str | None:
    """What the first word of a class stands for."""
    word = _first(found, name)
    return str(word.value) if word else None


def unit_of(found: Found) -> str | None:
    """The unit they count in, as the table of units names it."""
    names = ("UNIT", "UNITS", "QUARTER", "CENTURY", "WEEKEND", "PARTUNIT")
    return next((str(w.value) for w in found.words if w.name in names), None)


def part_of(found: Found, table: TimeTable) -> str | None:
    """The TIMEX3 part of a day ("EV") or clock time ("12:00") that the words name."""
    for word in found.words:
        if word.name == "PART":
            return str(word.value)
        if word.name == "PARTUNIT":
            return "NI"
    return None


def direction_of(found: Found) -> int | None:
    """Steps back (-1, "last") or on (1, "next"); 0 for "this", None without any such word."""
    steps = [_DIRECTIONS[w.name] for w in found.words if w.name in _DIRECTIONS]
    return max(steps, key=abs) if steps else None


def count_of(found: Found) -> float | None:
    """How many units: "two", "2 1/2", "twenty-five", "a"; None for "several" and for no number."""
    if has(found, "QUANT") or _is_range(found):
        return None
    total: float | None = None
    for word in found.words:
        if word.name in ("NUM", "DAY"):
            number = _numeral(word.value)
            total = total * number if total and number == 100 else (total or 0) + number
        elif word.name == "HALF":
            total = (total or 0) + 0.5
    if total is None and has(found, "ART"):
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
