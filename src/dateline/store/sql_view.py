"""The view of a store that is kept in a database: see store.view.View."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from dateline.model.entity import Entity
from dateline.model.judgement import Judgement
from dateline.model.records import (
    ActorMatch,
    ActorRecord,
    ClaimRecord,
    EventRecord,
    HappeningRecord,
    IdentityRecord,
    MentionRecord,
    RelationRecord,
    ReportRecord,
    Saying,
    SearchHit,
    WantRecord,
)
from dateline.store import cast, claims, statements
from dateline.store import schema as t
from dateline.store.dialect import chunks, find_words
from dateline.store.event_judging import event_judgements
from dateline.store.event_rows import Wanted
from dateline.store.events import event_record, event_records
from dateline.store.evidence import Place, Quoter
from dateline.store.figures import mention_records
from dateline.store.happenings import happening_records
from dateline.store.judgements import judgements_of
from dateline.store.merge import merge

type Reading = Callable[[], AbstractContextManager[Connection]]

_WORD = re.compile(r"[^\W_]+")


class SqlView:
    """Read-only sight of a store; each method sees it as it is at that moment."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    # ------------------------------------------------------------------ reports
    def reports(self, report_ids: Iterable[str] | None = None) -> Iterator[ReportRecord]:
        wanted = None if report_ids is None else sorted(set(report_ids))
        with self._reading() as connection:
            rows = connection.execute(_reports()).all() if wanted is None else _called(connection, wanted)
        yield from map(_report, rows)

    def report(self, report_id: str) -> ReportRecord | None:
        with self._reading() as connection:
            row = connection.execute(_reports().where(t.reports.c.public_id == report_id)).one_or_none()
        return None if row is None else _report(row)

    # ------------------------------------------------------------------ actors
    def actors(self) -> Iterator[ActorRecord]:
        with self._reading() as connection:
            records = cast.actor_records(connection)
        yield from records

    def actor(self, actor_id: str) -> ActorRecord | None:
        with self._reading() as connection:
            return next(iter(cast.actor_records(connection, [actor_id])), None)

    def entities(self, actor_ids: Iterable[str]) -> dict[str, Entity]:
        with self._reading() as connection:
            return cast.actor_entities(connection, actor_ids)

    def identities(self, actor_id: str) -> list[IdentityRecord]:
        with self._reading() as connection:
            return cast.identity_records(connection, actor_id)

    def judgements(self, actor_id: str | None = None) -> dict[str, list[Judgement]]:
        with self._reading() as connection:
            return judgements_of(connection, actor_id)

    def event_judgements(self, event_id: str) -> list[Judgement]:
        with self._reading() as connection:
            return event_judgements(connection, event_id)

    def every_mention(self) -> Iterator[MentionRecord]:
        with self._reading() as connection:
            yield from mention_records(connection)

    def find_actors(self, name: str, limit: int = 8) -> list[ActorMatch]:
        with self._reading() as connection:
            return cast.find(connection, name, limit)

    # ------------------------------------------------------------------ records
    def relations(self, actor_id: str | None = None, *, limit: int | None = None) -> Iterator[RelationRecord]:
        with self._reading() as connection:
            merged = merge(statements.relations(connection, actor_id, limit))
        for m in merged:
            row = m.row
            yield RelationRecord(
                m.id,
                row.type,
                row.subject.party,
                row.object.party if row.object else None,
                row.value,
                row.date,
                m.evidence,
                m.independent,
                m.factuality,
                m.disputed_by,
                m.weight,
            )

    def wants(
        self, actor_id: str | None = None, *, toward: str | None = None, limit: int | None = None
    ) -> Iterator[WantRecord]:
        with self._reading() as connection:
            merged = merge(statements.wants(connection, actor_id, toward, limit))
        for m in merged:
            row = m.row
            yield WantRecord(
                m.id,
                row.actor.party,
                row.kind,
                row.polarity,
                row.goal,
                tuple(s.party for s in row.toward),
                row.conditional,
                row.ready,
                m.evidence,
                m.independent,
                m.factuality,
                m.disputed_by,
                m.weight,
            )

    def claims(
        self, speaker_id: str | None = None, *, about: str | None = None, limit: int | None = None
    ) -> Iterator[ClaimRecord]:
        with self._reading() as connection:
            merged = merge(claims.claims(connection, speaker_id, about, limit))
        for m in merged:
            row = m.row
            yield ClaimRecord(
                m.id,
                row.content,
                row.kind,
                row.act,
                row.speaker.party,
                row.about,
                m.evidence,
                m.independent,
                m.factuality,
                m.disputed_by,
                m.weight,
            )

    def events(
        self,
        actor_id: str | None = None,
        *,
        as_recipient: str | None = None,
        place: str | None = None,
        limit: int | None = None,
    ) -> Iterator[EventRecord]:
        with self._reading() as connection:
            records = event_records(connection, Wanted(actor_id, as_recipient, place, limit))
        yield from records

    def places(self, limit: int) -> list[Entity]:
        e, c = t.entities.c, t.events.c
        at = select(c.place_entity).where(c.report_id.in_(statements.newest_reports(limit)))
        query = select(t.identities.c.actor).join(t.entities, e.identity_id == t.identities.c.id)
        with self._reading() as connection:
            actors = connection.scalars(query.where(e.id.in_(at) & t.identities.c.actor.is_not(None)))
            found = cast.actor_entities(connection, actors)
        return [found[actor] for actor in sorted(found)]

    def happenings(self) -> Iterator[HappeningRecord]:
        with self._reading() as connection:
            yield from happening_records(connection)

    def account(self, event_id: str) -> EventRecord | None:
        with self._reading() as connection:
            return event_record(connection, event_id)

    # ------------------------------------------------------------------ sentences
    def search(self, words: str, limit: int = 20, *, any_word: bool = False) -> list[SearchHit]:
        with self._reading() as connection:
            found = dict(find_words(connection, _WORD.findall(words), limit, any_word=any_word))
            query = _sentences().where(t.sentences.c.id.in_(found))
            ranked = sorted(connection.execute(query), key=lambda row: (-found[row.id], row.id))
            return _hits(connection, [(row, found[row.id]) for row in ranked])

    def sayings(self, report_id: str, start: int, end: int) -> list[Saying]:
        with self._reading() as connection:
            return claims.sayings(connection, report_id, start, end)

    def mentions(self, actor_id: str, limit: int = 20) -> list[SearchHit]:
        with self._reading() as connection:
            rows = connection.execute(_mentioning(_sentences(), actor_id, limit))
            return _hits(connection, [(row, 0.0) for row in rows])

    def naming(self, actor_id: str, limit: int = 20) -> list[str]:
        s, d = t.sentences.c, t.documents.c
        texts: dict[int, str] = {}
        with self._reading() as connection:
            query = _mentioning(select(s.start, s.end, t.reports.c.document_id), actor_id, limit)
            rows = connection.execute(query).all()
            for some in chunks(row.document_id for row in rows):
                found = connection.execute(select(d.id, d.text).where(d.id.in_(some)))
                texts.update((row.id, row.text) for row in found)
        return [texts[row.document_id][row.start : row.end] for row in rows]


def _reports() -> Select[Any]:
    first = t.reports.alias()
    return (
        select(t.reports, t.documents.c.url, t.documents.c.retrieved, t.documents.c.language)
        .add_columns(first.c.public_id.label("origin"))
        .join(t.documents, t.reports.c.document_id == t.documents.c.id)
        .outerjoin(first, t.reports.c.origin_id == first.c.id)
        .order_by(*_by_date())
    )


def _called(connection: Connection, report_ids: list[str]) -> list[Row[Any]]:
    """Some reports, by date and id, however many."""
    called = t.reports.c.public_id
    found = [
        row for some in chunks(report_ids) for row in connection.execute(_reports().where(called.in_(some)))
    ]
    return sorted(found, key=lambda row: (row.published or "9999", row.public_id))


def _mentioning(sentences: Select[Any], actor_id: str, limit: int) -> Select[Any]:
    """Sentences that mention an actor, the earliest first."""
    theirs = statements.entities_of(actor_id)
    speaking_of = select(t.mentions.c.sentence_id).where(t.mentions.c.entity_id.in_(theirs))
    return (
        sentences.join(t.reports, t.sentences.c.report_id == t.reports.c.id)
        .where(t.sentences.c.id.in_(speaking_of))
        .order_by(*_by_date(), t.sentences.c.start)
        .limit(limit)
    )


def _by_date() -> tuple[ColumnElement[Any], ...]:
    """Undated reports last."""
    return func.coalesce(t.reports.c.published, "9999"), t.reports.c.public_id


def _report(row: Row[Any]) -> ReportRecord:
    return ReportRecord(
        row.public_id,
        row.outlet,
        row.agency,
        tuple(row.authors),
        row.title,
        row.url,
        row.published,
        row.retrieved,
        row.dateline,
        row.language,
        row.words,
        None if row.origin == row.public_id else row.origin,
        row.reprint_share or 0.0,
    )


def _sentences() -> Select[Any]:
    c = t.sentences.c
    return select(c.id, c.report_id, c.start, c.end, c.attribution_id)


def _hits(connection: Connection, ranked: list[tuple[Row[Any], float]]) -> list[SearchHit]:
    quoter = Quoter(connection)
    places = [Place(row.report_id, row.start, row.end, row.attribution_id) for row, _ in ranked]
    quoter.load(places)
    return [SearchHit(quoter.quote(p), rank) for p, (_, rank) in zip(places, ranked, strict=True)]
