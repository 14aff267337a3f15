"""What a report tells as history: events long past on the day it was published."""

from datetime import timedelta

from dateline.model.edtf import extent, first_day
from dateline.model.report import Report

_NEWS = timedelta(days=180)  # how long an event may be over and still be what a report is about


def is_history(report: Report, edtf: str | None) -> bool:
    """Whether an event of this date was over more than half a year before its report.

    Without one of the two dates nothing is history: a past tense alone tells news as well.
    """
    published = first_day(report.published)
    if published is None or edtf is None:
        return False
    end = extent(edtf)[1]
    return end is not None and published - end > _NEWS
