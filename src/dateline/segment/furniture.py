"""Tells a page's furniture from its reports: bylines, captions, credits, promotion and footers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.model.report import Part
from dateline.segment.lines import Line
from dateline.segment.page_table import LineRule, PageTable

_TAIL = 240  # characters at the end of a line in which a credit or footer is looked for
_CAPTION_WORDS = 90
_REPEAT_WORDS = range(5, 61)
_FACTS = ("author", "outlet", "agency", "published", "updated", "ago")


@dataclass(frozen=True)
class Marked:
    """A line and what it is; `part` None is text. `tail` is where a footer at its end begins, if any."""

    line: Line
    part: Part | None = None
    closes: bool = False
    opens: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    tail: int | None = None


def mark(lines: list[Line], table: PageTable) -> list[Marked]:
    """Every line with what it is by itself and by what it repeats."""
    return list(_repeats([_by_itself(line, table) for line in lines]))


def by_place(line: Line, table: PageTable, where: str) -> Marked:
    """A line with what it is at a certain place: "head", under a headline, or "below" the first paragraph."""
    for rule in table.lines if line.short else ():
        match = _match(rule, line) if rule.where == where else None
        if match and not (rule.named and not table.names_outlet(match["outlet"])):
            return Marked(line, rule.part, rule.closes, rule.opens, _facts(match))
    return Marked(line)


def _by_itself(line: Line, table: PageTable) -> Marked:
    found = by_place(line, table, "")
    if found.part is not None:
        return found
    start = max(0, len(line.shape) - _TAIL)
    for rule in table.tails:
        match = rule.pattern.search(line.shape, start)
        if match and not rule.whole:
            return Marked(line, None, facts=_facts(match), tail=match.start())
        if match and line.words <= _CAPTION_WORDS and not line.text.isupper():
            return Marked(line, rule.part)
    return Marked(line)


def _match(rule: LineRule, line: Line) -> re.Match[str] | None:
    if line.words > rule.maxwords or (rule.unfinished and line.ended):
        return None
    return rule.pattern.fullmatch(line.shape)


def _facts(match: re.Match[str]) -> dict[str, str]:
    groups = match.groupdict()
    return {name: groups[name].strip() for name in _FACTS if groups.get(name)}


def _repeats(marked: list[Marked]) -> Iterator[Marked]:
    """A caption is often given twice, once as the picture's description: both are captions."""
    for i, here in enumerate(marked):
        near = [m for m in (*marked[max(0, i - 1) : i], *marked[i + 1 : i + 2]) if _same(here.line, m.line)]
        captioned = any(m.part is Part.CAPTION for m in near)
        if here.part is None and here.tail is None and near and (captioned or not _heads(marked, i)):
            yield replace(here, part=Part.CAPTION)
        else:
            yield here


def _heads(marked: list[Marked], i: int) -> bool:
    """Whether a line may be a headline that is given twice: at the top of a page, or with a byline below."""
    below = marked[i + 1 : i + 3]
    return marked[i].line.headline and (i <= 1 or any(m.part is Part.BYLINE for m in below))


def _same(one: Line, other: Line) -> bool:
    """Whether two lines have nearly the same words, or one is the other lengthened by a description."""
    a, b = one.bag, other.bag
    if one.words not in _REPEAT_WORDS or other.words not in _REPEAT_WORDS:
        return False
    if len(a & b) >= 0.9 * max(len(a), len(b)):
        return True
    shorter, longer = sorted((one, other), key=lambda line: line.words)
    return not shorter.ended and shorter.bare in longer.bare
