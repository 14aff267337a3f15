"""What counts from what the text told of: "two days later", "the latest quarter", "two weeks ago"."""

from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable
from dateline.analysis.times.values.anchor import Anchor, Value
from dateline.analysis.times.values.forms import UNKNOWN_DAY, day_text, edtf_of, quarter_value, year_text
from dateline.analysis.times.values.units import AMOUNT, YEARS, unit_at
from dateline.analysis.times.values.words import count_of, has, int_of, part_of, str_of, unit_of


def ago(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Two weeks ago": as exact as its unit; an edtf date of more than days is approximate."""
    unit = unit_of(found)
    count = count_of(found)
    if unit is None:
        return None
    if count is None:
        return ("DATE", "PAST_REF", None)
    if anchor.quarter and anchor.grain == "Q" and count == 1 and table.units[unit] == "1Y":
        return quarter_value(anchor.quarter[0] - 1, anchor.quarter[1])
    amount = AMOUNT.fullmatch(table.units[unit])
    if amount is None:
        return None
    if amount[1]:
        return ("TIME", day_text(anchor.written), edtf_of(anchor.written))
    if YEARS.get(table.units[unit], 1) > 1:
        count, unit_amount = count * int(amount[2]), "1Y"
    else:
        unit_amount = table.units[unit]
    value = unit_at(unit_amount, -round(count), anchor.written)
    if value is None or value[2] is None or "/" in value[2] or len(value[2]) == 10:
        return value
    return (value[0], value[1], f"{value[2]}~")


def shift(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "Two days later", "the next day", "that year": counted from the day the text told of last."""
    unit, count = unit_of(found), count_of(found)
    part = part_of(found, table)
    if has(found, "OF") and unit and table.units[unit] == "1D":  # "late in the day" names no day
        return None
    if unit is None:
        return ("DATE", f"{UNKNOWN_DAY}", None) if part else None
    names = {w.name for w in found.words}
    if count is None:
        count = 0 if "THAT" in names and not names & {"NEXT", "FOLLOWING", "PRIOR"} else 1
    if found.words[0].name == "EARLY" or (found.words[0].name in ("EARLIER", "LATER") and not count):
        count = 0
    back = bool(names & {"PRIOR", "BEFORE"}) or found.words[-1].name == "EARLIER"
    steps = round(-count if back else count)
    amount = table.units[unit]
    if amount == "1Y" and anchor.quarter and anchor.grain == "Q" and back:
        return quarter_value(anchor.quarter[0] + steps, anchor.quarter[1])
    exact = anchor.grain == "D" or amount[-1] == "Y" or (amount[-1] == "M" and anchor.grain == "M")
    moved = unit_at(amount, steps, anchor.told if exact else None)
    if part and moved and len(moved[1]) == 10:
        return ("TIME", f"{moved[1]}T{part}", moved[2])
    return moved


def told_value(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The quarter", "the latest period": what the text told of last, else the one the report is of."""
    if has(found, "FISCAL"):
        return unit_at("1Y", 0, anchor.written)
    if has(found, "QUARTER") or has(found, "PERIOD"):
        if anchor.quarter:
            return quarter_value(*anchor.quarter)
        return None if has(found, "PERIOD") else ("DATE", f"{year_text(anchor.year)}-QX", None)
    unit = unit_of(found)
    if unit is None or table.units[unit] not in ("1Y", "1W"):
        return None
    return unit_at(table.units[unit], 0, anchor.written)


def year_back(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """ "The year-ago quarter", "year-earlier": a year before what the text told of last."""
    origin = anchor.written or anchor.told
    if origin is None or (unit := str_of(found, "UNIT")) is None or table.units[unit] != "1Y":
        return None
    year, number = anchor.quarter or (origin.year, None)
    number = int_of(found, "ORD") or number
    if number and 1 <= number <= 4:
        return quarter_value(year - 1, number)
    return unit_at("1Y", -1, origin)
