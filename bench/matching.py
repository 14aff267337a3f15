"""One-to-one matching of gold and predicted items."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # scipy ships no types

from bench.contract import Span
from bench.spans import jaccard, overlap

type Pair = tuple[int, int]


def assign(weights: Mapping[Pair, float]) -> list[Pair]:
    """The one-to-one pairs (gold, predicted) with the largest sum of weights; never one without weight."""
    if not weights:
        return []
    rows = {number: place for place, number in enumerate(sorted({i for i, _ in weights}))}
    columns = {number: place for place, number in enumerate(sorted({j for _, j in weights}))}
    matrix = np.zeros((len(rows), len(columns)))
    for (i, j), weight in weights.items():
        matrix[rows[i], columns[j]] = weight
    row_names, column_names = list(rows), list(columns)
    pairs = [
        (row_names[a], column_names[b])
        for a, b in zip(*linear_sum_assignment(matrix, maximize=True), strict=True)
    ]
    return [pair for pair in pairs if weights.get(pair, 0) > 0]


def match_spans(gold: Sequence[Span], predicted: Sequence[Span]) -> list[Pair]:
    """Identical spans first, then as many overlapping pairs as can be, the better overlaps preferred."""
    open_gold = dict(enumerate(gold))
    places: dict[Span, list[int]] = {}
    for j, span in enumerate(predicted):
        places.setdefault(span, []).append(j)
    pairs: list[Pair] = []
    for i, span in enumerate(gold):
        if places.get(span):
            pairs.append((i, places[span].pop(0)))
            del open_gold[i]
    open_predicted = {j: span for span, numbers in places.items() for j in numbers}
    weights = {
        (i, j): 1 + jaccard(span, other)
        for i, span in open_gold.items()
        for j, other in open_predicted.items()
        if overlap(span, other)
    }
    return pairs + assign(weights)
