"""Figures: precision, recall and F; classification; coreference.  All are fractions of 1."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from bench.matching import assign

type Figures = dict[str, float | None]


def harmonic(one: float, other: float) -> float:
    """Harmonic mean, 0.0 when both are 0."""
    return 2 * one * other / (one + other) if one + other else 0.0


def ratio(part: float, whole: float) -> float | None:
    """part / whole, None where there is nothing to divide by."""
    return part / whole if whole else None


def rates(
    name: str, hits: float, predicted: float, gold: float, *, gold_hits: float | None = None
) -> Figures:
    """`name.p`, `name.r`, `name.f`.  `gold_hits` is given where hits on the gold side are counted apart."""
    precision = ratio(hits, predicted) or 0.0
    recall = ratio(hits if gold_hits is None else gold_hits, gold) or 0.0
    return {f"{name}.p": precision, f"{name}.r": recall, f"{name}.f": harmonic(precision, recall)}


def prefixed(prefix: str, figures: Mapping[str, float | None]) -> Figures:
    """The figures with `prefix.` before their names."""
    return {f"{prefix}.{name}": value for name, value in figures.items()}


def classification(pairs: Iterable[tuple[str, str | None]], classes: Sequence[str]) -> Figures:
    """(gold, predicted) pairs -> accuracy, macro-F and weighted F over those `classes` that gold has."""
    gold: Counter[str | None] = Counter()
    predicted: Counter[str | None] = Counter()
    hits: Counter[str | None] = Counter()
    for truth, guess in pairs:
        gold[truth] += 1
        predicted[guess] += 1
        hits[truth] += truth == guess
    scores = {
        name: harmonic(hits[name] / predicted[name] if predicted[name] else 0.0, hits[name] / gold[name])
        for name in classes
        if gold[name]
    }
    total = sum(gold.values())
    return {
        "accuracy": ratio(sum(hits.values()), total),
        "macro_f": ratio(sum(scores.values()), len(scores)),
        "weighted_f": ratio(
            sum(score * gold[name] for name, score in scores.items()), sum(gold[n] for n in scores)
        ),
    }


def coreference[M: Hashable](gold: Mapping[M, Hashable], predicted: Mapping[M, Hashable]) -> Figures:
    """MUC, B³, CEAFe (entity-based) and their mean (CoNLL) of two clusterings of the same mentions.

    Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF), Pradhan et al. 2012 (the mean).
    """
    if not gold:
        return dict.fromkeys(("muc", "b3", "ceafe", "conll"))
    gold_sets, predicted_sets = _clusters(gold), _clusters(predicted)
    muc = _muc(gold, predicted, gold_sets, predicted_sets)
    b3 = _b_cubed(gold, predicted, gold_sets, predicted_sets)
    ceafe = _ceaf(gold_sets, predicted_sets)
    return {"muc": muc, "b3": b3, "ceafe": ceafe, "conll": (muc + b3 + ceafe) / 3}


type _Clusters[M] = dict[Hashable, set[M]]


def _clusters[M: Hashable](membership: Mapping[M, Hashable]) -> _Clusters[M]:
    sets: dict[Hashable, set[M]] = defaultdict(set)
    for mention, cluster in membership.items():
        sets[cluster].add(mention)
    return dict(sets)


def _kept_links[M: Hashable](sets: _Clusters[M], other: Mapping[M, Hashable]) -> float:
    """Share of the links inside `sets` that the other clustering keeps."""
    possible = sum(len(members) - 1 for members in sets.values())
    kept = sum(len(members) - len({other[m] for m in members}) for members in sets.values())
    return kept / possible if possible else 0.0


def _muc[M: Hashable](
    gold: Mapping[M, Hashable],
    predicted: Mapping[M, Hashable],
    gold_sets: _Clusters[M],
    predicted_sets: _Clusters[M],
) -> float:
    if len(gold_sets) == len(gold) and len(predicted_sets) == len(predicted):
        return 1.0  # nothing but singletons on both sides: no link to find, none invented
    return harmonic(_kept_links(predicted_sets, gold), _kept_links(gold_sets, predicted))


def _b_cubed[M: Hashable](
    gold: Mapping[M, Hashable],
    predicted: Mapping[M, Hashable],
    gold_sets: _Clusters[M],
    predicted_sets: _Clusters[M],
) -> float:
    precision = recall = 0.0
    for mention, cluster in gold.items():
        mine, theirs = gold_sets[cluster], predicted_sets[predicted[mention]]
        shared = len(mine & theirs)
        precision += shared / len(theirs)
        recall += shared / len(mine)
    return harmonic(precision / len(gold), recall / len(gold))


def _ceaf[M: Hashable](gold_sets: _Clusters[M], predicted_sets: _Clusters[M]) -> float:
    gold_list, predicted_list = list(gold_sets.values()), list(predicted_sets.values())
    place = {mention: i for i, members in enumerate(gold_list) for mention in members}
    weights: dict[tuple[int, int], float] = {}
    for j, members in enumerate(predicted_list):
        for i, shared in Counter(place[mention] for mention in members).items():
            weights[i, j] = 2 * shared / (len(gold_list[i]) + len(members))
    total = sum(weights[pair] for pair in assign(weights))
    return harmonic(total / len(predicted_list), total / len(gold_list))
