"""When something is said to be."""

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression. `type` is DATE, TIME, DURATION or SET; `edtf` is None without a calendar date."""

    span: Span
    type: str
    value: str
    edtf: str | None = None
