"""`python -m bench` scores any command that speaks the contract."""

import json
import shlex
import sys
from pathlib import Path

import pytest

from bench.cli import main
from bench.data import BenchError
from bench.system import run_command
from bench.tasks import TASKS
from tests.bench.small_cases import ROWS


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A benchmark folder with one data set: our own attribution row."""
    folder = tmp_path / "benchmarks"
    (folder / "polnear").mkdir(parents=True)
    rows = "".join(json.dumps(row) + "\n" for row in ROWS["attribution"])
    (folder / "polnear" / "dev.jsonl").write_text(rows, encoding="utf-8")
    monkeypatch.setenv("DATELINE_BENCHMARKS", str(folder))
    return folder


def python(code: str) -> str:
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}"


def perfect_system(folder: Path) -> str:
    """Answers our own row with its gold, whatever id it is asked under."""
    task = next(task for task in TASKS if task.name == "attribution")
    gold = folder / "gold.json"
    gold.write_text(json.dumps(task.oracle(ROWS["attribution"][0])), encoding="utf-8")
    answer = "print(json.dumps({**gold, 'id': json.loads(line)['id']}))"
    return python(f"import sys, json\ngold = json.load(open({str(gold)!r}))\nfor line in sys.stdin: {answer}")


def test_another_system_is_scored_through_the_contract(
    own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["attribution", "--json", "--limit", "5", "--cmd", perfect_system(own_data)]) == 0

    scores = json.loads(capsys.readouterr().out)
    assert scores["attribution"]["figures"]["attribution.f"] == 1.0
    assert scores["attribution"]["documents"] == 1


def test_the_system_sees_no_gold(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = 'print(json.dumps({"id": row["id"], "attributions": row.get("attributions", [])}))'
    echo = python(f"import sys, json\nfor line in sys.stdin:\n row = json.loads(line)\n {answer}")

    main(["attribution", "--json", "--limit", "5", "--cmd", echo])

    assert json.loads(capsys.readouterr().out)["attribution"]["figures"] is None


def test_a_stage_without_output_is_not_there_yet(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nothing = python(
        "import sys, json\nfor line in sys.stdin: print(json.dumps({'id': json.loads(line)['id']}))"
    )

    assert main(["attribution", "--limit", "5", "--cmd", nothing]) == 0

    assert "not yet" in capsys.readouterr().out


def test_a_system_that_breaks_off_is_not_scored(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["attribution", "--limit", "5", "--cmd", python("raise SystemExit(1)")]) == 2

    assert "answered 0 of 1 documents" in capsys.readouterr().err


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(BenchError, match="not JSON"):
        run_command(python("print('Traceback')"), ROWS["attribution"])


def test_an_unknown_task_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["astrology"]) == 2

    assert "no task astrology" in capsys.readouterr().err


def test_floors_are_not_accepted_from_a_sample() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["attribution", "--limit", "5", "--accept"])

    assert stopped.value.code == 2
