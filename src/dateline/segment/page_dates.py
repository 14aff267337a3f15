"""When a page says it was published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language
from dateline.language.calendar import Calendar, calendar_of
from dateline.model.edtf import first_day

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True)
class PageDates:
    """Reads the dates of bylines. `units` maps a pattern of a unit's name to the unit."""

    calendar: Calendar
    units: Mapping[str, str]
    fixed: Mapping[str, int]
    ago: re.Pattern[str]

    def written(self, text: str, reference: str | None) -> str | None:
        """EDTF of a date as written; a missing year is filled in from `reference` (EDTF)."""
        found = self.calendar.parse(text, first_day(reference))
        return found.isoformat() if found else None

    def since(self, text: str, retrieved: str | None) -> str | None:
        """EDTF of "2 days ago" on a page fetched on `retrieved` (EDTF), None when that is not known.

        Hours before a day whose hour is not known, and counts of weeks or more, give a date that is
        marked approximate ("2021-08-19~").
        """
        fetched = first_day(retrieved)
        if fetched is None:
            return None
        word = text.strip().lower()
        for name, days in self.fixed.items():
            if word == name:
                return (fetched - timedelta(days)).isoformat()
        match = self.ago.match(word)
        if match is None:
            return None
        count = int(match["count"]) if match["count"].isdigit() else 1
        unit = next(u for p, u in self.units.items() if re.fullmatch(p, match["unit"]))
        return self._before(fetched, count, unit)

    def _before(self, fetched: date, count: int, unit: str) -> str | None:
        try:
            day = fetched - timedelta(count * _DAYS.get(unit, 0))
        except OverflowError:
            return None
        exact = unit in ("day", "minute")
        return day.isoformat() if exact else f"{day.isoformat()}~"


@cache
def page_dates(language: Language) -> PageDates:
    """A language's reader of page dates. Raises LexiconError when its tables are malformed."""
    try:
        table = language.table("page")["ago"]
        units = {str(p): str(unit) for unit, patterns in table["units"].items() for p in patterns}
        fixed = {**{str(k): int(v) for k, v in table["days"].items()}, **dict.fromkeys(table["now"], 0)}
        counts = "|".join([*table["one"], r"\d{1,3}"])
        ago = re.compile(rf"(?P<count>{counts}) ?(?P<unit>{'|'.join(units)}) (?:{'|'.join(table['ago'])})\b")
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise LexiconError(f"language table {language.code}/page.toml: {error!r}") from None
    return PageDates(calendar_of(language), units, fixed, ago)
