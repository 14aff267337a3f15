"""Identities that were found to be one actor, growing by joins that nothing forbids."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dateline.accounts.evidence import ENOUGH, Profile, barred, compare, total
from dateline.accounts.identity import MARK, slug_of
from dateline.model.judgement import Bearer, Feature


@dataclass(eq=False, slots=True)
class Cluster:
    """Identities by their ids, the bearers of names they are, and what is told of them together.

    `marks` tell namesakes apart: bearer -> mark, for names that several bear. `plain` are those of these
    names that mean this one wherever nothing else is told: its id needs no mark, and keeps when a namesake
    turns up.
    """

    members: set[int]
    bearers: set[Bearer]
    profile: Profile
    marks: dict[Bearer, str] = field(default_factory=dict)
    plain: set[Bearer] = field(default_factory=set)

    @property
    def first(self) -> Bearer:
        return min(self.bearers, key=lambda b: b.order)

    @property
    def order(self) -> tuple[str, ...]:
        """Something that only what it consists of decides, to go through clusters by."""
        return (*self.first.order, self.marks.get(self.first, ""))

    def answers(self, bearer: Bearer) -> bool:
        """Whether a judgement on a bearer speaks of this one."""
        if not (bearer.label or "").startswith(MARK):
            return bearer in self.bearers
        name = replace(bearer, label=None)
        return name in self.bearers and bool(_parts(bearer.label) & _parts(self.marks.get(name)))

    @property
    def actor(self) -> str:
        return slug_of(self.first) + ("" if self.first in self.plain else self.marks.get(self.first, ""))


@dataclass(slots=True)
class Clusters:
    """All clusters of a block, and who is in which. `apart` are the pairs that a human has split."""

    apart: tuple[tuple[Bearer, Bearer], ...] = ()
    of: dict[int, Cluster] = field(default_factory=dict)
    named: dict[Bearer, list[Cluster]] = field(default_factory=dict)

    def add(self, cluster: Cluster) -> None:
        self.of.update(dict.fromkeys(cluster.members, cluster))
        for bearer in cluster.bearers:
            self.named.setdefault(bearer, []).append(cluster)

    def all(self) -> list[Cluster]:
        return sorted({id(c): c for c in self.of.values()}.values(), key=lambda c: c.order)

    def sole(self, bearer: Bearer) -> Cluster | None:
        """The one cluster of a name; None where there is none or several bear it."""
        name = replace(bearer, label=None) if (bearer.label or "").startswith(MARK) else bearer
        found = self.named.get(name, [])
        if name != bearer and len(found) > 1:
            found = [c for c in found if c.answers(bearer)]
        return found[0] if len(found) == 1 else None

    def forbidden(self, one: Cluster, other: Cluster) -> str | None:
        """Why two clusters must not be joined, in words."""
        if self.split(one, other):
            return "a human said that they are two"
        return barred(one.profile, other.profile)

    def split(self, one: Cluster, other: Cluster) -> bool:
        """Whether a human said that they are two."""
        pairs = ((one, other), (other, one))
        return any(x.answers(a) and y.answers(b) for a, b in self.apart for x, y in pairs)

    def weigh(self, one: Cluster, other: Cluster, features: Iterable[Feature]) -> list[Feature]:
        """All that speaks for and against two being one."""
        return [*features, *compare(one.profile, other.profile)]

    def join(self, one: Cluster, other: Cluster) -> Cluster:
        one.members |= other.members
        one.profile.take(other.profile)
        one.marks |= other.marks
        one.plain |= other.plain
        for bearer in other.bearers:
            kept = [c for c in self.named[bearer] if c is not other]
            self.named[bearer] = kept if one in kept else [*kept, one]
        one.bearers |= other.bearers
        self.of.update(dict.fromkeys(other.members, one))
        return one


def _parts(mark: str | None) -> set[str]:
    return set((mark or "").removeprefix(MARK).split("+")) - {""}


def enough(features: Iterable[Feature]) -> bool:
    return total(features) >= ENOUGH
