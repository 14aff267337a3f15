"""The `dateline` command: its subcommands, and what every failure looks like."""

import sys

import typer

from dateline.cli.analyse import analyse
from dateline.cli.ask import ask
from dateline.cli.export import export
from dateline.cli.profile import profile
from dateline.cli.read import read
from dateline.errors import FatalError

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Reads news reports about conflicts: who the actors are, what they want, and who says so.",
)


@app.callback()
def _root() -> None:
    """Keeps subcommands even while there is only one."""


app.command()(read)
app.command()(ask)
app.command()(profile)
app.command()(export)
app.command()(analyse)


def main() -> None:
    """Runs the command line. Exit codes: 0 done, 1 some inputs skipped, 2 wrong usage or unusable parts."""
    try:
        app()
    except FatalError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
