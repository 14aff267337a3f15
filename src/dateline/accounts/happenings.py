"""Which words of the reports of one story tell one happening.

Within a story, words of one family do, unless something tells them apart: persons that it happened to who
share no name, or days. (One lemma within one story is the baseline of event coreference that is hardest to
beat; families are its lemmas here.)
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.accounts.sketch import DRIFT, Period

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A word of a report that tells a happening, as far as it is compared.

    `order` is by date of publication, report and place; `story` its story. `people` are ids and words of the
    names of the persons it happened to, `when` the days it is dated to, `account` that of the event it is.
    """

    order: tuple[str, str, int]
    story: int
    family: str
    people: frozenset[str] = frozenset()
    when: Period | None = None
    account: str | None = None


@dataclass(slots=True)
class _Group:
    people: set[str] = field(default_factory=set)
    days: list[Period] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    members: list[Told] = field(default_factory=list)

    def fits(self, told: Told) -> bool:
        if told.people and self.people and self.people.isdisjoint(told.people):
            return False
        when = _day(told)
        return when is None or not self.days or any(when.gap(day) <= DRIFT.days for day in self.days)

    def nearness(self, told: Told) -> tuple[bool, bool, int]:
        """How much speaks for a word that fits: whom it names, the report, how often it is told."""
        return bool(told.people and self.people), told.order[1] in self.reports, len(self.members)

    def take(self, told: Told) -> None:
        self.people |= told.people
        if (when := _day(told)) is not None:
            self.days.append(when)
        self.reports.add(told.order[1])
        self.members.append(told)


def name_words(key: str) -> frozenset[str]:
    """What two names of one person share, mostly: the words of a folded name that are no initials."""
    return frozenset(word for word in key.split() if len(word) >= _SHORTEST)


def happenings(tellings: Iterable[Told]) -> list[list[Told]]:
    """The tellings by what is one happening, each in order, in order of the first.

    What says whom it happened to comes first, and makes the groups; what leaves it open joins that of its own
    report, else the one that is told most. Groups with words for one account are one. All of it is a function
    of the set of tellings.
    """
    by_story: dict[tuple[int, str], list[Told]] = defaultdict(list)
    for told in tellings:
        by_story[told.story, told.family].append(told)
    groups = [group for several in by_story.values() for group in _split(several)]
    found = [sorted(group, key=lambda t: t.order) for group in _by_account(groups)]
    return sorted(found, key=lambda group: (group[0].order, group[0].family))


def _split(tellings: list[Told]) -> list[list[Told]]:
    """The tellings of one family in one story."""
    groups: list[_Group] = []
    for told in sorted(tellings, key=lambda t: (not t.people, _day(t) is None, t.order)):
        fitting = [group for group in groups if group.fits(told)]
        if fitting:
            max(fitting, key=lambda group: group.nearness(told)).take(told)
        else:
            groups.append(_Group())
            groups[-1].take(told)
    return [group.members for group in groups]


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


def _day(told: Told) -> Period | None:
    """The days a word is dated to, where that is no longer than a week."""
    when = told.when
    return when if when is not None and when.last - when.first <= datetime.timedelta(days=7) else None
