"""In a word, what the reports of a store amount to on one matter. It is no verdict on what is true."""

from enum import StrEnum

from dateline.model.factuality import Factuality
from dateline.model.records import ClaimRecord, EventRecord, RelationRecord, WantRecord

#: What is held not to be so, however surely.
DENIED = frozenset((Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT))


class Standing(StrEnum):
    """How a matter stands; the words for it are the language pack's."""

    REPORTED = "reported"  # one independent origin carries it
    CORROBORATED = "corroborated"  # several do
    DISPUTED = "disputed"  # others say something that cannot be so as well
    DENIED = "denied"  # somebody says that it is not so


def standing(record: ClaimRecord | EventRecord | RelationRecord | WantRecord) -> Standing:
    """How a record stands by its own evidence and by what contradicts it."""
    if record.disputed_by:
        return Standing.DISPUTED
    if record.factuality in DENIED:
        return Standing.DENIED
    return Standing.CORROBORATED if record.independent > 1 else Standing.REPORTED
