"""Who an actor is: its standing relations to others, and its attributes."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.entity import Participant
from dateline.model.factuality import Factuality
from dateline.model.span import Span


class RelationType(StrEnum):
    """The relation types of the contract."""

    HOLDS_ROLE = "holds_role"
    LEADS = "leads"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    BASED_IN = "based_in"
    LOCATED_IN = "located_in"
    BORN_IN = "born_in"
    KIN_OF = "kin_of"
    ALLIED_WITH = "allied_with"
    FIGHTS = "fights"
    SUPPORTS = "supports"
    CONTROLS = "controls"
    HAS_STRENGTH = "has_strength"
    HAS_EQUIPMENT = "has_equipment"
    HAS_AGE = "has_age"
    OF_NATIONALITY = "of_nationality"
    OF_ETHNICITY = "of_ethnicity"
    ALSO_KNOWN_AS = "also_known_as"


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` stands in `type` to `object`, or has `value`.

    `value` is the words of the text (an office, a kinship term, a number with its bound: "at most
    2500"). `date` is EDTF; a role that is over has an interval that ends in the past
    ("../2011", "../.." when only "former" is said). `span` is the evidence.
    """

    id: str
    type: RelationType
    subject: Participant
    object: Participant | None
    value: str | None
    span: Span
    factuality: Factuality
    attribution: str | None = None
    date: str | None = None
