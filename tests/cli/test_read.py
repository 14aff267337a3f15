"""`dateline read` at the command line; killed and started again."""

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dateline import read
from dateline.analysis.pipeline import Analyser
from dateline.cli import main
from dateline.store import open_store, schema

COUNT = 50  # documents: enough that a run is met in its middle


class Run:
    """Runs `dateline read` in this process, with the one loaded model, on a store of its own."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.store = folder / "store.sqlite"
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> tuple[int, list[str]]:
        """The exit code, and the lines on standard error."""
        command = ["dateline", "read", *map(str, arguments), "--store", str(self.store)]
        self._monkeypatch.setattr("sys.argv", command)
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin))))
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), self._capsys.readouterr().err.splitlines()

    def reports(self) -> list[Any]:
        with open_store(self.store) as store:
            return list(store.view().reports())


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], analyser: Analyser
) -> Run:
    def loaded(model: str | None) -> Analyser:
        return analyser if model is None else Analyser(model)

    monkeypatch.setattr("dateline.analysis.pipeline.Analyser", loaded)
    return Run(tmp_path, monkeypatch, capsys)


def text(number: int) -> str:
    return (
        f"Mayor Ann Bello said on Monday that {number} ferries would leave Amal before nightfall. "
        f"The Lake Front denied a claim that it had stopped {number + 2} boats near the northern pier."
    )


def test_files_and_folders_are_read_once(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "may").mkdir(parents=True)
    (folder / "may" / "one.txt").write_text(text(1))
    (folder / "two.html").write_text(f"<html><body><article><p>{text(2)}</p></article></body></html>")
    code, said = run(folder, "--outlet", "Harbour Post", "--published", "2023-05-01")
    assert (code, said) == (0, ["read 2 reports from 2 documents, 0 already known, 0 skipped"])
    assert {(r.outlet, r.published) for r in run.reports()} == {("Harbour Post", "2023-05-01")}
    code, said = run(folder, "--outlet", "Harbour Post", "--published", "2023-05-01")
    assert (code, said) == (0, ["read 0 reports from 0 documents, 2 already known, 0 skipped"])


def test_json_lines_from_standard_input_keep_their_ids(run: Run) -> None:
    lines = [
        {"id": "first", "text": text(1), "url": "https://post.example/1", "outlet": "Post"},
        {"id": "second", "text": text(2)},
    ]
    code, _ = run("-", "--outlet", "Gazette", stdin="\n".join(map(json.dumps, lines)).encode())
    assert code == 0
    found = {(r.id, r.url, r.outlet) for r in run.reports()}
    assert found == {("first", "https://post.example/1", "Post"), ("second", None, "Gazette")}


def test_plain_text_from_standard_input(run: Run) -> None:
    assert run("-", stdin=text(3).encode()) == (
        0,
        ["read 1 report from 1 document, 0 already known, 0 skipped"],
    )


def test_what_is_skipped_is_named_and_the_rest_kept(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "a", "text": text(1)}), "{broken", json.dumps({"id": "b", "text": 5})]
    code, said = run("-", tmp_path / "missing.txt", stdin="\n".join(lines).encode())
    assert code == 1
    assert said[0].startswith("skipped: -:2: ")
    assert said[1].startswith("skipped: -:3: ")
    assert "missing.txt" in said[2]
    assert said[3] == "read 1 report from 1 document, 0 already known, 3 skipped"
    assert [r.id for r in run.reports()] == ["a"]


def test_a_changed_text_is_said_to_replace(run: Run) -> None:
    run("-", stdin=json.dumps({"id": "a", "text": text(1)}).encode())
    _, said = run("-", stdin=json.dumps({"id": "a", "text": text(9)}).encode())
    assert said == [
        "read 1 report from 1 document (1 in place of an older version), 0 already known, 0 skipped"
    ]
    assert len(run.reports()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("-", "--model", "no-such-pipeline"),
        ("-", "--retrieved", "last week"),
        ("-", "-"),
        ("-", "--jobs", "0"),
        (),
    ],
)
def test_wrong_usage_writes_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    code, said = run(*arguments, stdin=text(1).encode())
    assert code == 2
    assert said
    assert not run.store.exists()


def test_a_file_that_is_no_store_is_left_as_it_is(run: Run) -> None:
    run.store.write_text("my notes")
    code, said = run("-", stdin=text(1).encode())
    assert (code, len(said)) == (2, 1)
    assert run.store.read_text() == "my notes"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents that overlap, so that which of them are copies hangs on all that was read."""
    path = tmp_path_factory.mktemp("source") / "source.jsonl"
    lines = [{"id": str(i), "text": " ".join(map(text, range(i, i + 4)))} for i in range(COUNT)]
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


@pytest.fixture(scope="module")
def undisturbed(source: Path, analyser: Analyser) -> dict[str, list[Any]]:
    store = source.with_name("whole.sqlite")
    read_all(source, store, analyser)
    return everything(store)


@pytest.mark.parametrize(("how", "jobs"), [(signal.SIGKILL, 1), (signal.SIGINT, 2)])
def test_broken_off_and_started_again_it_comes_to_the_same(
    source: Path, analyser: Analyser, undisturbed: dict[str, list[Any]], how: signal.Signals, jobs: int
) -> None:
    store = source.with_name(f"{how.name}.sqlite")
    with start(source, store, jobs) as process:
        wait_for_documents(process, store, 3)
        process.send_signal(how)
        process.communicate(timeout=60)
    assert process.returncode == {signal.SIGKILL: -9, signal.SIGINT: 130}[how]
    assert 3 <= documents(store) < COUNT
    read_all(source, store, analyser)
    assert everything(store) == undisturbed


def read_all(source: Path, path: Path, analyser: Analyser) -> None:
    with open_store(path, create=True) as store:
        result = read(store, source, analyser=analyser)
    assert (result.documents + result.known, result.skipped) == (COUNT, [])


def start(source: Path, store: Path, jobs: int) -> subprocess.Popen[bytes]:
    # Whoever runs the tests in the background of a shell has interrupts ignored, and so have their children.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heard}; from dateline.cli import main; main()"
    command = [sys.executable, "-c", code, "read", str(source), "--store", str(store), "--jobs", str(jobs)]
    return subprocess.Popen(command, env={**os.environ, "OMP_NUM_THREADS": "1"}, stderr=subprocess.PIPE)


def wait_for_documents(process: subprocess.Popen[bytes], store: Path, number: int) -> None:
    give_up = time.monotonic() + 120
    while documents(store) < number:
        assert time.monotonic() < give_up
        if process.poll() is not None:
            pytest.fail(f"ended before it was broken off: {process.communicate()[1].decode()}")
        time.sleep(0.005)


def documents(store: Path) -> int:
    if not store.exists():
        return 0
    connection = sqlite3.connect(store)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # the tables are just being made
    finally:
        connection.close()


def everything(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables, keys included, and what is found by words."""
    with open_store(path) as store:
        view = store.view()
        with store._reading() as connection:
            rows = {t.name: list(connection.execute(select(t))) for t in schema.metadata.sorted_tables}
        return {**rows, "found": list(view.search("ferries northern", 1000, any_word=True))}
