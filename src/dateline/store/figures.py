"""The mentions of a store with whom they mean: in their report, and in the story it is one of."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from dateline.accounts.figures import Called, Nouns, figures
from dateline.accounts.identity import only_here
from dateline.model.entity import Form
from dateline.model.records import MentionRecord
from dateline.store import schema as t
from dateline.store.tellings import report_stories

type Spoken = tuple[Any, Any]  # rows of a document, and of a mention in it


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
            meant.get(row.actor, row.actor),
        )


def _figures(connection: Connection) -> Mapping[str, str]:
    """Actor that is known from one report only -> whom that report's story means."""
    story_of = report_stories(connection)
    called = (
        _called(document, row, story_of[row.report_id])
        for document, row in _spoken(connection)
        if row.actor is not None
    )
    return figures(one for one in called if one is not None)


def _called(document: Any, row: Any, story: int) -> Called | None:
    """By what noun phrase a mention calls an actor: its own for a named one, else the report's."""
    named = not only_here(row.actor, row.local)
    if named and row.form != Form.NOMINAL:
        return None
    words = document.text[row.start : row.end] if named else row.name
    phrase = Nouns.of(document.language).phrase(words)
    return None if phrase is None else Called(story, row.actor, named, phrase)


def _spoken(connection: Connection) -> Iterator[Spoken]:
    m, r, d, i = t.mentions.c, t.reports.c, t.documents.c, t.identities.c
    spoken = (
        select(t.mentions, r.public_id, i.actor, i.local, i.name)
        .join(t.reports, m.report_id == r.id)
        .outerjoin(t.entities, m.entity_id == t.entities.c.id)
        .outerjoin(t.identities, t.entities.c.identity_id == i.id)
        .order_by(r.public_id, m.start, m.end, m.id)
    )
    documents = select(d.id, d.public_id, d.text, d.url, d.language).order_by(d.public_id)
    for document in connection.execute(documents).all():
        for row in connection.execute(spoken.where(r.document_id == document.id)):
            yield document, row
