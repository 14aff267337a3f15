"""The blocks of a store: where events meet that may be one, and which pairs of them are compared.

In a block of very many each is compared only with the LANDMARKS: see accounts.blocks.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched

from sqlalchemy import Connection, delete, func, select

from dateline.accounts.blocks import LANDMARKS, blocks
from dateline.accounts.sketch import Sketch
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.inserting import add_rows

type Pair = tuple[int, int]
type Block = list[int]  # the events of a block, by rank

_AT_ONCE = 2_000
_LAST_RANK = (1 << 63) - 1


def enter(connection: Connection, events: Mapping[int, Sketch]) -> set[int]:
    """Puts events into the blocks that are theirs now.

    Gives the other events that are landmarks now because one of these left, or no longer because one came.
    """
    before = _entries(connection, events)
    for some in chunks(events):
        connection.execute(delete(t.event_blocks).where(t.event_blocks.c.event_id.in_(some)))
    now = {(block, key) for key, sketch in events.items() for block in blocks(sketch)}
    rows = [{"block": block, "rank": events[key].rank, "event_id": key} for block, key in sorted(now)]
    add_rows(connection, t.event_blocks, rows)
    left = Counter(block for block, _ in before - now)
    return (_risen(connection, left) | _displaced(connection, events)) - events.keys()


def leave(connection: Connection, events: set[int]) -> set[int]:
    """The landmarks that take the places of some events which are to be taken out."""
    found: set[int] = set()
    for members in _first(connection, events, 2 * LANDMARKS).values():
        leaving = len(events.intersection(members[:LANDMARKS]))
        found.update(members[LANDMARKS : LANDMARKS + leaving])
    return found - events


def pairs(connection: Connection, events: set[int]) -> Iterator[set[Pair]]:
    """The pairs to be compared of which one is among some events, in runs; a pair may come twice."""
    ours: dict[str, set[int]] = defaultdict(set)
    for block, key in _entries(connection, events):
        ours[block].add(key)
    for names in batched(sorted(ours), _AT_ONCE):
        found: set[Pair] = set()
        landmarks = _first_of(connection, names, LANDMARKS)
        for block in names:
            found.update(_pair(a, b) for a in landmarks[block] for b in ours[block] if a != b)
        met_by_all = [block for block in names if ours[block].intersection(landmarks[block])]
        for block, members in _members(connection, met_by_all).items():
            chosen = ours[block].intersection(landmarks[block])
            found.update(_pair(a, b) for a in chosen for b in members if a != b)
        yield found


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _risen(connection: Connection, left: Mapping[str, int]) -> set[int]:
    """The events that may have become landmarks of blocks which some others left."""
    found: set[int] = set()
    for names in chunks(left):
        for block, members in _first_of(connection, names, LANDMARKS).items():
            found.update(members[max(0, LANDMARKS - left[block]) :])
    return found


def _displaced(connection: Connection, events: Mapping[int, Sketch]) -> set[int]:
    """The events that were landmarks of a block until some came."""
    found: set[int] = set()
    for members in _first(connection, events, 2 * LANDMARKS).values():
        coming = len(events.keys() & members[:LANDMARKS])
        found.update(members[LANDMARKS : LANDMARKS + coming])
    return found


def _entries(connection: Connection, events: Iterable[int]) -> set[tuple[str, int]]:
    c = t.event_blocks.c
    return {
        (row.block, row.event_id)
        for some in chunks(events)
        for row in connection.execute(select(c.block, c.event_id).where(c.event_id.in_(some)))
    }


def _first(connection: Connection, events: Iterable[int], number: int) -> dict[str, Block]:
    """The first of each block of some events, by rank."""
    return _first_of(connection, sorted({block for block, _ in _entries(connection, events)}), number)


def _first_of(connection: Connection, names: Iterable[str], number: int) -> dict[str, Block]:
    """The first of some blocks, by rank; no more is read of a large block."""
    b, own, nth = t.event_blocks.alias(), t.event_blocks.alias(), t.event_blocks.alias()
    found: dict[str, Block] = defaultdict(list)
    last = (
        select(nth.c.rank)
        .where(nth.c.block == own.c.block)
        .order_by(nth.c.rank)
        .offset(number - 1)
        .limit(1)
        .correlate(own)
        .scalar_subquery()
    )
    for some in chunks(names):
        edges = select(own.c.block, func.coalesce(last, _LAST_RANK).label("last"))
        each = edges.where(own.c.block.in_(some)).group_by(own.c.block).subquery()
        query = select(b.c.block, b.c.event_id).join(
            each, (b.c.block == each.c.block) & (b.c.rank <= each.c.last)
        )
        for row in connection.execute(query.order_by(b.c.block, b.c.rank, b.c.event_id)):
            found[row.block].append(row.event_id)
    return found


def _members(connection: Connection, names: Iterable[str]) -> dict[str, Block]:
    """All of some blocks."""
    c = t.event_blocks.c
    found: dict[str, Block] = defaultdict(list)
    for some in chunks(names):
        for row in connection.execute(select(c.block, c.event_id).where(c.block.in_(some))):
            found[row.block].append(row.event_id)
    return found
