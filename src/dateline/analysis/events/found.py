"""An event word with its sense and those who take part, in tokens."""

from dataclasses import dataclass, replace

from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import Sense
from dateline.model.factuality import Factuality


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its sense and participants, in tokens.

    `words` are all tokens of the expression, the trigger first; `inner` is the event it speaks about.
    `modes` are the sense's and those of the means; `counted` are the heads whose numbers count, `part_of`
    triggers of the event that this one was part of, `parts` those of the harms told in a clause of it.
    `lent` are those of the recipients that another word tells: victims of an attack who are told elsewhere.
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
    lent: tuple[int, ...] = ()


_SUFFERING = frozenset(("dead", "injured"))
_DAMAGE = "destroy"  # the mode of deeds done to things


def is_harm(found: Found) -> bool:
    """Whether a word tells what came of an attack, whoever made it: people dead or hurt, things destroyed."""
    damage = found.sense.counts is None and _DAMAGE in found.sense.modes and not found.actors
    return found.sense.harm or found.sense.counts in _SUFFERING or damage


def is_as_sure(draft: Draft, harm: int, attack: int) -> bool:
    """Whether a harm is told as surely as the attack: what is only feared is no toll of what happened."""
    value = draft.factuality(harm)
    return value is Factuality.CERTAIN or value is draft.factuality(attack)


def lend(found: Found, recipients: tuple[int, ...]) -> Found:
    """The event with recipients that another word tells."""
    further = tuple(t for t in recipients if t not in found.recipients)
    return replace(found, recipients=(*found.recipients, *further), lent=(*found.lent, *further))


def joined_modes(inner: Found, outer: Found) -> tuple[str, ...]:
    """The modes of two words that tell one matter, those of the first in front."""
    return tuple(dict.fromkeys((*inner.modes, *outer.modes)))
