"""On which side of the law somebody stands, by the offices that reports give him.

The general and the gang leader who bear one name are two, however alike all else is. Rebels are on neither
side: many a general was one.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from dateline.accounts.traits import Office
from dateline.language import load_language

# PLOVER's sectors of those who act for a state.
_OF_STATES = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY")
_OF_CRIME = ("CRM",)


class Side(StrEnum):
    """What an office makes of its holder."""

    STATE = "state"
    CRIME = "crime"


def side_of(offices: Iterable[Office]) -> Side | None:
    """The side on which all offices that are still held put their holder; None for neither or both.

    "Gang leader" and "bandit commander" are of crime, whatever the rest of a title says.
    """
    told = {side for office in offices if not office.over and (side := _side(office)) is not None}
    return told.pop() if len(told) == 1 else None


def _side(office: Office) -> Side | None:
    words = {*office.title.split(), *office.of.split()}
    state, crime = _words()
    return Side.CRIME if words & crime else Side.STATE if words & state else None


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = load_language().table("sectors")["words"]
    state, crime = (frozenset(w for s in some for w in table[s]) for some in (_OF_STATES, _OF_CRIME))
    return state, crime
