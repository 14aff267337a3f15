"""What the base of known actors says of one of them."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from dateline.model.edtf import extent


class Kind(StrEnum):
    """What an actor is."""

    NATION = "nation"
    ARMED = "armed"
    STATE = "state"  # an organ of a state that has a name of its own
    INTERNATIONAL = "international"  # of states
    PARTY = "party"
    AID = "aid"  # private organisations: aid, human rights, research, movements
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    ONLINE = "online"
    PLATFORM = "platform"
    PERSON = "person"


MEDIA = frozenset((Kind.AGENCY, Kind.BROADCASTER, Kind.NEWSPAPER, Kind.ONLINE))


class Naming(IntEnum):
    """How a name names an actor, the surest first."""

    FULL = 0
    ACRONYM = 1
    GENERIC = 2  # of words that many have in their names: "National Liberation Front"
    UNSURE = 3  # as often a word, or somebody else: "Times", "IS"
    SURNAME = 4
    SEAT = 5  # a capital or house that stands for a government


@dataclass(frozen=True, slots=True)
class Term:
    """An office held: `country` is a country's or a PLOVER code, `time` an EDTF interval."""

    office: str
    country: str
    time: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A known actor.

    `id` is a stable slug of ours. `country` is an ISO 3166-1 alpha-3 or PLOVER code, `also_in` countries
    where it is met as well, `sector` a PLOVER code. `active` and `governed` are EDTF intervals; `part_of`
    are ids; `terms` are a person's offices. `listed`: its names are names wherever they are written.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    also_in: tuple[str, ...] = ()
    sector: str | None = None
    active: str | None = None
    governed: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    wikidata: str | None = None
    listed: bool = True

    @property
    def countries(self) -> tuple[str, ...]:
        """Where it is at home or met."""
        return (self.country, *self.also_in) if self.country else self.also_in

    def offices(self, day: date | None) -> tuple[Term, ...]:
        """The offices held on a day; all of them when no day is known."""
        return tuple(t for t in self.terms if day is None or during(t.time, day))

    def sector_on(self, day: date | None) -> str | None:
        """The sector at a day: rebels who govern are the government."""
        governs = day is not None and any(during(time, day) for time in self.governed)
        return "GOV" if governs else self.sector


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it is written, and how it names."""

    written: str
    naming: Naming


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor with its names."""

    actor: Actor
    names: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An actor that a name may mean."""

    actor: Actor
    naming: Naming


def during(interval: str, day: date) -> bool:
    """Whether a day may lie in an EDTF interval."""
    start, end = extent(interval)
    return (start is None or start <= day) and (end is None or day <= end)
