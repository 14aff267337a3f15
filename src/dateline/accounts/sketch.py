"""What is compared of an event that one report tells: who, whom, where, when, how many, in which words."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b, sha256

from dateline.accounts.topics import Weights, unit
from dateline.model.edtf import extent
from dateline.model.place import Geo

# How long after an event an undated telling of it may be published and still be news of it.
NEWS = 4
# The time zone of a dateline, a night that two days share.
DRIFT = datetime.timedelta(days=1)
_PLACE = "place:"


@dataclass(frozen=True, slots=True)
class Who:
    """A participant. `actor` is its id where a name makes it the same everywhere; `stems` are of its words.

    `side` is whom it acts for: the army of "soldiers of the Hill Army". `anybody` tells that the words
    ("people", "the victims") leave open who it is, `thing` that it is nobody: "a market".
    """

    stems: frozenset[str]
    actor: str | None = None
    side: str | None = None
    country: str | None = None
    sector: str | None = None
    anybody: bool = False
    thing: bool = False

    @property
    def open(self) -> bool:
        """Whether it is left open who it is: by the words, or by a pronoun of whom nothing is known."""
        return self.anybody or not (self.stems or self.actor or self.side)

    @property
    def place(self) -> bool:
        """Whether it is a place, not those who are there."""
        return (self.actor or "").startswith(_PLACE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place; `geo` as far as it is known, `country` ISO 3166-1 alpha-3.

    `nation` tells that it is a whole country, `capital` that it is only called a country's capital.
    """

    stems: frozenset[str]
    actor: str | None = None
    geo: Geo | None = None
    country: str | None = None
    nation: bool = False
    capital: bool = False

    @property
    def named(self) -> bool:
        return self.actor is not None

    def vagueness(self) -> tuple[bool, bool, bool]:
        """Greater for what tells less about where it is."""
        return not self.named, self.nation, self.geo is None


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both inclusive."""

    first: datetime.date
    last: datetime.date

    def gap(self, other: "Period") -> int:
        """Days between two periods, 0 where they share one."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)


@dataclass(frozen=True)
class Sketch:
    """An event as far as it is compared: of one telling, or of several together.

    `triggers` are the stems of the words that tell it, `stems` those of its sentences. `toll` is kind ->
    (low, high), None = unbounded. `rank` orders events in whatever order they were read; `reports` are those
    that tell it; `polarity` says whether it has happened ("+"), has not ("-") or neither ("u"). `lead` tells
    that it stands at the head of a report. `company` is all whom the reports name, and the countries they
    belong to, `topic` what they are about. `judged` names the event that humans say it is of, `apart` those
    that they say it is not of.
    """

    rank: int
    reports: frozenset[int]
    type: str
    triggers: frozenset[str]
    stems: frozenset[str]
    modes: frozenset[str] = frozenset()
    actors: tuple[Who, ...] = ()
    recipients: tuple[Who, ...] = ()
    place: Spot | None = None
    date: str | None = None
    published: str | None = None
    toll: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    polarity: str = "+"
    lead: bool = False
    company: frozenset[str] = frozenset()
    topic: Weights = field(default_factory=dict)
    judged: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()

    @cached_property
    def told_day(self) -> Period | None:
        """When it was, as far as the report dates it."""
        return period(self.date)

    @cached_property
    def reported_day(self) -> datetime.date | None:
        """When the report was published."""
        published = period(self.published)
        return published.last if published else None

    @cached_property
    def when(self) -> Period | None:
        """When it was, or where it is not dated, when it must have been to be news."""
        if self.told_day is not None:
            return self.told_day
        day = self.reported_day
        return Period(day - datetime.timedelta(days=NEWS), day) if day else None

    @cached_property
    def named(self) -> frozenset[str]:
        """The participants whom a name makes the same everywhere, or for whom they act."""
        return sides((*self.actors, *self.recipients))

    @cached_property
    def bare(self) -> bool:
        """Whether nothing is told but that there was such a thing: nobody, nowhere, of no number."""
        told = any(w.stems and not w.anybody for w in (*self.actors, *self.recipients))
        return not (told or self.place or self.toll)

    @cached_property
    def rest(self) -> frozenset[str]:
        """What the sentence says besides the trigger, the participants and the place."""
        return self.stems - self.compared

    @cached_property
    def compared(self) -> frozenset[str]:
        """The stems of the trigger, the participants and the place, which are compared by themselves."""
        told = self.triggers.union(*(w.stems for w in (*self.actors, *self.recipients)))
        return told | (self.place.stems if self.place else frozenset())

    @cached_property
    def scene(self) -> frozenset[str]:
        """The place, and the country that it lies in."""
        country = self.place.country if self.place else None
        return self.spots if country is None else self.spots | {country}

    @cached_property
    def spots(self) -> frozenset[str]:
        return frozenset([self.place.actor] if self.place and self.place.actor else ())


def together(events: Sequence[Sketch]) -> Sketch:
    """What some tellings say together; where one must be chosen the most exact, of equals by rank."""
    if len(events) == 1:
        return events[0]
    ranked = sorted(events, key=lambda e: e.rank)
    dated = [e for e in ranked if e.told_day is not None]
    return replace(
        ranked[0],
        reports=frozenset[int]().union(*(e.reports for e in ranked)),
        triggers=frozenset[str]().union(*(e.triggers for e in ranked)),
        stems=frozenset[str]().union(*(e.stems for e in ranked)),
        modes=frozenset[str]().union(*(e.modes for e in ranked)),
        actors=tuple({w: None for e in ranked for w in e.actors}),
        recipients=tuple({w: None for e in ranked for w in e.recipients}),
        place=min((e.place for e in ranked if e.place), key=Spot.vagueness, default=None),
        date=min(dated, key=_length).date if dated else None,
        published=min((e.published for e in ranked if e.published), default=None),
        toll={kind: toll for e in ranked for kind, toll in e.toll.items()},
        polarity=min((e.polarity for e in ranked), key="+-u".index),
        lead=any(e.lead for e in ranked),
        company=frozenset[str]().union(*(e.company for e in ranked)),
        topic=_common_topic(ranked),
        judged=frozenset[str]().union(*(e.judged for e in ranked)),
        apart=frozenset[str]().union(*(e.apart for e in ranked)),
    )


def _common_topic(events: Iterable[Sketch]) -> Weights:
    """What the reports of some events are about on the whole, each counted once."""
    each = {e.reports: e.topic for e in events}
    if len(each) == 1:
        return next(iter(each.values()))
    sums: dict[str, float] = {}
    for topic in each.values():
        for word, weight in topic.items():
            sums[word] = sums.get(word, 0.0) + weight
    return unit(sums)


def _length(event: Sketch) -> datetime.timedelta:
    return event.told_day.last - event.told_day.first if event.told_day else datetime.timedelta.max


def sides(some: Iterable[Who]) -> frozenset[str]:
    """Whom participants are, or act for, by names that are the same everywhere."""
    return frozenset(name for w in some if (name := w.actor or w.side) is not None)


def public_id(report: str, local: str) -> str:
    """The id of one report's event, in any store."""
    return sha256(f"{report}/{local}".encode("utf-8", "replace")).hexdigest()[:16]


def rank(report: str, local: str) -> int:
    """Where an event stands among all: by chance, but the same in any store. Ids are public ones."""
    key = f"{report}/{local}".encode("utf-8", "replace")
    return int.from_bytes(blake2b(key, digest_size=8).digest(), signed=True)


def rank_of_judged(rank: int) -> int:
    """The rank of a telling of which a human judged: before all others, so that it speaks for its group."""
    return -(1 << 63) + (rank & 0xFFFF_FFFF)


def period(edtf: str | None) -> Period | None:
    """The days an EDTF value may mean; None where one end is open."""
    first, last = extent(edtf or "")
    return Period(first, last) if first and last and first <= last else None
