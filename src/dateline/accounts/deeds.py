"""Which events of one report are one deed: the attack, and the killing that it was.

A report may tell a deed, and what came of it, by words of their own. What such words share (victims, numbers)
was given to each when the report was analysed; here they become one event, before any other report is read.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dateline.model.entity import Participant
from dateline.model.event import Event
from dateline.ontology import ontology

# Types in which those who act do it with each other.
MEETINGS = frozenset({"CONSULT"})
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Deed:
    """An event, the words of its recipients, and whether it stands at the head of its report."""

    event: Event
    victims: frozenset[str]
    head: bool


def deeds(
    events: Sequence[Event],
    words: Callable[[Event], Sequence[frozenset[str]]],
    head: Collection[str] = (),
) -> list[int]:
    """For each event of a report the position of the first event that is the same deed; its own, if none is.

    `words` gives the stems of each recipient's words, `head` the ids of the events told at the report's head.
    """
    first: list[int] = []
    known = [
        _Deed(e, frozenset(" ".join(sorted(stems)) for stems in words(e) if stems), e.id in head)
        for e in events
    ]
    for position, deed in enumerate(known):
        same = (first[i] for i in range(position) if _same(known[i], deed))
        first.append(next(same, position))
    return first


def _same(one: _Deed, other: _Deed) -> bool:
    """Of one type, nothing tells them apart, and something says that they are one: see below."""
    a, b = one.event, other.event
    if a.type != b.type or _apart(a, b):
        return False
    shared = a.size.keys() & b.size.keys()
    if any((a.size[k].low, a.size[k].high) != (b.size[k].low, b.size[k].high) for k in shared):
        return False
    counted = any(a.size[k].span == b.size[k].span for k in shared)
    return bool(one.victims & other.victims) or counted or _same_meeting(a, b) or _same_head(one, other)


def _same_meeting(one: Event, other: Event) -> bool:
    """Whether both tell that the same two, at least, met: "met", "their talks", "the meeting of the two"."""
    return one.type in MEETINGS and not _elsewhere(one, other) and len(_who(one.actors, other.actors)) >= _TWO


def _same_head(one: _Deed, other: _Deed) -> bool:
    """Whether the head of the report tells both as having happened, and of each what the other leaves open.

    A report tells first one thing, in as many sentences as it takes.
    """
    a, b = one.event, other.event
    if not (one.head and other.head) or a.factuality.polarity != "+" or _elsewhere(a, b):
        return False
    roles = (a.actors, b.actors), (a.recipients, b.recipients)
    return all(not mine or not theirs for mine, theirs in roles)


def _who(mine: tuple[Participant, ...], theirs: tuple[Participant, ...]) -> set[str | None]:
    """The entities that are among both."""
    return ({p.entity for p in mine} & {p.entity for p in theirs}) - {None}


def _elsewhere(one: Event, other: Event) -> bool:
    """Whether two events are put at places of two names."""
    places = {e.place.entity or e.place.span for e in (one, other) if e.place is not None}
    return len(places) >= _TWO


def _apart(one: Event, other: Event) -> bool:
    """Whether dates, certainty, ways or actors tell two deeds apart."""
    dates = {e.date[1] for e in (one, other) if e.date is not None}
    doers = [{p.entity for p in e.actors} for e in (one, other)]
    ways = [set(e.modes) - ontology().auxiliary.keys() for e in (one, other)]
    return (
        len(dates) > 1
        or one.factuality.polarity != other.factuality.polarity
        or any(mine and theirs and not mine & theirs for mine, theirs in (doers, ways))
    )
