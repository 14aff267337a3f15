"""What the reports of a store take from each other: keeps marks and shared passages, settles the origins.

A mark that very many reports have leads only to the HOLDERS that have it first, so that what is compared for
a report does not grow with the store: whoever has a passage first is always among them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import batched

from sqlalchemy import ColumnElement, Connection, bindparam, case, delete, func, select, update

from dateline.accounts.fingerprint import Fingerprint, fingerprint
from dateline.accounts.passages import Derivation, Loan, derive, shared_passages
from dateline.language import language_of
from dateline.language.quotes import marks as quotation_marks
from dateline.model.report import Part, Report
from dateline.model.span import Span
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.inserting import Batch, add_rows

HOLDERS = 12

_AT_ONCE = 500
_PASSAGE = 2  # marks
_BEYOND = "\U0010ffff"  # no rank is greater
_OWN, _OTHER = t.marks.alias("own"), t.marks.alias("other")


def fingerprint_of(report: Report) -> Fingerprint:
    """What the report itself says is what counts: no headline, captions, promotions."""
    body = tuple(p.span for p in report.passages if p.part is Part.BODY)
    return _fingerprint(report.text, body, report.document.language)


@lru_cache(maxsize=256)  # asked for when a report is written, and again when it is settled
def _fingerprint(text: str, body: tuple[Span, ...], language: str | None) -> Fingerprint:
    return fingerprint(text, body, quotation_marks(language_of(language)))


def write(batch: Batch, report: int, text: Report, rank: str) -> None:
    """Keeps the marks of a report."""
    hashes = sorted(fingerprint_of(text).hashes)
    batch.add(t.marks, ({"hash": h, "rank": rank, "report_id": report} for h in hashes))


def settle_copies(connection: Connection) -> None:
    """Decides of all reports that are open what each takes from which; the others it leaves alone."""
    r = t.reports.c
    opened = set(connection.scalars(select(r.id).where(r.origin_id.is_(None))))
    if not opened:
        return
    opened |= _takers(connection, opened)
    for some in batched(sorted(opened), _AT_ONCE):
        _lend(connection, some)
        lengths = {
            row.id: row.length for row in connection.execute(select(r.id, r.length).where(r.id.in_(some)))
        }
        loans = _loans(connection, some)
        _store(connection, {report: derive(lengths[report], loans[report]) for report in some})


def _lend(connection: Connection, reports: Sequence[int]) -> None:
    """Notes which passages of some reports are in others of lower rank, too."""
    connection.execute(delete(t.loans).where(t.loans.c.report_id.in_(reports)))
    sources = _sources(connection, reports)
    hashes = _hashes(connection, {key for some in sources.values() for key in some})
    texts = _fingerprints(connection, sources)
    rows = (
        {"report_id": report, "source_id": source, "start": span.start, "end": span.end}
        for report, some in sorted(sources.items())
        for source in sorted(some)
        for span in shared_passages(texts[report], texts[report].hashes & hashes[source])
    )
    add_rows(connection, t.loans, rows)


def _sources(connection: Connection, reports: Sequence[int]) -> dict[int, set[int]]:
    """Report -> those of lower rank, among the first with its marks, that may share a passage with it."""
    edge = case((_edge() < _OWN.c.rank, _edge()), else_=_OWN.c.rank)
    return _alike(connection, reports, (_OTHER.c.rank <= edge) & (_OTHER.c.report_id != _OWN.c.report_id))


def _takers(connection: Connection, reports: Collection[int]) -> set[int]:
    """The other reports that may share a passage with some that come before them.

    With those that took from a report which is no longer among the first with a mark since these are.
    """
    found: set[int] = set()
    for some in batched(sorted(reports), _AT_ONCE):
        later = _alike(connection, some, (_OTHER.c.rank > _OWN.c.rank) & (_OWN.c.rank <= _edge()))
        found = found.union(*later.values())
        for displaced in chunks(_next(connection, some)):
            took = select(t.loans.c.report_id).where(t.loans.c.source_id.in_(displaced))
            found.update(connection.scalars(took))
    return found - set(reports)


def _alike(connection: Connection, reports: Sequence[int], where: ColumnElement[bool]) -> dict[int, set[int]]:
    """Report -> the others that may share a passage with it.

    One mark in common is a phrase; a text so short that it has one only is like its equals alone.
    """
    r = t.reports.c
    pairs = (
        select(_OWN.c.report_id.label("own"), _OTHER.c.report_id.label("other"))
        .select_from(_OWN)
        .join(_OTHER, _OTHER.c.hash == _OWN.c.hash)
        .where(where)
        .group_by(_OWN.c.report_id, _OTHER.c.report_id)
    )
    short = connection.scalars(select(r.id).where(r.id.in_(reports) & (r.marks == 1))).all()
    shorts = pairs.join(t.reports, _OTHER.c.report_id == r.id).where(r.marks == 1)
    found: dict[int, set[int]] = defaultdict(set)
    for query, some in ((pairs.having(func.count() >= _PASSAGE), reports), (shorts, short)):
        for row in connection.execute(query.where(_OWN.c.report_id.in_(some))):
            found[row.own].add(row.other)
    return found


def _edge(behind: int = 0) -> ColumnElement[str]:
    """The rank of the last of the HOLDERS of a mark, or of one so many behind."""
    nth = t.marks.alias("nth")
    last = select(nth.c.rank).where(nth.c.hash == _OWN.c.hash).order_by(nth.c.rank)
    query = last.offset(HOLDERS - 1 + behind).limit(1).correlate(_OWN).scalar_subquery()
    return func.coalesce(query, _BEYOND)


def _next(connection: Connection, reports: Sequence[int]) -> set[int]:
    """The reports that would be the next among the first with a mark of which some are."""
    query = (
        select(_OTHER.c.report_id)
        .select_from(_OWN)
        .join(_OTHER, (_OTHER.c.hash == _OWN.c.hash) & (_OTHER.c.rank == _edge(1)))
        .where(_OWN.c.report_id.in_(reports) & (_OWN.c.rank <= _edge()))
    )
    return set(connection.scalars(query))


def _hashes(connection: Connection, reports: Iterable[int]) -> dict[int, set[int]]:
    c = t.marks.c
    found: dict[int, set[int]] = defaultdict(set)
    for some in chunks(reports):
        for row in connection.execute(select(c.report_id, c.hash).where(c.report_id.in_(some))):
            found[row.report_id].add(row.hash)
    return found


def _fingerprints(connection: Connection, reports: Iterable[int]) -> dict[int, Fingerprint]:
    """The fingerprints of reports in the store, made again: their marks are kept without their places."""
    r, d, p = t.reports.c, t.documents.c, t.passages.c
    found = {}
    for some in chunks(reports):
        stretches: dict[int, list[Span]] = defaultdict(list)
        body = select(p.report_id, p.start, p.end).where(p.report_id.in_(some) & (p.part == Part.BODY))
        for row in connection.execute(body.order_by(p.report_id, p.start)):
            stretches[row.report_id].append(Span(row.start, row.end))
        texts = select(r.id, d.text, d.language).join(t.reports, r.document_id == d.id)
        for row in connection.execute(texts.where(r.id.in_(some))):
            found[row.id] = _fingerprint(row.text, tuple(stretches[row.id]), row.language)
    return found


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


def unmark(connection: Connection, reports: Collection[int]) -> None:
    """Opens again what took from reports that are to be taken out, or may take from those that come next."""
    takers = select(t.loans.c.report_id).where(t.loans.c.source_id.in_(reports))
    opened = set(connection.scalars(takers)) | _next(connection, list(reports))
    for some in chunks(opened):
        connection.execute(update(t.reports).where(t.reports.c.id.in_(some)).values(origin_id=None))
