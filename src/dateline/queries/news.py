"""What reports since a day add to what older ones told."""

from collections.abc import Iterable
from enum import StrEnum

from dateline.model.edtf import extent
from dateline.model.records import Evidence


class News(StrEnum):
    """What the reports since a day add to a finding."""

    NEW = "new"  # nobody told it before
    MORE = "more"  # told before, and again


def news(evidence: Iterable[Evidence], since: str | None) -> News | None:
    """What reports since a day (EDTF) add, None for nothing.

    A report without a date is taken for an old one.
    """
    first = extent(since)[0] if since else None
    if first is None:
        return None
    late = [(e.published or "") >= first.isoformat() for e in evidence]
    return News.NEW if all(late) else News.MORE if any(late) else None
