"""Which account every event of a store belongs to: has accounts decide what was touched.

What is compared are deeds (see accounts.deeds), each by the key of its first event.

As with identities, what was added or touched is *open* until it is settled; settling compares open events
with those that share a block with them, and groups again what that changes.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, update

from dateline.accounts.align import account_id
from dateline.accounts.grouping import Pair, regroup
from dateline.store import links
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.meetings import Meetings, leave
from dateline.store.sketch_rows import Sketches

_LAST = "9999"  # a report without a date ranks after those with one
_AT_ONCE = 2_000


def unaligned(connection: Connection) -> bool:
    """Whether an event is open."""
    query = select(t.events.c.id).where(t.events.c.settled.is_(False)).limit(1)
    return connection.scalar(query) is not None


def reopen_events_of(connection: Connection, identities: Iterable[int]) -> None:
    """Opens the events of all reports that speak of identities that are another actor now."""
    e, c = t.entities.c, t.events.c
    for some in chunks(identities):
        reports = select(e.report_id).where(e.identity_id.in_(some))
        first = c.report_id.in_(reports) & (c.id == c.deed_id)
        connection.execute(update(t.events).where(first).values(settled=False))


def release_events(connection: Connection, reports: Select[Any]) -> None:
    """Opens what was one with events that are to be taken out, or compared by way of one as a landmark."""
    c = t.events.c
    gone = set(connection.scalars(select(c.id).where(c.report_id.in_(reports))))
    accounts = select(c.account).where(c.report_id.in_(reports))
    fellows = select(c.id).where(c.account.in_(accounts) & (c.id == c.deed_id))
    _open(connection, (set(connection.scalars(fellows)) | leave(connection, gone)) - gone)


def align(connection: Connection) -> None:
    """Decides the account of every open event, and of those that this changes.

    What was settled before comes first and at once, since it is grouped by what is no longer so.
    """
    c = t.events.c
    opened = select(c.id).where(c.settled.is_(False)).order_by(c.id)
    again = connection.scalars(opened.where(c.account.is_not(None))).all()
    fresh = connection.scalars(opened.where(c.account.is_(None))).all()
    for some in (again, *batched(fresh, _AT_ONCE)):
        if some:
            _align(connection, set(some))


def _align(connection: Connection, opened: set[int]) -> None:
    kept, meetings = Sketches(connection), Meetings(connection)
    touched = opened | meetings.enter(kept.renew(opened))
    before = list(links.links_of(connection, touched))
    links.drop_links(connection, touched)
    known: set[Pair] = set()
    for pairs in meetings.pairs(touched):
        new = pairs - known
        links.compare(connection, new, kept.of({key for pair in new for key in pair}))
        known |= new
    found = regroup(links.StoredGround(connection, kept), touched, before)
    links.keep_joined(connection, found.links.values(), found.joined)
    for some in batched(found.groups, _AT_ONCE):
        _name(connection, some)


def _open(connection: Connection, events: set[int]) -> None:
    for some in chunks(events):
        connection.execute(update(t.events).where(t.events.c.id.in_(some)).values(settled=False))


def _name(connection: Connection, groups: Collection[frozenset[int]]) -> None:
    """Keeps which account the events of some groups are, and why."""
    tellings = _tellings(connection, {key for members in groups for key in members})
    why = links.reasons(connection, groups)
    rows = []
    for members in groups:
        account = account_id(tellings[key] for key in members)
        rows += [{"event": key, "account": account, "why": why.get(key)} for key in sorted(members)]
    c = t.events.c
    values = {"account": bindparam("account"), "why": bindparam("why"), "settled": True}
    connection.execute(update(t.events).where(c.deed_id == bindparam("event")).values(values), rows)


def _tellings(connection: Connection, events: set[int]) -> Mapping[int, tuple[str, str, str]]:
    c, r = t.events.c, t.reports.c
    query = select(c.id, c.local_id, r.public_id, r.published).join(t.reports, c.report_id == r.id)
    return {
        row.id: (row.published or _LAST, row.public_id, row.local_id)
        for some in chunks(events)
        for row in connection.execute(query.where(c.id.in_(some)))
    }
