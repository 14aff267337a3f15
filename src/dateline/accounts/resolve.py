"""Which entities of different reports are one actor.

The result is a function of the set of identities, of what humans judged and of the company that reports show
them in; never of the order in which they were read. It is one of each block (identities that could possibly
touch) by itself, so that adding a report means resolving only the blocks it touches; a bare surname is
decided by those who bear it in full, so that other bare ones may be left out. Where two readings are about as
good nothing is joined: a gap misleads nobody. The weights are in accounts.evidence.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Protocol

from dateline.accounts.clusters import Cluster, Clusters, enough
from dateline.accounts.evidence import (
    ACRONYM,
    ALIAS,
    COMPANY,
    ENOUGH,
    OFFICE_ALONE,
    SAME_LINK,
    SPELLING,
    SURNAME,
    SURNAME_OF_SEVERAL,
    Profile,
    total,
)
from dateline.accounts.identity import Identity
from dateline.accounts.namesakes import tell_apart
from dateline.model.judgement import MACHINE, Bearer, Decision, Feature, Judgement

# By how much one reading of a surname must be better than the next.
_MARGIN = 0.25


class Company(Protocol):
    """In whose company reports show identities. It grows as reports are added, and never shrinks by that."""

    def met(self, one: int, others: frozenset[int]) -> bool:
        """Whether one report speaks of both: its reader has told them apart."""
        ...

    def shared(self, one: int, others: frozenset[int]) -> bool:
        """Whether a report of the one and a report of the others speak of a third in common."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """The actor an identity belongs to, how sure that is, and why in words that can be shown.

    `open` tells that another report, though it describes nobody in a new way, may change it.
    """

    actor: str
    why: str
    score: float = 1.0
    open: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """What is to be resolved: identities by id, how many entities each describes, what humans judged
    (the earlier first)."""

    identities: Mapping[int, Identity]
    uses: Mapping[int, int] = field(default_factory=dict)
    judged: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    verdicts: dict[int, Verdict]
    judgements: tuple[Judgement, ...]


def judgement_id(decision: Decision, one: Bearer, other: Bearer, by: str, marks: tuple[str, ...] = ()) -> str:
    """The same for the same judgement in any store."""
    sides = sorted((one.order, other.order))
    return sha256(json.dumps([decision, sides, by, sorted(marks)]).encode()).hexdigest()[:8]


def resolve(block: Block, company: Company) -> Resolution:
    """The actor of every identity of one or more whole blocks, and the judgements behind that."""
    return _Resolver(block, company).resolve()


class _Resolver:
    def __init__(self, block: Block, company: Company) -> None:
        self.block = block
        self.identities = block.identities
        self.company = company
        split = (j for j in block.judged if j.decision is Decision.SPLIT)
        self.clusters = Clusters(tuple((j.one, j.other) for j in split))
        self.judgements: dict[str, Judgement] = {}
        self.reasons: dict[Bearer, tuple[str, float]] = {}
        self.open: set[int] = set()
        self._final: dict[int, frozenset[int]] = {}

    def resolve(self) -> Resolution:
        self._by_name()
        for step in (self._judged, self._links, self._aliases, self._spellings, self._acronyms, self._posts):
            step()
        verdicts = {i: self._verdict(i) for i in self.identities}
        return Resolution(verdicts, tuple(self.judgements[k] for k in sorted(self.judgements)))

    # ------------------------------------------------------------------ names
    def _by_name(self) -> None:
        """Everybody of one name is one cluster, namesakes are several; whoever is not named is alone."""
        same: dict[Bearer, dict[int, Identity]] = defaultdict(dict)
        for i, identity in self.identities.items():
            if identity.shared:
                same[identity.bearer][i] = identity
        uses = {i: self.block.uses.get(i, 1) for i in self.identities}
        for bearer in sorted(same, key=lambda b: b.order):
            found = tell_apart(bearer, same[bearer], uses)
            for cluster in found.clusters:
                self.clusters.add(cluster)
            for one, other, why, features in found.apart:
                marks = (one.marks[bearer], other.marks[bearer])
                self._note(Decision.SPLIT, bearer, bearer, features, f"two bear the name: {why}", marks)
            self.open |= found.leaning

    def _judged(self) -> None:
        """Humans' merges, the earlier first; machines' doubts do not count, other humans' splits do."""
        for judgement in (j for j in self.block.judged if j.decision is Decision.MERGE):
            one, other = (self.clusters.sole(b) for b in (judgement.one, judgement.other))
            if one is None or other is None or one is other or self.clusters.split(one, other):
                continue
            self.clusters.join(one, other)
            self._reason(judgement.one, judgement.why, 1.0)
            self._reason(judgement.other, judgement.why, 1.0)

    def _links(self) -> None:
        linked: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        for cluster in self.clusters.all():
            for scheme, values in cluster.profile.links.items():
                for value in values:
                    linked[scheme, value].append(cluster)
        for (_, value), some in sorted(linked.items(), key=lambda item: item[0]):
            some = [self.clusters.of[min(c.members)] for c in some]
            feature = Feature("same_link", SAME_LINK, f"both are the known actor {value}")
            self._join_all(some, feature, weigh=False)

    def _aliases(self) -> None:
        claims: dict[Bearer, set[Bearer]] = defaultdict(set)
        for identity in self.identities.values():
            if identity.shared:
                for other in identity.aliases:
                    claims[Bearer(identity.kind, other)].add(identity.bearer)
        for alias in sorted(claims, key=lambda b: b.order):
            claimants = claims[alias] - {alias}
            if len(claimants) == 1:
                name = min(claimants, key=lambda b: b.order)
                words = "a report gives one name as the alias of the other, and nobody else's"
                self._join_sole(alias, name, Feature("alias", ALIAS, words))

    def _spellings(self) -> None:
        """Full names that are spellings of one, but for initials, when more than that speaks for it."""
        spelled: dict[str, set[Bearer]] = defaultdict(set)
        for identity in self.identities.values():
            if identity.is_person and identity.shared and " " in identity.spelling:
                spelled[_without_initials(identity.spelling)].add(identity.bearer)
        words = "the names are spellings of one"
        for spelling in sorted(k for k, names in spelled.items() if len(names) > 1):
            names = sorted(spelled[spelling], key=lambda b: b.order)
            some = [c for c in (self.clusters.sole(b) for b in names) if c is not None]
            self._join_all(some, Feature("spelling", SPELLING, words))

    def _acronyms(self) -> None:
        """An acronym that only one long name makes, when more than that speaks for it."""
        short: dict[str, set[Bearer]] = defaultdict(set)
        long: dict[str, set[Bearer]] = defaultdict(set)
        for identity in self.identities.values():
            for acronym in identity.acronyms if identity.shared else ():
                (long if " " in identity.key else short)[acronym].add(identity.bearer)
        for acronym in sorted(short.keys() & long.keys()):
            clusters = {id(c): c for b in long[acronym] for c in self.clusters.named.get(b, [])}
            if len(clusters) == 1 and len(short[acronym]) == 1:
                name, letters = (
                    min(long[acronym], key=lambda b: b.order),
                    min(short[acronym], key=lambda b: b.order),
                )
                words = f"the only name with the initials {acronym.upper()}"
                self._join_sole(letters, name, Feature("acronym", ACRONYM, words))

    # ------------------------------------------------------------------ whoever is not named in full
    def _posts(self) -> None:
        """Who is described by an office is the only one who is named as its holder in that year."""
        holders: dict[tuple[str, str, int], dict[int, Cluster]] = defaultdict(dict)
        described: list[tuple[Bearer, tuple[str, str, int]]] = []
        for i, identity in sorted(self.identities.items()):
            if not identity.shared:
                continue
            for post in identity.posts():
                key = (post.title, post.of, post.year)
                if identity.holds is not None:
                    described.append((identity.bearer, key))
                else:
                    cluster = self.clusters.of[i]
                    holders[key][id(cluster)] = cluster
        for bearer, key in sorted(set(described), key=lambda d: (d[0].order, d[1])):
            one, found = self.clusters.sole(bearer), list(holders[key].values())
            if one is not None and len(found) == 1 and one is not found[0]:
                words = f"the only one named as {key[0]} of {key[1]} in reports of {key[2]}"
                feature = Feature("office_alone", OFFICE_ALONE, words)
                self._join(found[0], one, found[0].first, bearer, [feature])

    def _surname(self, i: int, identity: Identity) -> Verdict | None:
        """Whom a bare surname means, or None where two readings are about as good, or none is good."""
        candidates = self._persons.get(identity.last_part, [])
        base = SURNAME if len(candidates) == 1 else SURNAME_OF_SEVERAL
        words = "the only person called" if len(candidates) == 1 else "one of the persons called"
        name = Feature("surname", base, f"{words} {identity.surname}")
        profile = Profile.of([identity.traits])
        weighed = []
        for cluster in candidates:
            own = Cluster({i}, {identity.bearer}, profile)
            members = self._members(cluster)
            if self.clusters.forbidden(own, cluster) is None and not self.company.met(i, members):
                features = self.clusters.weigh(own, cluster, [name])
                weighed.append(
                    (cluster, [*features, _COMPANY] if self.company.shared(i, members) else features)
                )
        weighed.sort(key=lambda w: (-total(w[1]), w[0].order))
        if not weighed or not enough(weighed[0][1]):
            return None
        if len(weighed) > 1 and total(weighed[0][1]) - total(weighed[1][1]) < _MARGIN:
            return None
        cluster, features = weighed[0]
        self._note(Decision.MERGE, identity.bearer, cluster.first, features)
        return Verdict(cluster.actor, _words(features), total(features), open=True)

    def _members(self, cluster: Cluster) -> frozenset[int]:
        """Those of a cluster that grows no more."""
        if id(cluster) not in self._final:
            self._final[id(cluster)] = frozenset(cluster.members)
        return self._final[id(cluster)]

    def _told(self, identity: Identity) -> Verdict | None:
        """Whom a human said that a bare surname means."""
        for judgement in self.block.judged:
            sides = (judgement.one, judgement.other)
            if judgement.decision is Decision.MERGE and identity.bearer in sides:
                other = sides[1] if sides[0] == identity.bearer else sides[0]
                if (cluster := self.clusters.sole(other)) is not None:
                    return Verdict(cluster.actor, judgement.why)
        return None

    @cached_property
    def _persons(self) -> dict[str, list[Cluster]]:
        """The persons of each surname, by their spelling."""
        found: dict[str, dict[int, Cluster]] = defaultdict(dict)
        for i, x in self.identities.items():
            if x.is_person and x.shared and x.holds is None and " " in x.key:
                cluster = self.clusters.of[i]
                found[x.last_part][id(cluster)] = cluster
        return {k: sorted(some.values(), key=lambda c: c.order) for k, some in found.items()}

    # ------------------------------------------------------------------ joining
    def _join_all(self, some: list[Cluster], feature: Feature, *, weigh: bool = True) -> None:
        """Joins clusters to the first of them that they fit."""
        heads: list[Cluster] = []
        for cluster in sorted({id(c): c for c in some}.values(), key=lambda c: c.order):
            if self.clusters.of[min(cluster.members)] is not cluster:
                continue
            for head in heads:
                if self._join(head, cluster, head.first, cluster.first, [feature], weigh=weigh):
                    break
            else:
                heads.append(cluster)

    def _join_sole(self, one: Bearer, other: Bearer, feature: Feature) -> None:
        clusters = self.clusters.sole(one), self.clusters.sole(other)
        if clusters[0] is not None and clusters[1] is not None and clusters[0] is not clusters[1]:
            self._join(clusters[0], clusters[1], one, other, [feature])

    def _join(
        self,
        one: Cluster,
        other: Cluster,
        name: Bearer,
        other_name: Bearer,
        features: list[Feature],
        *,
        weigh: bool = True,
    ) -> bool:
        if weigh:
            features = self.clusters.weigh(one, other, features)
            missing = ENOUGH - total(features)
            if 0 < missing <= COMPANY:
                self.open |= one.members | other.members
                features = self._in_company(one, other, features)
        if not enough(features) or self.clusters.forbidden(one, other) is not None:
            return False
        self.clusters.join(one, other)
        judgement = self._note(Decision.MERGE, name, other_name, features)
        for bearer, than in ((name, other_name), (other_name, name)):
            self._reason(bearer, f"{judgement.why}: {bearer.key} = {than.key}", judgement.score)
        return True

    def _in_company(self, one: Cluster, other: Cluster, features: list[Feature]) -> list[Feature]:
        few, many = sorted((one, other), key=lambda c: (len(c.members), c.order))
        others = frozenset(many.members)
        if any(self.company.met(i, others) for i in few.members):
            return features
        shared = any(self.company.shared(i, others) for i in sorted(few.members))
        return [*features, _COMPANY] if shared else features

    def _note(
        self,
        decision: Decision,
        one: Bearer,
        other: Bearer,
        features: Iterable[Feature],
        why: str | None = None,
        marks: tuple[str, ...] = (),
    ) -> Judgement:
        weighed = tuple(features)
        key = judgement_id(decision, one, other, MACHINE, marks)
        made = Judgement(
            key, decision, one, other, MACHINE, total(weighed), why or _words(weighed), None, weighed
        )
        known = self.judgements.get(key)
        if known is None or (made.score, made.why) > (known.score, known.why):
            self.judgements[key] = made
        return made

    def _reason(self, bearer: Bearer, why: str, score: float) -> None:
        self.reasons.setdefault(bearer, (why, score))

    # ------------------------------------------------------------------ verdicts
    def _verdict(self, i: int) -> Verdict:
        identity = self.identities[i]
        if identity.shared:
            cluster = self.clusters.of[i]
            why, score = self.reasons.get(identity.bearer, (f"same name: {identity.key}", 1.0))
            return Verdict(cluster.actor, why, score, i in self.open)
        if identity.surname is not None:
            found = self._told(identity) or self._surname(i, identity)
            return found or Verdict(identity.actor, "a surname that may be another's", 1.0, open=True)
        return Verdict(identity.actor, "not a name that reports share")


_COMPANY = Feature("company", COMPANY, "their reports speak of others in common")


def _without_initials(spelling: str) -> str:
    """ "raj k chohan" -> "raj chohan": a letter between two names tells nobody apart by itself."""
    first, *between, last = spelling.split()
    return " ".join((first, *(part for part in between if len(part) > 1), last))


def _words(features: Iterable[Feature]) -> str:
    return "; ".join(f.words for f in sorted(features, key=lambda f: -abs(f.score)))
