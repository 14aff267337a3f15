"""Runs tasks: predictions once for each split of each data set, then every task's figures."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import data
from bench.contract import Analysis
from bench.data import BenchError, Json
from bench.errors import Error
from bench.metrics import Figures
from bench.system import analyses, run_command
from bench.tasks import TASKS
from bench.tasks.base import Task

type AnyTask = Task[Any]
type System = Callable[[Sequence[Json]], list[Json]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one task gave on one split.

    `figures` is None where the stage does not exist yet; `pending` names headline figures that wait for
    another.
    """

    key: str
    task: AnyTask
    documents: int
    figures: Figures | None
    errors: tuple[Error, ...] = ()
    pending: frozenset[str] = frozenset()

    def headline(self, figure: str) -> float | None:
        """A headline figure; None where its stage does not exist yet or there is nothing to measure."""
        return None if self.figures is None or figure in self.pending else self.figures.get(figure)


type SplitKey = tuple[str, str]


@dataclass(slots=True)
class Predictions:
    """Asks a system for the analyses of splits, once; keeps the lines in `folder` where one is given."""

    system: System
    limit: int | None = None
    folder: Path | None = None
    seconds: float = 0.0
    words: int = 0
    _rows: dict[SplitKey, list[Json]] = field(default_factory=dict)
    _lines: dict[SplitKey, list[Json]] = field(default_factory=dict)

    def of(self, folder: str, split: str) -> tuple[list[Json], list[Analysis]]:
        """Rows of the split and their analyses."""
        lines = self.lines(folder, split)
        rows = self._rows[folder, split]
        return rows, analyses(rows, lines)

    def lines(self, folder: str, split: str) -> list[Json]:
        """The system's output lines for the split."""
        self.fetch([(folder, split)])
        return self._lines[folder, split]

    def fetch(self, keys: Sequence[SplitKey]) -> None:
        """Asks for several splits in one go, so that a system starts only once; known ones are skipped."""
        new = [key for key in dict.fromkeys(keys) if key not in self._lines]
        if not new:
            return
        for key in new:
            self._rows[key] = data.load(*key, self.limit)
        asked = [row for key in new for row in self._rows[key]]
        numbered = [
            {**row, "id": str(number)} for number, row in enumerate(asked)
        ]  # ids may repeat across splits
        started = time.perf_counter()
        by_number = {line.get("id"): line for line in self.system(numbered)}
        self.seconds += time.perf_counter() - started
        self.words += data.word_count(asked)
        numbers = iter(numbered)
        for key in new:
            pairs = [(row, by_number.get(next(numbers)["id"])) for row in self._rows[key]]
            self._lines[key] = [{**line, "id": row["id"]} for row, line in pairs if line is not None]
            self._save(key)

    def _save(self, key: SplitKey) -> None:
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        with saved_path(self.folder, *key).open("w", encoding="utf-8") as handle:
            handle.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in self._lines[key])


def saved_path(folder: Path, name: str, split: str) -> Path:
    """Where the output lines of a split are kept."""
    return folder / f"{name}-{split}.jsonl"


def command_system(command: str) -> System:
    """A command as a system."""
    return lambda rows: run_command(command, rows)


def chosen_tasks(names: Sequence[str]) -> list[AnyTask]:
    """The named tasks, or all.  Raises BenchError at an unknown name."""
    by_name = {task.name: task for task in TASKS}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise BenchError(f"no task {', '.join(unknown)}; there are {', '.join(by_name)}")
    return [by_name[name] for name in names] if names else list(TASKS)


def key_of(task: AnyTask, split: str) -> str:
    """The task's name, with the split where it has several."""
    return task.name if len(task.splits) == 1 else f"{task.name}/{split}"


def outcomes(
    tasks: Sequence[AnyTask], predictions: Predictions, *, with_errors: bool = False
) -> Iterator[Outcome]:
    """The outcome of every split of every task."""
    predictions.fetch([(task.folder, split) for task in tasks for split in task.splits])
    for task in tasks:
        for split in task.splits:
            rows, found = predictions.of(task.folder, split)
            exists = task.exists(found)
            yield Outcome(
                key=key_of(task, split),
                task=task,
                documents=len(rows),
                figures=task.figures(rows, found) if exists else None,
                errors=tuple(task.listed_errors(rows, found)) if with_errors and exists else (),
                pending=task.pending(found),
            )
