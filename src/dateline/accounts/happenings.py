"""Which words of the reports of one story tell one happening.

Candidates are words of one family, or of two of which one may be meant by a word of the other ("accident",
of a crash). They are put together by average linkage of how likely pairs tell one thing (accounts.pairs).
What is dated to other days is never one; persons that share no name make several of what was put together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from dateline.accounts.linkage import Group, linked
from dateline.accounts.pairs import WEIGHTS, likelihood
from dateline.accounts.sketch import DRIFT
from dateline.accounts.strands import Nearness
from dateline.accounts.told import Told

# How likely the pairs of two groups tell one happening, on the average, that are one.
LEAST = 0.4

type Readings = Mapping[str, frozenset[str]]
type Pair = tuple[int, int]


def happenings(
    tellings: Iterable[Told],
    near: Mapping[int, Nearness],
    readings: Readings,
    weights: Mapping[str, float] = WEIGHTS,
) -> list[list[Told]]:
    """The tellings by what is one happening, each in order, in order of the first.

    `near` is the nearness of the reports of each story; `readings` families that words of a family may tell,
    too; `weights` what features count. All of it is a function of the set of tellings.
    """
    by_story: dict[int, list[Told]] = defaultdict(list)
    for told in sorted(tellings, key=lambda t: t.order):
        by_story[told.story].append(told)
    groups = [
        persons
        for story, several in by_story.items()
        for group in _alike(several, near[story], readings, weights)
        for persons in _by_person(group)
    ]
    found = [sorted(group, key=lambda t: t.order) for group in _by_account(groups)]
    return sorted(found, key=lambda group: (group[0].order, group[0].family))


def family_of(group: Sequence[Told], readings: Readings) -> str:
    """The family of a happening: of those of its words the one that says most exactly what it was."""
    counts = Counter(told.family for told in group)
    return min(counts, key=lambda family: (family in readings, -counts[family], family))


def candidates(tellings: Sequence[Told], readings: Readings) -> list[Pair]:
    """The pairs of a story's tellings, by their places in it, that are compared at all."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, told in enumerate(tellings):
        places[told.family].append(place)
    pairs = [pair for some in places.values() for pair in combinations(some, 2)]
    for family in places.keys() & readings.keys():
        others = [place for meant in readings[family] for place in places.get(meant, ())]
        pairs += [(min(pair), max(pair)) for pair in product(places[family], others)]
    return sorted({pair for pair in pairs if _comparable(*(tellings[place] for place in pair))})


def _comparable(one: Told, other: Told) -> bool:
    """Who is quoted by no common name did not say the same."""
    return not one.saying or not one.people.isdisjoint(other.people)


def _alike(
    tellings: Sequence[Told], near: Nearness, readings: Readings, weights: Mapping[str, float]
) -> list[list[Told]]:
    """The tellings of one story by how likely they tell one thing."""
    likely = {
        (one, other): likelihood(tellings[one], tellings[other], near, weights)
        for one, other in candidates(tellings, readings)
    }

    def same_days(one: Group, other: Group, average: float) -> bool:
        mine, theirs = ([d for m in g.members if (d := tellings[m].day)] for g in (one, other))
        return not (mine and theirs) or any(a.gap(b) <= DRIFT.days for a in mine for b in theirs)

    groups = linked(range(len(tellings)), likely, LEAST, same_days)
    return [[tellings[place] for place in group.members] for group in groups]


def _by_person(group: list[Told]) -> list[list[Told]]:
    """The tellings of a group by the persons it happened to, as far as they share no name.

    What leaves open whom it happened to belongs to the one person of its report, else to the one told most.
    """
    if group[0].saying:
        return [group]
    persons: list[tuple[frozenset[str], list[Told]]] = []
    for told in (t for t in group if t.people):
        same = [person for person in persons if not person[0].isdisjoint(told.people)]
        persons = [person for person in persons if person not in same]
        names = told.people.union(*(names for names, _ in same))
        persons.append((names, [t for _, some in same for t in some] + [told]))
    if len(persons) < 2:
        return [group]
    apart = sorted((some for _, some in persons), key=_told_most)
    homes: dict[int, set[int]] = defaultdict(set)
    for number, some in enumerate(apart):
        for told in some:
            homes[told.report].add(number)
    for told in (t for t in group if not t.people):
        home = homes[told.report]
        apart[min(home) if len(home) == 1 else 0].append(told)
    return apart


def _told_most(some: Sequence[Told]) -> tuple[int, int, tuple[str, str, int]]:
    return -len({t.report for t in some}), -len(some), min(t.order for t in some)


def _by_account(groups: Iterable[list[Told]]) -> list[list[Told]]:
    """The groups, those put together that have words of one family for one account."""
    found: dict[int, list[Told]] = {}
    group_of: dict[tuple[str, str], int] = {}
    for number, group in enumerate(groups):
        accounts = {(t.family, t.account) for t in group if t.account is not None}
        joined = sorted({group_of[key] for key in accounts if key in group_of})
        found[number] = [told for other in joined for told in found.pop(other)] + group
        group_of |= {(t.family, t.account): number for t in found[number] if t.account is not None}
    return list(found.values())
