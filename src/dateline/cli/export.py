"""`dateline export`: what the store knows, merged across reports, for other programs."""

import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from dateline.cli.options import DEFAULT_STORE, StoreOption
from dateline.errors import UsageError
from dateline.exports import EXPORTS, KINDS, TABLES
from dateline.exports import export as export_view
from dateline.store import open_store


def export(
    kind: Annotated[str, typer.Argument(help=f"What to export: {', '.join(KINDS)}.", show_default=False)],
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[
        str,
        typer.Option(
            "--format", help=f"How to write it: {', '.join(EXPORTS)}; events also: {', '.join(TABLES)}."
        ),
    ] = "jsonl",
    every: Annotated[
        bool,
        typer.Option(
            "--all", help="In plover and cameo tables, also events that are not told as having happened."
        ),
    ] = False,
    output: Annotated[
        Path | None, typer.Option(help="The file to write to, instead of standard output.")
    ] = None,
) -> None:
    """Write all records of one kind, merged across reports, each with its evidence.

    The same store always gives the same output.
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
        try:
            with output.open("w", encoding="utf-8", newline="") as stream:
                write(stream)
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
