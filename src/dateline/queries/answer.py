"""What a query gives back: statements, each with its evidence and on whose word it stands."""

from dataclasses import dataclass, field

from dateline.model.factuality import Factuality
from dateline.model.records import ActorMatch, ActorRecord, Evidence, Party, ReportRecord, Standing, Weight
from dateline.queries.news import News
from dateline.queries.whereabouts import Spot

# Records whose sentences tell that words were said or printed.
_OF_WORDS = ("claim:", "passage:")


@dataclass(frozen=True, slots=True)
class Voice:
    """One chain of speakers that carries a statement; no names is the outlet's own voice.

    `label` is the chain in words, "" for the outlet's own voice.
    """

    names: tuple[str, ...]
    label: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer. `record` is "kind:id"; `about` the actor it is told of.

    `matter` is the words of what is wanted or said, where the sentence tells a want or an utterance; `alias`
    the other name that it tells. A sentence about somebody else than who was asked about has that name as
    its `lead`, `short` is the rest of it, and `group` what such sentences are about (see queries.lines).
    `of_speech` is true of an event that consists in somebody's words, such as a demand; `news` is what the
    reports since the day that was asked for add.
    """

    facet: str
    sentence: str
    voices: tuple[Voice, ...]
    factuality: Factuality
    record: str
    about: str | None
    independent: int
    disputed_by: tuple[str, ...] = ()
    matter: str | None = None
    alias: str | None = None
    lead: str | None = None
    short: str | None = None
    group: str | None = None
    of_speech: bool = False
    news: News | None = None
    weight: Weight = field(default_factory=Weight)

    @property
    def certain(self) -> bool:
        """Whether what the sentence tells is certain: that somebody said something is, whatever was said."""
        return self.factuality is Factuality.CERTAIN or self.record.startswith(_OF_WORDS)

    @property
    def standing(self) -> Standing:
        """How the matter stands across the reports."""
        return self.weight.standing

    @property
    def text(self) -> str:
        """The sentence with its source chains."""
        labels = [v.label for v in self.voices if v.label]
        return f"{self.sentence} — {'; '.join(labels)}" if labels else self.sentence

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(e for v in self.voices for e in v.evidence)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answered question. `candidates` are given when the name is ambiguous or unknown.

    `unanswered` names the facets for which nothing was found; `omitted` how many more statements
    each facet has than are given here. `understood` is false when the question fits no pattern, and its
    words were looked up instead.
    """

    question: str
    subject: ActorRecord | None
    facets: tuple[str, ...]
    statements: tuple[Statement, ...]
    unanswered: tuple[str, ...]
    asked_name: str | None = None
    candidates: tuple[ActorMatch, ...] = ()
    omitted: tuple[tuple[str, int], ...] = ()
    understood: bool = True

    @property
    def party(self) -> Party | None:
        return Party(self.subject.entity.name, self.subject.entity.id) if self.subject else None


@dataclass(frozen=True, slots=True)
class Profile:
    """All that the store knows of one actor, facet by facet; `places` are for a map."""

    actor: ActorRecord
    statements: tuple[Statement, ...]
    unanswered: tuple[str, ...]
    reports: tuple[ReportRecord, ...]
    places: tuple[Spot, ...] = ()
