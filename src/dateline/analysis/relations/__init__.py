"""Who an actor is: offices, memberships, kin, alliances, strength and the rest of the contract's relations.

Every finder looks at one token that may say something (an office, a verb, a number) and offers what it
finds; the collector resolves participants, settles certainty and source, and drops repetitions.
"""

from dateline.analysis.draft import Draft
from dateline.analysis.relations.aliases import aliases
from dateline.analysis.relations.attributes import age, ethnicity, kin, nationality
from dateline.analysis.relations.bonds import bond, hyphened
from dateline.analysis.relations.collector import Collector
from dateline.analysis.relations.frames import frames
from dateline.analysis.relations.lexicon import relation_lexicon
from dateline.analysis.relations.places import containment
from dateline.analysis.relations.roles import role
from dateline.analysis.relations.strength import equipment, strength
from dateline.model.relation import Relation

_FINDERS = (
    role,
    bond,
    hyphened,
    kin,
    age,
    nationality,
    ethnicity,
    frames,
    strength,
    equipment,
    containment,
    aliases,
)


def find_relations(draft: Draft) -> tuple[Relation, ...]:
    """The relations a report states, in text order, each once a sentence."""
    collector = Collector(draft, relation_lexicon(draft.language))
    for token in range(len(draft.parse)):
        for finder in _FINDERS:
            finder(collector, token)
    return collector.relations()
