"""Which account every event of a store belongs to: keeps blocks and links, and has accounts decide.

What is compared are deeds (see accounts.deeds), each by the key of its first event.

As with identities, what was added or touched is *open* until it is settled, and settling reads only the
blocks of open events and the accounts they are linked with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from dateline.accounts.align import Pair, account_id, components, contradictory, group, likeness
from dateline.accounts.blocks import LANDMARKS, blocks
from dateline.accounts.sketch import Sketch
from dateline.store import schema as t
from dateline.store.dialect import CHUNK
from dateline.store.inserting import add_rows
from dateline.store.sketches import sketches

_LAST = "9999"  # a report without a date ranks after those with one
_AT_ONCE = 2_000

type Block = list[int]  # the events of a block, by rank
type Links = dict[Pair, float]
type Reasons = dict[int, str]  # why each event belongs to the others


def unaligned(connection: Connection) -> bool:
    """Whether an event is open."""
    query = select(t.events.c.id).where(t.events.c.settled.is_(False)).limit(1)
    return connection.scalar(query) is not None


def reopen_events_of(connection: Connection, identities: Iterable[int]) -> None:
    """Opens the events of all reports that speak of identities that are another actor now."""
    e, c = t.entities.c, t.events.c
    for some in _runs(identities):
        reports = select(e.report_id).where(e.identity_id.in_(some))
        first = c.report_id.in_(reports) & (c.id == c.deed_id)
        connection.execute(update(t.events).where(first).values(settled=False))


def release_events(connection: Connection, reports: Select[Any]) -> None:
    """Opens what was linked, or compared by way of a landmark, with events that are to be taken out."""
    gone = set(connection.scalars(select(t.events.c.id).where(t.events.c.report_id.in_(reports))))
    touched = _linked_with(connection, gone)
    for members in _load_blocks(connection, _blocks_of(connection, gone)).values():
        leaving = len(gone.intersection(members[:LANDMARKS]))
        touched.update(members[LANDMARKS : LANDMARKS + leaving])
    _open(connection, touched - gone)


def align(connection: Connection) -> None:
    """Decides the account of every open event, and of those it is or was linked with."""
    opened = _opened(connection)
    if not opened:
        return
    _write_blocks(connection, opened)
    opened |= _displaced(connection, opened)
    touched = opened | _linked_with(connection, opened)
    _drop_links(connection, opened)
    _link(connection, opened)
    _settle(connection, touched)


def _opened(connection: Connection) -> set[int]:
    return set(connection.scalars(select(t.events.c.id).where(t.events.c.settled.is_(False))))


def _open(connection: Connection, events: set[int]) -> None:
    for some in _runs(events):
        connection.execute(update(t.events).where(t.events.c.id.in_(some)).values(settled=False))


# ---------------------------------------------------------------------- blocks
def _write_blocks(connection: Connection, events: set[int]) -> None:
    for some in batched(sorted(events), _AT_ONCE):
        connection.execute(delete(t.event_blocks).where(t.event_blocks.c.event_id.in_(some)))
        found = sketches(connection, some)
        rows = (
            {"block": block, "rank": sketch.rank, "event_id": key}
            for key, sketch in found.items()
            for block in sorted(blocks(sketch))
        )
        add_rows(connection, t.event_blocks, rows)


def _displaced(connection: Connection, opened: set[int]) -> set[int]:
    """Settled events that were landmarks of a block until open ones took their place."""
    found: set[int] = set()
    for names in _runs(_blocks_of(connection, opened)):
        for members in _load_blocks(connection, names).values():
            coming = len(opened.intersection(members[:LANDMARKS]))
            found.update(members[LANDMARKS : LANDMARKS + coming])
    return found - opened


def _blocks_of(connection: Connection, events: set[int]) -> set[str]:
    c = t.event_blocks.c
    found: set[str] = set()
    for some in _runs(events):
        found.update(connection.scalars(select(c.block).where(c.event_id.in_(some)).distinct()))
    return found


def _load_blocks(connection: Connection, names: Iterable[str]) -> dict[str, Block]:
    c = t.event_blocks.c
    found: dict[str, Block] = defaultdict(list)
    for some in _runs(names):
        query = select(c.block, c.event_id).where(c.block.in_(some)).order_by(c.block, c.rank, c.event_id)
        for row in connection.execute(query):
            found[row.block].append(row.event_id)
    return found


# ---------------------------------------------------------------------- links
def _link(connection: Connection, opened: set[int]) -> None:
    """Compares open events with those they share a block with, and keeps the pairs that may be one."""
    known: set[Pair] = set()
    for names in batched(sorted(_blocks_of(connection, opened)), _AT_ONCE):
        pairs = _due(_load_blocks(connection, names).values(), opened) - known
        events = sketches(connection, {key for pair in pairs for key in pair})
        rows = []
        for one, other in sorted(pairs):
            if contradictory(events[one], events[other]):
                continue
            found = likeness(events[one], events[other])
            if found.linked:
                rows.append({"one_id": one, "other_id": other, "score": found.score, "why": found.why})
                known.add((one, other))
        add_rows(connection, t.event_links, rows)


def _due(members: Iterable[Block], opened: set[int]) -> set[Pair]:
    """The pairs of blocks of which one is open and, in a large block, one is a landmark."""
    return {
        (min(one, other), max(one, other))
        for block in members
        for position, other in enumerate(block)
        for one in block[: min(position, LANDMARKS)]
        if one in opened or other in opened
    }


def _drop_links(connection: Connection, events: set[int]) -> None:
    c = t.event_links.c
    for some in _runs(events):
        connection.execute(delete(t.event_links).where(c.one_id.in_(some) | c.other_id.in_(some)))


def _linked_with(connection: Connection, events: set[int]) -> set[int]:
    """All events in a component of links with some."""
    found, fresh = set(events), set(events)
    while fresh:
        fresh = {key for pair in _links(connection, fresh) for key in pair} - found
        found |= fresh
    return found


def _links(connection: Connection, events: set[int]) -> Links:
    """The links of some events."""
    c = t.event_links.c
    found: Links = {}
    for some in _runs(events):
        for column in (c.one_id, c.other_id):
            query = select(c.one_id, c.other_id, c.score).where(column.in_(some))
            found.update(((r.one_id, r.other_id), r.score) for r in connection.execute(query))
    return found


# ---------------------------------------------------------------------- accounts
def _settle(connection: Connection, touched: set[int]) -> None:
    """Groups whole components of links, and names the accounts they make."""
    together = _linked_with(connection, touched)
    links = _links(connection, together)
    linked = {key for pair in links for key in pair}
    for some in batched(sorted(together - linked), _AT_ONCE):
        _name(connection, {frozenset([key]): {} for key in some})
    for several in _several(components(links)):
        events = sketches(connection, {key for pair in several for key in pair})
        _name(connection, _grouped(several, events))


def _several(components: Iterable[Links]) -> Iterator[Links]:
    """Components put together until they are worth a query."""
    gathered: Links = {}
    for component in components:
        gathered |= component
        if len(gathered) >= _AT_ONCE:
            yield gathered
            gathered = {}
    if gathered:
        yield gathered


def _grouped(links: Links, events: Mapping[int, Sketch]) -> dict[frozenset[int], Reasons]:
    """The groups of some components, and for each member its strongest link inside."""
    groups = group(events, links)
    of = {key: number for number, members in enumerate(groups) for key in members}
    inside = (pair for pair in links if of[pair[0]] == of[pair[1]])
    best = {
        key: pair
        for pair in sorted(inside, key=lambda p: (links[p], sorted(events[k].rank for k in p)))
        for key in pair
    }
    why = {key: likeness(events[a], events[b]).why for key, (a, b) in best.items()}
    return {members: {key: why[key] for key in members if key in why} for members in groups}


def _name(connection: Connection, groups: Mapping[frozenset[int], Reasons]) -> None:
    tellings = _tellings(connection, {key for members in groups for key in members})
    rows = [
        {"event": key, "account": account_id(tellings[k] for k in members), "why": reasons.get(key)}
        for members, reasons in groups.items()
        for key in sorted(members)
    ]
    c = t.events.c
    values = {"account": bindparam("account"), "why": bindparam("why"), "settled": True}
    connection.execute(update(t.events).where(c.deed_id == bindparam("event")).values(values), rows)


def _tellings(connection: Connection, events: set[int]) -> dict[int, tuple[str, str, str]]:
    c, r = t.events.c, t.reports.c
    query = select(c.id, c.local_id, r.public_id, r.published).join(t.reports, c.report_id == r.id)
    return {
        row.id: (row.published or _LAST, row.public_id, row.local_id)
        for some in _runs(events)
        for row in connection.execute(query.where(c.id.in_(some)))
    }


def _runs[T: (int, str)](values: Iterable[T]) -> Iterator[list[T]]:
    ordered = sorted(set(values))
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
