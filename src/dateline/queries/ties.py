"""Kinds of ties between actors, and which relations and PLOVER events bear them out."""

from collections.abc import Iterable, Mapping
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

#: By PLOVER type, or type and wording (see EventPhrasing.worded): who signs an agreement supports nobody.
#: Requests, concessions and retreats tell nothing of how two stand to each other.
EVENT_TIES: Mapping[str, TieKind] = {
    "AGREE": TieKind.COOPERATES,
    "COOPERATE": TieKind.COOPERATES,
    "SUPPORT": TieKind.SUPPORTS,
    "SUPPORT.signed": TieKind.COOPERATES,
    "SUPPORT.reached": TieKind.COOPERATES,
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


def event_tie(event_type: str, wordings: Iterable[str]) -> TieKind | None:
    """The tie that an event of a PLOVER type bears out, by its wordings where these say more."""
    keys = (*(f"{event_type}.{wording}" for wording in wordings), event_type)
    return next((EVENT_TIES[key] for key in keys if key in EVENT_TIES), None)
