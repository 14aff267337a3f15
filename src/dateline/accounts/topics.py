"""What a report is about: a bag of the stems of its words, but for those that reports of any matter share."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from math import fsum, log, sqrt

from dateline.language import language_of
from dateline.language.folding import fold
from dateline.language.stemming import Stemmer, stemmer

# So many words tell what a report is about.
_WORDS = 40
_SHORTEST = 3

type Weights = Mapping[str, float]


def topic_words(text: str, language: str | None = None) -> Weights:
    """The stems that tell what a text is about, with weights of unit length, the weightiest first."""
    words = Words.of(language)
    counts = Counter(stem for word in fold(text).split() if (stem := words.telling(word)) is not None)
    return unit({word: 1 + log(count) for word, count in counts.items()})


def unit(weights: Weights) -> Weights:
    """The weightiest of some words, with weights of unit length."""
    kept = sorted(weights, key=lambda word: (-weights[word], -len(word), word))[:_WORDS]
    length = sqrt(sum(weights[word] ** 2 for word in kept))
    return {word: weights[word] / length for word in kept}


def alike(one: Weights, other: Weights, without: Set[str] = frozenset()) -> float:
    """The cosine of two bags of words of unit length, of what is left without some words, 0 to 1."""
    few, many = sorted((one, other), key=len)
    both = fsum(w * many[word] for word, w in few.items() if word in many and word not in without)
    return round(both / (_length(one, without) * _length(other, without)), 9) if both else 0.0


def _length(words: Weights, without: Set[str]) -> float:
    """How long a bag of unit length is without some words."""
    return sqrt(max(0.0, 1 - fsum(words[word] ** 2 for word in without if word in words)))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language that tell what a report is about; what is known of a word is kept."""

    stemmer: Stemmer
    common: frozenset[str]
    known: dict[str, str | None] = field(default_factory=dict)

    @staticmethod
    @cache
    def of(language: str | None) -> "Words":
        stem = stemmer(language)
        table = language_of(language).table("stories")
        return Words(stem, frozenset(map(stem.stem, table["common"])))

    def telling(self, word: str) -> str | None:
        """The stem of a word; None where it tells nothing."""
        if word not in self.known:
            stem = self.stemmer.stem(word)
            empty = len(word) < _SHORTEST or word.isdigit() or word in self.stemmer.function
            self.known[word] = None if empty or stem in self.common else stem
        return self.known[word]
