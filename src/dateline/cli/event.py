"""`dateline event`: which tellings are one event, as a human knows better."""

from typing import Annotated

import typer

from dateline.cli.judging import ByOption, OtherArgument, WhyOption, ruling
from dateline.cli.meant import the_event
from dateline.cli.options import DEFAULT_STORE, PLAIN, StoreOption
from dateline.errors import UsageError
from dateline.model.judgement import EVENT, Decision, Judgement
from dateline.store import open_store

event = typer.Typer(name="event", no_args_is_help=True, **PLAIN)

EventArgument = Annotated[
    str,
    typer.Argument(
        metavar="EVENT", help="The event's id, or words: what happened, who, where.", show_default=False
    ),
]
_WORDS = {Decision.MERGE: "are one event", Decision.SPLIT: "are two events"}


@event.callback()
def _group() -> None:
    """Judge which reports tell of one event.

    Dateline decides from words, time, place, participants and numbers. What you judge outranks that,
    whatever is read, read again or forgotten later; and it can be taken back.

    \b
    Examples:
      dateline event merge 96eb9b9581d2bf55 1c5fe17f2aa09e3b --why "one salvo"
      dateline event split 96eb9b9581d2bf55 --report wire-17 --why "a rerun"
      dateline event undo 3f9a2c1b
    """


@event.command()
def merge(
    event: EventArgument,
    other: OtherArgument,
    why: WhyOption = "",
    by: ByOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Judge that two events are one.

    \b
    Example:
      dateline event merge 96eb9b9581d2bf55 1c5fe17f2aa09e3b --why "one salvo"
    """
    with open_store(store) as opened:
        one, two = (the_event(opened.view(), words).id for words in (event, other))
        with opened.writer() as writer:
            made = writer.merge_events(one, two, ruling(by, why, f"{one} and {two} are one"))
    _show(made)


@event.command()
def split(
    event: EventArgument,
    reports: Annotated[
        list[str],
        typer.Option("--report", metavar="ID", help="A report that tells of another; may be given again."),
    ],
    why: WhyOption = "",
    by: ByOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Judge that some reports of an event tell of another one.

    \b
    Example:
      dateline event split 96eb9b9581d2bf55 --report wire-17 --report wire-20
    """
    with open_store(store) as opened:
        found = the_event(opened.view(), event).id
        with opened.writer() as writer:
            otherwise = f"another event in {', '.join(reports)}"
            made = writer.split_event(found, reports, ruling(by, why, otherwise))
    _show(made)


@event.command()
def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="ID", help="The judgement, as `dateline account` gives it.")
    ],
    by: ByOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a judgement back: it has no say any more.

    \b
    Example:
      dateline event undo 3f9a2c1b
    """
    with open_store(store) as opened, opened.writer() as writer:
        made = writer.undo(judgement, ruling(by, "", f"against {judgement}"))
        if made is None or made.one.kind != EVENT:
            raise UsageError(
                f"there is no judgement {judgement} on events; `dateline account EVENT` lists them"
            )
    print(f"taken back: {_said(made)}")


def _show(made: Judgement) -> None:
    print(f"judgement {made.id}: {_said(made)}")


def _said(made: Judgement) -> str:
    """An event is called by the report that tells of it first."""
    one, other = (bearer.key.partition(" ")[0] for bearer in (made.one, made.other))
    return f"what {one} and {other} tell {_WORDS[made.decision]}"
