"""`dateline forget`: documents out of the store, as if they had never been read."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_STORE, StoreOption
from dateline.errors import UsageError
from dateline.store import Forgotten, Writer, open_store


def forget(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID", help="Ids of documents or reports, as exports give them.", show_default=False
        ),
    ] = None,
    urls: Annotated[
        list[str] | None,
        typer.Option("--url", metavar="URL", help="The documents with this address; may be given again."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take documents out of the store, with all that only they said.

    What others took from them, who is who and what they corroborated is settled anew: the store is as if
    they had never been read. The id of one report of a page takes out that report alone.

    \b
    Examples:
      dateline forget wire-story-17
      dateline forget page-3#r2
      dateline forget --url https://example.org/story

    An id that is not in the store is named, the others are forgotten, and the exit code is 1.
    """
    if not names and not urls:
        raise UsageError("say what is to be forgotten: the id of a document or report, or --url")
    unknown = 0
    with open_store(store) as opened, opened.writer() as writer:
        for name in names or ():
            unknown += not _forget(writer, name)
        for url in urls or ():
            found = writer.at(url)
            if not found:
                print(f"there is no document with the address {url}", file=sys.stderr)
            unknown += not found
            for name in found:
                _forget(writer, name)
    raise typer.Exit(1 if unknown else 0)


def _forget(writer: Writer, name: str) -> bool:
    forgotten = writer.forget(name)
    if not forgotten:
        print(f"there is no document or report {name}", file=sys.stderr)
    for report in forgotten:
        print(_sentence(report))
    return bool(forgotten)


def _sentence(report: Forgotten) -> str:
    known = ", ".join(part for part in (report.outlet, report.published, report.title) if part)
    counts = (f"{n} {kind.removesuffix('s') if n == 1 else kind}" for kind, n in report.findings.items())
    held = ", ".join(counts) or "no findings"
    return f"forgot {report.report}{f' ({known})' if known else ''}: {held}"
