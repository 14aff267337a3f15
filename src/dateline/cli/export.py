"""`dateline export`: what the store knows, merged across reports, for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_STORE, StoreOption
from dateline.errors import UsageError
from dateline.exports import EXPORTS, KINDS
from dateline.exports import export as export_view
from dateline.store import open_store


def export(
    kind: Annotated[str, typer.Argument(help=f"What to export: {', '.join(KINDS)}.", show_default=False)],
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[str, typer.Option("--format", help=f"How to write it: {', '.join(EXPORTS)}.")] = "jsonl",
    output: Annotated[
        Path | None, typer.Option(help="The file to write to, instead of standard output.")
    ] = None,
) -> None:
    """Write all records of one kind, merged across reports, each with its evidence.

    The same store always gives the same output.
    """
    if form not in EXPORTS:
        raise UsageError(f"there is no format {form!r}; there are: {', '.join(EXPORTS)}")
    with open_store(store) as opened:
        found = export_view(opened.view(), kind)
        if output is None:
            EXPORTS[form](found, sys.stdout)
            sys.stdout.flush()
            return
        try:
            with output.open("w", encoding="utf-8", newline="") as stream:
                EXPORTS[form](found, stream)
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
