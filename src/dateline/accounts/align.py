"""Which events of different reports are one.

Pairs that share a block are scored by a table of weights over documented features (Fellegi and Sunter 1969:
a sum of log-odds); pairs that score above 0 are linked. An account is a group of linked events that fit one
another on the whole, not a chain in which each only resembles the next: see accounts.grouping.

All of it is a function of the set of events: in which order they were read does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.accounts.deaths import same_death
from dateline.accounts.features import features
from dateline.accounts.sketch import Sketch, public_id, together
from dateline.language import load_language

# How much each feature counts, in log-odds. PRIOR is what two events of one block start from: that they
# are not the same. Precision comes first: it takes three things in common to make up for it.
PRIOR = -4.0
WEIGHTS: Mapping[str, float] = {
    "same_word": 1.0,
    "same_way": 0.5,
    "other_way": -1.5,
    "same_day": 2.0,
    "day_off": 0.8,
    "in_period": 1.0,
    "same_news": 0.7,
    "days_apart": -6.0,
    "same_place": 2.0,
    "within_place": 1.2,
    "near_place": 1.0,
    "other_place": -4.0,
    "unknown_place": -1.5,
    "far_place": -8.0,
    "same_actor": 1.5,
    "same_pair": 1.0,
    "alike_actor": 0.5,
    "other_actor": -1.0,
    "other_meeting": -4.0,
    "other_speaker": -5.0,
    "same_recipient": 2.0,
    "alike_recipient": 1.5,
    "other_recipient": -4.0,
    "same_toll": 1.5,
    "growing_toll": 0.3,
    "other_toll": -1.0,
    # One named person was killed: with the recipient it outweighs all but places far from each other.
    "same_death": 7.0,
    "shared_words": 2.5,
    "few_words": -0.7,
    "same_story": 1.5,
    "same_company": 0.8,
    "other_company": -1.5,
    "same_matter": 1.5,
    "same_lead": 1.5,
    "other_matter": -1.0,
    "bare": -1.0,
    "told_apart": -3.0,
    "denied": -0.3,
    "to_come": -1.0,
    # A human's judgement: no sum of the others comes near it.
    "judged_one": 1000.0,
    "judged_two": -1000.0,
}

# Below this score a pair contradicts itself: no common friend makes it one.
_VETO = -3.0
# Above this score a pair is linked; below, others may fit as well.
_LINK = 1.0
# How many members, the first by rank, say together what a group tells, and how many speak for it one by one.
TELLERS, _SPEAKERS = 24, 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two tellings are one event, in log-odds, and the features that say so."""

    score: float
    features: frozenset[str]

    @property
    def linked(self) -> bool:
        """Whether the two may be one, if all others agree."""
        return self.score > _LINK

    @property
    def why(self) -> str:
        """The features in words, the weightiest first."""
        words = load_language().table("accounts")["same"]
        ordered = sorted(self.features, key=lambda f: (-abs(WEIGHTS[f]), f))
        return ", ".join(words[f] for f in ordered)


def likeness(one: Sketch, other: Sketch) -> Likeness:
    """Scores a pair; symmetric."""
    found = features(one, other)
    return Likeness(round(PRIOR + sum(WEIGHTS[f] for f in sorted(found)), 6), found)


def contradictory(one: Sketch, other: Sketch) -> bool:
    """Whether one look tells that a pair is not one: most pairs of a block were days apart."""
    if one.judged & other.judged or same_death(one, other):
        return False
    return one.when is not None and other.when is not None and one.when.gap(other.when) > 1


@dataclass(frozen=True, slots=True)
class Telling:
    """What a group tells: all of it together, and the tellings that speak for it, the first by rank."""

    whole: Sketch
    speakers: tuple[Sketch, ...]


def telling(events: Sequence[Sketch]) -> Telling:
    """What some events, by rank, tell as one."""
    return Telling(together(events), tuple(events[:_SPEAKERS]))


def fit(one: Telling, other: Telling) -> bool:
    """Whether two groups may be one event: on the whole, and with no two that contradict each other."""
    whole = likeness(one.whole, other.whole)
    if "judged_one" in whole.features:
        return True
    if whole.score <= 0:
        return False
    return all(likeness(a, b).score > _VETO for a in one.speakers for b in other.speakers)


def account_id(tellings: Iterable[tuple[str, str, str]]) -> str:
    """The id of an account, by the first of its tellings: each by date of publication, report and local id.

    The same in any store that has read the same reports; later reports do not change it.
    """
    _, report, local = min(tellings)
    return public_id(report, local)
