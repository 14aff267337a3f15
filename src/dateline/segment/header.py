"""What stands at the head of a report: its title and kickers."""

from dataclasses import replace

from dateline.model.report import Part
from dateline.segment.furniture import Marked, by_place
from dateline.segment.lines import Line
from dateline.segment.page import Page
from dateline.segment.page_table import page_table

_TITLE_WORDS = 4  # a headline of fewer words may be a kicker ("World", "Middle East")


def find_title(page: Page, start: int, end: int, given: str | None) -> range:
    """The numbers of the lines that make the title of the report in lines `[start, end)`; maybe none.

    `given` is a title known from outside; lines that repeat it are the title, whatever they look like.
    """
    stop = next((i for i in range(start, end) if page.is_paragraph(i)), end)
    if given:
        known = _as_given(page, range(start, min(end, stop + 2)), given)
        if known:
            return known
    if stop == end:
        return range(start, start)
    candidates = [i for i in range(start, stop) if page.is_headline(i)]
    full = [i for i in candidates if page.marked[i].line.words >= _TITLE_WORDS]
    chosen = (full or candidates)[:1]
    return range(chosen[0], chosen[0] + 1) if chosen else range(start, start)


def _as_given(page: Page, lines: range, given: str) -> range | None:
    wanted = _bare(given)
    for first in lines:
        joined = ""
        for last in range(first, min(first + 3, lines.stop)):
            joined += page.marked[last].line.bare if page.marked[last].line.short else "\n"
            if joined == wanted:
                return range(first, last + 1)
    return None


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def shown_title(page: Page, title: range, given: str | None) -> str | None:
    """A title's words: as given, if the page shows the same, else as the page shows them."""
    shown = " ".join(page.marked[i].line.text for i in title)
    return given if given and _bare(given) == _bare(shown) else shown or None


def settle(page: Page, lines: range, title: range) -> list[Marked]:
    """The lines of one report, with all marked that only their place in it tells."""
    found: list[Marked] = []
    closed = comments = False
    heading = page.marked[title.start].line if title else None
    below = next((i for i in lines if page.is_paragraph(i) and i not in title), lines.stop)
    for i in lines:
        item = page.marked[i]
        closed = (closed or item.closes) and not page.is_paragraph(i)
        comments = comments or item.opens == "comments"
        if i in title:
            item = replace(item, part=Part.TITLE)
        elif comments or (item.part is None and closed and _says_little(item.line)):
            item = replace(item, part=item.part or Part.FOOTER)
        elif (heading and _repeats(item, heading)) or (i < title.start and _is_kicker(item)):
            item = replace(item, part=Part.FOOTER)
        elif item.part is None and i not in page.datelines:
            item = _by_place(page, i, bool(title) and title.start < i < below, i > below)
        found.append(item)
    return found if any(m.part in (None, Part.TITLE) for m in found) else _unveiled(found)


def _unveiled(marked: list[Marked]) -> list[Marked]:
    """When a report has nothing but captions, they are what it has to say."""
    return [replace(m, part=None) if m.part is Part.CAPTION else m for m in marked]


def _by_place(page: Page, i: int, head: bool, below: bool) -> Marked:
    item = page.marked[i]
    if head:
        return page.under_headline(i)
    marked = by_place(item.line, page_table(page.language), "below") if below else item
    return item if marked.part is None else marked


def _is_kicker(item: Marked) -> bool:
    return item.part is None and _says_little(item.line)


def _says_little(line: Line) -> bool:
    """Whether a line is too short to say anything: a kicker above a title, a label among footers."""
    return line.words < _TITLE_WORDS and not line.ended


def _repeats(item: Marked, title: Line) -> bool:
    """Whether a line gives a report's title once more."""
    return item.part in (None, Part.CAPTION) and item.line.short and item.line.bare == title.bare
