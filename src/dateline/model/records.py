"""What a store knows, merged across reports: contract form 2 as typed records.

A record says one thing once, however many reports carry it; each piece of its evidence quotes one
sentence of one report and names the chain of speakers between that report's outlet and the matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.attribution import Act
from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.place import Geo
from dateline.model.relation import RelationType
from dateline.model.want import WantKind


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker in a chain. `source` is the words of the text, "" when no source is given.

    `name` tells who a bare pronoun is: the name of the actor, "" where nobody knows; None for other words.
    """

    source: str
    entity: str | None
    cue: str
    act: Act
    medium: str | None = None
    when: str | None = None
    hedge: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a record stands. `text` is the sentence, `[start, end)` its offsets in the report's document.

    `chain` runs from the outermost speaker inwards; empty, it is the outlet's own voice. `trigger` is where
    the word stands that tells an event, in the same offsets; None where it is of something else. `origin`
    is whom the passage is taken from: the id of the first report that has it (mostly `report` itself), or
    the name of the agency that the report credits with it; "" stands for `report`.
    """

    report: str
    outlet: str | None
    url: str | None
    published: str | None
    start: int
    end: int
    text: str
    chain: tuple[Link, ...] = ()
    trigger: tuple[int, int] | None = None
    origin: str = ""


def origins(evidence: Iterable[Evidence]) -> frozenset[str]:
    """The independent origins of some evidence. Who only passes on what an outlet told is none beside it."""
    given = list(evidence)
    outlets = {e.outlet for e in given if e.origin in ("", e.report)}
    return frozenset(e.origin or e.report for e in given if e.origin not in outlets or e.origin == e.report)


class Standing(StrEnum):
    """What the reports of a store amount to on one matter. It is no verdict on what is true."""

    REPORTED = "reported"  # one independent origin carries it
    CORROBORATED = "corroborated"  # several do
    DISPUTED = "disputed"  # others say something that cannot be so as well
    DENIED = "denied"  # somebody says that it is not so
    RETRACTED = "retracted"  # who told it has taken it back


class Detail(StrEnum):
    """In what versions of one event may contradict one another."""

    WHETHER = "whether"  # one tells it, the other denies it
    ACTORS = "actors"
    DATE = "date"
    TOLL = "toll"
    RETRACTED = "retracted"  # taken back by who told it
    CORRECTED = "corrected"  # its number was put right by who gave it


@dataclass(frozen=True, slots=True)
class Weight:
    """The standing of a record, the reasons for it in words, and when it was first reported (EDTF)."""

    standing: Standing = Standing.REPORTED
    reasons: tuple[str, ...] = ()
    first_reported: str | None = None


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
class IdentityRecord:
    """One way in which reports describe an actor, and why it is that actor.

    `reports` lists ids; `told` is what these reports tell of it beyond the name, in words; `score` as in
    Judgement.
    """

    name: str
    type: str
    aliases: tuple[str, ...]
    told: tuple[str, ...]
    reports: tuple[str, ...]
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """One place in one report where somebody is referred to. `entity` is the actor's id, None while open.

    `figure` is the same, or, of somebody only described, whom the reports of one story mean by those words:
    see accounts.figures. No answer rests on it. `[start, end)` are offsets of `text` in the report's
    document; `label` and `form` as in model.entity.
    """

    id: str
    report: str
    url: str | None
    start: int
    end: int
    text: str
    label: str
    form: str
    entity: str | None
    figure: str | None


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
    weight: Weight = Weight()


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
    weight: Weight = Weight()


@dataclass(frozen=True, slots=True)
class WantRecord:
    id: str
    actor: Party
    kind: WantKind
    polarity: str
    goal: str
    toward: tuple[Party, ...]
    conditional: bool
    ready: bool
    evidence: tuple[Evidence, ...]
    independent: int
    factuality: Factuality
    disputed_by: tuple[str, ...] = ()
    weight: Weight = Weight()


@dataclass(frozen=True, slots=True)
class EventParty:
    """Who took part in an event: a Party with country (ISO 3166-1 alpha-3), PLOVER sector and type.

    `side` is the id of the actor that it is, or acts for, by a name that is the same in every report: that of
    the Hill Army for "soldiers of the Hill Army". None where it is only described.
    """

    name: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    type: str | None = None
    side: str | None = None


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
class EventVersion:
    """What one report says of an event, on one person's word; nothing in it is taken from elsewhere.

    `evidence` are the sentences that tell it, that of its trigger first. `origin` is the id of the first
    report of its story: versions of one origin are reprints. `differs` names the details (Detail values) in
    which another version contradicts it; `why` says why it is taken for the same event as the others.
    `corrects`: its report says that it puts right what was told before.
    """

    id: str
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
    factuality: Factuality
    evidence: tuple[Evidence, ...]
    origin: str
    differs: tuple[str, ...] = ()
    why: str = ""
    corrects: bool = False

    @property
    def report(self) -> str:
        return self.evidence[0].report

    @property
    def published(self) -> str | None:
        return self.evidence[0].published


@dataclass(frozen=True, slots=True)
class EventRecord:
    """The account of a PLOVER event (see model.event): all that reports say of it. `date` is EDTF.

    `versions` are what each report says, the first reported first. The record's own participants, place,
    date and numbers are those of the version that stands nearest to the outlets and tells most, its gaps
    filled from others; the numbers are those of the latest report. Nothing is averaged. `disputed_by`
    are the ids of versions, or of other records, that contradict it.

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
    weight: Weight = Weight()
    versions: tuple[EventVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class HappeningTelling:
    """A word of a report that tells a happening. `evidence` is the sentence, the word its trigger."""

    factuality: Factuality
    evidence: Evidence
    words: str


@dataclass(frozen=True, slots=True)
class HappeningRecord:
    """What happened, whether PLOVER has a type for it or not (see model.happening). `date` is EDTF.

    `trigger` is the word that tells it first. `tellings` are all words that tell it, those that deny or only
    expect it included, each with its factuality; `factuality` is as certain as those tell it who stand
    nearest to the outlets. Its participants are those of the one telling that names most sides, its place and
    date those of the first telling that has them.
    `events` are ids of event records that it is, too; `disputed_by` of reports that say it is not so.
    """

    id: str
    family: str
    trigger: str
    subjects: tuple[Party, ...]
    objects: tuple[Party, ...]
    place: EventPlace | None
    date: str | None
    events: tuple[str, ...]
    tellings: tuple[HappeningTelling, ...]
    independent: int
    factuality: Factuality
    disputed_by: tuple[str, ...] = ()
    weight: Weight = Weight()


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
