"""Writes analyses of reports into the tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from typing import Any

from dateline.accounts.identity import Seen
from dateline.accounts.passages import rank
from dateline.accounts.topics import topic_words
from dateline.accounts.traits import Reading
from dateline.language import language_of
from dateline.language.folding import folder
from dateline.model.analysis import Analysis
from dateline.model.attribution import Attribution
from dateline.model.report import Report
from dateline.store import copies
from dateline.store import schema as t
from dateline.store.finding_writer import FindingWriter, Keys
from dateline.store.identities import Description, describe, intern
from dateline.store.inserting import Batch, Row, bounds
from dateline.store.judgements import labels_of
from dateline.store.rows import Placed, attribution_span, body, outermost_first


@dataclass(frozen=True, slots=True)
class Given:
    """One report's analysis, the key of its document, and the report's id in the store."""

    analysis: Analysis
    document: int
    name: str


def write_reports(batch: Batch, given: Sequence[Given]) -> None:
    """Writes all findings of some reports."""
    placed = [Placed(one.analysis) for one in given]
    keys = batch.add_keyed(t.reports, map(_report, given))
    entities = _write_entities(batch, given, placed, keys)
    for one, each, key, known in zip(given, placed, keys, entities, strict=True):
        copies.write(batch, key, one.analysis.report, _rank(one))
        _write_page(batch, one.analysis, key)
        attributions = _write_attributions(batch, each, key, known)
        sentences = _write_sentences(batch, each, key, attributions)
        _write_mentions(batch, each, key, known, sentences)
        finding = FindingWriter(batch, each, key, one.name, known, attributions)
        finding.write_relations()
        finding.write_wants()
        finding.write_events()


def _report(given: Given) -> Row:
    report = given.analysis.report
    return {
        "public_id": given.name,
        "document_id": given.document,
        "local_id": report.id,
        **bounds(report.span),
        "title": report.title,
        "outlet": report.outlet or report.document.outlet,
        "authors": list(report.authors or report.document.authors),
        "agency": report.agency,
        "dateline": report.dateline,
        "published": report.published or report.document.published,
        "words": len(body(report).split()),
        "length": len(body(report)),
        "marks": len(copies.fingerprint_of(report).hashes),
        "rank": _rank(given),
        "topic": _topic(report),
    }


def _topic(report: Report) -> Row:
    """What a report is about: its title, which may stand before its text, says so as well as the text."""
    words = topic_words(f"{report.title or ''}\n{body(report)}", report.document.language)
    return {word: round(weight, 4) for word, weight in words.items()}


def _rank(given: Given) -> str:
    report = given.analysis.report
    outlet, published = report.outlet or report.document.outlet, report.published or report.document.published
    return rank(report, published, outlet, given.name)


def _write_page(batch: Batch, analysis: Analysis, report: int) -> None:
    rows = ({"report_id": report, **bounds(p.span), "part": p.part} for p in analysis.report.passages)
    batch.add(t.passages, rows)
    rows = (
        {"report_id": report, **bounds(x.span), "type": x.type, "value": x.value, "edtf": x.edtf}
        for x in analysis.times
    )
    batch.add(t.times, rows)
    rows = (
        {"report_id": report, "code": p.code, "message": p.message, **bounds(p.span)}
        for p in analysis.problems
    )
    batch.add(t.problems, rows)


def _write_entities(
    batch: Batch, given: Sequence[Given], placed: Sequence[Placed], reports: Sequence[int]
) -> list[Keys]:
    """The keys of the entities of each report."""
    labels = labels_of(batch.connection, (one.name for one in given))
    described = [
        (description, each.mentions_of[entity.id])
        for one, each in zip(given, placed, strict=True)
        for entity, description in zip(
            each.analysis.entities, _descriptions(each, labels.get(one.name, {})), strict=True
        )
    ]
    identities = iter(zip(intern(batch, described), described, strict=True))
    found: list[Keys] = []
    for each, report in zip(placed, reports, strict=True):
        entities = each.analysis.entities
        rows = (
            {"report_id": report, "local_id": entity.id, "identity_id": identity, "mentions": count}
            for entity, (identity, (_, count)) in zip(
                entities, islice(identities, len(entities)), strict=True
            )
        )
        keys = batch.add_keyed(t.entities, rows)
        found.append({entity.id: key for entity, key in zip(entities, keys, strict=True)})
    return found


def _descriptions(placed: Placed, labels: Mapping[tuple[str, str], str]) -> list[Description]:
    """How the report describes each of its entities, told apart where a human judged so."""
    analysis = placed.analysis
    language = folder(analysis.report.document.language)
    reading = Reading(analysis, language)
    traits = reading.traits()
    found = []
    for entity in analysis.entities:
        local = f"{analysis.report.document.id}/{entity.id}"
        seen = Seen(entity, entity.id in placed.named, local, traits[entity.id], month=reading.month)
        plain = describe(seen, language)
        label = labels.get((plain.identity.kind, plain.identity.key))
        found.append(plain if label is None else describe(replace(seen, label=label), language))
    return found


def _write_attributions(batch: Batch, placed: Placed, report: int, entities: Keys) -> Keys:
    document = placed.analysis.report.document
    text, fold = document.text, folder(document.language).phrase
    pronouns = _pronouns(document.language)
    keys: Keys = {}
    about: list[Row] = []
    for layer in outermost_first(placed.analysis.attributions):
        rows = [
            {
                "report_id": report,
                "local_id": x.id,
                **bounds(placed.shown_by(attribution_span(x))),
                "source": x.source,
                "source_entity": entities.get(x.source_entity or ""),
                "pronoun": " ".join(s.of(text) for s in x.source).lower() in pronouns,
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
            for x in layer
        ]
        for x, key in zip(layer, batch.add_keyed(t.attributions, rows), strict=True):
            keys[x.id] = key
            known = (entities[e] for e in placed.about(x) if e in entities)
            about.extend({"attribution_id": key, "entity_id": e} for e in known)
    batch.add(t.about, about)
    return keys


def _pronouns(language: str | None) -> frozenset[str]:
    """The words that, alone, tell a reader nothing of who speaks."""
    return frozenset(language_of(language).table("phrases")["event"]["pronouns"])


def _content_key(attribution: Attribution, text: str, fold: Callable[[str], str]) -> str:
    content = fold(" ".join(span.of(text) for span in attribution.content))
    return sha256(content.encode("utf-8", "replace")).hexdigest()[:20]


def _write_sentences(batch: Batch, placed: Placed, report: int, attributions: Keys) -> list[int]:
    """Ids of the sentences, in text order."""
    rows = (
        {"report_id": report, **bounds(s), "attribution_id": attributions.get(placed.speech(s) or "")}
        for s in placed.sentences
    )
    keys = batch.add_keyed(t.sentences, rows)
    text = placed.analysis.report.text
    batch.index((k, s.of(text)) for k, s in zip(keys, placed.sentences, strict=True))
    return keys


def _write_mentions(batch: Batch, placed: Placed, report: int, entities: Keys, sentences: list[int]) -> None:
    def row(mention: Any) -> Row:
        position = placed.sentence(mention.span)
        return {
            "report_id": report,
            **bounds(mention.span),
            "label": mention.label,
            "form": mention.form,
            "entity_id": entities.get(mention.entity or ""),
            "sentence_id": None if position is None else sentences[position],
        }

    batch.add(t.mentions, map(row, placed.analysis.mentions))
