"""Divides a page into its reports: where each begins, and what its lines are."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.language import Language
from dateline.model.report import Part
from dateline.segment.datelines import Dateline, find_dateline
from dateline.segment.furniture import Marked, by_place, mark
from dateline.segment.lines import Line, lines_of, usual_gap
from dateline.segment.page_table import page_table

_LOOKAHEAD = 9  # lines in which a headline must be followed by its report
_WIDE = 3  # blank lines that part two reports, when paragraphs are closer
_CONTEXT = 1500  # characters of a line in which a dateline's words are looked for
_CAPTION_WORDS = 40
_LINK_WORDS = 25
_LINKS = 14  # links in a row that belong to one "Related articles"


@dataclass(frozen=True)
class Page:
    """The marked lines of a page, with what the search for boundaries needs to know of them."""

    marked: Sequence[Marked]
    language: Language

    @cached_property
    def wide(self) -> int:
        """How many blank lines are more than a paragraph's end on this page."""
        return max(_WIDE, usual_gap([m.line for m in self.marked]) + 2)

    @cached_property
    def datelines(self) -> dict[int, Dateline]:
        """Line number -> the dateline it begins with."""
        found: dict[int, Dateline] = {}
        for i, item in enumerate(self.marked):
            if item.part is not None:
                continue
            dateline = find_dateline(item.line, self.language, self._around(i))
            if dateline:
                found[i] = dateline
        return found

    def _around(self, i: int) -> str:
        """The text that follows the head of line i, as far as one need look."""
        return "\n".join(m.line.text[:_CONTEXT] for m in self.marked[i : i + 6])

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [i for i in range(len(self.marked)) if self.is_paragraph(i)]

    def is_paragraph(self, i: int) -> bool:
        item = self.marked[i]
        return item.part is None and (item.line.paragraph or self.surely_dated(i))

    def surely_dated(self, i: int) -> bool:
        return i in self.datelines and not self.datelines[i].loose

    def is_headline(self, i: int) -> bool:
        item = self.marked[i]
        if item.part is not None or i in self.datelines or not item.line.headline:
            return False
        below = self.marked[i + 1].line if i + 1 < len(self.marked) else None
        return below is None or below.gap > 0 or not below.text[0].islower()  # no line of a wrapped paragraph

    @cached_property
    def _sentences(self) -> list[int]:
        return [i for i, m in enumerate(self.marked) if m.part is None and m.line.ended]

    def sentences_in(self, start: int, end: int) -> int:
        """How many lines of `[start, end)` end as sentences do."""
        return bisect_left(self._sentences, end) - bisect_left(self._sentences, start)

    def paragraphs_in(self, start: int, end: int) -> int:
        return bisect_left(self._paragraphs, end) - bisect_left(self._paragraphs, start)

    def under_headline(self, i: int) -> Marked:
        """Line i, taken to stand between a headline and its report."""
        item = self.marked[i]
        return by_place(item.line, page_table(self.language), "head") if item.part is None else item

    def header(self, i: int) -> tuple[bool, bool]:
        """Whether a byline, and whether a paragraph, follows line i before another report's header."""
        byline, others = False, 0
        for j in range(i + 1, min(i + 1 + _LOOKAHEAD, len(self.marked))):
            if self.is_paragraph(j):
                return byline, True
            part = self.under_headline(j).part
            byline = byline or part is Part.BYLINE
            others += part is None
            if others > 2 or part is Part.FOOTER:
                break
        return byline, False


def read_page(text: str, language: Language, title: str | None = None) -> Page:
    """The page of a text. A known title that the first line begins with is taken for a line of its own."""
    lines = lines_of(text)
    if title and lines:
        lines[:1] = _parted(lines[0], title)
    return Page(_without_links(mark(lines, page_table(language))), language)


def _parted(line: Line, title: str) -> list[Line]:
    """A first line "Headline. Text …" as two."""
    head = title.strip()
    rest = line.text[len(head) :]
    if not line.text.startswith(head) or not head or rest[:2] not in (". ", ": ", "? ", "! "):
        return [line]
    cut = len(head) + 1
    begin = len(line.text) - len(rest[1:].lstrip())
    return [
        Line(line.text[:cut], line.start, line.start + cut, line.gap),
        Line(line.text[begin:], line.start + begin, line.end, 0),
    ]


def _without_links(marked: list[Marked]) -> list[Marked]:
    """Marks the links under "Related articles", and the line under "Image caption"."""
    found = list(marked)
    left = 0
    for i, item in enumerate(found):
        above = found[i - 1].opens if i else ""
        if item.opens or item.closes or item.line.gap >= _WIDE:
            left = _LINKS if item.opens == "links" else 0
        elif item.part is None and above == "caption" and item.line.words <= _CAPTION_WORDS:
            found[i] = replace(item, part=Part.CAPTION)
        elif item.part is None and left and _is_link(found, i, above == "links"):
            found[i] = replace(item, part=Part.PROMOTION)
            left -= 1
        elif item.part is None:
            left = 0
    return found


def _is_link(marked: list[Marked], i: int, first: bool) -> bool:
    """Whether a line names another page: no byline or paragraph of its own stands below it.

    The first line under "Related article" may be all there is of it, the report going on below.
    """
    line = marked[i].line
    if not line.short or line.words > _LINK_WORDS or not (line.headline or not line.ended):
        return False
    byline = False
    for below in marked[i + 1 : i + 6]:
        if below.part is Part.BYLINE:
            byline = byline or bool(below.facts)
            if below.facts.keys() & {"author", "agency"}:
                return False
        elif below.part not in (Part.CAPTION, Part.CREDIT):
            return not below.line.paragraph or (first and not byline)
    return True


def boundaries(page: Page) -> list[int]:
    """The line numbers at which reports begin; the first is 0."""
    starts = [0]
    closed = promoted = False
    for i, item in enumerate(page.marked):
        told = page.paragraphs_in(starts[-1], i) >= 2 or page.sentences_in(starts[-1], i) >= 3
        if page.paragraphs_in(starts[-1], i) and _begins(page, i, told, closed, promoted):
            starts.append(i)
        if page.is_paragraph(i):
            closed = promoted = False
        closed = closed or item.closes
        promoted = promoted or item.part is Part.PROMOTION
    return starts


def _begins(page: Page, i: int, told: bool, closed: bool, promoted: bool) -> bool:
    """Whether a report begins at line i. The less parts it from what stands above, the more it must show.

    `told`: the report above has said enough to be one. `closed`, `promoted`: it ended in a footer, in a plug.
    """
    item = page.marked[i]
    wide = item.line.gap >= page.wide
    parted = closed or wide
    if i in page.datelines:
        dateline = page.datelines[i]
        if dateline.loose or page.is_headline(i - 1):
            return parted and page.is_paragraph(i) and not page.is_headline(i - 1)
        return parted or promoted or (dateline.sure and told)
    if page.is_headline(i):
        byline, paragraph = page.header(i)
        dated = _dated_below(page, i)
        if dated and (parted or promoted or told):
            return True
        if byline and paragraph and (parted or promoted or told):
            return item.line.words >= 3
        return paragraph and parted and item.line.words >= 3
    if item.part is Part.BYLINE and parted and "author" in item.facts:
        return page.header(i)[1]
    return wide and closed and page.is_paragraph(i)


def _dated_below(page: Page, i: int) -> bool:
    """Whether a paragraph with a dateline stands under a headline, with only furniture between."""
    for j in range(i + 1, min(i + 1 + _LOOKAHEAD, len(page.marked))):
        if page.surely_dated(j):
            return True
        if page.marked[j].part is None:
            return False
    return False
