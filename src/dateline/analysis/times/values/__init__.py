"""What a time expression means: its TIMEX3 type and value, and its EDTF date where it has one.

Values follow TIMEX3 (ISO-TimeML; Pustejovsky et al. 2010): "1998-W08", "1989-Q3", "1998-02-12TEV", "P2W",
"PXD", "198" (the 1980s), "XXXX-WXX-3". Where the day a relative expression counts from is not known, the
unknown digits are X and there is no EDTF date.
"""

from collections.abc import Callable, Mapping

from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable
from dateline.analysis.times.values.anchor import Anchor, Value
from dateline.analysis.times.values.clock import clock_value, duration, set_value
from dateline.analysis.times.values.dates import century, date_value, edge, half, numeric, turn
from dateline.analysis.times.values.deictic import deictic, part_alone, season
from dateline.analysis.times.values.named import from_day, holiday
from dateline.analysis.times.values.told import ago, shift, told_value, year_back

__all__ = ["Anchor", "Value", "evaluate"]


def evaluate(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    """Type, value and EDTF date of an expression; None when it is no time after all."""
    return _KINDS[found.shape.kind](found, anchor, table)


def _reference(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    value = found.shape.value or next(
        (str(w.value) for w in found.words if w.name in ("NOWADAYS", "ERA")), "PAST_REF"
    )
    return ("DATE", value, None)


def _age(found: Found, anchor: Anchor, table: TimeTable) -> Value | None:
    return None


_KINDS: Mapping[str, Callable[[Found, Anchor, TimeTable], Value | None]] = {
    "date": date_value,
    "range": date_value,
    "century": century,
    "edge": edge,
    "years": date_value,
    "holiday": holiday,
    "from_day": from_day,
    "told": told_value,
    "half": half,
    "turn": turn,
    "season": season,
    "part": part_alone,
    "numeric": numeric,
    "year_back": year_back,
    "deictic": deictic,
    "ago": ago,
    "shift": shift,
    "clock": clock_value,
    "set": set_value,
    "duration": duration,
    "reference": _reference,
    "age": _age,
}
