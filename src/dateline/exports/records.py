"""Contract form 2: what a store knows, merged across reports. Field by field in docs/contract.md."""

from collections.abc import Callable, Iterator
from dataclasses import asdict

from dateline.errors import UsageError
from dateline.exports.evidence import Json, evidence_json
from dateline.exports.fields import entity_fields
from dateline.model.judgement import Bearer, Judgement
from dateline.model.records import (
    ActorRecord,
    ClaimRecord,
    EventParty,
    EventPlace,
    EventRecord,
    EventVersion,
    HappeningRecord,
    HappeningTelling,
    Party,
    RelationRecord,
    ReportRecord,
    WantRecord,
)
from dateline.store.view import View


def export(view: View, kind: str) -> Iterator[Json]:
    """All records of a kind, in an order that only what was read decides.

    Raises UsageError when there is no such kind; KINDS names them.
    """
    if kind not in KINDS:
        raise UsageError(f"there is nothing to export that is called {kind!r}; there are: {', '.join(KINDS)}")
    return KINDS[kind](view)


def _reports(view: View) -> Iterator[Json]:
    return map(report_json, view.reports())


def _entities(view: View) -> Iterator[Json]:
    judged = view.judgements()
    for record in view.actors():
        yield {
            **entity_json(record),
            "judgements": [judgement_json(j) for j in judged.get(record.entity.id, ())],
        }


def _claims(view: View) -> Iterator[Json]:
    return map(claim_json, view.claims())


def _relations(view: View) -> Iterator[Json]:
    return map(relation_json, view.relations())


def _events(view: View) -> Iterator[Json]:
    return map(event_json, view.events())


def _happenings(view: View) -> Iterator[Json]:
    return map(happening_json, view.happenings())


def _wants(view: View) -> Iterator[Json]:
    return map(want_json, view.wants())


def _mentions(view: View) -> Iterator[Json]:
    return (asdict(mention) for mention in view.every_mention())


KINDS: dict[str, Callable[[View], Iterator[Json]]] = {
    "reports": _reports,
    "entities": _entities,
    "claims": _claims,
    "events": _events,
    "happenings": _happenings,
    "relations": _relations,
    "wants": _wants,
    "mentions": _mentions,
}


def report_json(record: ReportRecord) -> Json:
    return {
        "id": record.id,
        "outlet": record.outlet,
        "agency": record.agency,
        "authors": list(record.authors),
        "title": record.title,
        "url": record.url,
        "published": record.published,
        "retrieved": record.retrieved,
        "dateline": record.dateline,
        "language": record.language,
        "reprint_of": record.reprint_of,
        "reprint_share": round(record.reprint_share, 3),
        "words": record.words,
    }


def entity_json(record: ActorRecord) -> Json:
    return {
        **entity_fields(record.entity),
        "mentions": record.mentions,
        "reports": list(record.reports),
    }


def judgement_json(judgement: Judgement) -> Json:
    return {
        "id": judgement.id,
        "decision": judgement.decision.value,
        "names": [_bearer(judgement.one), _bearer(judgement.other)],
        "by": judgement.by,
        "date": judgement.date,
        "score": judgement.score,
        "why": judgement.why,
        "features": [{"name": f.name, "score": f.score, "words": f.words} for f in judgement.features],
    }


def _bearer(bearer: Bearer) -> Json:
    return {"type": bearer.kind, "name": bearer.key, "label": bearer.label}


def claim_json(record: ClaimRecord) -> Json:
    return {
        "id": record.id,
        "content": record.content,
        "kind": record.kind,
        "act": record.act.value,
        "speaker": record.speaker.name,
        "speaker_entity": record.speaker.entity,
        "about": list(record.about),
        **_support(record),
    }


def event_json(record: EventRecord) -> Json:
    return {
        "id": record.id,
        "type": record.type,
        "modes": list(record.modes),
        "contexts": list(record.contexts),
        "cameo": record.cameo,
        "actors": [_event_party(p) for p in record.actors],
        "recipients": [_event_party(p) for p in record.recipients],
        "place": record.place and _event_place(record.place),
        "date": record.date,
        "size": {kind: {"low": toll.low, "high": toll.high} for kind, toll in record.size.items()},
        "trigger": record.trigger,
        **_support(record),
        "versions": [version_json(v) for v in record.versions],
    }


def version_json(version: EventVersion) -> Json:
    """What one report says of an event; each number with the chain of who gives it."""
    return {
        "id": version.id,
        "origin": version.origin,
        "modes": list(version.modes),
        "actors": [_event_party(p) for p in version.actors],
        "recipients": [_event_party(p) for p in version.recipients],
        "place": version.place and _event_place(version.place),
        "date": version.date,
        "size": {
            kind: {"low": toll.low, "high": toll.high, "evidence": evidence_json(toll.evidence)}
            for kind, toll in version.size.items()
        },
        "trigger": version.trigger,
        "factuality": version.factuality.value,
        "differs": list(version.differs),
        "why": version.why,
        "evidence": [{**evidence_json(e), "trigger": e.trigger} for e in version.evidence],
    }


def _event_party(party: EventParty) -> Json:
    return {
        "name": party.name,
        "entity": party.entity,
        "country": party.country,
        "sector": party.sector,
    }


def _event_place(place: EventPlace) -> Json:
    geo = place.geo
    return {
        "name": place.name,
        "entity": place.entity,
        "lat": geo and geo.lat,
        "lon": geo and geo.lon,
        "country": geo and geo.country,
        "admin1": geo and geo.admin1,
        "geonameid": geo and geo.geonameid,
    }


def happening_json(record: HappeningRecord) -> Json:
    """A happening; each piece of evidence is one word that tells it, with the sentence it stands in."""
    return {
        "id": record.id,
        "family": record.family,
        "trigger": record.trigger,
        "subjects": [_party(p) for p in record.subjects],
        "objects": [_party(p) for p in record.objects],
        "place": record.place and _event_place(record.place),
        "date": record.date,
        "events": list(record.events),
        "evidence": [_telling(x) for x in record.tellings],
        "independent": record.independent,
        "factuality": record.factuality.value,
        "disputed_by": list(record.disputed_by),
        "standing": record.weight.standing.value,
        "reasons": list(record.weight.reasons),
        "first_reported": record.weight.first_reported,
    }


def _telling(telling: HappeningTelling) -> Json:
    evidence = telling.evidence
    start, end = evidence.trigger or (evidence.start, evidence.end)
    return {
        **evidence_json(evidence),
        "start": start,
        "end": end,
        "text": telling.words,
        "factuality": telling.factuality.value,
        "sentence": {"start": evidence.start, "end": evidence.end, "text": evidence.text},
    }


def relation_json(record: RelationRecord) -> Json:
    return {
        "id": record.id,
        "type": record.type.value,
        "subject": _party(record.subject),
        "object": _party(record.object) if record.object else None,
        "value": record.value,
        "date": record.date,
        **_support(record),
    }


def want_json(record: WantRecord) -> Json:
    return {
        "id": record.id,
        "actor": _party(record.actor),
        "kind": record.kind.value,
        "polarity": record.polarity,
        "goal": record.goal,
        "toward": [_party(p) for p in record.toward],
        "conditional": record.conditional,
        "ready": record.ready,
        **_support(record),
    }


def _support(record: ClaimRecord | EventRecord | RelationRecord | WantRecord) -> Json:
    return {
        "evidence": [evidence_json(e) for e in record.evidence],
        "independent": record.independent,
        "factuality": record.factuality.value,
        "disputed_by": list(record.disputed_by),
        "standing": record.weight.standing.value,
        "reasons": list(record.weight.reasons),
        "first_reported": record.weight.first_reported,
    }


def _party(party: Party) -> Json:
    return {"name": party.name, "entity": party.entity}
