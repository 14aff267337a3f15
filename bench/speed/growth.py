"""Growth with the length of a document: time for each word must stay flat up to 100,000 words.

Times are processor times of this process (one thread), so that other work on the machine does not count."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.speed.generator import long_text
from dateline import Analyser, Document


@dataclass(frozen=True, slots=True)
class LengthCost:
    """One document; `against_first` is its time for a word over that of the shortest document."""

    words: int
    seconds: float
    words_s: float
    against_first: float


def by_length(analyser: Analyser, lengths: Sequence[int]) -> Iterator[LengthCost]:
    """One made document of each length, analysed once."""
    first: float | None = None
    for length in lengths:
        text = long_text(length)
        words = len(text.split())
        started = time.process_time()
        analyser.document(Document(id=str(length), text=text))
        seconds = time.process_time() - started
        first = first or seconds / words
        yield LengthCost(words, seconds, words / seconds, seconds / words / first)
