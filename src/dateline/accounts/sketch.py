"""What is compared of an event that one report tells: who, whom, where, when, how many, in which words."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b, sha256

from dateline.model.edtf import extent
from dateline.model.place import Geo

# How long after an event an undated telling of it may be published and still be news of it.
NEWS = 4
# The time zone of a dateline, a night that two days share.
DRIFT = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Who:
    """A participant. `actor` is its id where a name makes it the same everywhere; `stems` are of its words.

    `anybody` tells that the words ("people", "the victims") leave open who it is.
    """

    stems: frozenset[str]
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    anybody: bool = False


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
    """An event as far as it is compared. `toll` is kind -> (low, high), None = unbounded.

    `stem` is that of its trigger, `stems` those of its sentence. `rank` orders events in whatever order
    they were read; `report` tells which were told apart by one reader; `polarity` whether it is said to have
    happened ("+"), not to have ("-") or neither ("u").
    """

    rank: int
    report: int
    type: str
    stem: str
    stems: frozenset[str]
    modes: frozenset[str] = frozenset()
    actors: tuple[Who, ...] = ()
    recipients: tuple[Who, ...] = ()
    place: Spot | None = None
    date: str | None = None
    published: str | None = None
    toll: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    polarity: str = "+"

    @cached_property
    def told_day(self) -> Period | None:
        """When it was, as far as the report dates it."""
        return _period(self.date)

    @cached_property
    def reported_day(self) -> datetime.date | None:
        """When the report was published."""
        period = _period(self.published)
        return period.last if period else None

    @cached_property
    def when(self) -> Period | None:
        """When it was, or where it is not dated, when it must have been to be news."""
        if self.told_day is not None:
            return self.told_day
        day = self.reported_day
        return Period(day - datetime.timedelta(days=NEWS), day) if day else None

    @cached_property
    def named(self) -> frozenset[str]:
        """The participants whom a name makes the same everywhere."""
        return frozenset(w.actor for w in (*self.actors, *self.recipients) if w.actor is not None)

    @cached_property
    def spots(self) -> frozenset[str]:
        return frozenset([self.place.actor] if self.place and self.place.actor else ())


def public_id(report: str, local: str) -> str:
    """The id of one report's event, in any store."""
    return sha256(f"{report}/{local}".encode("utf-8", "replace")).hexdigest()[:16]


def rank(report: str, local: str) -> int:
    """Where an event stands among all: by chance, but the same in any store. Ids are public ones."""
    key = f"{report}/{local}".encode("utf-8", "replace")
    return int.from_bytes(blake2b(key, digest_size=8).digest(), signed=True)


def _period(edtf: str | None) -> Period | None:
    first, last = extent(edtf or "")
    return Period(first, last) if first and last and first <= last else None
