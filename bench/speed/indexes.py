"""What the indexes of places and actors cost: time to open, time of a look-up, resident memory.

Each index is measured in a process of its own, so that nothing but the index counts. Every name is looked up
once: an index remembers what it was asked, and a look-up that is only remembered would flatter it.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

from bench.speed.memory import resident_megabytes
from dateline.gazetteer.actors import known_actors
from dateline.gazetteer.index import load_gazetteer

_INDEXES: dict[str, Callable[[], Callable[[str], object]]] = {
    "places": lambda: load_gazetteer().lookup,
    "actors": lambda: known_actors().named,
}


@dataclass(frozen=True, slots=True)
class IndexCost:
    """Processor time to open and of a look-up (median and 95th percentile); memory it keeps, in MB (10^6)."""

    index: str
    names: int
    open_ms: float
    lookup_us: float
    lookup_p95_us: float
    resident_mb: float


def measure_indexes(texts: Sequence[str]) -> list[IndexCost]:
    """Both indexes, asked for every capitalised word of the texts; they are built first where need be."""
    words = (word.strip(".,;:()'\"“”’") for text in texts for word in text.split())
    names = "\n".join(dict.fromkeys(word for word in words if word[:1].isupper()))
    found = []
    for index in _INDEXES:
        command = [sys.executable, "-m", "bench.speed.indexes", index]
        done = subprocess.run(command, check=True, capture_output=True, text=True, input=names)
        found.append(IndexCost(**json.loads(done.stdout)))
    return found


def _measured(index: str, names: Sequence[str]) -> IndexCost:
    before, started = resident_megabytes(), time.process_time()
    lookup = _INDEXES[index]()
    lookup("")
    opened = time.process_time() - started
    times = []
    for name in names:
        started = time.process_time()
        lookup(name)
        times.append(time.process_time() - started)
    late = sorted(times)[int(0.95 * len(times))]
    return IndexCost(
        index, len(names), opened * 1e3, median(times) * 1e6, late * 1e6, resident_megabytes() - before
    )


if __name__ == "__main__":
    print(json.dumps(asdict(_measured(sys.argv[1], sys.stdin.read().split("\n")))))
