"""Do the project's scorers agree with the referee? Both score the same output lines.

The lines are gold, spoilt in a fixed way (items dropped, spans moved, labels and types changed), so that
every branch of a scorer has something to judge; `--cmd` adds those of a real system.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench import data, docs
from bench.contract import LISTS
from bench.data import BenchError, Json
from bench.runner import AnyTask, Predictions, chosen_tasks, command_system, key_of
from bench.system import analyses

REFEREES = {
    "polnear": "polnear",
    "re3d": "re3d",
    "plv": "plv",
    "timex": "timex",
    "geo": "geo",
    "muc4": "muc4",
    "ecb": "ecb",
    "wikievents": "wikievents",
    "casetype": "casetype",
}
ALLOWED = 0.002

_TURNS: dict[str, tuple[str, ...]] = {
    "label": ("person", "organization", "place", "group"),
    "type": ("ASSAULT", "CONSULT", "COERCE", "fights", "located_in", "DATE", "DURATION"),
    "value": ("2001", "P1D"),
    "kind": ("direct", "indirect", "mixed"),
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two scorers of one split are apart."""

    key: str
    lines: str
    figures: int
    largest: float
    figure: str


def spoil(line: Json, length: int) -> Json:
    """A line with every fifth item dropped, every third span moved, every fourth label or type changed."""
    spoilt = dict(line)
    first = zlib.crc32(str(line["id"]).encode())  # so that lines with a single item are not all treated alike
    for name in LISTS:
        numbered = list(enumerate(line.get(name, []), start=first))
        kept = [(number, item) for number, item in numbered if number % 5 != 4 or name == "entities"]
        spoilt[name] = [_spoilt(item, number, length) for number, item in kept]
    spoilt["mentions"] = spoilt["mentions"] + [dict(item) for item in spoilt["mentions"][::6]]
    return spoilt


def _spoilt(item: Json, number: int, length: int) -> Json:
    changed = {key: _moved(value, number, length) for key, value in item.items()}
    if "start" in item and number % 3 == 1:
        changed["start"], changed["end"] = _shift((item["start"], item["end"]), length)
    for key, turns in _TURNS.items():
        if number % 4 == 3 and item.get(key) in turns:
            changed[key] = turns[(turns.index(item[key]) + 1) % len(turns)]
    return changed


def _moved(value: Any, number: int, length: int) -> Any:
    """Spans and lists of spans inside an item, moved for every third item."""
    if number % 3 != 1 or not isinstance(value, (list, tuple)):
        return value
    if len(value) == 2 and all(isinstance(part, int) for part in value):
        return _shift((value[0], value[1]), length)
    return [_moved(part, number, length) for part in value]


def _shift(span: tuple[int, int], length: int) -> list[int]:
    start = min(span[0] + 4, length - 1)
    return [start, min(max(start + 1, span[1] + 9), length)]


def referee_figures(folder: str, split: str, rows: Sequence[Json], lines: Sequence[Json]) -> dict[str, float]:
    """The referee's figures, flattened to dotted names."""
    root = data.benchmarks_folder()
    script = root.parent / "score" / "score.py" if root else None
    if script is None or not script.is_file():
        raise BenchError("no referee beside the benchmark data")
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch) / f"{split}.jsonl", Path(scratch) / "lines.jsonl"
        _write(gold, rows)
        _write(predicted, lines)
        command = [
            sys.executable,
            str(script),
            REFEREES[folder],
            "--data",
            str(gold),
            "--pred",
            str(predicted),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"the referee failed: {done.stderr.strip()}")
    return dict(_flat(json.loads(done.stdout)))


def _write(path: Path, rows: Sequence[Json]) -> None:
    with path.open("w", encoding="utf-8") as handle:
        handle.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _flat(figures: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, (int, float)):
            yield prefix + name, float(value)


def compare(task: AnyTask, split: str, rows: Sequence[Json], lines: Sequence[Json], name: str) -> Agreement:
    """Both scorers on the same lines.  Figures that only one of them gives are not compared."""
    ours = task.figures(rows, analyses(rows, lines))
    theirs = referee_figures(task.folder, split, rows, lines)
    differences = {
        figure: abs(value - theirs[figure])
        for figure, value in ours.items()
        if value is not None and figure in theirs
    }
    if not differences:
        raise BenchError(f"{task.name}: the referee gives none of its figures")
    figure = max(differences, key=lambda key: differences[key])
    return Agreement(key_of(task, split), name, len(differences), differences[figure], figure)


def agreements(tasks: Sequence[AnyTask], command: str | None, limit: int | None) -> Iterator[Agreement]:
    """Every task's scorer against the referee, split by split."""
    predictions = Predictions(command_system(command), limit) if command else None
    judged = [task for task in tasks if task.referee]
    if predictions is not None:
        predictions.fetch([(task.folder, split) for task in judged for split in task.splits])
    for task in judged:
        for split in task.splits:
            rows = data.load(task.folder, split, limit)
            gold = [task.oracle(row) for row in rows]
            texts = [
                dict(row, text=line.pop("text", row["text"])) for row, line in zip(rows, gold, strict=True)
            ]
            spoilt = [spoil(line, len(row["text"])) for row, line in zip(texts, gold, strict=True)]
            yield compare(task, split, texts, spoilt, "spoilt gold")
            if predictions is not None:
                yield compare(task, split, rows, predictions.lines(task.folder, split), "dateline")


def as_table(found: Sequence[Agreement]) -> Table:
    """One row a split and kind of lines."""
    table = Table(title="agreement with the referee", title_justify="left")
    for name in ("task", "lines"):
        table.add_column(name)
    for name in ("figures", "largest difference"):
        table.add_column(name, justify="right")
    table.add_column("in")
    for row in found:
        table.add_row(row.key, row.lines, str(row.figures), f"{row.largest:.5f}", row.figure)
    return table


def as_markdown(found: Sequence[Agreement]) -> str:
    """The same for the page."""
    rows = [(row.key, row.lines, str(row.figures), f"{row.largest:.5f}", row.figure) for row in found]
    head = ("task", "lines", "figures compared", "largest difference", "in")
    return docs.markdown_table(head, rows, right=(2, 3))


def main(argv: Sequence[str]) -> int:
    """`python -m bench agree`: exit code 1 where a figure differs by more than 0.002."""
    parser = argparse.ArgumentParser(prog="python -m bench agree", description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="TASK")
    parser.add_argument("--cmd", help="compare on this system's output, too")
    parser.add_argument("--limit", type=int, metavar="N")
    parser.add_argument("--write-docs", action="store_true", help="write the table into docs/benchmarks.md")
    arguments = parser.parse_args(argv)
    found = list(agreements(chosen_tasks(arguments.tasks), arguments.cmd, arguments.limit))
    Console().print(as_table(found))
    if arguments.write_docs:
        docs.write_section("agreement", as_markdown(found))
    return 1 if any(row.largest > ALLOWED for row in found) else 0
