"""What humans judged of tellings: which are of one event, whatever the scores say, and which are not.

A telling is known by its report and by what the report says there, not by anything that a new reading could
change (see `telling_key`). Where two judgements contradict each other the later one holds, and of the earlier
whatever still can.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import product

from dateline.model.judgement import Decision

# The id of a report, and the key of a telling of it.
type Node = tuple[str, str]


def telling_key(type_: str, stem: str, stems: Iterable[str]) -> str:
    """What an event of a report is known by: its type, the stem of its trigger, the stems of its sentence."""
    words = " ".join(sorted(stems))
    return f"{type_} {stem} {blake2b(words.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Sides:
    """One judgement: all tellings of each side are one event, and the two sides are one, or two."""

    decision: Decision
    one: frozenset[Node]
    other: frozenset[Node]


@dataclass(frozen=True, slots=True)
class Bond:
    """Of one telling: a name for the event that humans say it is of, and of those that it is not of."""

    event: str
    others: frozenset[str]


def bonds(judged: Sequence[Sides]) -> dict[Node, Bond]:
    """What judgements, the earlier first, amount to."""
    made = _Bonds()
    for sides in reversed(judged):
        made.add(sides)
    return made.found()


@dataclass(slots=True)
class _Bonds:
    _event: dict[Node, set[Node]] = field(default_factory=dict)
    _apart: set[frozenset[Node]] = field(default_factory=set)

    def add(self, sides: Sides) -> None:
        one, other = sorted(sides.one), sorted(sides.other)
        for node in (*one, *other):
            self._event.setdefault(node, {node})
        for group in (one, other):
            for node in group[1:]:
                self._join(group[0], node)
        if sides.decision is Decision.MERGE:
            self._join(one[0], other[0])
        else:
            pairs = product(one, other)
            self._apart |= {frozenset(p) for p in pairs if self._event[p[0]] is not self._event[p[1]]}

    def _join(self, one: Node, other: Node) -> None:
        """Makes two one event, unless a later judgement forbids it."""
        mine, theirs = self._event[one], self._event[other]
        forbidden = any(frozenset(p) in self._apart for p in product(mine, theirs))
        if mine is not theirs and not forbidden:
            mine |= theirs
            self._event.update(dict.fromkeys(theirs, mine))

    def found(self) -> dict[Node, Bond]:
        names = {node: " ".join(min(event)) for node, event in self._event.items()}
        others: dict[str, set[str]] = {name: set() for name in names.values()}
        for one, other in map(tuple, self._apart):
            others[names[one]].add(names[other])
            others[names[other]].add(names[one])
        return {node: Bond(name, frozenset(others[name])) for node, name in names.items()}
