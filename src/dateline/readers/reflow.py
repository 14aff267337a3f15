"""The paragraphs of laid-out pages: lines that a printer broke are joined, and what is on every page goes.

A printed page says where its lines end and not where its paragraphs do; these are told by how long a line is
and by how the next one begins.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_FULL = 0.75  # share of a page's usual width that every line of a paragraph but its last fills
_USUAL = 0.8  # share of the lines that are no longer than that width
_EDGE = 2  # lines at the top and at the bottom of a page that may be on every page
_PAGES = 3  # pages from which on a repeated line shows that it is
_MOSTLY = 0.6  # share of the pages that have such a line
_NUMBER = re.compile(r"\d+")
_HYPHENATED = re.compile(r"[^\W\d_]{2}-$")
# Two letters in one sign, and hyphens that a program put where a word may be broken.
_SIGNS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xad": ""}
_PLAIN = str.maketrans(_SIGNS)


def reflowed(pages: Iterable[str]) -> str:
    """The text of some pages, a paragraph a line, with an empty line between paragraphs."""
    sheets = [[line.strip().translate(_PLAIN) for line in page.splitlines()] for page in pages]
    repeated = _running(sheets)
    lines: list[str] = []
    for sheet in sheets:
        for at, line in enumerate(sheet):
            if not (_is_edge(at, sheet) and _masked(line) in repeated):
                lines.append(line)
    return "\n\n".join(_paragraphs(lines))


def _running(sheets: Sequence[Sequence[str]]) -> frozenset[str]:
    """Running heads and feet, whatever page number they have."""
    if len(sheets) < _PAGES:
        return frozenset()
    edges = Counter(
        masked
        for sheet in sheets
        for masked in {_masked(line) for at, line in enumerate(sheet) if line and _is_edge(at, sheet)}
    )
    return frozenset(line for line, count in edges.items() if count >= _MOSTLY * len(sheets))


def _is_edge(at: int, sheet: Sequence[str]) -> bool:
    return at < _EDGE or at >= len(sheet) - _EDGE


def _masked(line: str) -> str:
    return _NUMBER.sub("0", line)


def _paragraphs(lines: Sequence[str]) -> list[str]:
    full = _FULL * _width(lines)
    found: list[str] = []
    open_line = ""  # the last line of a paragraph that may go on
    for line in lines:
        if not line:
            continue
        if found and open_line and (len(open_line) >= full or not _begins(line)):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
        open_line = line
    return found


def _width(lines: Iterable[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(_USUAL * (len(lengths) - 1))] if lengths else 0


def _begins(line: str) -> bool:
    """Whether a line can begin a paragraph: not with a small letter."""
    return not line[0].islower()


def _joined(text: str, line: str) -> str:
    """Two lines as one; a word that was broken at a hyphen is whole again where the rest of it is small."""
    if _HYPHENATED.search(text) and line[0].islower():
        return text[:-1] + line
    return f"{text} {line}"
