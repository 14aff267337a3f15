"""One-to-one matching of gold and predicted items."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.contract import Span
from bench.spans import jaccard, overlap

type Pair = tuple[int, int]


def assign(weights: Mapping[Pair, float]) -> list[Pair]:
    """The one-to-one pairs (gold, predicted) with the largest sum of weights; never one without weight."""
    pairs: list[Pair] = []
    for component in _components({pair: weight for pair, weight in weights.items() if weight > 0}):
        pairs += _assign_component(component)
    return pairs


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


def _components(weights: Mapping[Pair, float]) -> Iterator[dict[Pair, float]]:
    """The weights, parted into groups that share no item, so that each small problem is solved apart."""
    by_gold: dict[int, list[Pair]] = {}
    by_predicted: dict[int, list[Pair]] = {}
    for pair in weights:
        by_gold.setdefault(pair[0], []).append(pair)
        by_predicted.setdefault(pair[1], []).append(pair)
    left = dict.fromkeys(weights)
    while left:
        todo = [next(iter(left))]
        del left[todo[0]]
        component: dict[Pair, float] = {}
        while todo:
            pair = todo.pop()
            component[pair] = weights[pair]
            for neighbour in by_gold[pair[0]] + by_predicted[pair[1]]:
                if neighbour in left:
                    del left[neighbour]
                    todo.append(neighbour)
        yield component


def _assign_component(weights: Mapping[Pair, float]) -> list[Pair]:
    # Equally good matchings differ in what hangs on them; numbers in written order make ours the referee's.
    gold, predicted = sorted({i for i, _ in weights}, key=str), sorted({j for _, j in weights}, key=str)
    if len(gold) == 1 or len(predicted) == 1:
        return [max(((i, j) for i in gold for j in predicted), key=weights.__getitem__)]
    costs = np.zeros((len(gold), len(predicted)))
    for (i, j), weight in weights.items():
        costs[gold.index(i), predicted.index(j)] = -weight
    if len(gold) <= len(predicted):
        pairs = [(gold[row], predicted[column]) for row, column in cheapest_rows(costs)]
    else:
        pairs = [(gold[column], predicted[row]) for row, column in cheapest_rows(costs.T)]
    return [pair for pair in pairs if pair in weights]


def cheapest_rows(costs: NDArray[np.float64]) -> list[Pair]:
    """Every row with a column of its own so that the sum of costs is least; no more rows than columns.

    The Hungarian method in its form with shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
    """
    rows, columns = costs.shape
    row_price = np.zeros(rows)
    column_price = np.zeros(columns)
    row_of = np.full(columns, -1)
    for start in range(rows):
        distance = np.full(columns, np.inf)
        came_from = np.full(columns, -1)
        visited = np.zeros(columns, dtype=bool)
        row, column = start, -1
        while True:  # grow the tree of shortest paths until it meets a free column
            reduced = costs[row] - row_price[row] - column_price
            shorter = ~visited & (reduced < distance)
            distance[shorter] = reduced[shorter]
            came_from[shorter] = column
            nearest = int(np.argmin(np.where(visited, np.inf, distance)))
            step = distance[nearest]
            row_price[start] += step
            row_price[row_of[visited]] += step
            column_price[visited] -= step
            distance[~visited] -= step
            visited[nearest] = True
            column, row = nearest, int(row_of[nearest])
            if row < 0:
                break
        while column >= 0:  # turn the path round
            before = int(came_from[column])
            row_of[column] = row_of[before] if before >= 0 else start
            column = before
    return [(int(row), column) for column, row in enumerate(row_of) if row >= 0]
