"""Groups of linked events that are one event on the whole, grouped again where something changed.

Along all links, the likeliest first, two groups are joined if all that the one tells fits all that the other
tells. What a link does is decided by likelier links around it; so when events come, change or go, it is
enough to follow what is not as it was the last time outward from them, link by link in that same order. The
result is that of going along all links of all events, in whatever steps it was reached; the work is that of
the groups which differ.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Protocol

from dateline.accounts.align import TELLERS, Telling, fit, telling
from dateline.accounts.sketch import Sketch

type Pair = tuple[int, int]
type Order = tuple[float, int, int]
type Step = tuple[Order, Pair]


@dataclass(frozen=True, slots=True)
class Link:
    """Two events that may be one, by their keys (the lesser first) and ranks, and how likely that is.

    `joined` tells that the last time two groups were joined along it.
    """

    one: int
    other: int
    ranks: tuple[int, int]
    score: float
    joined: bool = False

    @property
    def pair(self) -> Pair:
        return self.one, self.other

    @property
    def order(self) -> Order:
        """Where it stands among all links, the likeliest first."""
        return -self.score, min(self.ranks), max(self.ranks)


class Ground(Protocol):
    """What is known of the events and their links as they are now."""

    def links(self, events: Collection[int]) -> Iterable[Link]:
        """All links of some events."""
        ...

    def joints(self, event: int) -> Iterable[Link]:
        """The links of an event, unchanged itself, along which groups were joined the last time."""
        ...

    def sketches(self, events: Collection[int]) -> Mapping[int, Sketch]: ...


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Groups that may be others than the last time, and the links among those that were looked at."""

    groups: tuple[frozenset[int], ...]
    links: Mapping[Pair, Link]
    joined: frozenset[Pair]


def regroup(ground: Ground, changed: Iterable[int], before: Iterable[Link]) -> Regrouped:
    """Groups again what the change of some events may have changed.

    `before` are the links that the changed events had the last time, to events that are there still.
    """
    regrouping = _Regrouping(ground)
    regrouping.begin(sorted(changed), before)
    return regrouping.run()


@dataclass(eq=False, slots=True)
class _Group:
    """`ranks` are the members, by rank: (rank, key)."""

    ranks: tuple[tuple[int, int], ...]
    told: Telling | None = None

    @property
    def members(self) -> tuple[int, ...]:
        return tuple(key for _, key in self.ranks)


class _Regrouping:
    """Goes along the links at which something may be other than the last time.

    An event is *moved*, at a link, when the group it is in there is not known to be that of the last time.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._moved: dict[int, _Group] = {}
        self._unmoved: dict[tuple[tuple[int, int], ...], _Group] = {}
        self._waiting: list[Step] = []
        self._links: dict[Step, Link] = {}
        self._then: set[Step] = set()  # where groups were joined the last time
        self._now: set[Step] = set()  # where links are now
        self._refused: set[frozenset[_Group]] = set()
        self._joined: set[Pair] = set()

    def begin(self, changed: Collection[int], before: Iterable[Link]) -> None:
        sketches = self._ground.sketches(changed)
        self._moved = {key: _Group(((sketches[key].rank, key),)) for key in changed}
        for link in before:
            if link.joined:
                self._then.add(self._await(link))
        self._await_links(changed)

    def run(self) -> Regrouped:
        while self._waiting:
            step = heappop(self._waiting)
            link = self._links[step]
            if step in self._then:
                self._move(link)
            if step in self._now and self._fit(*self._groups(link)):
                self._move(link)
                self._join(link)
        groups = {id(g): frozenset(g.members) for g in self._moved.values()}
        links = {pair: self._links[order, pair] for order, pair in self._now}
        return Regrouped(tuple(groups.values()), links, frozenset(self._joined))

    def _fit(self, mine: _Group, theirs: _Group) -> bool:
        if mine is theirs:
            return False
        if len(mine.ranks) == len(theirs.ranks) == 1:
            return True
        both = frozenset((mine, theirs))
        if both in self._refused:
            return False
        if fit(self._told(mine), self._told(theirs)):
            return True
        self._refused.add(both)
        return False

    def _told(self, group: _Group) -> Telling:
        if group.told is None:
            speaking = group.members[:TELLERS]
            sketches = self._ground.sketches(speaking)
            group.told = telling([sketches[key] for key in speaking])
        return group.told

    def _join(self, link: Link) -> None:
        mine, theirs = self._groups(link)
        union = _Group(tuple(sorted((*mine.ranks, *theirs.ranks))))
        self._moved.update(dict.fromkeys(union.members, union))
        self._joined.add(link.pair)

    # ------------------------------------------------------------------ what is grouped, and was
    def _groups(self, link: Link) -> tuple[_Group, _Group]:
        """The groups that the two events of a link are in when it is reached."""
        one, other = (
            self._group(key, rank, link.order) for key, rank in zip(link.pair, link.ranks, strict=True)
        )
        return one, other

    def _group(self, event: int, rank: int, order: Order) -> _Group:
        if event in self._moved:
            return self._moved[event]
        found, fresh = {event: rank}, [event]
        while fresh:
            for link in self._ground.joints(fresh.pop()):
                if link.order < order:
                    for key, its in zip(link.pair, link.ranks, strict=True):
                        if key not in found:
                            found[key] = its
                            fresh.append(key)
        ranks = tuple(sorted((its, key) for key, its in found.items()))
        return self._unmoved.setdefault(ranks, _Group(ranks))

    def _move(self, link: Link) -> None:
        """From this link on, both groups may be others than the last time."""
        for event, group in zip(link.pair, self._groups(link), strict=True):
            if event not in self._moved:
                self._moved.update(dict.fromkeys(group.members, group))
                self._await_links(group.members, link.order)

    def _await_links(self, events: Collection[int], behind: Order | None = None) -> None:
        for link in self._ground.links(events):
            if behind is None or link.order > behind:
                step = self._await(link)
                self._now.add(step)
                if link.joined:
                    self._then.add(step)

    def _await(self, link: Link) -> Step:
        step = (link.order, link.pair)
        if step not in self._links:
            self._links[step] = link
            heappush(self._waiting, step)
        return step
