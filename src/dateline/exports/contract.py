"""Contract form 1: what `dateline analyse` writes for one document. Field by field in docs/contract.md."""

from collections.abc import Sequence
from typing import Any

from dateline.exports.fields import entity_fields
from dateline.model.analysis import Analysis, Problem
from dateline.model.attribution import Attribution
from dateline.model.entity import Mention, Participant
from dateline.model.event import Event, EventMention
from dateline.model.happening import Happening
from dateline.model.relation import Relation
from dateline.model.report import Report
from dateline.model.span import Span
from dateline.model.time import Time
from dateline.model.want import Want

FORMAT = 1
type Json = dict[str, Any]


def to_contract(document_id: str, analyses: Sequence[Analysis], problems: Sequence[Problem] = ()) -> Json:
    """One line of the contract: the findings of every report of a document, offsets into its text."""
    return {
        "format": FORMAT,
        "id": document_id,
        "reports": [_report(a.report) for a in analyses],
        "mentions": [_mention(m) for a in analyses for m in a.mentions],
        "entities": [entity_fields(e) for a in analyses for e in a.entities],
        "times": [_time(t) for a in analyses for t in a.times],
        "attributions": [_attribution(x) for a in analyses for x in a.attributions],
        "events": [_event(x) for a in analyses for x in a.events],
        "happenings": [_happening(x) for a in analyses for x in a.happenings],
        "relations": [_relation(x) for a in analyses for x in a.relations],
        "wants": [_want(x) for a in analyses for x in a.wants],
        "problems": [_problem(p) for p in problems] + [_problem(p) for a in analyses for p in a.problems],
    }


def _bounds(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _report(report: Report) -> Json:
    return {
        "id": report.id,
        **_bounds(report.span),
        "title": report.title,
        "outlet": report.outlet,
        "authors": list(report.authors),
        "agency": report.agency,
        "dateline": report.dateline,
        "published": report.published,
    }


def _mention(mention: Mention) -> Json:
    return {**_bounds(mention.span), "label": mention.label.value, "entity": mention.entity}


def _time(time: Time) -> Json:
    return {**_bounds(time.span), "type": time.type, "value": time.value, "edtf": time.edtf}


def _attribution(attribution: Attribution) -> Json:
    return {
        "id": attribution.id,
        "source": _spans(attribution.source),
        "source_entity": attribution.source_entity,
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "kind": attribution.kind.value,
        "act": attribution.act.value,
        "hedge": attribution.hedge,
        "medium": attribution.medium,
        "when": attribution.when,
        "parent": attribution.parent,
    }


def _participant(participant: Participant) -> Json:
    return {**_bounds(participant.span), "entity": participant.entity}


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "modes": list(event.modes),
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "trigger": list(event.trigger),
        "actors": [_participant(p) for p in event.actors],
        "recipients": [_participant(p) for p in event.recipients],
        "place": event.place and _participant(event.place),
        "date": event.date and {**_bounds(event.date[0]), "edtf": event.date[1]},
        "size": {k: {"low": c.low, "high": c.high, **_bounds(c.span)} for k, c in event.size.items()},
        "factuality": event.factuality.value,
        "attribution": event.attribution,
        "mentions": [_event_mention(m) for m in event.mentions],
    }


def _event_mention(mention: EventMention) -> Json:
    return {
        **_bounds(mention.trigger),
        "factuality": mention.factuality.value,
        "attribution": mention.attribution,
    }


def _happening(happening: Happening) -> Json:
    return {
        "family": happening.family,
        "trigger": list(happening.trigger),
        "subjects": [_participant(p) for p in happening.subjects],
        "objects": [_participant(p) for p in happening.objects],
        "place": happening.place and _participant(happening.place),
        "date": happening.date and {**_bounds(happening.date[0]), "edtf": happening.date[1]},
        "factuality": happening.factuality.value,
        "attribution": happening.attribution,
        "event": happening.event,
    }


def _relation(relation: Relation) -> Json:
    return {
        "id": relation.id,
        "type": relation.type.value,
        "subject": _participant(relation.subject),
        "object": relation.object and _participant(relation.object),
        "value": relation.value,
        "date": relation.date,
        **_bounds(relation.span),
        "factuality": relation.factuality.value,
        "attribution": relation.attribution,
    }


def _want(want: Want) -> Json:
    return {
        "id": want.id,
        "actor": _participant(want.actor),
        "kind": want.kind.value,
        "polarity": want.polarity,
        "goal": list(want.goal),
        "toward": [_participant(p) for p in want.toward],
        "conditional": want.conditional,
        "ready": want.ready,
        **_bounds(want.span),
        "factuality": want.factuality.value,
        "attribution": want.attribution,
    }


def _problem(problem: Problem) -> Json:
    span = problem.span
    return {
        "code": problem.code,
        "message": problem.message,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
