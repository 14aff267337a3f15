"""Hard-wrapped text: paragraphs that were broken into lines of one width."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.model.span import Span

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_WIDTHS = range(40, 121)  # characters of the longest line of a wrapped paragraph
_FULL = 0.6  # share of that width which every line but the last fills
_ENDS = ".!?…:;\"'”’)»"


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs of `text[start:end]`: its lines that are not blank, those of a wrapped block joined.

    A block of lines without a blank one between counts as wrapped when its lines are of about one
    width and at least one sentence runs on from a line to the next.
    """
    block: list[Span] = []
    for match in _LINE.finditer(text, start, end):
        if not match.group().strip():
            continue
        line = Span(*match.span())
        if block and not _adjoin(text, block[-1], line):
            yield from _joined(text, block)
            block = []
        block.append(line)
    yield from _joined(text, block)


def _adjoin(text: str, above: Span, below: Span) -> bool:
    return below.start - above.end <= 2 and len(_BREAK.findall(text, above.end, below.start)) == 1


def _joined(text: str, block: list[Span]) -> list[Span]:
    if len(block) < 2:
        return block
    widths = [len(line.of(text).rstrip()) for line in block]
    width = max(widths)
    if width not in _WIDTHS or min(widths[:-1]) < _FULL * width:
        return block
    if not any(_runs_on(text, above, below) for above, below in pairwise(block)):
        return block
    return [Span(block[0].start, block[-1].end)]


def _runs_on(text: str, above: Span, below: Span) -> bool:
    return below.of(text).lstrip()[:1].islower() and above.of(text).rstrip()[-1:] not in _ENDS
