"""Writes one report's analysis into the tables."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, CursorResult, insert

from dateline.accounts.folding import folder
from dateline.model.analysis import Analysis
from dateline.model.attribution import Attribution
from dateline.model.entity import Participant
from dateline.model.span import Span, hull
from dateline.store import copies
from dateline.store import schema as t
from dateline.store.actors import describe, intern
from dateline.store.dialect import index_words
from dateline.store.rows import Placed, attribution_span, body, parents_first

type Row = dict[str, Any]
type Keys = dict[str, int]


def write_report(connection: Connection, analysis: Analysis, document: int, name: str) -> None:
    """Writes all findings of a report under the public id `name`."""
    report, placed = analysis.report, Placed(analysis)
    shingles = copies.shingles_of(report)
    key = _insert(
        connection,
        t.reports,
        {
            "public_id": name,
            "document_id": document,
            "local_id": report.id,
            **_bounds(report.span),
            "title": report.title,
            "outlet": report.outlet or report.document.outlet,
            "authors": list(report.authors or report.document.authors),
            "agency": report.agency,
            "dateline": report.dateline,
            "published": report.published or report.document.published,
            "words": len(body(report).split()),
            "shingles": len(shingles),
        },
    )
    copies.write(connection, key, shingles)
    _write_page(connection, analysis, key)
    entities = _write_entities(connection, placed, key)
    attributions = _write_attributions(connection, placed, key, entities)
    sentences = _write_sentences(connection, placed, key, attributions)
    _write_mentions(connection, placed, key, entities, sentences)
    finding = _Findings(connection, placed, key, entities, attributions)
    finding.write_relations()
    finding.write_wants()


def inserted_id(result: CursorResult[Any]) -> int:
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def _insert(connection: Connection, table: Any, row: Row) -> int:
    return inserted_id(connection.execute(insert(table), row))


def _insert_all(connection: Connection, table: Any, rows: Iterable[Row]) -> None:
    if rows := list(rows):
        connection.execute(insert(table), rows)


def _bounds(span: Span | None, prefix: str = "") -> Row:
    return {f"{prefix}start": span and span.start, f"{prefix}end": span and span.end}


def _write_page(connection: Connection, analysis: Analysis, report: int) -> None:
    rows = ({"report_id": report, **_bounds(p.span), "part": p.part} for p in analysis.report.passages)
    _insert_all(connection, t.passages, rows)
    rows = (
        {"report_id": report, **_bounds(x.span), "type": x.type, "value": x.value, "edtf": x.edtf}
        for x in analysis.times
    )
    _insert_all(connection, t.times, rows)
    rows = (
        {"report_id": report, "code": p.code, "message": p.message, **_bounds(p.span)}
        for p in analysis.problems
    )
    _insert_all(connection, t.problems, rows)


def _write_entities(connection: Connection, placed: Placed, report: int) -> Keys:
    analysis = placed.analysis
    language = folder(analysis.report.document.language)
    keys: Keys = {}
    for entity in analysis.entities:
        local = f"{analysis.report.document.id}/{entity.id}"
        mentions = placed.mentions_of[entity.id]
        description = describe(entity, entity.id in placed.named, local, language)
        row = {
            "report_id": report,
            "local_id": entity.id,
            "identity_id": intern(connection, description, mentions),
            "mentions": mentions,
        }
        keys[entity.id] = _insert(connection, t.entities, row)
    return keys


def _write_attributions(connection: Connection, placed: Placed, report: int, entities: Keys) -> Keys:
    keys: Keys = {}
    about: list[Row] = []
    document = placed.analysis.report.document
    text, fold = document.text, folder(document.language).phrase
    for x in parents_first(placed.analysis.attributions):
        row = {
            "report_id": report,
            "local_id": x.id,
            **_bounds(placed.shown_by(attribution_span(x))),
            "source": x.source,
            "source_entity": entities.get(x.source_entity or ""),
            "cue": x.cue,
            "content": x.content,
            "content_key": _content_key(x, text, fold),
            "kind": x.kind,
            "act": x.act,
            "hedge": x.hedge,
            "medium": x.medium,
            "said": x.when,
            "parent_id": keys.get(x.parent or ""),
        }
        keys[x.id] = _insert(connection, t.attributions, row)
        known = (entities[e] for e in placed.about(x) if e in entities)
        about.extend({"attribution_id": keys[x.id], "entity_id": e} for e in known)
    _insert_all(connection, t.about, about)
    return keys


def _content_key(attribution: Attribution, text: str, fold: Callable[[str], str]) -> str:
    content = fold(" ".join(span.of(text) for span in attribution.content))
    return sha256(content.encode("utf-8", "replace")).hexdigest()[:20]


def _write_sentences(connection: Connection, placed: Placed, report: int, attributions: Keys) -> list[int]:
    """Ids of the sentences, in text order."""
    keys = [
        _insert(
            connection,
            t.sentences,
            {
                "report_id": report,
                **_bounds(span),
                "attribution_id": attributions.get(placed.speech(span) or ""),
            },
        )
        for span in placed.sentences
    ]
    text = placed.analysis.report.text
    index_words(connection, ((k, s.of(text)) for k, s in zip(keys, placed.sentences, strict=True)))
    return keys


def _write_mentions(
    connection: Connection, placed: Placed, report: int, entities: Keys, sentences: list[int]
) -> None:
    def row(mention: Any) -> Row:
        position = placed.sentence(mention.span)
        return {
            "report_id": report,
            **_bounds(mention.span),
            "label": mention.label,
            "form": mention.form,
            "entity_id": entities.get(mention.entity or ""),
            "sentence_id": None if position is None else sentences[position],
        }

    _insert_all(connection, t.mentions, map(row, placed.analysis.mentions))


class _Findings:
    """Writes what hangs on entities and attributions that are written already."""

    def __init__(
        self, connection: Connection, placed: Placed, report: int, entities: Keys, attributions: Keys
    ) -> None:
        self.connection = connection
        self.placed = placed
        self.report = report
        self.entities = entities
        self.attributions = attributions

    def write_relations(self) -> None:
        rows = (
            {
                **self._finding(x.id, x.span, x.attribution),
                "type": x.type,
                **self._participant("subject", x.subject),
                **self._participant("object", x.object),
                "value": x.value,
                "date": x.date,
                "factuality": x.factuality,
            }
            for x in self.placed.analysis.relations
        )
        _insert_all(self.connection, t.relations, rows)

    def write_wants(self) -> None:
        toward: list[Row] = []
        for x in self.placed.analysis.wants:
            row = {
                **self._finding(x.id, hull((x.span, x.goal)), x.attribution),
                **self._participant("actor", x.actor),
                "kind": x.kind,
                "polarity": x.polarity,
                **_bounds(x.goal, "goal_"),
                "conditional": x.conditional,
            }
            key = _insert(self.connection, t.wants, row)
            toward.extend(
                {"want_id": key, **_bounds(p.span), "entity_id": self.entities.get(p.entity or "")}
                for p in x.toward
            )
        _insert_all(self.connection, t.want_toward, toward)

    def _finding(self, local_id: str, span: Span, attribution: str | None) -> Row:
        return {
            "report_id": self.report,
            "local_id": local_id,
            **_bounds(self.placed.shown_by(span)),
            "attribution_id": self.attributions.get(attribution or ""),
        }

    def _participant(self, role: str, participant: Participant | None) -> Row:
        entity = participant.entity if participant else None
        return {
            **_bounds(participant.span if participant else None, f"{role}_"),
            f"{role}_entity": self.entities.get(entity or ""),
        }
