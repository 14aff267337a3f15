"""Options that several commands share."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.errors import UsageError
from dateline.language import load_language
from dateline.model.edtf import is_edtf
from dateline.queries.question import question_grammar

# Plain help: it wraps at any width, and reads the same in a terminal, a pipe and a screen reader.
PLAIN: dict[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["--help", "-h"], "max_content_width": 100},
}


class DataFormat(StrEnum):
    """How a finding is printed that people or programs read."""

    TEXT = "text"
    JSON = "json"


DEFAULT_STORE = Path("dateline.sqlite")

StoreOption = Annotated[
    Path,
    typer.Option(
        "--store",
        envvar="DATELINE_STORE",
        metavar="FILE",
        help="The store: the file that `dateline read` makes.",
        show_default=True,
    ),
]

ActorArgument = Annotated[
    str, typer.Argument(metavar="ACTOR", help="Any of the actor's names, or its id.", show_default=False)
]

OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead.")
]

ModelOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Another installed spaCy pipeline instead of ours, by name or path."),
]


def dated(text: str | None) -> str | None:
    """A date as it was given on the command line, "yesterday" as its day.

    Raises UsageError when it is none.
    """
    if text is None or is_edtf(text):
        return text
    if day := question_grammar(load_language()).day(text, today()):
        return day
    raise UsageError(
        f"{text!r} is no date; write a day, month or year: 2021-08-15, 2021-08 or 2021, or yesterday"
    )


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()
