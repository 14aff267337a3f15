"""A store's round trip as a filter: documents as contract JSON Lines in, a fresh store's records out.

`python -m bench.store_round KIND [FILE]` reads and exports with the `dateline` beside this interpreter; KIND
is one of `dateline export`. The words of FILE count for nothing (bench.without).
"""

import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Exit code of the first command that fails, else 0 (1, some inputs skipped, is no failure)."""
    kind, *without = sys.argv[1:]
    dateline = [str(Path(sys.executable).with_name("dateline"))]
    if without:
        dateline = [sys.executable, "-m", "bench.without", *without]
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store.db")
        read = [*dateline, "read", "-", "--store", store]
        done = subprocess.run(read, stdin=sys.stdin.buffer, stdout=sys.stderr.buffer, check=False)
        if done.returncode > 1:
            return done.returncode
        export = [*dateline, "export", kind, "--format", "jsonl", "--store", store]
        return subprocess.run(export, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
