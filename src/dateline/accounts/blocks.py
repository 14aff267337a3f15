"""Where events are met that may be the same: a block is a type, a week and something both speak of, or that
both their reports are about if they tell it first; or a death of one person.

The blocks of an event are a plain function of it. In a block of very many, each is compared only with the
LANDMARKS that come first by rank, so that the number of comparisons grows no faster than that of the events,
and which pairs are compared does not depend on the order in which they were read.
"""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import blake2b
from itertools import combinations

from dateline.accounts.deaths import death_block
from dateline.accounts.sketch import DRIFT, Period, Sketch

LANDMARKS = 32

_WEEK = 7
# A date less exact than this says nothing that narrows the search.
_WIDEST = timedelta(days=45)
_MOST = 4
_UNDATED = "-"


def blocks(event: Sketch) -> frozenset[str]:
    """The blocks of an event."""
    met = frozenset(
        f"{event.type}|{week}|{anchor}" for week in _weeks(event) for anchor in set(_anchors(event))
    )
    return met | death_block(event) | {f"judged|{name}" for name in event.judged}


def _weeks(event: Sketch) -> Iterator[str]:
    period = event.when
    if period is not None and period.last - period.first > _WIDEST:
        day = event.reported_day
        period = Period(day, day) if day else None
    if period is None or event.published is None:
        yield _UNDATED
    if period is not None:
        first, last = (period.first - DRIFT).toordinal(), (period.last + DRIFT).toordinal()
        yield from map(str, range(first // _WEEK, last // _WEEK + 1))


def _anchors(event: Sketch) -> Iterator[str]:
    known = sorted(event.named)[:_MOST] + sorted(event.spots)
    yield from known
    yield from ("&".join(pair) for pair in combinations(sorted(known), 2))
    counted = [
        f"{kind}={low}" for kind, (low, _) in sorted(event.toll.items()) if low is not None and low > 2
    ]
    yield from counted
    yield from (f"{one}&{number}" for one in known for number in counted)
    yield _hash(" ".join(sorted(event.stems)))
    if event.lead:
        about = sorted(event.topic, key=lambda w: (-event.topic[w], w))[:_MOST]
        yield from (f"~{one}&{other}" for one, other in combinations(sorted(about), 2))
    described = {s for w in event.recipients for s in w.stems} | (event.place.stems if event.place else set())
    if not known:
        # Long words are rare ones more often than not.
        described |= set(sorted(event.stems - event.triggers, key=lambda s: (-len(s), s))[:_MOST])
        described |= set(sorted(event.company, key=_hash)[:_MOST])
    yield from (f"{trigger}+{s}" for trigger in sorted(event.triggers) for s in sorted(described))


def _hash(text: str) -> str:
    """By chance, but always the same: of sets that share much, the least by it are shared (Broder 1997)."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
