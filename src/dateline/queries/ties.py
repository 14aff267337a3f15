"""Kinds of ties between actors, and which relations and PLOVER events bear them out."""

from collections.abc import Mapping
from enum import StrEnum

from dateline.model.relation import RelationType


class TieKind(StrEnum):
    """How one actor stands to another, the closest first."""

    LEADS = "leads"
    MEMBER = "member"
    ALLIED = "allied"
    SUPPORTS = "supports"
    COOPERATES = "cooperates"
    TALKS = "talks"
    ACCUSES = "accuses"
    THREATENS = "threatens"
    OPPOSES = "opposes"
    ATTACKS = "attacks"
    FIGHTS = "fights"

    @property
    def mutual(self) -> bool:
        """Whether it has no direction."""
        return self in _MUTUAL


_MUTUAL = frozenset((TieKind.ALLIED, TieKind.COOPERATES, TieKind.TALKS, TieKind.FIGHTS))

RELATION_TIES: Mapping[RelationType, TieKind] = {
    RelationType.LEADS: TieKind.LEADS,
    RelationType.HOLDS_ROLE: TieKind.MEMBER,
    RelationType.MEMBER_OF: TieKind.MEMBER,
    RelationType.PART_OF: TieKind.MEMBER,
    RelationType.ALLIED_WITH: TieKind.ALLIED,
    RelationType.SUPPORTS: TieKind.SUPPORTS,
    RelationType.FIGHTS: TieKind.FIGHTS,
}

#: By PLOVER type. Requests, concessions and retreats tell nothing of how two stand to each other.
EVENT_TIES: Mapping[str, TieKind] = {
    "AGREE": TieKind.COOPERATES,
    "COOPERATE": TieKind.COOPERATES,
    "SUPPORT": TieKind.SUPPORTS,
    "AID": TieKind.SUPPORTS,
    "CONSULT": TieKind.TALKS,
    "ACCUSE": TieKind.ACCUSES,
    "THREATEN": TieKind.THREATENS,
    "MOBILIZE": TieKind.THREATENS,
    "REJECT": TieKind.OPPOSES,
    "PROTEST": TieKind.OPPOSES,
    "SANCTION": TieKind.OPPOSES,
    "COERCE": TieKind.OPPOSES,
    "ASSAULT": TieKind.ATTACKS,
}
