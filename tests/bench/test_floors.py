"""No figure falls unnoticed: the tests hold a small slice of the benchmarks to its floors."""

from collections.abc import Sequence
from pathlib import Path

from bench.cli import SLICE_LIMIT, SLICE_TASKS
from bench.data import Json, as_input
from bench.floors import SLICE, falls, read_all, read_floors
from bench.runner import Predictions, chosen_tasks, key_of, outcomes
from bench.tasks import TASKS
from dateline import Analyser, Document
from dateline.exports.contract import to_contract


def test_the_slice_stays_above_its_floors(shared: Path, analyser: Analyser) -> None:
    def system(rows: Sequence[Json]) -> list[Json]:
        documents = [Document(**as_input(row)) for row in rows]
        return [to_contract(document.id, analyser.document(document)) for document in documents]

    found = list(outcomes(chosen_tasks(SLICE_TASKS), Predictions(system, SLICE_LIMIT)))

    assert {outcome.key for outcome in found} >= set(read_floors(SLICE)) > set()
    assert falls(found, read_floors(SLICE)) == []


def test_every_floor_names_a_figure_of_the_table() -> None:
    known = {
        key_of(task, split): {line.figure for line in task.headlines}
        for task in TASKS
        for split in task.splits
    }

    for floors in read_all().values():
        assert {key: set(figures) - known.get(key, set()) for key, figures in floors.items()} == {
            key: set() for key in floors
        }
