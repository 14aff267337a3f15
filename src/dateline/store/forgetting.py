"""Taking reports out of a store, with all that hangs on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from dateline.store import schema as t
from dateline.store.alignment import release_events
from dateline.store.copies import unmark
from dateline.store.dialect import unindex_words
from dateline.store.identities import release_identities

_FINDINGS = {"claims": t.attributions, "events": t.events, "relations": t.relations, "wants": t.wants}


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A report that was taken out; `findings` says how many of each kind it held."""

    report: str
    title: str | None
    outlet: str | None
    published: str | None
    findings: dict[str, int]


def forget_reports(connection: Connection, reports: Sequence[int]) -> tuple[Forgotten, ...]:
    """Takes some reports of one document out; the document, too, when none of it is left."""
    if not reports:
        return ()
    r = t.reports.c
    rows = connection.execute(select(t.reports).where(r.id.in_(reports)).order_by(r.id)).all()
    forgotten = tuple(
        Forgotten(row.public_id, row.title, row.outlet, row.published, _findings(connection, row.id))
        for row in rows
    )
    _unindex(connection, reports, rows[0].document_id)
    ours = select(r.id).where(r.id.in_(reports))
    unmark(connection, reports)
    release_events(connection, ours)
    release_identities(connection, ours)
    connection.execute(delete(t.reports).where(r.id.in_(reports)))
    _close(connection, rows[0].document_id)
    return forgotten


def _findings(connection: Connection, report: int) -> dict[str, int]:
    counts = {
        kind: connection.scalar(select(func.count()).where(table.c.report_id == report)) or 0
        for kind, table in _FINDINGS.items()
    }
    return {kind: count for kind, count in counts.items() if count}


def _unindex(connection: Connection, reports: Sequence[int], document: int) -> None:
    text: str = connection.scalars(select(t.documents.c.text).where(t.documents.c.id == document)).one()
    s = t.sentences.c
    spans = connection.execute(select(s.id, s.start, s.end).where(s.report_id.in_(reports)))
    unindex_words(connection, [(row.id, text[row.start : row.end]) for row in spans])


def _close(connection: Connection, document: int) -> None:
    """A document without reports goes; one that has lost some can be read again."""
    d = t.documents.c
    left = connection.scalar(select(t.reports.c.id).where(t.reports.c.document_id == document).limit(1))
    if left is None:
        connection.execute(delete(t.documents).where(d.id == document))
    else:
        connection.execute(update(t.documents).where(d.id == document).values(fingerprint=""))
