"""Single errors with a cause: how they are written to a file and summed up."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

MISS, FALSE_ALARM, WRONG = "miss", "false alarm", "wrong part"


@dataclass(frozen=True, slots=True)
class Error:
    """One error.  `side`: a miss, a false alarm, or a wrong part of something found.

    `kind` groups, `detail` tells more.
    """

    task: str
    document: str
    side: str
    cause: str
    kind: str
    detail: str
    start: int
    end: int
    gold: str
    predicted: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CauseSum:
    """How often one cause stands behind an error, with its most frequent details."""

    task: str
    side: str
    cause: str
    kind: str
    count: int
    details: tuple[tuple[str, int], ...]


def summarise(errors: Iterable[Error], *, details: int = 8) -> list[CauseSum]:
    """Errors counted by task, side, cause and kind, the largest first."""
    groups: dict[tuple[str, str, str, str], Counter[str]] = defaultdict(Counter)
    for error in errors:
        groups[error.task, error.side, error.cause, error.kind][error.detail] += 1
    sums = [
        CauseSum(
            *key, count=counter.total(), details=tuple((d, n) for d, n in counter.most_common(details) if d)
        )
        for key, counter in groups.items()
    ]
    return sorted(sums, key=lambda group: (group.task, -group.count))


def write_errors(errors: Sequence[Error], path: Path) -> None:
    """Every error, one a line: JSON Lines where the name ends in .jsonl or .json, else tab-separated."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        if path.suffix in (".jsonl", ".json"):
            handle.writelines(json.dumps(asdict(error), ensure_ascii=False) + "\n" for error in errors)
            return
        writer = csv.writer(handle, delimiter="\t", lineterminator="\n")
        writer.writerow([column.name for column in fields(Error)])
        for error in errors:
            writer.writerow(
                [
                    " ".join(value.split()) if isinstance(value, str) else value
                    for value in asdict(error).values()
                ]
            )
