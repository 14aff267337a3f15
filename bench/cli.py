"""The command: one table of every task, or another sheet: agree, clusters, cross, reprints, speed."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from bench import agree, clusters, cross, docs, table
from bench import floors as floor_store
from bench.data import BenchError
from bench.errors import summarise, write_errors
from bench.peers import peer_outcomes
from bench.runner import Outcome, Predictions, chosen_tasks, command_system, outcomes
from bench.system import DEFAULT_COMMAND
from bench.tasks import TASKS

# Small enough for the tests to run each time: attribution and the re3d tasks on a few texts.
SLICE_TASKS = ("attribution", "entities", "aliases", "relations")
SLICE_LIMIT = 8


def _parser() -> argparse.ArgumentParser:
    names = ", ".join(task.name for task in TASKS)
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Scores a system on third-party gold through the public contract. "
        "Other sheets: `python -m bench agree`, `… clusters`, `… cross`, `… reprints`, `… speed`; "
        "each has its own --help.",
    )
    parser.add_argument(
        "tasks", nargs="*", metavar="TASK", help=f"one of {names}; all of them when none is named"
    )
    parser.add_argument(
        "--limit", type=int, metavar="N", help="at most N documents a split, always the same ones"
    )
    parser.add_argument("--slice", action="store_true", help="the small slice that the tests hold to floors")
    parser.add_argument(
        "--cmd", default=DEFAULT_COMMAND, help="another system: contract JSON Lines in and out"
    )
    parser.add_argument("--peers", action="store_true", help="run the installed peers on the same documents")
    parser.add_argument("--json", action="store_true", help="print every figure as JSON instead of the table")
    parser.add_argument(
        "--errors", type=Path, metavar="FILE", help="list every error, its cause (.tsv or .jsonl)"
    )
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep the system's output lines in DIR")
    parser.add_argument("--accept", action="store_true", help="make these figures the floors")
    parser.add_argument("--reason", help="why a floor is lowered; goes into CHANGELOG.md")
    parser.add_argument("--write-docs", action="store_true", help="write the figures into docs/benchmarks.md")
    return parser


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is scored and which floors it is held against; a sample has none."""

    tasks: tuple[str, ...]
    limit: int | None
    floors: str | None

    @property
    def whole(self) -> bool:
        return self.limit is None and not self.tasks


def _scope(arguments: argparse.Namespace, parser: argparse.ArgumentParser) -> _Scope:
    names = tuple(arguments.tasks)
    if arguments.slice:
        if names or arguments.limit is not None:
            parser.error("--slice names its tasks and its size itself")
        scope = _Scope(SLICE_TASKS, SLICE_LIMIT, floor_store.SLICE)
    else:
        scope = _Scope(names, arguments.limit, None if arguments.limit is not None else floor_store.FULL)
    if arguments.accept and scope.floors is None:
        parser.error("--accept needs whole splits: leave --limit out")
    if arguments.write_docs and not scope.whole:
        parser.error("--write-docs needs every task on whole splits: leave TASK, --limit and --slice out")
    return scope


def _accept(found: Sequence[Outcome], which: str, reason: str | None) -> None:
    lowered = floor_store.accept(found, which, reason)
    if lowered and reason:
        floor_store.log_lowered(lowered, reason)


def _fallen(found: Sequence[Outcome], floors: floor_store.Floors) -> int:
    fallen = floor_store.falls(found, floors)
    for fall in fallen:
        text = f"{fall.key} {fall.figure} fell below its floor: {fall.value:.4f} < {fall.floor:.4f}"
        print(text, file=sys.stderr)
    return 1 if fallen else 0


def _list_errors(found: Sequence[Outcome], path: Path, console: Console) -> None:
    errors = [error for outcome in found for error in outcome.errors]
    write_errors(errors, path)
    console.print(table.causes(summarise(errors)))


def _score(argv: Sequence[str]) -> int:
    parser = _parser()
    arguments = parser.parse_args(argv)
    scope = _scope(arguments, parser)
    tasks = chosen_tasks(scope.tasks)
    predictions = Predictions(command_system(arguments.cmd), scope.limit, arguments.save)
    found = list(outcomes(tasks, predictions, with_errors=arguments.errors is not None))
    names = [task.name for task in tasks]
    peers = list(peer_outcomes(names, scope.limit)) if arguments.peers else None
    floors = floor_store.read_floors(scope.floors) if scope.floors else {}
    console = Console()
    if arguments.json:
        print(json.dumps(table.as_json(found, floors, peers or ()), indent=1))
    else:
        console.print(table.scoreboard(found, floors, peers))
        console.print(f"{predictions.words} words in {predictions.seconds:.1f} s, its start included")
    if arguments.errors:
        _list_errors(found, arguments.errors, Console(stderr=arguments.json))
    if arguments.write_docs:
        shown = list(table.lines(found, floors, peers or ()))
        docs.write_section("figures", docs.figures_text(shown, predictions.words, predictions.seconds))
    if arguments.accept and scope.floors:
        _accept(found, scope.floors, arguments.reason)
        return 0
    return _fallen(found, floors)


def _speed(argv: Sequence[str]) -> int:
    from bench.speed.sheet import main as speed_main  # here: scoring another system needs no dateline

    return speed_main(argv)


def _reprints(argv: Sequence[str]) -> int:
    from bench.reprints.sheet import main as reprints_main

    return reprints_main(argv)


def main(argv: Sequence[str]) -> int:
    """Exit code: 0 done, 1 a figure fell below its floor, 2 wrong usage or missing data."""
    sheets = {
        "agree": agree.main,
        "clusters": clusters.main,
        "cross": cross.main,
        "reprints": _reprints,
        "speed": _speed,
    }
    try:
        return sheets[argv[0]](argv[1:]) if argv and argv[0] in sheets else _score(argv)
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
