"""An event word with its sense and those who take part, in tokens."""

from dataclasses import dataclass

from dateline.analysis.events.lexicon import Sense


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its sense and participants, in tokens.

    `words` are all tokens of the expression, the trigger first; `inner` is the event it speaks about.
    `modes` are the sense's and those of the means; `counted` are the heads whose numbers count, `part_of`
    triggers of the event that this one was part of, `parts` those of the harms told in a clause of it.
    """

    trigger: int
    kind: str
    sense: Sense
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    words: tuple[int, ...] = ()
    inner: "Found | None" = None
    modes: tuple[str, ...] = ()
    counted: tuple[int, ...] = ()
    part_of: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()
