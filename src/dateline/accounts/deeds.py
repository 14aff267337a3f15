"""Which events of one report are one deed: the attack, and the killing that it was.

A report may tell a deed, and what came of it, by words of their own. What such words share (victims, numbers)
was given to each when the report was analysed; here they become one event, before any other report is read.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dateline.model.entity import Participant
from dateline.model.event import Count, Event
from dateline.ontology import ontology

# Types in which those who act do it with each other.
MEETINGS = frozenset({"CONSULT"})
# Types in which somebody says something: each who does has done it himself.
WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT"})
# Types that are told by whoever does them alone.
_PROTESTS = frozenset({"PROTEST"})
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Deed:
    """An event, the words of its recipients, whether it is told at the head of its report, whom it names.

    What tells two deeds apart is worked out once: the date, those who did it, the ways it was done.
    """

    event: Event
    victims: frozenset[str]
    head: bool
    named: frozenset[str]
    date: str | None
    doers: frozenset[str | None]
    ways: frozenset[str]


def deeds(
    events: Sequence[Event],
    words: Callable[[Event], Sequence[frozenset[str]]],
    head: Collection[str] = (),
    named: Collection[str] = (),
) -> list[int]:
    """For each event of a report the position of the first event that is the same deed; its own, if none is.

    `words` gives the stems of each recipient's words, `head` the ids of the events told at the report's head,
    `named` those of the entities that the report calls by name.
    """
    first: list[int] = []
    known = [_deed(e, words(e), e.id in head, named) for e in events]
    of_type: dict[str, list[int]] = {}
    for position, deed in enumerate(known):
        before = of_type.setdefault(deed.event.type, [])
        same = (first[i] for i in before if _same(known[i], deed))
        first.append(next(same, position))
        before.append(position)
    return first


def _deed(event: Event, words: Sequence[frozenset[str]], head: bool, named: Collection[str]) -> _Deed:
    by_name = frozenset(p.entity for p in event.actors if p.entity is not None and p.entity in named)
    return _Deed(
        event,
        frozenset(" ".join(sorted(stems)) for stems in words if stems),
        head,
        by_name,
        event.date[1] if event.date else None,
        by_name if event.type in MEETINGS else frozenset(p.entity for p in event.actors),
        frozenset(event.modes) - ontology().auxiliary.keys(),
    )


def _same(one: _Deed, other: _Deed) -> bool:
    """Of one type, nothing tells them apart, and something says that they are one: see below."""
    a, b = one.event, other.event
    if a.type != b.type or _apart(one, other):
        return False
    shared = a.size.keys() & b.size.keys()
    if any(_other_number(a.size[k], b.size[k], one.head or other.head) for k in shared):
        return False
    counted = any(a.size[k].span == b.size[k].span for k in shared)
    return (
        bool(one.victims & other.victims)
        or counted
        or _same_meeting(a, b)
        or _same_protest(one, other)
        or _same_head(one, other)
        or _same_dead(one, other)
    )


def _other_number(one: Count, other: Count, head: bool) -> bool:
    """Whether two numbers are two. The head of a report may leave out "at least"."""
    bounds = {(one.low, one.high), (other.low, other.high)}
    return len(bounds) > 1 and not (head and one.low == other.low and None in (one.high, other.high))


def _same_dead(one: _Deed, other: _Deed) -> bool:
    """Whether both tell of as many dead, several, and the report tells first of one of them."""
    a, b = one.event, other.event
    if not (one.head or other.head) or a.factuality.polarity != "+" or _elsewhere(a, b):
        return False
    mine, theirs = a.size.get("dead"), b.size.get("dead")
    return mine is not None and theirs is not None and mine.low == theirs.low and (mine.low or 0) >= _TWO


def _same_meeting(one: Event, other: Event) -> bool:
    """Whether both tell that the same two, at least, met: "met", "their talks", "the meeting of the two"."""
    return one.type in MEETINGS and not _elsewhere(one, other) and len(_who(one.actors, other.actors)) >= _TWO


def _same_protest(one: _Deed, other: _Deed) -> bool:
    """Whether both tell a protest of the same people, and the report tells first of one of them."""
    a, b = one.event, other.event
    if a.type not in _PROTESTS or not (one.head or other.head) or a.factuality.polarity != "+":
        return False
    return not _elsewhere(a, b) and bool(_who(a.actors, b.actors))


def _same_head(one: _Deed, other: _Deed) -> bool:
    """Whether the head of the report tells both as having happened, and of each what the other leaves open.

    A report tells first one thing, in as many sentences as it takes.
    """
    a, b = one.event, other.event
    if not (one.head and other.head) or a.factuality.polarity != "+" or _elsewhere(a, b):
        return False
    # "The two leaders", "they": a meeting leaves open who met until it names them.
    doers = (one.named, other.named) if a.type in MEETINGS else (a.actors, b.actors)
    return all(not mine or not theirs for mine, theirs in (doers, (_sufferers(one), _sufferers(other))))


def _sufferers(deed: _Deed) -> tuple[Participant, ...]:
    """To whom something was done; two, of whom one is named, who do it to nobody else, fight each other."""
    event = deed.event
    several = len({p.entity for p in event.actors}) >= _TWO and bool(deed.named)
    fight = several and event.type not in MEETINGS and not event.recipients
    return event.actors if fight else event.recipients


def _who(mine: tuple[Participant, ...], theirs: tuple[Participant, ...]) -> set[str | None]:
    """The entities that are among both."""
    return ({p.entity for p in mine} & {p.entity for p in theirs}) - {None}


def _elsewhere(one: Event, other: Event) -> bool:
    """Whether two events are put at places of two names."""
    places = {e.place.entity or e.place.span for e in (one, other) if e.place is not None}
    return len(places) >= _TWO


def _apart(one: _Deed, other: _Deed) -> bool:
    """Whether dates, certainty, ways or actors tell two deeds apart."""
    pairs = ((one.doers, other.doers), (one.ways, other.ways))
    return (
        any(mine and theirs and not mine & theirs for mine, theirs in pairs)
        or (one.date is not None and other.date is not None and one.date != other.date)
        or one.event.factuality.polarity != other.event.factuality.polarity
    )
