"""What an expression counts from, and what its value is made of."""

from dataclasses import dataclass
from datetime import date

type Value = tuple[str, str, str | None]  # type, value, EDTF


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
