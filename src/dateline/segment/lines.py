"""The lines of a page, and what can be told from their shape alone."""

import re
from dataclasses import dataclass
from functools import cached_property

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+|\r\n|[\r\n\x85\u2028\u2029]")
_BREAKS = frozenset("\r\n\x85\u2028\u2029")
_BLANK = " \t\v\f\xa0\u200b\u2060\ufeff\u00ad"
_WORD = re.compile(r"[^\W_]+")
_FINISHED = re.compile(r"""[.!?…;:。؟][\])"'”’»*]*$""")
_ENDED = re.compile(r"""[.!?…。؟][\])"'”’»*]*$""")
_QUESTION = re.compile(r"""[^.!?…]+[?!]["'”’]?""")
_SHORT = 400  # characters; a longer line is text, whatever its words are
_HEADLINE_WORDS = range(2, 31)
_PARAGRAPH_WORDS = 8
_LONG_WORDS = 30


@dataclass(frozen=True)
class Line:
    """A line that is not blank: `[start, end)` in the text, outer blanks left out.

    `gap` counts the blank lines above it.
    """

    text: str
    start: int
    end: int
    gap: int

    @cached_property
    def shape(self) -> str:
        """The text with typewriter apostrophes made curly: the form that patterns are written for."""
        return self.text.replace("'", "’").replace("\xa0", " ").replace("\t", " ")

    @property
    def short(self) -> bool:
        return self.end - self.start <= _SHORT

    @cached_property
    def words(self) -> int:
        """How many words it has; of a long line only that there are many."""
        return len(_WORD.findall(self.text)) if self.short else _SHORT

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its words in lower case; empty for a long line."""
        return frozenset(w.lower() for w in _WORD.findall(self.text)) if self.short else frozenset()

    @cached_property
    def bare(self) -> str:
        """Its letters and digits in lower case; for comparing short lines."""
        return "".join(c for c in self.text.casefold() if c.isalnum())

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDED.search(self.text, max(0, len(self.text) - 8)) is not None

    @property
    def headline(self) -> bool:
        """Whether it may be a headline: a few words, begun with a capital and not ended by a full stop."""
        if not self.short or self.words not in _HEADLINE_WORDS or self.text[0].islower():
            return False
        return self.text.endswith(("?", "!", "…", "?’", "?”", '?"')) or not _FINISHED.search(self.text)

    @property
    def paragraph(self) -> bool:
        """Whether it must be running text: long, or a sentence. A single question may be a headline."""
        if self.words >= _LONG_WORDS:
            return True
        return self.words >= _PARAGRAPH_WORDS and self.ended and not (_QUESTION.fullmatch(self.text))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order. Line breaks are \\n, \\r, \\r\\n, NEL, LS and PS."""
    found: list[Line] = []
    gap = breaks = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        if raw[0] in _BREAKS:
            breaks += 1
            continue
        stripped = raw.strip(_BLANK).strip()
        if not stripped:
            continue
        gap = max(0, breaks - 1) if found else 0
        start = match.start() + raw.index(stripped)
        found.append(Line(stripped, start, start + len(stripped), gap))
        breaks = 0
    return found


def usual_gap(lines: list[Line]) -> int:
    """How many blank lines stand between two paragraphs of this page, usually (the median)."""
    gaps = sorted(line.gap for line in lines[1:])
    return gaps[len(gaps) // 2] if gaps else 0
