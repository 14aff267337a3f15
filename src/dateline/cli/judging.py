"""What the commands share by which a human judges who is who, and which tellings are one event."""

from datetime import datetime
from getpass import getuser
from typing import Annotated

import typer

from dateline.store import Ruling

OtherArgument = Annotated[
    str, typer.Argument(metavar="OTHER", help="The other one, in the same way.", show_default=False)
]
WhyOption = Annotated[
    str, typer.Option("--why", metavar="WORDS", help="Why, for whoever asks later.", show_default=False)
]
ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who judges so; the user of this machine when not given."),
]


def ruling(by: str | None, why: str, otherwise: str) -> Ruling:
    """Of today, by the user of this machine and for the `otherwise` reason unless others are given."""
    return Ruling(by or getuser(), datetime.now().astimezone().date().isoformat(), why or otherwise)
