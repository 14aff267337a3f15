"""Where the benchmark data lie, and how their rows are read."""

import gzip
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

type Json = dict[str, Any]

ENVIRONMENT = "DATELINE_BENCHMARKS"
INPUT_FIELDS = ("id", "text", "published", "outlet", "title", "url")


class BenchError(Exception):
    """The scoreboard cannot go on: missing data, a command that does not run, an unknown task."""


def benchmarks_folder() -> Path | None:
    """The benchmark data: `$DATELINE_BENCHMARKS`, else `../shared/benchmarks`; None if absent."""
    named = os.environ.get(ENVIRONMENT)
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
    return folder if folder.is_dir() else None


def read_jsonl(path: Path) -> list[Json]:
    """The objects of a JSON Lines file, gzipped or not."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in raw.decode("utf-8").split("\n") if line.strip()]


def sample(rows: list[Json], limit: int | None) -> list[Json]:
    """At most `limit` rows, the same ones every time: the first by SHA-1 of the id, in order of id."""
    if limit is None:
        return rows
    chosen = sorted(rows, key=lambda row: hashlib.sha1(row["id"].encode()).hexdigest())[:limit]
    return sorted(chosen, key=lambda row: str(row["id"]))


def load(folder: str, split: str, limit: int | None = None) -> list[Json]:
    """The rows of one split of one data set.  Raises BenchError where the data are not there."""
    root = benchmarks_folder()
    if root is None:
        raise BenchError(f"no benchmark data: set ${ENVIRONMENT} to their folder")
    for name in (f"{split}.jsonl", f"{split}.jsonl.gz"):
        path = root / folder / name
        if path.is_file():
            return sample(read_jsonl(path), limit)
    raise BenchError(f"no data file {split}.jsonl in {root / folder}")


def as_input(row: Json) -> Json:
    """What a system under test may see of a row: the contract's input fields, nothing of the gold."""
    return {field: row[field] for field in INPUT_FIELDS if row.get(field)}


def word_count(rows: Iterable[Json]) -> int:
    """Words (by white space) of all texts."""
    return sum(len(row["text"].split()) for row in rows)
