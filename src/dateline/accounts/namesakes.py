"""Those who bear one name: one actor, unless what reports tell of them cannot be true of one.

Where what is told of two contradicts each other, those who do are the *cores*: cores that share evidence are
put together, and whoever contradicts nobody goes to the core that nearly all reports of the name mean, or
stays open.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from dateline.accounts.clusters import Cluster, enough
from dateline.accounts.evidence import SAME_NAME, Profile, barred, compare
from dateline.accounts.identity import MARK, Identity
from dateline.accounts.sides import Side, side_of
from dateline.accounts.traits import Spot, Traits
from dateline.model.judgement import Bearer, Feature

# How many times the reports of all others together one bearer's must be to be meant where nothing is told.
NEARLY_ALL = 5

_NAME = Feature("same_name", SAME_NAME, "they bear the same name")


@dataclass(slots=True)
class Namesakes:
    """The clusters of one name, and why two of them are kept apart."""

    clusters: list[Cluster]
    apart: list[tuple[Cluster, Cluster, str, tuple[Feature, ...]]] = field(default_factory=list)
    # The identities of which it hangs on how many reports there are whom they mean, or by which id.
    leaning: set[int] = field(default_factory=set)


def tell_apart(bearer: Bearer, identities: Mapping[int, Identity], uses: Mapping[int, int]) -> Namesakes:
    """Parts the identities of one name. `uses` says how many reports describe it as each of them does."""
    facets: dict[_Telling, set[int]] = defaultdict(set)
    for i, identity in identities.items():
        facets[_telling(identity.traits)].add(i)
    if len(facets) == 1:
        return Namesakes([_cluster(bearer, identities, identities)])
    groups = [_cluster(bearer, facets[t], identities) for t in sorted(facets, key=repr)]
    contrary = {frozenset((id(a), id(b))) for a, b in combinations(groups, 2) if _contradict(a, b)}
    if not contrary:
        return Namesakes([_cluster(bearer, identities, identities)])
    cores = _together([g for g in groups if any(id(g) in pair for pair in contrary)], contrary)
    open_ones = [g for g in groups if not any(id(g) in pair for pair in contrary)]
    return _settled(bearer, cores, open_ones, uses)


type _Telling = tuple[Traits, Side | None]


def _telling(traits: Traits) -> _Telling:
    """The part of the traits that can contradict another's."""
    return Traits(traits.country, traits.links, traits.spot, traits.born), side_of(traits.offices)


def _cluster(bearer: Bearer, members: Iterable[int], identities: Mapping[int, Identity]) -> Cluster:
    chosen = set(members)
    return Cluster(chosen, {bearer}, Profile.of(identities[i].traits for i in sorted(chosen)))


def _contradict(one: Cluster, other: Cluster) -> bool:
    if barred(one.profile, other.profile) is not None:
        return True
    return not enough([_NAME, *compare(one.profile, other.profile)])


def _together(cores: list[Cluster], contrary: set[frozenset[int]]) -> list[Cluster]:
    """Puts cores together that share evidence and do not contradict each other, in a fixed order."""
    found: list[list[Cluster]] = []
    for core in cores:
        for some in found:
            if not any(frozenset((id(core), id(c))) in contrary for c in some) and any(
                _share(core, c) for c in some
            ):
                some.append(core)
                break
        else:
            found.append([core])
    return [_sum(some) for some in found]


def _share(one: Cluster, other: Cluster) -> bool:
    near = bool(one.profile.spots and other.profile.spots) and barred(one.profile, other.profile) is None
    side = side_of(one.profile.offices)
    if side is not None and side is side_of(other.profile.offices):
        return True
    return near or any(f.score > 0 for f in compare(one.profile, other.profile))


def _sum(some: list[Cluster]) -> Cluster:
    whole = Cluster(set(), set(), Profile())
    for cluster in some:
        whole.members |= cluster.members
        whole.bearers |= cluster.bearers
        whole.profile.take(cluster.profile)
    return whole


def _settled(
    bearer: Bearer, cores: list[Cluster], open_ones: list[Cluster], uses: Mapping[int, int]
) -> Namesakes:
    weight = [sum(uses[i] for i in core.members) for core in cores]
    leading = max(range(len(cores)), key=lambda n: weight[n])
    sides = [side_of(core.profile.offices) for core in cores]
    for core, side in zip(cores, sides, strict=True):
        of_side = [side.value] if side is not None and len({*sides} - {None}) > 1 else []
        core.marks[bearer] = MARK + _mark(core.profile, of_side)
    found = Namesakes(cores)
    for one, other in combinations(cores, 2):
        features = (_NAME, *compare(one.profile, other.profile))
        against = [f.words for f in features if f.score < 0]
        why = barred(one.profile, other.profile) or "; ".join(against) or "nothing says that they are one"
        found.apart.append((one, other, why, features))
    rest = _sum(open_ones)
    found.leaning = rest.members | cores[leading].members
    if weight[leading] >= NEARLY_ALL * (sum(weight) - weight[leading]):
        cores[leading].members |= rest.members
        cores[leading].profile.take(rest.profile)
        cores[leading].plain.add(bearer)
    elif open_ones:
        found.clusters.append(rest)
    return found


def _mark(profile: Profile, of_side: list[str]) -> str:
    """What tells a core from the others of its name, in some words: its side where others have another."""
    links = [value for scheme in sorted(profile.links) for value in sorted(profile.links[scheme])]
    spots = sorted(map(_spot_mark, profile.spots))
    countries = sorted(c.lower() for c in profile.countries)
    births = [str(min(profile.births))] if profile.births else []
    where = spots[:1] or countries
    return "+".join(links[:1] or [*where, *births, *of_side]) or "other"


def _spot_mark(spot: Spot) -> str:
    if spot.geonameid is not None:
        return str(spot.geonameid)
    lat, lon = spot.point
    return f"{(spot.country or '').lower()}{lat:+.1f}{lon:+.1f}"
