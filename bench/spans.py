"""Spans and words of a text: overlap, word sets, noun phrase heads, trimmed edges, sentences."""

import bisect
import re
from collections.abc import Iterable

from bench.contract import Span

_WORD = re.compile(r"\w+")
_POST_MODIFIER = re.compile(
    r"\s(?:of|in|from|for|at|on|with|to|by|who|which|that|whose|and|or|via)\b|[,(;:–—]|\s-\s|['’]s?\s"
)
_NOT_A_HEAD = frozenset({"s", "jr", "sr"})
_DETERMINER = re.compile(r"(?:the|an?|th[ai]t|this|th[eo]se|his|her|their|its|our|some)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n")


def overlap(one: Span, other: Span) -> int:
    """Number of characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def jaccard(one: Span, other: Span) -> float:
    """Shared characters over the characters from the first start to the last end."""
    return overlap(one, other) / (max(one[1], other[1]) - min(one[0], other[0]))


class Words:
    r"""The word tokens (`\w+`) of a text; turns character spans into sets of word numbers."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """Numbers of the words that any of the spans touches."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect.bisect_right(self._ends, start), bisect.bisect_left(self._starts, end)))
        return frozenset(found)


def head(text: str, span: Span) -> Span:
    """A rough head of a noun phrase: the last word before its first post-modifier, clitic or comma."""
    start, end = span
    words = list(_WORD.finditer(text, start, end))
    if not words:
        return span
    cut = _POST_MODIFIER.search(text, words[0].start(), end)
    if cut is not None:
        words = [word for word in words if word.end() <= cut.start()] or words
    while len(words) > 1 and words[-1].group().lower() in _NOT_A_HEAD:
        words.pop()
    return words[-1].span()


def trim(text: str, span: Span) -> Span:
    """The span without leading determiner, final possessive and outer punctuation.

    Annotation guidelines differ in exactly these, so `exact` figures compare trimmed spans.
    """
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "$£€"):
        start += 1
    determiner = _DETERMINER.match(text, start, end)
    if determiner is not None and determiner.end() < end:
        start = determiner.end()
    possessive = _POSSESSIVE.search(text[start:end])
    if possessive is not None and possessive.start() > 0:
        end = start + possessive.start()
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "%)"):
        end -= 1
    return (start, end)


class Sentences:
    """A text cut at sentence-final punctuation and line breaks, without a model: good enough here."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [match.end() for match in _SENTENCE_END.finditer(text)]

    def number(self, position: int) -> int:
        """Number of the sentence in which a character stands."""
        return bisect.bisect_right(self._ends, position)

    def around(self, span: Span) -> str:
        """The sentences that a span touches, on one line."""
        first, last = self.number(span[0]), self.number(max(span[0], span[1] - 1))
        start = self._ends[first - 1] if first else 0
        end = self._ends[last] if last < len(self._ends) else len(self._text)
        return " ".join(self._text[start:end].split())
