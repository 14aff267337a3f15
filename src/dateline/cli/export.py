"""`dateline export`: what the store knows, merged across reports, for other programs."""

import sys
from typing import Annotated, TextIO

import typer

from dateline.cli.options import DEFAULT_STORE, OutputOption, StoreOption
from dateline.errors import UsageError
from dateline.exports import EXPORTS, KINDS, TABLES
from dateline.exports import export as export_view
from dateline.store import open_store


def export(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=f"What to export: {', '.join(KINDS)}.", show_default=False)
    ],
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"How to write it: {', '.join(EXPORTS)}; events also: {', '.join(TABLES)}.",
        ),
    ] = "jsonl",
    every: Annotated[
        bool,
        typer.Option(
            "--all", help="In plover and cameo tables, also events that are not told as having happened."
        ),
    ] = False,
    output: OutputOption = None,
) -> None:
    """Write all records of one kind, merged across reports, each with its evidence.

    \b
    Examples:
      dateline export claims > claims.jsonl
      dateline export relations --format csv -o relations.csv
      dateline export events --format plover -o events.plover.tsv

    The same store always gives the same output. docs/contract.md tells every field, and
    docs/howto/load-event-tables.md the columns of the plover and cameo tables.
    """
    if form not in EXPORTS and form not in TABLES:
        raise UsageError(f"there is no format {form!r}; there are: {', '.join([*EXPORTS, *TABLES])}")
    if form in TABLES and kind != "events":
        raise UsageError(f"the format {form} is one of events; {kind} can be had as: {', '.join(EXPORTS)}")
    if every and form not in TABLES:
        raise UsageError(f"--all belongs to {' and '.join(TABLES)}; {form} always gives everything")
    with open_store(store) as opened:
        view = opened.view()
        found = None if form in TABLES else export_view(view, kind)

        def write(stream: TextIO) -> None:
            if found is None:
                TABLES[form](view, stream, every=every)
            else:
                EXPORTS[form](found, stream)

        if output is None:
            write(sys.stdout)
            sys.stdout.flush()
            return
        with output.open("w", encoding="utf-8", newline="") as stream:
            write(stream)
    typer.echo(f"wrote {output}", err=True)
