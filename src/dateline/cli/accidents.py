"""`dateline accidents`: accidents and disasters, what each report says of them side by side."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_STORE, OutputOption, StoreOption
from dateline.cli.output import write
from dateline.cli.render_accidents import show_accidents
from dateline.errors import UsageError
from dateline.exports.accidents import accidents_json
from dateline.queries.accidents import accidents as accidents_of
from dateline.store import open_store


class AccidentsFormat(StrEnum):
    """How accidents are printed."""

    TEXT = "text"
    JSON = "json"


def accidents(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="Only those in whose sentences all of these words stand."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    output: Annotated[
        AccidentsFormat, typer.Option("--format", help="How to print them.")
    ] = AccidentsFormat.TEXT,
    to: OutputOption = None,
) -> None:
    """Print crashes, fires, floods, earthquakes and the like, with what each report says first.

    \b
    Examples:
      dateline accidents
      dateline accidents ferry Lofoten
      dateline accidents --format json -o accidents.json

    Only what several independent sources tell at the head of their reports is shown, the latest first. Each
    report stands for itself, in its own words: where tolls differ, they stand side by side. What somebody did
    (attacks, arson) is an event: see `dateline timeline`.
    """
    if to is not None and output is AccidentsFormat.TEXT:
        raise UsageError("a file is written with --format json")
    with open_store(store) as opened:
        found = accidents_of(opened.view(), " ".join(words or ()))
    if output is AccidentsFormat.JSON:
        write(json.dumps(accidents_json(found), ensure_ascii=False) + "\n", to)
    else:
        show_accidents(found)
