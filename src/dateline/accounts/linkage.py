"""Average linkage: things are put together, the likest first, as long as their groups resemble each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

type Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Things that are together; `inner` is the sum of the likenesses of their pairs."""

    members: tuple[int, ...]
    inner: float = 0.0

    @property
    def likeness(self) -> float:
        """How much they resemble each other on the average; of one alone, wholly."""
        count = len(self.members)
        return self.inner / (count * (count - 1) / 2) if count > 1 else 1.0


type Fits = Callable[[Group, Group, float], bool]


def linked(things: Sequence[int], likeness: Mapping[Pair, float], least: float, fits: Fits) -> list[Group]:
    """The groups of some things; those of which no pair is listed resemble each other not at all.

    Groups whose pairs have a likeness above `least` on the average are joined, unless they do not fit (the
    two, and that average). Of equals those of the things that come first are joined first.
    """
    return _Linkage(things, likeness, least, fits).groups()


class _Linkage:
    def __init__(
        self, things: Sequence[int], likeness: Mapping[Pair, float], least: float, fits: Fits
    ) -> None:
        self._least, self._fits = least, fits
        self._groups = {thing: Group((thing,)) for thing in things}
        self._place = {thing: place for place, thing in enumerate(things)}
        self._sums: dict[int, dict[int, float]] = {thing: {} for thing in things}
        self._heap: list[tuple[float, int, int, int, int]] = []
        for (one, other), score in likeness.items():
            self._sums[one][other] = self._sums[other][one] = score
        for one, other in likeness:
            self._wait(one, other)

    def groups(self) -> list[Group]:
        while self._heap:
            waited, _, _, one, other = heappop(self._heap)
            if one not in self._groups or other not in self._groups:
                continue
            average = self._average(one, other)
            if average == -waited and self._fits(self._groups[one], self._groups[other], average):
                self._join(one, other)
        return list(self._groups.values())

    def _average(self, one: int, other: int) -> float:
        size = len(self._groups[one].members) * len(self._groups[other].members)
        return self._sums[one].get(other, 0.0) / size

    def _wait(self, one: int, other: int) -> None:
        average = self._average(one, other)
        if average > self._least:
            first, second = sorted((one, other), key=self._place.__getitem__)
            heappush(self._heap, (-average, self._place[first], self._place[second], first, second))

    def _join(self, one: int, other: int) -> None:
        kept, taken = self._groups[one], self._groups.pop(other)
        inner = kept.inner + taken.inner + self._sums[one][other]
        self._groups[one] = Group(kept.members + taken.members, inner)
        mine, theirs = self._sums[one], self._sums.pop(other)
        del mine[other]
        for third, score in theirs.items():
            if third != one:
                del self._sums[third][other]
                mine[third] = self._sums[third][one] = mine.get(third, 0.0) + score
        for third in mine:
            self._wait(one, third)
