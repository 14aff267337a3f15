"""Answers and profiles as JSON (contract form 3)."""

from dateline.exports.evidence import Json, evidence_json
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
    }
