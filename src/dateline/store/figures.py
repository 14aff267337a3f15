"""The mentions of a store with whom they mean: in their report, and in the story it is one of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from dateline.accounts.figures import Called, Nouns, figures
from dateline.model.entity import Form
from dateline.model.records import MentionRecord
from dateline.store import schema as t
from dateline.store.tellings import strands

type Spoken = tuple[Any, Any]  # rows of a document, and of a mention in it
type Figures = Mapping[tuple[int, str], str]  # report and actor -> whom the report's story means


def mention_records(connection: Connection) -> Iterator[MentionRecord]:
    """Every mention of the store, document by document."""
    meant = _figures(connection)
    for document, row in _spoken(connection):
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
            meant.get((row.report_id, row.actor)),
        )


def _figures(connection: Connection) -> Figures:
    called: dict[int, list[Called]] = defaultdict(list)
    for document, row in _spoken(connection):
        if row.actor is not None:
            called[row.report_id].append(_called(document, row))
    # The order of reading out, by public ids, is the same in any store.
    order = {report: place for place, report in enumerate(called)}
    found: dict[tuple[int, str], str] = {}
    for strand_of in strands(connection):
        reports = sorted(strand_of.keys() & order.keys(), key=order.__getitem__)
        some = [one for report in reports for one in called[report]]
        meant = figures(some, strand_of)
        found |= {
            (one.report, one.actor): meant.get((strand_of[one.report], one.actor), one.actor) for one in some
        }
    return found


def _called(document: Any, row: Any) -> Called:
    """How a mention calls an actor; whoever is only described is called one thing in all of a report."""
    named = row.local is None or row.surname is not None
    phrase = None
    if not named or row.form == Form.NOMINAL:
        words = document.text[row.start : row.end] if named else row.name
        phrase = Nouns.of(document.language).phrase(words)
    return Called(row.actor, row.report_id, row.kind, tuple(row.key.split()) if named else (), phrase)


def _spoken(connection: Connection) -> Iterator[Spoken]:
    m, r, d, i = t.mentions.c, t.reports.c, t.documents.c, t.identities.c
    spoken = (
        select(t.mentions, r.public_id, i.actor, i.local, i.surname, i.name, i.kind, i.key)
        .join(t.reports, m.report_id == r.id)
        .outerjoin(t.entities, m.entity_id == t.entities.c.id)
        .outerjoin(t.identities, t.entities.c.identity_id == i.id)
        .order_by(r.public_id, m.start, m.end, m.id)
    )
    documents = select(d.id, d.public_id, d.text, d.url, d.language).order_by(d.public_id)
    for document in connection.execute(documents).all():
        for row in connection.execute(spoken.where(r.document_id == document.id)):
            yield document, row
