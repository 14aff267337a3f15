"""Writes analyses of reports into the tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from itertools import islice
from typing import Any

from dateline.accounts.deeds import deeds
from dateline.accounts.identity import Seen
from dateline.accounts.passages import rank
from dateline.accounts.sketch import rank as event_rank
from dateline.accounts.topics import topic_words
from dateline.accounts.traits import Reading
from dateline.language import language_of
from dateline.language.folding import fold, folder
from dateline.language.stemming import Stemmer, stemmer
from dateline.model.analysis import Analysis
from dateline.model.attribution import Attribution
from dateline.model.entity import Participant
from dateline.model.event import Event, EventMention
from dateline.model.report import Report
from dateline.model.span import Span, hull
from dateline.store import copies
from dateline.store import schema as t
from dateline.store.identities import Description, describe, intern
from dateline.store.inserting import Batch, Row
from dateline.store.judgements import labels_of
from dateline.store.rows import Placed, attribution_span, body, outermost_first

type Keys = dict[str, int]


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
        finding = _Findings(batch, each, key, one.name, known, attributions)
        finding.write_relations()
        finding.write_wants()
        finding.write_events()


def _report(given: Given) -> Row:
    report = given.analysis.report
    return {
        "public_id": given.name,
        "document_id": given.document,
        "local_id": report.id,
        **_bounds(report.span),
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


def _bounds(span: Span | None, prefix: str = "") -> Row:
    return {f"{prefix}start": span and span.start, f"{prefix}end": span and span.end}


def _write_page(batch: Batch, analysis: Analysis, report: int) -> None:
    rows = ({"report_id": report, **_bounds(p.span), "part": p.part} for p in analysis.report.passages)
    batch.add(t.passages, rows)
    rows = (
        {"report_id": report, **_bounds(x.span), "type": x.type, "value": x.value, "edtf": x.edtf}
        for x in analysis.times
    )
    batch.add(t.times, rows)
    rows = (
        {"report_id": report, "code": p.code, "message": p.message, **_bounds(p.span)}
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
                **_bounds(placed.shown_by(attribution_span(x))),
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
        {"report_id": report, **_bounds(s), "attribution_id": attributions.get(placed.speech(s) or "")}
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
            **_bounds(mention.span),
            "label": mention.label,
            "form": mention.form,
            "entity_id": entities.get(mention.entity or ""),
            "sentence_id": None if position is None else sentences[position],
        }

    batch.add(t.mentions, map(row, placed.analysis.mentions))


@dataclass
class _Findings:
    """Writes what hangs on entities and attributions that are written already.

    `report` is the report's key, `name` its public id.
    """

    batch: Batch
    placed: Placed
    report: int
    name: str
    entities: Keys
    attributions: Keys

    @cached_property
    def stemmer(self) -> Stemmer:
        return stemmer(self.placed.analysis.report.document.language)

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
        self.batch.add(t.relations, rows)

    def write_wants(self) -> None:
        wants = self.placed.analysis.wants
        rows = (
            {
                **self._finding(x.id, hull((x.span, x.goal)), x.attribution),
                **self._participant("actor", x.actor),
                "kind": x.kind,
                "polarity": x.polarity,
                **_bounds(x.goal, "goal_"),
                "conditional": x.conditional,
                "ready": x.ready,
            }
            for x in wants
        )
        keys = self.batch.add_keyed(t.wants, rows)
        toward = (
            {"want_id": key, **_bounds(p.span), "entity_id": self.entities.get(p.entity or "")}
            for x, key in zip(wants, keys, strict=True)
            for p in x.toward
        )
        self.batch.add(t.want_toward, toward)

    def write_events(self) -> None:
        events = self.placed.analysis.events
        numbers = self.batch.reserve(t.events, len(events))
        keys = {x.id: key for x, key in zip(events, numbers, strict=True)}
        first = deeds(
            events,
            lambda e: [frozenset(self._stems(p.span)) for p in e.recipients],
            self._head,
            self.placed.named,
        )
        rows = (
            {
                "id": keys[x.id],
                **self._finding(x.id, x.trigger, x.attribution),
                **self._compared(x),
                "deed_id": numbers[deed],
                # Only the first of a deed waits to be compared with other reports.
                "settled": numbers[deed] != keys[x.id],
                "type": x.type,
                "modes": list(x.modes),
                "contexts": list(x.contexts),
                "cameo": x.cameo,
                **_bounds(x.trigger, "trigger_"),
                **self._participant("place", x.place),
                "date": x.date[1] if x.date else None,
                "factuality": x.factuality,
            }
            for x, deed in zip(events, first, strict=True)
        )
        self.batch.add(t.events, rows)
        self._write_happenings(keys)
        for table, role in ((t.event_actors, "actors"), (t.event_recipients, "recipients")):
            parties = (
                {
                    "event_id": keys[x.id],
                    **_bounds(p.span),
                    "entity_id": self.entities.get(p.entity or ""),
                    "stems": self._stems(p.span),
                    "side_entity": self.entities.get(self.placed.side(p) or ""),
                }
                for x in events
                for p in getattr(x, role)
            )
            self.batch.add(table, parties)
        self.batch.add(
            t.event_mentions,
            (self._mention(m, keys[x.id]) for x in events for m in x.mentions),
        )
        self.batch.add(t.event_sizes, (self._size(x, k, keys[x.id]) for x in events for k in x.size))

    def _write_happenings(self, events: Keys) -> None:
        happenings = self.placed.analysis.happenings
        rows = (
            {
                "report_id": self.report,
                **_bounds(x.trigger, "trigger_"),
                **_bounds(self.placed.shown_by(x.trigger)),
                "family": x.family,
                "factuality": x.factuality,
                **self._participant("place", x.place),
                "date": x.date[1] if x.date else None,
                "attribution_id": self.attributions.get(x.attribution or ""),
                "event_id": events.get(x.event or ""),
            }
            for x in happenings
        )
        self.batch.add(t.happenings, rows)
        parties = {
            (x.trigger.start, is_object, p.span.start): {
                "report_id": self.report,
                "trigger_start": x.trigger.start,
                "object": is_object,
                **_bounds(p.span),
                "entity_id": self.entities.get(p.entity or ""),
            }
            for x in happenings
            for is_object, some in ((False, x.subjects), (True, x.objects))
            for p in some
        }
        self.batch.add(t.happening_parties, parties.values())

    def _compared(self, event: Event) -> Row:
        """What accounts compares of an event besides its participants, time and numbers."""
        text = self.placed.analysis.report.text
        return {
            "stem": self.stemmer.stem(fold(event.trigger.of(text))),
            "stems": self._stems(self.placed.shown_by(event.trigger)),
            "place_stems": self._stems(event.place.span) if event.place else [],
            "rank": event_rank(self.name, event.id),
            "lead": event.id in self._leads,
        }

    @cached_property
    def _head(self) -> frozenset[str]:
        """The events told at the head of the report."""
        events = self.placed.analysis.events
        return frozenset(e.id for e in events if self.placed.at_head(e.trigger))

    @cached_property
    def _leads(self) -> frozenset[str]:
        """The events told at the head, and the first for every word of the report's title."""
        report = self.placed.analysis.report
        title = self.stemmer.stems(report.title or "")
        first: dict[str, str] = {}
        for event in self.placed.analysis.events:
            first.setdefault(self.stemmer.stem(fold(event.trigger.of(report.text))), event.id)
        return self._head | {event for stem, event in first.items() if stem in title}

    def _stems(self, span: Span) -> list[str]:
        return sorted(self.stemmer.stems(span.of(self.placed.analysis.report.text)))

    def _mention(self, mention: EventMention, key: int) -> Row:
        return {
            "event_id": key,
            **_bounds(self.placed.shown_by(mention.trigger)),
            **_bounds(mention.trigger, "trigger_"),
            "factuality": mention.factuality,
            "attribution_id": self.attributions.get(mention.attribution or ""),
        }

    def _size(self, event: Event, kind: str, key: int) -> Row:
        count = event.size[kind]
        shown = self.placed.shown_by(count.span)
        aside = shown != self.placed.shown_by(event.trigger)
        carrier = self.placed.speech(shown) if aside else event.attribution
        return {
            "event_id": key,
            **_bounds(shown),
            "kind": kind,
            "low": count.low,
            "high": count.high,
            "of_recipients": self.placed.of_all(count.span, event.recipients),
            "attribution_id": self.attributions.get(carrier or ""),
        }

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
