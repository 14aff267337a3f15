"""Which relations are worth telling, in which order, and which say one and the same."""

from collections.abc import Callable, Iterable

from dateline.model.factuality import Factuality
from dateline.model.records import RelationRecord, WantRecord
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.queries.phrasing import RELATION_ORDER

_PLAIN = (Factuality.CERTAIN, Factuality.CERTAIN_NOT)
_OFFICE = (RelationType.HOLDS_ROLE, RelationType.LEADS)
_FAMILY = (RelationType.KIN_OF, RelationType.HAS_AGE)
_WHERE = (RelationType.BASED_IN, RelationType.LOCATED_IN, RelationType.CONTROLS, RelationType.BORN_IN)
_STRENGTH = (RelationType.HAS_STRENGTH, RelationType.HAS_EQUIPMENT)
_WANTS = (
    WantKind.HOPE,
    WantKind.DEMAND,
    WantKind.INTEND,
    WantKind.APPEAL,
    WantKind.OFFER,
    WantKind.PROMISE,
    WantKind.REFUSE,
    WantKind.OPPOSE,
)
_IDLE = (RelationType.MEMBER_OF, RelationType.LOCATED_IN)


def worth_telling(
    records: Iterable[RelationRecord], me: str, named: Callable[[str | None], bool]
) -> list[RelationRecord]:
    """The relations that tell a reader who somebody is, without those that another of them says better.

    Left out are the members and whereabouts of those whom no name tells apart, everybody's presence at a
    place (that is no trait of the place), and places that are only described ("in the valley").
    """
    kept = [r for r in records if not _idle(r, me, named)]
    return [r for r in kept if not any(_says_as_much(other, r) for other in kept if other is not r)]


def order(record: RelationRecord, me: str) -> tuple[int, bool, int, int, str]:
    """Name, own offices and kin, where it is, its leaders, its former ones, its strength, then its ties.

    In each of these the certain and best borne out come first.
    """
    doubtful = record.factuality not in _PLAIN
    return _place(record, me), doubtful, -record.independent, RELATION_ORDER.index(record.type), record.id


def want_order(record: WantRecord) -> tuple[int, bool, bool, bool, int, str, str]:
    """The best borne out first; then what an outlet says itself, the unconditional, aims before means."""
    claimed = all(e.chain for e in record.evidence)
    newest = max((e.published or "" for e in record.evidence), default="")
    kind = _WANTS.index(record.kind)
    return -record.independent, claimed, record.conditional, record.ready, kind, newest, record.id


def _place(record: RelationRecord, me: str) -> int:
    own = record.subject.entity == me
    if record.type is RelationType.ALSO_KNOWN_AS:
        return 0
    if record.type in _OFFICE or record.type in _FAMILY:
        return (1 if own else 4 if record.type in _OFFICE else 5) + (not own and _past(record))
    return 6 if record.type in _STRENGTH else 3 if own and record.type in _WHERE else 7


def _idle(record: RelationRecord, me: str, named: Callable[[str | None], bool]) -> bool:
    if record.type is RelationType.KIN_OF and record.subject.entity != me:
        return not named(record.subject.entity)
    if record.type not in _IDLE:
        return False
    if record.object is not None and _within(record.object.name, record.subject.name):
        return True
    if record.subject.entity != me:
        return record.type is RelationType.LOCATED_IN or not named(record.subject.entity)
    there = record.object
    placed = there is not None and named(there.entity) and not there.name.islower()
    return record.type is RelationType.LOCATED_IN and not placed


def _within(name: str, words: str) -> bool:
    return name.lower() in words.lower()


def _says_as_much(one: RelationRecord, other: RelationRecord) -> bool:
    """Whether `one` makes `other` idle: the same matter, and better borne out or, if equally, fuller."""
    same = (
        one.type is other.type
        and one.subject.entity == other.subject.entity
        and one.subject.entity is not None
        and _past(one) == _past(other)
        and one.factuality is other.factuality
        and not one.disputed_by
        and not other.disputed_by
    )
    if not same or one.factuality.polarity == "-":
        return False
    mine, theirs = _words(one), _words(other)
    if one.object is not None and other.object is not None and one.object.entity != other.object.entity:
        return False
    if other.object is None and one.object is not None and theirs <= mine:
        return True  # "is spokesman" beside "is spokesman of the front"
    if (one.object is None) != (other.object is None) or not (mine <= theirs or theirs <= mine):
        return False
    return _weight(one) > _weight(other)


def _words(record: RelationRecord) -> frozenset[str]:
    return frozenset((record.value or "").lower().split())


def _weight(record: RelationRecord) -> tuple[bool, int, int, str]:
    own_voice = any(not e.chain for e in record.evidence)
    return own_voice, record.independent, len(_words(record)), record.id


def _past(record: RelationRecord) -> bool:
    return record.date is not None and record.date.startswith("..")
