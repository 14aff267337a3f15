"""The links of a store: pairs of events that may be one, and along which of them groups were joined."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from dateline.accounts.align import contradictory, likeness
from dateline.accounts.grouping import Link, Pair
from dateline.accounts.sketch import Sketch
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.inserting import add_rows
from dateline.store.sketch_rows import Sketches


def compare(connection: Connection, pairs: Iterable[Pair], events: Mapping[int, Sketch]) -> None:
    """Keeps those of some pairs that may be one."""
    rows = []
    for one, other in sorted(pairs):
        mine, theirs = events[one], events[other]
        if contradictory(mine, theirs):
            continue
        found = likeness(mine, theirs)
        if found.linked:
            rows.append(
                {"one_id": one, "other_id": other, "one_rank": mine.rank, "other_rank": theirs.rank}
                | {"score": found.score, "why": found.why, "joined": False}
            )
    add_rows(connection, t.event_links, rows)


def links_of(connection: Connection, events: Iterable[int]) -> Iterator[Link]:
    """All links of some events."""
    c = t.event_links.c
    for some in chunks(events):
        for column in (c.one_id, c.other_id):
            yield from map(_link, connection.execute(_links().where(column.in_(some))))


def drop_links(connection: Connection, events: Iterable[int]) -> None:
    c = t.event_links.c
    for some in chunks(events):
        for column in (c.one_id, c.other_id):
            connection.execute(delete(t.event_links).where(column.in_(some)))


def keep_joined(connection: Connection, links: Iterable[Link], joined: Collection[Pair]) -> None:
    """Keeps along which of some links groups were joined now."""
    c = t.event_links.c
    rows = [
        {"one": link.one, "other": link.other, "now": link.pair in joined}
        for link in links
        if link.joined != (link.pair in joined)
    ]
    if rows:
        ours = (c.one_id == bindparam("one")) & (c.other_id == bindparam("other"))
        connection.execute(update(t.event_links).where(ours).values(joined=bindparam("now")), rows)


def reasons(connection: Connection, groups: Iterable[Collection[int]]) -> dict[int, str]:
    """Event -> why it is in a group of events: what speaks for its likeliest link to another of them."""
    c = t.event_links.c
    within = {key: number for number, members in enumerate(groups) if len(members) > 1 for key in members}
    rows = [
        row
        for some in chunks(within)
        for row in connection.execute(select(t.event_links).where(c.one_id.in_(some)))
        if within.get(row.other_id) == within[row.one_id]
    ]
    found: dict[int, str] = {}
    for row in sorted(
        rows, key=lambda r: (r.score, -min(r.one_rank, r.other_rank), -max(r.one_rank, r.other_rank))
    ):
        found[row.one_id] = found[row.other_id] = row.why
    return found


@dataclass
class StoredGround:
    """See accounts.grouping.Ground. What is around events is loaded at once with their links."""

    connection: Connection
    kept: Sketches
    _joints: dict[int, list[Link]] = field(default_factory=dict)

    def links(self, events: Collection[int]) -> list[Link]:
        found = {link.pair: link for link in links_of(self.connection, events)}
        around = {key for pair in found for key in pair}
        self._load_joints(around)
        self.kept.of(around)
        return list(found.values())

    def joints(self, event: int) -> list[Link]:
        if event not in self._joints:
            self._load_joints({event})
        return self._joints[event]

    def sketches(self, events: Collection[int]) -> Mapping[int, Sketch]:
        return self.kept.of(events)

    def _load_joints(self, events: Collection[int]) -> None:
        """Those within the accounts of some events."""
        c, e = t.event_links.c, t.events.c
        for some in chunks(key for key in events if key not in self._joints):
            accounts = select(e.account).where(e.id.in_(some) & e.account.is_not(None))
            members = select(e.id).where(e.account.in_(accounts))
            found: dict[int, dict[Pair, Link]] = defaultdict(dict)
            for row in self.connection.execute(_links().where(c.joined & c.one_id.in_(members))):
                link = _link(row)
                for key in link.pair:
                    found[key][link.pair] = link
            self._joints |= {key: [] for key in some}
            self._joints |= {key: list(those.values()) for key, those in found.items()}


def _links() -> Select[Any]:
    c = t.event_links.c
    return select(c.one_id, c.other_id, c.one_rank, c.other_rank, c.score, c.joined)


def _link(row: Any) -> Link:
    return Link(row.one_id, row.other_id, (row.one_rank, row.other_rank), row.score, row.joined)
