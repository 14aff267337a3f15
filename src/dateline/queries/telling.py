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
#: Where a body comes from, and its end.
ORIGINS = (
    RelationType.FOUNDED,
    RelationType.SPLIT_FROM,
    RelationType.GREW_FROM,
    RelationType.SUCCEEDS,
    RelationType.DISSOLVED,
)
# What a description may say as well: "a Doha-based wing of the party".
_DESCRIBED_TOO = (
    RelationType.PART_OF,
    RelationType.MEMBER_OF,
    RelationType.SPLIT_FROM,
    RelationType.GREW_FROM,
    RelationType.SUCCEEDS,
    *_WHERE,
)
_MOST_DESCRIPTIONS = 4
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
    kept = [r for r in kept if not any(_says_as_much(other, r) for other in kept if other is not r)]
    described = sorted((r for r in kept if r.type is RelationType.IS_A), key=_weight, reverse=True)
    told = [r for r in kept if r not in described and not any(_describes(d, r) for d in described)]
    return described[:_MOST_DESCRIPTIONS] + told


def order(record: RelationRecord, me: str) -> tuple[int, bool, bool, bool, int, int, str]:
    """Name, own offices and kin, what it is and comes from, where it is, leaders, strength, then its ties.

    Leaders come before other office holders. In each of these what is so now, the certain and best borne out
    come first.
    """
    doubtful = record.factuality not in _PLAIN
    lead = record.type is not RelationType.LEADS and record.type in _OFFICE
    then = record.date is not None and not record.date.endswith("/..") and record.type not in ORIGINS
    told = (-record.independent, RELATION_ORDER.index(record.type), record.id)
    return (_place(record, me), lead and record.subject.entity != me, then, doubtful, *told)


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
        return (1 if own else 6 if record.type in _OFFICE else 7) + (not own and _past(record))
    if own and record.type in (RelationType.IS_A, *ORIGINS, RelationType.DESIGNATED):
        return 2 if record.type is RelationType.IS_A else 3 if record.type in ORIGINS else 4
    return 8 if record.type in _STRENGTH else 5 if own and record.type in _WHERE else 9


def _idle(record: RelationRecord, me: str, named: Callable[[str | None], bool]) -> bool:
    if record.type is RelationType.KIN_OF and record.subject.entity != me:
        return not named(record.subject.entity)
    if record.type is RelationType.IS_A:
        return record.factuality not in (Factuality.CERTAIN, Factuality.CERTAIN_NOT, Factuality.UNKNOWN)
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
    if one.type is RelationType.FOUNDED:
        return _founds(one, other)
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
    if one.type is RelationType.IS_A:  # "is a rebel group" beside "is the largest rebel group of the north"
        fuller = theirs < mine or (theirs == mine and _weight(one) > _weight(other))
        return fuller and _own_voice(one) >= _own_voice(other)
    if one.date != other.date and one.type in (*ORIGINS, RelationType.DESIGNATED):
        return False
    if (one.object is None) != (other.object is None) or not (mine <= theirs or theirs <= mine):
        return False
    return _weight(one) > _weight(other)


def _founds(one: RelationRecord, other: RelationRecord) -> bool:
    """Whether a foundation tells what another, or an office of "founder", tells."""
    if one.subject.entity is None or one.factuality is not other.factuality or other.disputed_by:
        return False
    if other.type is RelationType.HOLDS_ROLE:
        founder = one.object is not None and one.object.entity == other.subject.entity
        body = other.object is not None and other.object.entity == one.subject.entity
        return founder and body and _sentences(other) <= _sentences(one)
    if other.type is not RelationType.FOUNDED or other.subject.entity != one.subject.entity:
        return False
    mine, theirs = _foundation(one), _foundation(other)
    fits = all(b is None or a == b for a, b in zip(mine, theirs, strict=True))
    return fits and _own_voice(one) >= _own_voice(other) and (mine != theirs or _weight(one) > _weight(other))


def _foundation(record: RelationRecord) -> tuple[str | None, str | None, str | None]:
    founder = None if record.object is None else record.object.entity or record.object.name
    return founder, record.date, record.value


def _describes(description: RelationRecord, other: RelationRecord) -> bool:
    """Whether a description tells what another relation of the same sentence tells: "a wing of the party"."""
    if other.type not in _DESCRIBED_TOO or other.subject.entity != description.subject.entity:
        return False
    named = other.object is not None and _within(other.object.name, description.value or "")
    return named and _sentences(other) <= _sentences(description)


def _sentences(record: RelationRecord) -> set[tuple[str, int]]:
    return {(e.report, e.start) for e in record.evidence}


def _words(record: RelationRecord) -> frozenset[str]:
    return frozenset((record.value or "").lower().split())


def _own_voice(record: RelationRecord) -> bool:
    return any(not e.chain for e in record.evidence)


def _weight(record: RelationRecord) -> tuple[bool, int, int, str]:
    return _own_voice(record), record.independent, len(_words(record)), record.id


def _past(record: RelationRecord) -> bool:
    return record.date is not None and record.date.startswith("..")
