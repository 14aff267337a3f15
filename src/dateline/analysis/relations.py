"""Who an actor is."""

from dateline.analysis.draft import Draft
from dateline.model.relation import Relation


def find_relations(draft: Draft) -> tuple[Relation, ...]:
    return ()
