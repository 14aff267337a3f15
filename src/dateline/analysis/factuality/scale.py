"""Arithmetic on FactBank's scale, so that negation, modality and embedding compose."""

from typing import NamedTuple

from dateline.model.factuality import Factuality


class Value(NamedTuple):
    """`certainty` 3 (CT), 2 (PR), 1 (PS) or 0 (U); `polarity` 1, -1, or 0 where it is open."""

    certainty: int
    polarity: int


CERTAIN = Value(3, 1)
DENIED = Value(3, -1)
TO_COME = Value(3, 0)
OPEN = Value(0, 0)

_BY_FACTUALITY = {
    Factuality.CERTAIN: CERTAIN,
    Factuality.PROBABLE: Value(2, 1),
    Factuality.POSSIBLE: Value(1, 1),
    Factuality.CERTAIN_NOT: DENIED,
    Factuality.PROBABLE_NOT: Value(2, -1),
    Factuality.POSSIBLE_NOT: Value(1, -1),
    Factuality.CERTAIN_UNKNOWN: TO_COME,
    Factuality.UNKNOWN: OPEN,
}
_BY_VALUE = {value: name for name, value in _BY_FACTUALITY.items()}


def of(name: Factuality) -> Value:
    return _BY_FACTUALITY[name]


def factuality(value: Value) -> Factuality:
    return _BY_VALUE[value]


def both(outer: Value, inner: Value) -> Value:
    """A clause that by itself would be `inner`, presented in a place where a plain one would be `outer`.

    The lesser certainty counts and polarities multiply: what is denied not to be, is. What is not to come
    is denied.
    """
    if outer == CERTAIN:
        return inner
    if {outer, inner} == {DENIED, TO_COME}:
        return DENIED
    polarity = outer[1] * inner[1]
    certainty = min(outer[0], inner[0])
    if polarity == 0 and certainty != 3:
        return OPEN
    return Value(certainty, polarity)


def negated(value: Value) -> Value:
    return Value(value[0], -value[1])


class Signature(NamedTuple):
    """What a word makes of the clause it embeds: when the word itself holds, and when it is denied.

    The signatures of implicative and factive verbs (Karttunen 1971, 2012), widened to certainty.
    """

    holds: Value
    denied: Value
    past_holds: Value | None = None

    def embed(self, value: Value, *, past: bool = False) -> Value:
        """The value of the embedded clause, where the embedding word has `value`."""
        holds = self.past_holds if past and self.past_holds is not None else self.holds
        if value == CERTAIN:
            return holds
        if value[1] < 0:
            return _at_most(value[0], self.denied)
        if value[1] == 0:
            return both(value, holds) if holds != self.denied else holds
        return _at_most(value[0], holds)


def _at_most(certainty: int, value: Value) -> Value:
    if value[1] == 0:
        return value if certainty == 3 else OPEN
    return Value(min(certainty, value[0]), value[1])
