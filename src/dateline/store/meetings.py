"""The blocks of a store: where events meet that may be one, and which pairs of them are compared.

In a block of very many each is compared only with the LANDMARKS: see accounts.blocks.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import batched

from sqlalchemy import Connection, bindparam, delete, func, select

from dateline.accounts.blocks import LANDMARKS, blocks
from dateline.accounts.sketch import Sketch
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.inserting import add_rows

type Pair = tuple[int, int]
type Block = list[int]  # the events of a block, by rank
type Entry = tuple[str, int, int]  # a block, an event of it, and the event's rank

_AT_ONCE = 2_000
_LAST_RANK = (1 << 63) - 1


@dataclass
class Meetings:
    """The blocks of a store while some events are aligned.

    Of each block twice as many as its landmarks are read, once: those who are landmarks now and, whoever
    comes or goes, those who were before. Of most blocks that is all.
    """

    connection: Connection
    _first: dict[str, Block] = field(default_factory=dict)

    def enter(self, events: Mapping[int, Sketch]) -> set[int]:
        """Puts events into the blocks that are theirs now.

        Gives the other events that are landmarks now because one of these left, or no longer because one
        came.
        """
        before = _entries(self.connection, events)
        now = {(block, key, sketch.rank) for key, sketch in events.items() for block in blocks(sketch)}
        self._move(before - now, now - before)
        met = {block for block, _, _ in now}
        left = Counter(block for block, _, _ in before - now)
        return (self._risen(left) | self._displaced(met, events.keys())) - events.keys()

    def pairs(self, events: set[int]) -> Iterator[set[Pair]]:
        """The pairs to be compared of which one is among some events, in runs; a pair may come twice."""
        ours: dict[str, set[int]] = defaultdict(set)
        for block, key, _ in _entries(self.connection, events):
            ours[block].add(key)
        for names in batched(sorted(ours), _AT_ONCE):
            first = self._first_of(names)
            landmarks = {block: first[block][:LANDMARKS] for block in names}
            found = {_pair(a, b) for block in names for a in landmarks[block] for b in ours[block] if a != b}
            met_by_all = [block for block in names if ours[block].intersection(landmarks[block])]
            for block, members in self._members(met_by_all).items():
                chosen = ours[block].intersection(landmarks[block])
                found.update(_pair(a, b) for a in chosen for b in members if a != b)
            yield found

    def _move(self, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
        c = t.event_blocks.c
        entry = (c.block == bindparam("b")) & (c.rank == bindparam("r")) & (c.event_id == bindparam("e"))
        out = [{"b": block, "e": key, "r": rank} for block, key, rank in sorted(gone)]
        if out:
            self.connection.execute(delete(t.event_blocks).where(entry), out)
        rows = [{"block": block, "event_id": key, "rank": rank} for block, key, rank in sorted(come)]
        add_rows(self.connection, t.event_blocks, rows)

    def _risen(self, left: Mapping[str, int]) -> set[int]:
        """The events that may have become landmarks of blocks which some others left."""
        found: set[int] = set()
        for block, members in self._first_of(left).items():
            found.update(members[max(0, LANDMARKS - left[block]) : LANDMARKS])
        return found

    def _displaced(self, met: Collection[str], events: Collection[int]) -> set[int]:
        """The events that were landmarks of a block until some came."""
        found: set[int] = set()
        for members in self._first_of(met).values():
            coming = sum(key in events for key in members[:LANDMARKS])
            found.update(members[LANDMARKS : LANDMARKS + coming])
        return found

    def _first_of(self, names: Collection[str]) -> Mapping[str, Block]:
        """The first of some blocks, by rank."""
        fresh = [name for name in names if name not in self._first]
        self._first |= _first_of(self.connection, fresh, 2 * LANDMARKS)
        return {name: self._first[name] for name in names}

    def _members(self, names: Collection[str]) -> Mapping[str, Block]:
        """All of some blocks."""
        first = self._first_of(names)
        large = [name for name in names if len(first[name]) >= 2 * LANDMARKS]
        return {**first, **_all_of(self.connection, large)}


def leave(connection: Connection, events: set[int]) -> set[int]:
    """The landmarks that take the places of some events which are to be taken out."""
    found: set[int] = set()
    met = {block for block, _, _ in _entries(connection, events)}
    for members in _first_of(connection, met, 2 * LANDMARKS).values():
        leaving = len(events.intersection(members[:LANDMARKS]))
        found.update(members[LANDMARKS : LANDMARKS + leaving])
    return found - events


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _entries(connection: Connection, events: Iterable[int]) -> set[Entry]:
    c = t.event_blocks.c
    query = select(c.block, c.event_id, c.rank)
    return {
        (row.block, row.event_id, row.rank)
        for some in chunks(events)
        for row in connection.execute(query.where(c.event_id.in_(some)))
    }


def _first_of(connection: Connection, names: Iterable[str], number: int) -> dict[str, Block]:
    """The first of some blocks, by rank; no more is read of a large block."""
    b, own, nth = t.event_blocks.alias(), t.event_blocks.alias(), t.event_blocks.alias()
    found: dict[str, Block] = {name: [] for name in names}
    last = (
        select(nth.c.rank)
        .where(nth.c.block == own.c.block)
        .order_by(nth.c.rank)
        .offset(number - 1)
        .limit(1)
        .correlate(own)
        .scalar_subquery()
    )
    for some in chunks(found):
        edges = select(own.c.block, func.coalesce(last, _LAST_RANK).label("last"))
        each = edges.where(own.c.block.in_(some)).group_by(own.c.block).subquery()
        query = select(b.c.block, b.c.event_id).join(
            each, (b.c.block == each.c.block) & (b.c.rank <= each.c.last)
        )
        for row in connection.execute(query.order_by(b.c.block, b.c.rank, b.c.event_id)):
            found[row.block].append(row.event_id)
    return found


def _all_of(connection: Connection, names: Iterable[str]) -> dict[str, Block]:
    """All of some blocks."""
    c = t.event_blocks.c
    found: dict[str, Block] = defaultdict(list)
    for some in chunks(names):
        for row in connection.execute(select(c.block, c.event_id).where(c.block.in_(some))):
            found[row.block].append(row.event_id)
    return found
