"""Reading index files: each thread of each process has connections of its own."""

import os
import sqlite3
import threading
from pathlib import Path


class Connections(threading.local):
    """Open, read-only connections to files that never change, in their order.

    SQLite's driver for Python lets two threads disturb each other's statements on one connection, and a
    connection must not cross a fork: so every thread opens the files for itself, and again after a fork.
    """

    def __init__(self, *paths: Path) -> None:
        self._paths = paths
        self._process = 0
        self._open: list[sqlite3.Connection] = []

    def __call__(self) -> list[sqlite3.Connection]:
        """The connections of this thread. Raises sqlite3.Error when a file cannot be opened."""
        if self._process != os.getpid():
            self._open = [_connect(path) for path in self._paths]
            self._process = os.getpid()
        return self._open


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
