"""The places that a report's dateline names, which stands before the text that is parsed."""

import re

from dateline.model.report import Part, Report
from dateline.model.span import Span

_PLACE = re.compile(r"[^\s,(/)][^,(/)]*[^\s,(/)]")


def dateline_places(report: Report) -> tuple[tuple[Span, bool], ...]:
    """Where each place is named, and whether it lies in the next: "SEVERN, Md." has one inside the other."""
    passage = next((p for p in report.passages if p.part is Part.DATELINE), None)
    if passage is None or report.dateline is None:
        return ()
    start = report.text.find(report.dateline, passage.span.start, passage.span.end)
    if start < 0:
        return ()
    found = []
    for match in _PLACE.finditer(report.dateline):
        after = report.dateline[match.end() :].lstrip()[:1]
        found.append((Span(start + match.start(), start + match.end()), after in (",", "(")))
    return tuple(found)
