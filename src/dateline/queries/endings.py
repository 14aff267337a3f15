"""What a later report tells is over: an alliance that broke, an office somebody held.

Each report is right about its day. Who asks how it is now, or was on a day after that, must not be told that
it still is so.
"""

from collections.abc import Iterable

from dateline.model.edtf import extent
from dateline.model.records import Party, RelationRecord
from dateline.model.relation import RelationType

_MUTUAL = frozenset((RelationType.ALLIED_WITH, RelationType.FIGHTS))
_ENDING = frozenset(
    (*_MUTUAL, RelationType.SUPPORTS, RelationType.LEADS, RelationType.HOLDS_ROLE, RelationType.MEMBER_OF)
)


def running(records: Iterable[RelationRecord], as_of: str | None = None) -> list[RelationRecord]:
    """The relations without those that, as a later report says, had ended by the time asked for (EDTF)."""
    given = list(records)
    ends = [r for r in given if _ended(r) and r.factuality.polarity == "+" and _by(r, as_of)]
    return [r for r in given if _ended(r) or not any(_puts_an_end(end, r) for end in ends)]


def _ended(record: RelationRecord) -> bool:
    return record.date is not None and record.date.startswith("../") and record.type in _ENDING


def _by(end: RelationRecord, as_of: str | None) -> bool:
    """Whether something had ended by a time; when nobody says when, whether that was reported by then."""
    if as_of is None:
        return True
    asked, over = extent(as_of)[0], extent(end.date or "")[1]
    first = min(_days(end), default=None)
    when = over.isoformat() if over else first
    return asked is not None and when is not None and when <= asked.isoformat()


def _puts_an_end(end: RelationRecord, record: RelationRecord) -> bool:
    """Whether what ended is what an earlier report told as being so."""
    told, later = max(_days(record), default=None), max(_days(end), default=None)
    if end.type is not record.type or told is None or later is None or told >= later:
        return False
    return _same_pair(end, record) and (end.value or "").lower() == (record.value or "").lower()


def _same_pair(one: RelationRecord, other: RelationRecord) -> bool:
    """Whether two relations are between the same; whose office it is, one of them may leave open."""
    mine, theirs = _id(one.subject), _id(other.subject)
    thing, its = _id(one.object), _id(other.object)
    if one.type in _MUTUAL:
        return None not in (mine, thing) and {mine, thing} == {theirs, its}
    open_ = one.value is not None and (one.object is None or other.object is None)
    return mine is not None and mine == theirs and (open_ or (thing is not None and thing == its))


def _id(party: Party | None) -> str | None:
    return party.entity if party is not None else None


def _days(record: RelationRecord) -> list[str]:
    return [e.published[:10] for e in record.evidence if e.published]
