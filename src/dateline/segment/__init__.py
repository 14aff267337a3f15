"""A pasted page -> its reports.

What stands between a page's top and bottom besides the reports themselves (captions, plugs, footers)
is marked as what it is, not thrown away: a report's passages cover all its text, in order.
"""

from collections.abc import Iterator

from dateline.language import Language
from dateline.model.report import Document, Part, Passage, Report
from dateline.model.span import Span
from dateline.segment.datelines import Dateline
from dateline.segment.facts import Facts, gather
from dateline.segment.furniture import Marked
from dateline.segment.header import find_title, settle, shown_title
from dateline.segment.page import Page, boundaries, read_page

__all__ = ["segment"]

_SUMMARY = 3  # paragraphs that may stand above a dateline: a summary, a line on the author


def segment(document: Document, language: Language) -> tuple[Report, ...]:
    """The reports that stand in a document, in text order; at least one.

    Their ids are r1, r2, …; neither they nor their passages overlap, and the passages cover every
    character that is not blank. A text without words gives one report without passages.

    What is known of the document (outlet, authors, date) holds for all its reports, except that in a
    page of several a report's own byline or footer says it of that report. A publication date is only
    taken from the page or the document's giver: nothing is guessed from the text.
    """
    page = read_page(document.text, language, document.title)
    starts = boundaries(page)
    ends = [*starts[1:], len(page.marked)]
    pieces = [(document, page, range(start, end)) for start, end in zip(starts, ends, strict=True)]
    return tuple(_report(*piece, number, len(pieces)) for number, piece in enumerate(pieces, 1))


def _report(document: Document, page: Page, lines: range, number: int, count: int) -> Report:
    """One report. `lines` are the numbers of its lines, `count` the reports of the page."""
    given = document.title if number == 1 else None
    title = find_title(page, lines.start, lines.stop, given)
    marked = settle(page, lines, title)
    headed = _headed(page, lines, marked)
    dateline = page.datelines[headed] if headed is not None else None
    facts = gather(document, shown_title(page, title, given), marked, dateline, page.language)
    known = Facts(given, document.outlet, document.authors, None, document.published)
    first, second = (facts, known) if count > 1 else (known, facts)
    return Report(
        id=f"r{number}",
        document=document,
        span=_span(document, marked),
        passages=tuple(_passages(marked, None if headed is None else headed - lines.start, dateline)),
        title=facts.title or given,
        outlet=first.outlet or second.outlet,
        authors=first.authors or second.authors,
        agency=facts.agency,
        dateline=dateline.place if dateline else None,
        published=first.published or second.published,
    )


def _headed(page: Page, lines: range, marked: list[Marked]) -> int | None:
    """The line that carries the report's dateline: its first, or the one below a summary."""
    for i in lines:
        above = page.paragraphs_in(lines.start, i)
        if above > _SUMMARY:
            return None
        dateline = page.datelines.get(i)
        if dateline and marked[i - lines.start].part is None and not (above and dateline.loose):
            return i
    return None


def _span(document: Document, marked: list[Marked]) -> Span:
    if not marked:
        return Span(0, len(document.text))
    return Span(marked[0].line.start, marked[-1].line.end)


def _passages(marked: list[Marked], headed: int | None, dateline: Dateline | None) -> Iterator[Passage]:
    """The passages of a report's lines; running text is one passage until something else interrupts it."""
    body: Span | None = None
    for number, item in enumerate(marked):
        for span, part in _parts(item, dateline if number == headed else None):
            if part is Part.BODY:
                body = Span(body.start if body else span.start, span.end)
                continue
            if body:
                yield Passage(body, Part.BODY)
                body = None
            yield Passage(span, part)
    if body:
        yield Passage(body, Part.BODY)


def _parts(item: Marked, dateline: Dateline | None) -> Iterator[tuple[Span, Part]]:
    """A line's own passages: a dateline at its head, a footer at its tail, text between."""
    line = item.line
    start, end = line.start, line.end
    if item.part is not None:
        yield Span(start, end), item.part
        return
    if dateline:
        start += dateline.length
        head = line.text[: dateline.length].rstrip()
        yield Span(line.start, line.start + len(head)), Part.DATELINE
    if item.tail is not None and line.start + item.tail > start:
        end = line.start + item.tail
        end -= len(line.text[: item.tail]) - len(line.text[: item.tail].rstrip())
    if start < end:
        yield Span(start, end), Part.BODY
    if end < line.end:
        begin = line.start + (item.tail or 0)
        begin += len(line.text[item.tail or 0 :]) - len(line.text[item.tail or 0 :].lstrip())
        yield Span(begin, line.end), Part.FOOTER
