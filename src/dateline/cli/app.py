"""The `dateline` command: its subcommands, and what every failure looks like."""

import io
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dateline.cli.options import PLAIN
from dateline.errors import FatalError

# A command lives in the module of its name, imported only when it is called for: help should not wait for
# the database's library. The sentence is what the list of commands says of it.
COMMANDS = {
    "read": "Read reports into the store: text, web pages, feeds, PDF, Word, mail.",
    "ask": "Answer a question from the reports, with who says so.",
    "profile": "Print all that is known of one actor.",
    "timeline": "Print dated events, with the certainty of every date.",
    "account": "Print every version of one event, and what they amount to.",
    "accidents": "Print crashes, fires, floods, what each report says side by side.",
    "network": "Print who stands how to whom, as of any date.",
    "entity": "Show who is who across reports, and judge it: merge, split, undo.",
    "event": "Judge which reports tell of one event: merge, split, undo.",
    "forget": "Take documents out of the store again.",
    "export": "Write the store's records for other programs.",
    "actors": "Look up known actors, check your own, import a Wikidata dump.",
    "gazetteer": "Build the index of places, add to it, look a name up.",
    "analyse": "Analyse JSON Lines from standard input, without a store.",
}


def _load(name: str) -> Any:
    """The command in the module of its name: a function, or a group of several."""
    found = getattr(import_module(f"dateline.cli.{name}"), name)
    if isinstance(found, typer.Typer):
        return typer.main.get_group(found)
    alone = typer.Typer(**PLAIN)
    alone.command(name)(found)
    return typer.main.get_command(alone)


class _Commands(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS:  # typer suggests what is spelt like it, of all it has loaded
            for name in COMMANDS:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: Any) -> Any:
        """Runs a command; what a user can bring about ends in one sentence and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except FatalError as error:
            _say(str(error))
        except BrokenPipeError:
            _drop_output()
            raise typer.Exit(0) from None  # whoever reads has enough
        except OSError as error:
            if error.errno is None:
                raise
            _say(f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror))
        else:
            return result
        raise typer.Exit(2)


def _say(message: str) -> None:
    print(f"dateline: {message}", file=sys.stderr)


def _drop_output() -> None:
    """Lets what is still to be written vanish, or Python would complain of the closed pipe at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


app = typer.Typer(name="dateline", cls=_Commands, no_args_is_help=True, **PLAIN)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Reads news reports about conflicts: who the actors are, what they want, and who says so.

    Start with a folder of reports, then ask:

    \b
      dateline read reports/
      dateline ask "Who are the Arakan Army and what do they want?"

    Each command explains itself, with examples: dateline COMMAND --help
    """


def main() -> None:
    """Runs the command line. Exit codes: 0 done, 1 some inputs skipped, 2 wrong usage or unusable parts."""
    _make_output_safe()
    app()


def _make_output_safe() -> None:
    """What goes into a pipe or a file is UTF-8; a terminal that lacks a character shows its escape."""
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open until the end
    elif isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")
