"""Answers and profiles as JSON (contract form 3)."""

from collections.abc import Sequence

from dateline.exports.evidence import Json, evidence_json
from dateline.exports.records import judgement_json
from dateline.model.judgement import Judgement
from dateline.model.records import ActorRecord, IdentityRecord
from dateline.queries.answer import Answer, Profile, Statement


def answer_json(answer: Answer) -> Json:
    """Contract form 3, with the candidates when the name was ambiguous or unknown."""
    return {
        "question": answer.question,
        "subject": {"entity": answer.party.entity, "name": answer.party.name} if answer.party else None,
        "facets": list(answer.facets),
        "answers": [statement_json(s) for s in answer.statements],
        "unanswered": list(answer.unanswered),
        "understood": answer.understood,
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


def entity_why_json(
    actor: ActorRecord, identities: Sequence[IdentityRecord], judgements: Sequence[Judgement]
) -> Json:
    """Why an actor is one: the ways in which reports describe it, and what was judged."""
    return {
        "entity": actor.entity.id,
        "name": actor.entity.name,
        "identities": [
            {
                "name": identity.name,
                "type": identity.type,
                "aliases": list(identity.aliases),
                "told": list(identity.told),
                "reports": list(identity.reports),
                "why": identity.why,
                "score": identity.score,
            }
            for identity in identities
        ],
        "judgements": [judgement_json(judgement) for judgement in judgements],
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
        "standing": statement.standing.value,
        "reasons": list(statement.weight.reasons),
        "first_reported": statement.weight.first_reported,
        **({"news": statement.news.value} if statement.news else {}),
    }
