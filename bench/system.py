"""The system under test: a command that reads contract JSON Lines and writes analyses."""

import json
import shlex
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from bench.contract import Analysis, empty_line, read_analysis
from bench.data import BenchError, Json, as_input

DEFAULT_COMMAND = f"{shlex.quote(str(Path(sys.executable).with_name('dateline')))} analyse"


def _feed(stdin: IO[bytes], documents: Sequence[Json]) -> None:
    try:
        with stdin:
            for document in documents:
                stdin.write(json.dumps(document, ensure_ascii=False).encode() + b"\n")
    except BrokenPipeError:
        pass  # the command stopped reading; its exit code and missing lines tell


def run_command(command: str, rows: Sequence[Json], *, one_each: bool = True) -> list[Json]:
    """The command's output lines for the rows' input fields.

    Raises BenchError if it does not start, writes something that is not JSON, leaves documents unanswered
    (with `one_each`: it owes a line for each), or
    exits with an error other than 1 (some inputs were skipped, which their answers say).
    """
    try:
        process = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    except OSError as error:
        raise BenchError(f"cannot run {command!r}: {error}") from error
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        inputs = [as_input(row) for row in rows]
        threading.Thread(target=_feed, args=(process.stdin, inputs), daemon=True).start()
        try:
            lines: list[Json] = [json.loads(line) for line in process.stdout if line.strip()]
        except ValueError as error:
            process.kill()
            raise BenchError(f"{command!r} wrote a line that is not JSON: {error}") from error
    if process.returncode not in (0, 1):
        raise BenchError(f"{command!r} ended with exit code {process.returncode}")
    if one_each and len(lines) < len(rows):
        raise BenchError(f"{command!r} answered {len(lines)} of {len(rows)} documents")
    return lines


def analyses(rows: Sequence[Json], lines: Sequence[Json]) -> list[Analysis]:
    """The lines as analyses in the order of the rows; a row without a line counts as empty."""
    by_id = {line.get("id"): line for line in lines}
    return [read_analysis(by_id.get(row["id"]) or empty_line(row["id"]), row["text"]) for row in rows]
