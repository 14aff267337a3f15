"""In what two versions of one event contradict each other: a number, a doer, whether it was at all.

Numbers contradict only where neither "at least" nor the passing of time makes both true: a later report may
have a higher toll, not a lower one.
"""

from collections.abc import Iterator

from dateline.accounts.identity import NATION
from dateline.model.edtf import extent
from dateline.model.records import Detail, EventParty, EventVersion, Toll

# PLOVER's sectors of those who do not act for the state they belong to.
_AGAINST_THE_STATE = frozenset({"REB", "OPP", "CRM", "PRE", "UAF"})


def contradictions(one: EventVersion, other: EventVersion) -> frozenset[Detail]:
    """The details in which two versions cannot both be right; symmetric."""
    return frozenset(_contradictions(one, other))


def _contradictions(one: EventVersion, other: EventVersion) -> Iterator[Detail]:
    if {one.factuality.polarity, other.factuality.polarity} == {"+", "-"}:
        # Who denies having done it does not contradict one who says that somebody else did.
        if not _told_apart(one.actors, other.actors):
            yield Detail.WHETHER
        return
    if _told_apart(one.actors, other.actors):
        yield Detail.ACTORS
    if conflicting_tolls(one, other):
        yield Detail.TOLL
    if _ends_before(one.date, other.date) or _ends_before(other.date, one.date):
        yield Detail.DATE


def _told_apart(mine: tuple[EventParty, ...], theirs: tuple[EventParty, ...]) -> bool:
    """Whether both name somebody, and nobody of the one is, or acts for, one of the other."""
    names = [[p for p in some if p.side] for some in (mine, theirs)]
    return all(names) and not any(_one_side(a, b) for a in names[0] for b in names[1])


def _one_side(one: EventParty, other: EventParty) -> bool:
    """Whether two are the same, or one is a state and the other one of its own."""
    if one.side == other.side:
        return True
    state = any((p.side or "").startswith(f"{NATION}:") for p in (one, other))
    hostile = any(p.sector in _AGAINST_THE_STATE for p in (one, other))
    return state and one.country is not None and one.country == other.country and not hostile


def _ends_before(one: str | None, other: str | None) -> bool:
    last, first = extent(one or "")[1], extent(other or "")[0]
    return last is not None and first is not None and last < first


def conflicting_tolls(one: EventVersion, other: EventVersion) -> tuple[str, ...]:
    """The kinds of numbers (dead, injured …) that cannot both be right."""
    return tuple(
        kind
        for kind in sorted(one.size.keys() & other.size.keys())
        if not _compatible(one.size[kind], other.size[kind])
    )


def _compatible(one: Toll, other: Toll) -> bool:
    if _bound(one.low) <= _bound(other.high, top=True) and _bound(other.low) <= _bound(one.high, top=True):
        return True
    smaller, larger = sorted(
        (one, other), key=lambda toll: _bound(toll.low if toll.low is not None else toll.high)
    )
    first, then = smaller.evidence.published, larger.evidence.published
    return first is not None and then is not None and first < then


def _bound(number: int | None, *, top: bool = False) -> float:
    return number if number is not None else float("inf") if top else 0
