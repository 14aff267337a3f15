"""Days as feeds and messages write them."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from dateline.model.edtf import is_edtf


def day_of(told: str | None) -> str | None:
    """The day of a date in RFC 822 or ISO 8601, None when it is none."""
    if told is None:
        return None
    if is_edtf(told[:10]) and told[:4].isdigit():
        return told[:10]
    try:
        day: datetime = parsedate_to_datetime(told)
    except ValueError:
        return None
    return day.date().isoformat()
