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
    IS_A = "is_a"
    FOUNDED = "founded"
    DISSOLVED = "dissolved"
    SPLIT_FROM = "split_from"
    GREW_FROM = "grew_from"
    SUCCEEDS = "succeeds"
    DESIGNATED = "designated"


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` stands in `type` to `object`, or has `value`.

    `value` is the words of the text (an office, a kinship term, a number with its bound: "at most
    2500"). `date` is EDTF; a role that is over has an interval that ends in the past
    ("../2011", "../.." when only "former" is said). `span` is the evidence.

    What has `founded`, `dissolved` or `designated` in `type` was founded, dissolved, designated by its
    `object`, who is None where the text does not say; `date` is when that was. Its `value` is what for or
    as what ("to protect herders", "listed as a terrorist organisation"). That of `is_a` is a description.
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
