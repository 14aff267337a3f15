"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.errors import UsageError
from dateline.model.edtf import is_edtf

# Plain help: it wraps at any width, and reads the same in a terminal, a pipe and a screen reader.
PLAIN: dict[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["--help", "-h"], "max_content_width": 100},
}

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

OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead.")
]

ModelOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Another installed spaCy pipeline instead of ours, by name or path."),
]


def dated(text: str | None) -> str | None:
    """A date as it was given on the command line. Raises UsageError when it is none."""
    if text is not None and not is_edtf(text):
        raise UsageError(f"{text!r} is no date; write a day, month or year: 2021-08-15, 2021-08 or 2021")
    return text
