"""What narrows a question: whom else it names, the time it asks for, the kinds of events it means."""

from dataclasses import dataclass

from dateline.model.edtf import extent
from dateline.model.records import ActorRecord, EventRecord, Evidence, RelationRecord


@dataclass(frozen=True, slots=True)
class Narrowing:
    """`other` is somebody else who must take part, `date` (EDTF) the time, `types` PLOVER types."""

    other: ActorRecord | None = None
    date: str | None = None
    types: tuple[str, ...] = ()

    @property
    def other_id(self) -> str | None:
        return self.other.entity.id if self.other else None

    def takes(self, record: EventRecord | RelationRecord) -> bool:
        """Whether a record is within what was asked for."""
        if isinstance(record, RelationRecord):
            return self.date is None or holds(record, self.date)
        sides = [p.entity for p in (*record.actors, *record.recipients)]
        return (
            (not self.types or record.type in self.types)
            and (self.other is None or self.other_id in sides)
            and (self.date is None or _overlap(record.date, self.date))
        )


#: Nothing that narrows.
ALL = Narrowing()


def holds(relation: RelationRecord, as_of: str) -> bool:
    """Whether a relation held at a time (EDTF).

    One without a date holds from its first report on; what is over at a time that nobody gives, never.
    """
    if relation.date is None:
        return reported(relation.evidence, as_of)
    return any(extent(relation.date)) and _overlap(relation.date, as_of)


def happened(event: EventRecord, as_of: str) -> bool:
    """Whether an event had happened by a time (EDTF), or, undated, had been reported by then."""
    first = extent(event.date)[0] if event.date else None
    end = extent(as_of)[1]
    return reported(event.evidence, as_of) if first is None else end is None or first <= end


def reported(evidence: tuple[Evidence, ...], as_of: str) -> bool:
    """Whether a report of a time, or older, has it; a report without a date is taken for a later one."""
    end = extent(as_of)[1]
    days = [e.published[:10] for e in evidence if e.published]
    return end is None or any(day <= end.isoformat() for day in days)


def _overlap(one: str | None, other: str) -> bool:
    """Whether two dates may mean the same day; False when either is unknown."""
    if one is None:
        return False
    (first, last), (start, end) = extent(one), extent(other)
    if first is None and last is None:
        return False
    before = first is not None and end is not None and first > end
    after = last is not None and start is not None and last < start
    return not (before or after)
