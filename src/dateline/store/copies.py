"""Which reports of a store are copies of one story: keeps shingles and pairs, marks the first report."""

from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, update

from dateline.accounts.fingerprint import copies, originals, shingles
from dateline.model.report import Report
from dateline.store import schema as t
from dateline.store.inserting import add_rows
from dateline.store.rows import body

_LAST = "9999"  # a report without a date ranks after those with one


def shingles_of(report: Report) -> frozenset[int]:
    return shingles(body(report))


def write(connection: Connection, report: int, hashes: frozenset[int]) -> None:
    """Keeps a report's shingles and notes which reports it is a copy of."""
    if not hashes:
        return
    shared = func.count().label("shared")
    query = (
        select(t.reports.c.id, t.reports.c.shingles, shared)
        .join(t.shingles, t.shingles.c.report_id == t.reports.c.id)
        .where(t.shingles.c.hash.in_(hashes))
        .group_by(t.reports.c.id)
    )
    found = [row.id for row in connection.execute(query) if copies(row.shared, len(hashes), row.shingles)]
    add_rows(connection, t.shingles, ({"hash": h, "report_id": report} for h in sorted(hashes)))
    add_rows(connection, t.copies, ({"one_id": other, "other_id": report} for other in found))


def settle_copies(connection: Connection) -> None:
    """Marks the first report of every cluster of copies; the earliest, by id where dates are equal."""
    pairs = [(p.one_id, p.other_id) for p in connection.execute(select(t.copies))]
    c = t.reports.c
    paired = select(t.copies.c.one_id).union(select(t.copies.c.other_id))
    unsure = c.id.in_(paired) | c.origin_id.is_(None) | (c.origin_id != c.id)
    rows = connection.execute(select(c.id, c.public_id, c.published, c.origin_id).where(unsure)).all()
    first = originals({r.id: (r.published or _LAST, r.public_id) for r in rows}, pairs)
    changed = [{"report": r.id, "origin": first[r.id]} for r in rows if first[r.id] != r.origin_id]
    if changed:
        statement = update(t.reports).where(t.reports.c.id == bindparam("report"))
        connection.execute(statement.values(origin_id=bindparam("origin")), changed)


def unmarked(connection: Connection) -> bool:
    """Whether a report was added since the last settling."""
    query = select(t.reports.c.id).where(t.reports.c.origin_id.is_(None)).limit(1)
    return connection.scalar(query) is not None


def unmark(connection: Connection, reports: Select[Any]) -> None:
    """Opens again which report was first, for the copies of some reports that are to be taken out."""
    c = t.reports.c
    connection.execute(update(t.reports).where(c.origin_id.in_(reports)).values(origin_id=None))
