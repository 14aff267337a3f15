"""Each scorer is proved: gold fed back gives 1, nothing gives 0, on our own rows and on the real splits."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bench import agree, data
from bench.data import Json
from bench.metrics import Figures
from bench.runner import AnyTask, key_of
from bench.system import analyses
from bench.tasks import TASKS
from tests.bench.small_cases import ROWS

# The contract holds one place an event, and events of one type in a text are merged: gold loses a little.
HIGHEST = {
    "arguments": 0.97,
    "incidents/dev": 0.97,
    "incidents/tst1": 0.97,
    "incidents/tst2": 0.97,
    "relations": 0.99,
}
SPLITS = [pytest.param(task, split, id=key_of(task, split)) for task in TASKS for split in task.splits]


def scored_gold(task: AnyTask, rows: Sequence[Json]) -> Figures:
    lines = [task.oracle(row) for row in rows]
    texts = [dict(row, text=line.pop("text", row["text"])) for row, line in zip(rows, lines, strict=True)]
    found = analyses(texts, lines)
    assert not any(analysis.bad_spans for analysis in found)
    return task.figures(texts, found)


def headlines(task: AnyTask, figures: Figures) -> dict[str, float]:
    """The headline figures that have something to measure."""
    names = [headline.figure for headline in task.headlines]
    return {name: value for name in names if (value := figures[name]) is not None}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_gold_gives_one_on_our_own_rows(task: AnyTask) -> None:
    figures = headlines(task, scored_gold(task, ROWS[task.name]))

    assert figures
    assert figures == pytest.approx(dict.fromkeys(figures, 1.0))


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_nothing_gives_zero_on_our_own_rows(task: AnyTask) -> None:
    rows = ROWS[task.name]

    assert set(headlines(task, task.figures(rows, analyses(rows, []))).values()) == {0.0}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_a_stage_that_finds_nothing_at_all_does_not_exist_yet(task: AnyTask) -> None:
    rows = ROWS[task.name]
    perfect = [{**task.oracle(row), "id": row["id"]} for row in rows]

    assert not task.exists(analyses(rows, []))
    assert task.exists(analyses([dict(row, text=row["text"] + " " * 200) for row in rows], perfect))


@pytest.mark.parametrize(("task", "split"), SPLITS)
def test_gold_and_nothing_on_the_real_split(task: AnyTask, split: str, shared: Path) -> None:
    rows = data.load(task.folder, split)
    least = HIGHEST.get(key_of(task, split), 1.0)

    best = headlines(task, scored_gold(task, rows))
    worst = headlines(task, task.figures(rows, analyses(rows, [])))

    assert {name: value for name, value in best.items() if value < least - 1e-9} == {}
    assert set(worst.values()) == {0.0}


@pytest.mark.parametrize("task", [task for task in TASKS if task.referee], ids=lambda task: task.name)
def test_our_scorer_agrees_with_the_referee(task: Any, shared: Path) -> None:
    found = list(agree.agreements([task], None, 40))

    assert found
    assert [row for row in found if row.largest > agree.ALLOWED] == []


def test_a_figure_may_wait_for_another_stage_than_its_task() -> None:
    task = next(task for task in TASKS if task.name == "coreference")
    rows = ROWS["coreference"]
    without_events = [{**task.oracle(row), "events": []} for row in rows]

    assert task.pending(analyses(rows, without_events)) == {"trigger_r"}
    assert task.pending(analyses(rows, [task.oracle(row) for row in rows])) == frozenset()
