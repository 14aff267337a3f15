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
        help="The store to use: a file that `dateline read` makes.",
        show_default=True,
    ),
]
