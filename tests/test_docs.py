"""The pages and the help are true: every command in them can be run, every file they name is there."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from dateline.cli.app import COMMANDS, app

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    ROOT / "README.md",
    ROOT / "samples" / "README.md",
    *sorted(p for p in (ROOT / "docs").rglob("*.md") if p.parent.name != "adr"),
)
# What follows a command on its line: a comment, a pipe, a redirection.
_REST = re.compile(r"\s+(?:#|\||<|>|;).*$")
_NAMED = re.compile(r"`((?:src|docs|tests|samples|bench|scripts)/[\w./-]+)`")


def commands(text: str) -> list[str]:
    """The calls of dateline on lines of their own, perhaps after a prompt or at the end of a pipe."""
    calls = re.findall(r"^\s*(?:\$ |\w+=\S+ |.*\| )?(dateline \w.*)$", text, re.MULTILINE)
    return [_REST.sub("", call) for call in calls if "COMMAND" not in call and "[--" not in call]


def in_blocks(page: Path) -> list[str]:
    """The calls in the code blocks of a page."""
    blocks = page.read_text(encoding="utf-8").split("```")[1::2]
    return [call for block in blocks for call in commands(block)]


def helps(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The help of a command and of all below it."""
    yield (
        path,
        CliRunner().invoke(app, [*path, "--help"], prog_name="dateline", env={"COLUMNS": "100"}).stdout,
    )
    for name in getattr(command, "commands", {}):
        yield from helps(command.commands[name], (*path, name))


def every_help() -> list[tuple[tuple[str, ...], str]]:
    root = typer.main.get_command(app)
    context: Any = None
    return [found for name in COMMANDS for found in helps(root.get_command(context, name), (name,))]  # type: ignore[attr-defined]


def parsed(call: str) -> None:
    """Reads a call as the shell and dateline would, without running it. Raises click's UsageError."""
    command: Any = typer.main.get_command(app)
    words = shlex.split(call)[1:]
    context = command.make_context("dateline", list(words))
    while hasattr(command, "resolve_command"):
        name, command, words = command.resolve_command(context, [*context._protected_args, *context.args])
        context = command.make_context(name, list(words), parent=context)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_of_a_page_can_be_called(page: Path) -> None:
    for call in in_blocks(page):
        parsed(call)


@pytest.mark.parametrize(
    ("path", "said"), every_help(), ids=lambda v: " ".join(v) if isinstance(v, tuple) else ""
)
def test_every_help_has_an_example_and_it_can_be_called(path: tuple[str, ...], said: str) -> None:
    calls = commands(said)
    assert any(call.split()[1 : len(path) + 1] == list(path) for call in calls)
    for call in calls:
        parsed(call)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    named = _NAMED.findall(page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists() and "NAME" not in name] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_table_of_rooms_has_every_room() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {p.name for p in (ROOT / "src" / "dateline").iterdir() if p.is_dir() and p.name[0].isalpha()}
    assert {room for room in rooms if f"| `{room}/` |" not in told} == set()


def test_the_index_of_decisions_has_every_decision() -> None:
    folder = ROOT / "docs" / "adr"
    told = (folder / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in folder.glob("0*.md") if p.name not in told] == []
