"""Answers and profiles as JSON (contract form 3)."""

from typing import Any

from dateline.model.records import Evidence, Link
from dateline.queries.answer import Answer, Profile, Statement

type Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """Contract form 3, with the candidates when the name was ambiguous or unknown."""
    return {
        "question": answer.question,
        "subject": {"entity": answer.party.entity, "name": answer.party.name} if answer.party else None,
        "facets": list(answer.facets),
        "answers": [statement_json(s) for s in answer.statements],
        "unanswered": list(answer.unanswered),
        "candidates": [
            {"entity": m.actor.entity.id, "name": m.actor.entity.name, "score": round(m.score, 3)}
            for m in answer.candidates
        ],
    }


def profile_json(profile: Profile) -> Json:
    """The same for a profile."""
    entity = profile.actor.entity
    return {
        "subject": {"entity": entity.id, "name": entity.name},
        "type": entity.type,
        "aliases": list(entity.aliases),
        "reports": [r.id for r in profile.reports],
        "answers": [statement_json(s) for s in profile.statements],
        "unanswered": list(profile.unanswered),
    }


def statement_json(statement: Statement) -> Json:
    """One answer; `according_to` is the first chain of speakers, outermost first."""
    return {
        "facet": statement.facet,
        "text": statement.text,
        "factuality": statement.factuality.value,
        "according_to": list(statement.voices[0].names) if statement.voices else [],
        "record": statement.record,
        "evidence": [evidence_json(e) for e in statement.evidence],
        "independent": statement.independent,
        "disputed_by": list(statement.disputed_by),
    }


def evidence_json(evidence: Evidence) -> Json:
    return {
        "report": evidence.report,
        "outlet": evidence.outlet,
        "url": evidence.url,
        "published": evidence.published,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "chain": [link_json(link) for link in evidence.chain],
    }


def link_json(link: Link) -> Json:
    return {
        "source": link.source,
        "entity": link.entity,
        "cue": link.cue,
        "act": link.act.value,
        "medium": link.medium,
        "when": link.when,
        "hedge": link.hedge,
    }
