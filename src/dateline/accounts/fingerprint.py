"""What a text is known by, however it is laid out, spelled or cut: marks, chosen from runs of its words.

Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (2003): of all
hashes of RUN words in a row the least of every WINDOW is kept, so that two texts which share
RUN + WINDOW - 1 words in a row share a mark, wherever those words stand. Short words are passed over and
the others reduced to what different spellings of them have in common.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from dateline.language.folding import fold
from dateline.language.quotes import Marks as QuotationMarks
from dateline.model.span import Span

RUN = 4
WINDOW = 4
# Shorter words ("the", "of", "has") tell least, and are the first that an editor changes.
SHORT = 4

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*")
_STOP = re.compile(r"['\"”’»)\]]*[.!?…]['\"”’»)\]]*(?:\s|$)|['\"”’»)\]]*(?:\n|$)")
_MASK = (1 << 64) - 1
_FACTOR = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, whether within quotation marks, whether a sentence ends with it."""

    span: Span
    quoted: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A hash (signed, 64 bits) of a run of words, and the numbers of the first and last of them."""

    hash: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The words of a text and the marks it is known by, in text order."""

    words: tuple[Word, ...]
    marks: tuple[Mark, ...]

    @property
    def hashes(self) -> frozenset[int]:
        return frozenset(m.hash for m in self.marks)


def fingerprint(text: str, stretches: Sequence[Span], quotes: QuotationMarks) -> Fingerprint:
    """The fingerprint of some stretches of a text.

    A text too short for two marks has one of all its words: it is like no other but its equals. A text
    without words has none.
    """
    words: list[Word] = []
    long: list[tuple[int, int]] = []  # (number of the word, its hash)
    for stretch in stretches:
        for word, written in _words(text, stretch, quotes):
            key = spelling(written)
            if len(written) >= SHORT or written[0].isdigit():
                long.append((len(words), _hash(key)))
            words.append(word)
    if not words:
        return Fingerprint((), ())
    marks = tuple(_winnow(long))
    if len(marks) < 2:
        whole = _hash(fold(" ".join(w.span.of(text) for w in words)))
        marks = (Mark(_signed(whole), 0, len(words) - 1),)
    return Fingerprint(tuple(words), marks)


def _words(text: str, stretch: Span, quotes: QuotationMarks) -> Iterator[tuple[Word, str]]:
    quoted, done = False, stretch.start
    for match in _WORD.finditer(text, stretch.start, stretch.end):
        quoted = _still_quoted(text[done : match.start()], quoted, quotes)
        done = match.end()
        last = _STOP.match(text, done, stretch.end) is not None
        yield Word(Span(match.start(), done), quoted, last), match[0]


def _still_quoted(between: str, quoted: bool, quotes: QuotationMarks) -> bool:
    """Whether the text is inside quotation marks behind what stands between two words."""
    for character in between:
        if character in quotes.opening:
            quoted = True
        elif character in quotes.closing or character == "\n":
            quoted = False
        elif character in quotes.either:
            quoted = not quoted
    return quoted


_SOUNDS = str.maketrans("czqkgfv", "ssssspp")
_VOWELS = re.compile(r"(?<=.)[aeiouyhw]+")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def spelling(word: str) -> str:
    """What spellings of a word share: "organise", "organize"; "Kyiv", "Kiev"; "Mohammed", "Muhamad".

    A word in other letters than the Latin ones is only folded; a number stays itself.
    """
    key = fold(word).replace(" ", "")
    if not key.isascii() or any(c.isdigit() for c in key):
        return key
    first = "a" if key[:1] in "aeiou" else key[:1]
    return _TWICE.sub(r"\1", _VOWELS.sub("", first + key[1:]).translate(_SOUNDS))


@lru_cache(maxsize=200_000)
def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest())


def _winnow(words: list[tuple[int, int]]) -> Iterator[Mark]:
    """The least hash of every window, the last of equals; each only once."""
    runs = [_joined([h for _, h in words[i : i + RUN]]) for i in range(len(words) - RUN + 1)]
    chosen = -1
    for start in range(len(runs) - WINDOW + 1):
        window = range(start, start + WINDOW)
        least = min(window, key=lambda i: (runs[i], -i))
        if least > chosen:
            chosen = least
            yield Mark(_signed(runs[least]), words[least][0], words[least + RUN - 1][0])


def _joined(hashes: list[int]) -> int:
    """One hash of several in a row, well mixed: winnowing compares them by size."""
    value = 0
    for h in hashes:
        value = ((value ^ h) * _FACTOR) & _MASK
        value ^= value >> 29
    return value


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
