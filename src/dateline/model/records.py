"""What a store knows, merged across reports: contract form 2 as typed records.

A record says one thing once, however many reports carry it; each piece of its evidence quotes one
sentence of one report and names the chain of speakers between that report's outlet and the matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.attribution import Act
from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.place import Geo
from dateline.model.relation import RelationType
from dateline.model.want import WantKind


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker in a chain. `source` is the words of the text, "" when no source is given."""

    source: str
    entity: str | None
    cue: str
    act: Act
    medium: str | None = None
    when: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a record stands. `text` is the sentence, `[start, end)` its offsets in the report's document.

    `chain` runs from the outermost speaker inwards; empty, it is the outlet's own voice. `origin` is whom
    the passage is taken from: the id of the first report that has it (mostly `report` itself), or the name
    of the outlet that the report credits with it.
    """

    report: str
    outlet: str | None
    url: str | None
    published: str | None
    start: int
    end: int
    text: str
    chain: tuple[Link, ...] = ()
    origin: str = ""


def origins(evidence: Iterable[Evidence]) -> frozenset[str]:
    """The independent origins of some evidence. Who only passes on what an outlet told is none beside it."""
    given = list(evidence)
    outlets = {e.outlet for e in given if e.origin in ("", e.report)}
    return frozenset(e.origin or e.report for e in given if e.origin not in outlets or e.origin == e.report)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor inside a record: the name to show, and the actor's id when it is known."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A report. `reprint_of` is the first report that has most of its text, None where none has;
    `reprint_share` is how much of its text (0..1) earlier reports have.
    """

    id: str
    outlet: str | None
    agency: str | None
    authors: tuple[str, ...]
    title: str | None
    url: str | None
    published: str | None
    retrieved: str | None
    dateline: str | None
    language: str
    words: int
    reprint_of: str | None = None
    reprint_share: float = 0.0


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An entity across reports: `entity.id` is the actor's id; `mentions` counts, `reports` lists ids."""

    entity: Entity
    mentions: int
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """Something somebody said. `content` is the words, `kind` how they are rendered, `act` what was done."""

    id: str
    content: str
    kind: str
    act: Act
    speaker: Party
    about: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    independent: int
    factuality: Factuality
    disputed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationRecord:
    id: str
    type: RelationType
    subject: Party
    object: Party | None
    value: str | None
    date: str | None
    evidence: tuple[Evidence, ...]
    independent: int
    factuality: Factuality
    disputed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WantRecord:
    id: str
    actor: Party
    kind: WantKind
    polarity: str
    goal: str
    toward: tuple[Party, ...]
    conditional: bool
    evidence: tuple[Evidence, ...]
    independent: int
    factuality: Factuality
    disputed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventParty:
    """Who took part in an event: a Party with country (ISO 3166-1 alpha-3), PLOVER sector and type."""

    name: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event was: the name, the place's actor id and its point where they are known."""

    name: str
    entity: str | None = None
    geo: Geo | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people with its bounds, None = unbounded on that side.

    `of_recipients` tells that the recipients are the ones counted. `evidence` is where the number stands,
    with its own chain of speakers.
    """

    low: int | None
    high: int | None
    of_recipients: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EventRecord:
    """A PLOVER event (see model.event). `date` is EDTF.

    `trigger` is the word that tells it in the first evidence, `sentence` the number of that sentence in its
    report, counted from 1.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    actors: tuple[EventParty, ...]
    recipients: tuple[EventParty, ...]
    place: EventPlace | None
    date: str | None
    size: dict[str, Toll]
    trigger: str
    sentence: int
    evidence: tuple[Evidence, ...]
    independent: int
    factuality: Factuality
    disputed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """An actor that a name may mean; `score` 0..1, 1 for the exact name or alias."""

    actor: ActorRecord
    matched: str
    score: float


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A sentence found by full-text search, with its chain of speakers; higher `rank` is better."""

    evidence: Evidence
    rank: float


@dataclass(frozen=True, slots=True)
class Saying:
    """One utterance inside a sentence: its content; its speaker is the last of the evidence's chain."""

    content: str
    evidence: Evidence
