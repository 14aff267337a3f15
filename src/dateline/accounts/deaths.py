"""Tellings of one death: whoever is killed is killed once, whatever else reports say of it."""

from functools import cache

from dateline.accounts.sketch import Sketch
from dateline.language import load_language
from dateline.language.stemming import stemmer

_ONE = (1, 1)
_PERSON = "person:"


def same_death(one: Sketch, other: Sketch) -> bool:
    """Whether both tell, as having happened, that one named person was killed, on days that may be one.

    Days are compared as far as the reports date it: 2001 may be 2001-09-09, and no date may be any.
    """
    victim = _victim(one)
    if victim is None or victim != _victim(other):
        return False
    mine, theirs = one.told_day, other.told_day
    return mine is None or theirs is None or mine.gap(theirs) == 0


def tells_killing(event: Sketch) -> bool:
    """Whether the word of a telling is one for killing: its victims are people, whatever they are called."""
    return not event.triggers.isdisjoint(_killing())


def death_block(event: Sketch) -> frozenset[str]:
    """The block in which all tellings of one person's death are met, whenever they are published."""
    victim = _victim(event)
    return frozenset() if victim is None else frozenset([f"killed|{victim}"])


def _victim(event: Sketch) -> str | None:
    """The one person, named in a way that reports share, who was killed and nobody else."""
    if event.polarity != "+" or not tells_killing(event) or event.toll.get("dead", _ONE) != _ONE:
        return None
    killed = {w.actor for w in event.recipients}
    victim = killed.pop() if len(killed) == 1 else None
    return victim if victim is not None and victim.startswith(_PERSON) else None


@cache
def _killing() -> frozenset[str]:
    return frozenset(map(stemmer().stem, load_language().table("accounts")["killing"]["words"]))
