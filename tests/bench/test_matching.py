"""Matching finds the best one-to-one pairs; every figure rests on it."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bench.matching import Pair, assign, match_spans

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
    st.integers(0, 9).map(lambda weight: weight / 3),
    max_size=12,
)


def best_sum(weights: dict[Pair, float]) -> float:
    """The largest sum over all one-to-one matchings, by trying every one."""
    gold = sorted({i for i, _ in weights})
    predicted = sorted({j for _, j in weights})
    columns: list[int | None] = [*predicted, *[None] * len(gold)]
    return max(
        sum(weights.get((i, j), 0.0) for i, j in zip(gold, chosen, strict=True) if j is not None)
        for chosen in itertools.permutations(columns, len(gold))
    )


@given(WEIGHTS)
def test_no_matching_is_better(weights: dict[Pair, float]) -> None:
    pairs = assign(weights)

    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(weights[pair] > 0 for pair in pairs)
    assert abs(sum(weights[pair] for pair in pairs) - best_sum(weights)) < 1e-9


def test_a_greedy_choice_is_given_up_for_a_better_whole() -> None:
    assert sorted(assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7})) == [(0, 1), (1, 0)]


def test_identical_spans_go_together_before_larger_overlaps() -> None:
    assert sorted(match_spans([(0, 10), (5, 8)], [(5, 8), (0, 4)])) == [(0, 1), (1, 0)]


def test_a_span_is_met_once() -> None:
    assert len(match_spans([(0, 5)], [(0, 5), (0, 5), (1, 4)])) == 1
