"""A process that dies at any moment of its work leaves a whole store, and the work can be done again."""

import pickle
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import Analyser
from dateline.store import open_store
from tests.store.test_reading_order import Read, everything, fill, sampled

KILLED = 4  # times
# Reads reports, forgets one and reads it again; dies before the statement of a number, if there are so many.
WORK = """
import os, pickle, signal, sys
from pathlib import Path
from sqlalchemy import event
from dateline.store import open_store

path, reports, last = sys.argv[1], pickle.loads(Path(sys.argv[2]).read_bytes()), int(sys.argv[3])
with open_store(path, create=True) as store:
    done = 0

    @event.listens_for(store.engine, "before_cursor_execute")
    def count(*_):
        global done
        done += 1
        if done == last:
            os.kill(os.getpid(), signal.SIGKILL)

    for some in (reports[:3], reports[3:]):
        with store.writer() as writer:
            for document, analyses in some:
                writer.add(document, analyses)
    with store.writer() as writer:
        writer.forget(reports[0][0].id)
    with store.writer() as writer:
        writer.add(*reports[0])
print(done)
"""


@pytest.fixture(scope="module")
def reports(analyser: Analyser) -> list[Read]:
    return [(document, analyser.document(document)) for document in list(sampled())[:6]]


def work(store: Path, given: Path, last: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WORK, str(store), str(given), str(last)], capture_output=True, text=True
    )


def test_a_killed_process_leaves_a_whole_store(reports: list[Read], tmp_path: Path) -> None:
    """It knows what it knew if it had read just the documents that are in it; the work can be done again."""
    given = tmp_path / "reports"
    given.write_bytes(pickle.dumps(reports))
    statements = int(work(tmp_path / "whole.sqlite", given).stdout)
    known = knowledge(reports, tmp_path / "all.sqlite")
    for last in random.Random(7).sample(range(1, statements), KILLED):
        killed = tmp_path / f"killed-{last}.sqlite"
        assert work(killed, given, last).returncode == -signal.SIGKILL
        with open_store(killed, create=True) as store:
            there = {report.id.partition("#")[0] for report in store.view().reports()}
            found = everything(store)
        assert found == knowledge([r for r in reports if r[0].id in there], tmp_path / f"{last}.sqlite")
        assert work(killed, given).returncode == 0
        with open_store(killed) as store:
            assert everything(store) == known


def knowledge(reports: list[Read], path: Path) -> str:
    with open_store(path, create=True) as store:
        fill(store, reports, at_once=len(reports) or 1)
        return everything(store)
