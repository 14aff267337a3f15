"""What happened, whether PLOVER has a type for it or not."""

from dataclasses import dataclass

from dateline.model.entity import Participant
from dateline.model.factuality import Factuality
from dateline.model.span import Span

# Before the lemma of a word that belongs to no family: it stands for itself.
ALONE = "~"


@dataclass(frozen=True, slots=True)
class Happening:
    """A word of a report that tells something happened.

    `family` is what kind of thing, by the name of a family of words that tell it in any language ("death"),
    or the lemma of a word of none ("~stroll"). `subjects` are those that do it, or to whom it happens where
    nothing else is said ("the bus crashed"); `objects` those it is done to. `event` is the id of the report's
    PLOVER event that the word tells, too.
    """

    trigger: Span
    family: str
    factuality: Factuality
    subjects: tuple[Participant, ...] = ()
    objects: tuple[Participant, ...] = ()
    place: Participant | None = None
    date: tuple[Span, str] | None = None
    attribution: str | None = None
    event: str | None = None
