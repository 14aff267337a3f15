"""What happened (PLOVER)."""

from dataclasses import dataclass, field

from dateline.model.entity import Participant
from dateline.model.factuality import Factuality
from dateline.model.span import Span

# What the numbers of an event count.
SIZES = ("dead", "injured", "arrested", "abducted", "displaced", "participants")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people with its bounds and the words that give it; None = unbounded on that side."""

    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """A further word that tells an event: how certain the event is presented there, and on whose word."""

    trigger: Span
    factuality: Factuality
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event: type, modes and contexts, who did it to whom, where, when, how many.

    `trigger` is the first word of the report that tells it, `mentions` are the further ones, in text order.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    trigger: Span
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Participant | None
    date: tuple[Span, str] | None
    factuality: Factuality
    size: dict[str, Count] = field(default_factory=dict)
    attribution: str | None = None
    mentions: tuple[EventMention, ...] = ()
