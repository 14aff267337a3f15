"""Who is who, as decided: judgements over the bearers of names, dated, scored, explained and reversible."""

from dataclasses import dataclass
from enum import StrEnum

# Who decides where no human has.
MACHINE = "dateline"
# The kind of a bearer that is an event: its `key` is the first telling of it (see accounts.bonds).
EVENT = "event"


class Decision(StrEnum):
    """What a judgement says of two bearers of names, or two events."""

    MERGE = "merge"  # they are one
    SPLIT = "split"  # they are two


@dataclass(frozen=True, slots=True)
class Bearer:
    """Those who are called by a name: `kind` as in accounts.identity, `key` the folded name.

    `label` is None for whoever reports call so. A human may give those of some reports a label, to tell
    them from the others of that name; one that begins with "~" is the mark by which the machine tells
    namesakes apart. All of it hangs on names, reports and what they tell, so that it outlives a re-reading.
    """

    kind: str
    key: str
    label: str | None = None

    @property
    def order(self) -> tuple[str, str, str]:
        return self.kind, self.key, self.label or ""


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence: its documented name, what it weighs (negative: against), and in words."""

    name: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that two bearers are one actor, or two.

    `by` is MACHINE or the human's name. `date` is EDTF: the day a human decided; for a machine's, that of
    the newest report of the two, None where none is dated. `score` is the sum of the features, 1.0 for a
    human's.
    """

    id: str
    decision: Decision
    one: Bearer
    other: Bearer
    by: str
    score: float
    why: str
    date: str | None = None
    features: tuple[Feature, ...] = ()
