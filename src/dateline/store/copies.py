"""What the reports of a store take from each other: keeps marks and shared passages, settles the origins."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from dateline.accounts.fingerprint import Fingerprint, fingerprint
from dateline.accounts.passages import Derivation, Loan, derive, shared_passages
from dateline.language import language_of
from dateline.language.quotes import marks as quotation_marks
from dateline.model.report import Part, Report
from dateline.model.span import Span
from dateline.store import schema as t
from dateline.store.dialect import CHUNK
from dateline.store.evidence import chunks
from dateline.store.inserting import add_rows


def fingerprint_of(report: Report) -> Fingerprint:
    """What the report itself says is what counts: no headline, captions, promotions."""
    body = [p.span for p in report.passages if p.part is Part.BODY]
    return _fingerprint(report.text, body, report.document.language)


def _fingerprint(text: str, body: list[Span], language: str | None) -> Fingerprint:
    return fingerprint(text, body, quotation_marks(language_of(language)))


def write(connection: Connection, report: int, own: Fingerprint, rank: str) -> None:
    """Keeps the marks of a report, and which passages it and others have in common."""
    hashes = own.hashes
    others = _likely(connection, hashes)
    add_rows(connection, t.marks, ({"hash": h, "report_id": report} for h in sorted(hashes)))
    shared = _shared(connection, hashes, others)
    _lend(connection, report, own, {o: shared[o] for o, theirs in others.items() if theirs < rank})
    later = {o for o, theirs in others.items() if theirs > rank}
    for other, text in _fingerprints(connection, later).items():
        _lend(connection, other, text, {report: shared[other]})
    for some in chunks(later):
        connection.execute(update(t.reports).where(t.reports.c.id.in_(some)).values(origin_id=None))


def _likely(connection: Connection, hashes: frozenset[int]) -> dict[int, str]:
    """The reports that may share a passage -> their rank.

    One mark in common is a phrase; a text so short that it has one only is like its equals alone.
    """
    m, r = t.marks.c, t.reports.c
    alone = len(hashes) == 1
    query = (
        select(r.id, r.rank)
        .join(t.marks, m.report_id == r.id)
        .where(m.hash.in_(hashes))
        .group_by(r.id)
        .having(func.count() >= (1 if alone else 2))
    )
    found = connection.execute(query.where(r.marks == 1) if alone else query)
    return {row.id: row.rank for row in found}


def _shared(connection: Connection, hashes: frozenset[int], reports: Iterable[int]) -> dict[int, set[int]]:
    c = t.marks.c
    found: dict[int, set[int]] = defaultdict(set)
    for some in chunks(reports):
        query = select(c.report_id, c.hash).where(c.hash.in_(hashes) & c.report_id.in_(some))
        for row in connection.execute(query):
            found[row.report_id].add(row.hash)
    return found


def _lend(connection: Connection, report: int, text: Fingerprint, sources: Mapping[int, set[int]]) -> None:
    """Notes which passages of a report are in others of lower rank, too."""
    rows = (
        {"report_id": report, "source_id": source, "start": span.start, "end": span.end}
        for source, common in sorted(sources.items())
        for span in shared_passages(text, common)
    )
    add_rows(connection, t.loans, rows)


def _fingerprints(connection: Connection, reports: Iterable[int]) -> dict[int, Fingerprint]:
    """The fingerprints of reports in the store, made again: their marks are kept without their places."""
    r, d, p = t.reports.c, t.documents.c, t.passages.c
    found = {}
    for report in sorted(reports):
        text = select(d.text, d.language).join(t.reports, r.document_id == d.id).where(r.id == report)
        row = connection.execute(text).one()
        body = select(p.start, p.end).where(p.report_id == report, p.part == Part.BODY).order_by(p.start)
        stretches = [Span(start, end) for start, end in connection.execute(body)]
        found[report] = _fingerprint(row.text, stretches, row.language)
    return found


def settle_copies(connection: Connection) -> None:
    """Decides of all reports that are open what each takes from which; the others it leaves alone."""
    c = t.reports.c
    rows = connection.execute(select(c.id, c.length).where(c.origin_id.is_(None))).all()
    for start in range(0, len(rows), CHUNK):
        some = {row.id: row.length for row in rows[start : start + CHUNK]}
        loans = _loans(connection, some)
        _store(connection, {report: derive(length, loans[report]) for report, length in some.items()})


def _loans(connection: Connection, reports: Iterable[int]) -> dict[int, list[Loan]]:
    c = t.loans.c
    query = select(t.loans, t.reports.c.rank).join(t.reports, c.source_id == t.reports.c.id)
    found: dict[int, list[Loan]] = defaultdict(list)
    for row in connection.execute(query.where(c.report_id.in_(list(reports)))):
        found[row.report_id].append(Loan(row.source_id, row.rank, Span(row.start, row.end)))
    return found


def _store(connection: Connection, found: Mapping[int, Derivation]) -> None:
    connection.execute(delete(t.derived).where(t.derived.c.report_id.in_(list(found))))
    rows = (
        {"report_id": report, "source_id": source, "start": span.start, "end": span.end}
        for report, derivation in found.items()
        for span, source in derivation.passages
    )
    add_rows(connection, t.derived, rows)
    statement = update(t.reports).where(t.reports.c.id == bindparam("report"))
    values = [
        {"report": report, "origin": derivation.origin or report, "much": derivation.share}
        for report, derivation in found.items()
    ]
    settled = statement.values(origin_id=bindparam("origin"), reprint_share=bindparam("much"))
    connection.execute(settled, values)


def unmarked(connection: Connection) -> bool:
    """Whether a report was added, or one taken out that others took from, since the last settling."""
    query = select(t.reports.c.id).where(t.reports.c.origin_id.is_(None)).limit(1)
    return connection.scalar(query) is not None


def unmark(connection: Connection, reports: Select[Any]) -> None:
    """Opens again what the reports took that share a passage with some that are to be taken out."""
    takers = select(t.loans.c.report_id).where(t.loans.c.source_id.in_(reports))
    connection.execute(update(t.reports).where(t.reports.c.id.in_(takers)).values(origin_id=None))
