"""What speaks for two words of one story telling one happening, and how much.

Each feature is 0 or 1, but for the likeness of the reports. What they count was learnt, not chosen: a
logistic regression over the pairs of gold mentions of the ECB+ training texts, which
`python -m bench.train_happenings` prints (docs/adr/0074). A weight is what a feature adds to the log odds.
"""

from collections.abc import Callable, Mapping
from math import exp

from dateline.accounts.strands import Nearness
from dateline.accounts.told import Told

# The likeness of two reports counts up to here: above it they are as good as copies.
_COPIES = 0.4

type Feature = Callable[[Told, Told, Nearness], float]

FEATURES: dict[str, Feature] = {
    "any": lambda one, other, near: 1.0,
    # "killed" and "killing"; else "killed" and "died"
    "same_word": lambda one, other, near: one.word == other.word,
    # Who tells one thing twice in a sentence is rare.
    "same_sentence": lambda one, other, near: one.report == other.report and one.sentence == other.sentence,
    "likeness": lambda one, other, near: min(near.likeness(one.report, other.report), _COPIES),
    "same_strand": lambda one, other, near: near.strand[one.report] == near.strand[other.report],
    "same_person": lambda one, other, near: not one.saying and not one.people.isdisjoint(other.people),
    "other_person": lambda one, other, near: bool(
        not one.saying and one.people and other.people and one.people.isdisjoint(other.people)
    ),
    # Families of which one may be meant by a word of the other: see `readings`.
    "other_family": lambda one, other, near: one.family != other.family,
    "saying": lambda one, other, near: one.saying,
}

WEIGHTS: dict[str, float] = {
    "any": -1.6,
    "same_word": 0.71,
    "same_sentence": -1.74,
    "likeness": 2.21,
    "same_strand": 1.84,
    "same_person": 0.89,
    "other_person": -1.21,
    "other_family": -1.22,
    "saying": -1.16,
}


def likelihood(one: Told, other: Told, near: Nearness, weights: Mapping[str, float] = WEIGHTS) -> float:
    """How likely two words of one story tell one happening, 0 to 1."""
    odds = sum(weight * FEATURES[name](one, other, near) for name, weight in weights.items())
    return round(1 / (1 + exp(-odds)), 9)
