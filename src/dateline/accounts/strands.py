"""What reports have in common beyond their story: strands, by the words that not all of the story share.

Two fires in two towns, told in one week, make one story to whoever counts words. Within a story a word tells
the less the more of its reports have it (inverse document frequency, Spärck Jones 1972, over the story alone,
so that nothing outside it matters); names tell more, and small numbers tell, too. A story falls into strands
where groups of its reports resemble each other less than APART times as much as the reports of each group do.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import log, sqrt

from dateline.accounts.linkage import Group, linked
from dateline.accounts.topics import Words
from dateline.language.folding import fold

APART = 0.4

# How much more a word of a name tells than another.
_NAMED = 2.0
# Fewer reports than this are no strand of their own: of so few nobody knows how alike they should be.
_FEWEST = 3
# Of a number so many digits: ages, tolls, distances; not years.
_DIGITS = 3

type Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bag:
    """A report's telling words, as stems, and its small numbers with their counts; `names` are in names."""

    counts: Mapping[str, int]
    names: frozenset[str] = frozenset()

    @staticmethod
    def of(text: str, names: Iterable[str], language: str | None = None) -> "Bag":
        """The bag of a report by its text and the names in it."""
        words = Words.of(language)
        named = frozenset(_stems(" ".join(names), words))
        return Bag(Counter(_stems(text, words)), named)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How much the reports of one story resemble each other within it, 0 to 1, and the strand of each."""

    strand: Mapping[int, int]
    _likeness: Mapping[Pair, float] = field(default_factory=dict)

    def likeness(self, one: int, other: int) -> float:
        """Of two reports; of a report with itself 1."""
        return 1.0 if one == other else self._likeness.get(_ordered(one, other), 0.0)


def nearness(story: Sequence[int], bags: Mapping[int, Bag]) -> Nearness:
    """The nearness of a story's reports, by any keys, in an order that is the same in any store."""
    weights = _weights({key: bags[key] for key in story})
    cosines = ((_ordered(a, b), _cosine(weights[a], weights[b])) for a, b in combinations(story, 2))
    likeness = {pair: score for pair, score in cosines if score > 0}
    groups = linked(story, likeness, 0.0, _hang_together)
    return Nearness({key: group.members[0] for group in groups for key in group.members}, likeness)


def _hang_together(one: Group, other: Group, average: float) -> bool:
    if min(len(one.members), len(other.members)) < _FEWEST:
        return True
    return average >= APART * min(one.likeness, other.likeness)


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _stems(text: str, words: Words) -> Iterable[str]:
    for word in fold(text).split():
        if (stem := words.telling(word)) is not None:
            yield stem
        elif word.isdigit() and len(word) <= _DIGITS:
            yield word


def _weights(bags: Mapping[int, Bag]) -> dict[int, dict[str, float]]:
    """The words of each report with their weights within the story, of unit length."""
    having = Counter(word for bag in bags.values() for word in bag.counts)
    rarity = {word: log((len(bags) + 1) / number) for word, number in having.items()}
    found: dict[int, dict[str, float]] = {}
    for key, bag in bags.items():
        weights = {
            word: (1 + log(count)) * rarity[word] * (_NAMED if word in bag.names else 1.0)
            for word, count in sorted(bag.counts.items())
        }
        length = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        found[key] = {word: weight / length for word, weight in weights.items()}
    return found


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return round(sum(weight * many[word] for word, weight in few.items() if word in many), 9)
