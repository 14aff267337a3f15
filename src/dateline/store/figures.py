"""The mentions of a store with whom they mean: in their report, and in the story it is one of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from dateline.accounts.figures import Called, Nouns, figures
from dateline.model.entity import Form
from dateline.model.records import MentionRecord
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.tellings import strands

type Figures = Mapping[tuple[int, str], str]  # report and actor -> whom its story means, if that is another


def mention_records(connection: Connection) -> Iterator[MentionRecord]:
    """Every mention of the store, document by document."""
    meant = _figures(connection)
    m, r, d = t.mentions.c, t.reports.c, t.documents.c
    spoken = _spoken().order_by(r.public_id, m.start, m.end, m.id)
    documents = select(d.id, d.public_id, d.text, d.url).order_by(d.public_id)
    for document in connection.execute(documents).all():
        for row in connection.execute(spoken.where(r.document_id == document.id)):
            yield MentionRecord(
                f"{document.public_id}:{row.start}-{row.end}",
                row.public_id,
                document.url,
                row.start,
                row.end,
                document.text[row.start : row.end],
                row.label,
                row.form,
                row.actor,
                meant.get((row.report_id, row.actor), row.actor),
            )


def _spoken() -> Select[Any]:
    """The mentions with the identities of those they stand for."""
    m, e, i = t.mentions.c, t.entities.c, t.identities.c
    return (
        select(t.mentions, t.reports.c.public_id, i.actor, i.local, i.surname, i.name, i.kind, i.key)
        .join(t.reports, m.report_id == t.reports.c.id)
        .outerjoin(t.entities, m.entity_id == e.id)
        .outerjoin(t.identities, e.identity_id == i.id)
    )


def _figures(connection: Connection) -> Figures:
    """Of the stories that several reports tell."""
    found: dict[tuple[int, str], str] = {}
    for strand_of in strands(connection):
        if len(strand_of) < 2:
            continue
        called = _called_in(connection, strand_of)
        meant = figures(called, strand_of)
        for one in called:
            figure = meant.get((strand_of[one.report], one.actor), one.actor)
            if figure != one.actor:
                found[one.report, one.actor] = figure
    return found


def _called_in(connection: Connection, reports: Iterable[int]) -> list[Called]:
    """How some reports call whom they speak of, in the order of their public ids: the same in any store."""
    r, d, m = t.reports.c, t.documents.c, t.mentions.c
    texts = select(r.id, r.public_id, d.text, d.language).join(t.documents, r.document_id == d.id)
    told: list[Any] = []
    spoken: dict[int, list[Any]] = defaultdict(list)
    for some in chunks(reports):
        told += connection.execute(texts.where(r.id.in_(some)))
        for row in connection.execute(_spoken().where(m.report_id.in_(some)).order_by(m.start, m.end, m.id)):
            spoken[row.report_id].append(row)
    told.sort(key=lambda report: report.public_id)
    return [_called(report, row) for report in told for row in spoken[report.id] if row.actor is not None]


def _called(report: Any, row: Any) -> Called:
    """How a mention calls an actor; whoever is only described is called one thing in all of a report."""
    named = row.local is None or row.surname is not None
    phrase = None
    if not named or row.form == Form.NOMINAL:
        words = report.text[row.start : row.end] if named else row.name
        phrase = Nouns.of(report.language).phrase(words)
    return Called(row.actor, row.report_id, row.kind, tuple(row.key.split()) if named else (), phrase)
