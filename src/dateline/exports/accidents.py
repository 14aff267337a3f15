"""Accidents and disasters as JSON."""

from collections.abc import Sequence

from dateline.exports.evidence import Json, evidence_json
from dateline.queries.accidents import Accident


def accidents_json(accidents: Sequence[Accident]) -> list[Json]:
    """One object an accident; its evidence is one sentence a report, in order of publication."""
    return [
        {
            "id": accident.id,
            "families": list(accident.families),
            "date": accident.date,
            "independent": accident.independent,
            "evidence": [evidence_json(e) for e in accident.sentences],
        }
        for accident in accidents
    ]
