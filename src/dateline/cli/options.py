"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

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
