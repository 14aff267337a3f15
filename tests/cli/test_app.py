"""What holds for every command: help, the version, and what failures and odd terminals look like."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import COMMANDS, app
from dateline.store import open_store
from tests.store.made import fill, made

README = Path(__file__).resolve().parents[2] / "README.md"


def dateline(*arguments: str | Path) -> tuple[int, str, str]:
    """The exit code, standard output and standard error, on a terminal of 80 columns."""
    ended = CliRunner().invoke(app, list(map(str, arguments)), prog_name="dateline", env={"COLUMNS": "80"})
    assert ended.exception is None or isinstance(ended.exception, SystemExit)
    return ended.exit_code, ended.stdout, ended.stderr


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    with open_store(path, create=True) as opened:
        report = made("one", " ".join(f"Ann Bello{number} “é” left." for number in range(600)))
        for number in range(600):  # more than a pipe holds
            report.entity(f"Ann Bello{number} “é”", "person")
        fill(opened, report)
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_fits_the_terminal_and_shows_no_markup(command: str) -> None:
    code, said, _ = dateline(command, "--help")
    assert code == 0
    assert max(map(len, said.splitlines())) <= 80
    assert not re.search(r"\[/?bold\]|[^\x00-\x7f]", said)


@pytest.mark.parametrize("command", ["read", "profile", "analyse"])
def test_help_teaches_with_examples(command: str) -> None:
    assert f"\n  Examples:\n    dateline {command} " in dateline(command, "--help")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_every_command(command: str) -> None:
    assert re.search(rf"^dateline {command}\b", README.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_list_of_commands_names_all() -> None:
    code, said, _ = dateline("--help")
    assert code == 0
    assert re.findall(r"^  (\w+)  +\w", said.partition("Commands:")[2], re.MULTILINE) == list(COMMANDS)


def test_version() -> None:
    code, said, _ = dateline("--version")
    assert code == 0
    assert re.fullmatch(r"dateline \d+\.\d+\.\d+\n", said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("aks", "Who?"), "No such command 'aks'. Did you mean 'ask'?"),
        (("ask",), "Missing argument"),
        (("ask", " ?"), "the question is empty"),
        (("ask", "Who?", "--most", "0"), "'--most'"),
        (("ask", "Who?", "--store", "missing.sqlite"), "there is no store missing.sqlite"),
        (("read", "x.txt", "--published", "21/08/2021"), "write it as 2021-08-21, 2021-08 or 2021."),
        (("read", "x.txt", "--retrieved", "2999-01-01"), "2999-01-01 lies in the future."),
        (("read", "x.txt", "--published", "2999"), "2999 lies in the future."),
        (("read", ""), "a source without a name"),
    ],
)
def test_wrong_usage_is_explained_and_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, explained = dateline(*arguments)
    assert (code, out) == (2, "")
    assert said in explained.splitlines()[-1]
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_named(store: Path) -> None:
    code, _, said = dateline("profile", "Ann Bello1 “é”", "-o", "/no/such/folder/page.md", "--store", store)
    assert code == 2
    assert said == "dateline: /no/such/folder/page.md: No such file or directory\n"


def run(*arguments: str | Path, **settings: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, **settings}, capture_output=True, check=False)


def test_what_goes_into_a_pipe_is_utf_8_whatever_the_terminal(store: Path) -> None:
    ended = run("export", "entities", "--store", store, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "“é”" in ended.stdout.decode("utf-8")


def test_a_reader_that_has_enough_is_no_failure(store: Path) -> None:
    command = [sys.executable, "-m", "dateline", "export", "entities", "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--help",), ("spacy", "trafilatura", "sqlalchemy", "rich")),
        (("read", "--help"), ("spacy", "trafilatura", "sqlalchemy", "rich")),
        (("ask", "Who?", "--store", "missing.sqlite"), ("spacy", "trafilatura", "py3langid")),
    ],
)
def test_nobody_waits_for_a_library_that_is_not_needed(
    arguments: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    code = (
        f"import sys; sys.argv = ['dateline', *{arguments}]\n"
        "from dateline.cli import main\n"
        "try: main()\n"
        f"finally: print('LOADED', *sorted(set({unwanted}) & sys.modules.keys()))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.stdout.splitlines()[-1] == "LOADED"
