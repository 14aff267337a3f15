"""Which events of one report are one deed: the attack, and the killing that it was.

A report may tell a deed, and what came of it, by words of their own. What such words share (victims, numbers)
was given to each when the report was analysed; here they become one event, before any other report is read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.model.event import Event


@dataclass(frozen=True, slots=True)
class _Deed:
    event: Event
    victims: frozenset[str]


def deeds(events: Sequence[Event], words: Callable[[Event], Sequence[frozenset[str]]]) -> list[int]:
    """For each event of a report the position of the first event that is the same deed; its own, if none is.

    `words` gives the stems of each recipient's words.
    """
    first: list[int] = []
    known = [_Deed(e, frozenset(" ".join(sorted(stems)) for stems in words(e) if stems)) for e in events]
    for position, deed in enumerate(known):
        same = (first[i] for i in range(position) if _same(known[i], deed))
        first.append(next(same, position))
    return first


def _same(one: _Deed, other: _Deed) -> bool:
    """Of one type, for the same victims or the same number of them, and nothing that tells them apart."""
    a, b = one.event, other.event
    if a.type != b.type or _apart(a, b):
        return False
    shared = a.size.keys() & b.size.keys()
    numbers = [(a.size[k].low, a.size[k].high) == (b.size[k].low, b.size[k].high) for k in shared]
    if not all(numbers):
        return False
    return bool(one.victims & other.victims) or any(a.size[k].span == b.size[k].span for k in shared)


def _apart(one: Event, other: Event) -> bool:
    """Whether dates, certainty or actors tell two deeds apart."""
    dates = {e.date[1] for e in (one, other) if e.date is not None}
    doers = [{p.entity for p in e.actors} for e in (one, other)]
    return (
        len(dates) > 1
        or one.factuality.polarity != other.factuality.polarity
        or bool(doers[0] and doers[1] and not doers[0] & doers[1])
    )
