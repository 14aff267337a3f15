"""Which reports tell of one matter: stories, by the words that their texts share.

What a report is about is a bag of words (accounts.topics). Two reports may be of one story if they were
published within DAYS, and their bags resemble each other; reports that do are put together as long as those
of two groups resemble each other on the average (average linkage; on ECB+ stories of documents and one lemma
within a story is the baseline that is hardest to beat: Barhom et al. 2019, Bugert et al. 2021).

It is a function of the set of reports: the order in which they come does not matter. Reports meet in blocks,
a telling word and a week; in one of very many each is compared only with the LANDMARKS first by rank.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from dateline.accounts.linkage import Group, linked
from dateline.accounts.sketch import rank
from dateline.accounts.topics import Weights, alike, topic_words
from dateline.model.edtf import extent

DAYS = 4
LANDMARKS = 32

# How much two reports, or on the average those of two groups, resemble each other that are of one story.
_ALIKE = 0.18
# By so many of the words that tell what a report is about it is found.
_ANCHORS = 12
# So many anchors two reports share before they are compared.
_SHARED = 2
# More reports than this are no story: they are put together only as far as they resemble each other more.
_LARGEST = 150
_STEP = 0.04

type Pair = tuple[int, int]
type Block = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a report is about: stems with their weights, of unit length, the weightiest first."""

    rank: int
    words: Weights
    day: int | None  # ordinal of the day it was published

    @staticmethod
    def of(report: str, text: str, published: str | None, language: str | None = None) -> "Topic":
        """The topic of a report by its public id, its text, and when it was published (EDTF)."""
        return Topic.told(report, topic_words(text, language), published)

    @staticmethod
    def told(report: str, words: Weights, published: str | None) -> "Topic":
        """The topic of a report of which the telling words are known."""
        first, _ = extent(published or "")
        return Topic(rank(report, ""), words, _ordinal(first))

    def likeness(self, other: "Topic") -> float:
        """The cosine of the two, 0 to 1."""
        return alike(self.words, other.words)

    def within(self, other: "Topic") -> bool:
        """Whether the two were published within DAYS, as far as they are dated."""
        if self.day is None or other.day is None:
            return True
        return abs(self.day - other.day) <= DAYS


def stories(topics: Mapping[int, Topic]) -> list[frozenset[int]]:
    """The stories of some reports, by any keys; each report is in one, most are alone in theirs."""
    found: list[frozenset[int]] = []
    grouped: set[int] = set()
    waiting = _components(_links(topics))
    while waiting:
        links = waiting.pop()
        members = {key for pair in links for key in pair}
        least = min(links.values()) + _STEP
        if len(members) > _LARGEST and (rest := {p: s for p, s in links.items() if s >= least}):
            waiting += _components(rest)
            continue
        groups = _grouped({key: topics[key] for key in members})
        found += groups
        grouped |= members
    return found + [frozenset([key]) for key in topics if key not in grouped]


def _links(topics: Mapping[int, Topic]) -> dict[Pair, float]:
    """The pairs that may be of one story, and how much they resemble each other."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for key in sorted(topics, key=lambda k: (topics[k].rank, k)):
        for block in _blocks(topics[key]):
            blocks[block].append(key)
    shared = Counter(pair for block, members in blocks.items() for pair in _met(block, members, topics))
    alike = (
        (pair, topics[pair[0]].likeness(topics[pair[1]]))
        for pair, number in shared.items()
        if number >= _SHARED and topics[pair[0]].within(topics[pair[1]])
    )
    return {pair: score for pair, score in alike if score > _ALIKE}


def together(pairs: Iterable[Pair]) -> dict[int, set[int]]:
    """Member of any pair -> all that hang together with it, however indirectly."""
    found: dict[int, set[int]] = {}
    for one, other in pairs:
        mine, theirs = found.setdefault(one, {one}), found.setdefault(other, {other})
        if mine is not theirs:
            small, large = sorted((mine, theirs), key=len)
            large |= small
            found.update(dict.fromkeys(small, large))
    return found


def _components(links: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """The links of each set of reports that hang together."""
    members = together(links)
    found: dict[int, dict[Pair, float]] = {}
    for pair, score in links.items():
        found.setdefault(id(members[pair[0]]), {})[pair] = score
    return list(found.values())


def _blocks(topic: Topic) -> Iterator[Block]:
    """Where a report meets others: those of its weeks; and, of no week, all with those without a date."""
    weeks: set[int | None] = {None}
    if topic.day is not None:
        weeks |= {topic.day // 7, (topic.day + DAYS) // 7}
    return ((week, word) for week in weeks for word in list(topic.words)[:_ANCHORS])


def _met(block: Block, members: list[int], topics: Mapping[int, Topic]) -> Iterator[Pair]:
    """The pairs of a block, of which one is a landmark; of no week, one that is not dated."""
    landmarks = members
    if block[0] is None:
        landmarks = [key for key in members if topics[key].day is None]
    chosen = dict.fromkeys(landmarks[:LANDMARKS])
    for one in chosen:
        for other in members:
            if one != other and (other not in chosen or one < other):
                yield (one, other) if one < other else (other, one)


def _grouped(topics: Mapping[int, Topic]) -> list[frozenset[int]]:
    """Some reports by average linkage: the likest two groups are joined, until none are alike."""
    ranked = sorted(topics, key=lambda key: (topics[key].rank, key))
    pairs = ((a, b) for a, b in combinations(ranked, 2) if topics[a].within(topics[b]))
    likeness = {(a, b): score for a, b in pairs if (score := topics[a].likeness(topics[b])) > 0}
    return [frozenset(group.members) for group in linked(ranked, likeness, _ALIKE, _any)]


def _any(one: Group, other: Group, average: float) -> bool:
    return True


def _ordinal(day: datetime.date | None) -> int | None:
    return None if day is None else day.toordinal()
