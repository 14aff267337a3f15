"""`dateline event`: which tellings are one event, as a human knows better."""

from typing import Annotated

import typer

from dateline.cli.entity import ByOption, WhyOption, ruling
from dateline.cli.options import DEFAULT_STORE, PLAIN, StoreOption
from dateline.cli.render_account import show_events
from dateline.errors import UsageError
from dateline.model.judgement import EVENT, Decision, Judgement
from dateline.queries.account import account, find_events
from dateline.store import View, open_store

event = typer.Typer(name="event", no_args_is_help=True, **PLAIN)

EventArgument = Annotated[
    str, typer.Argument(metavar="EVENT", help="The event's id, or words: what happened, who, where.")
]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="The other one, in the same way.")]
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
        one, two = (_find(opened.view(), words) for words in (event, other))
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
        found = _find(opened.view(), event)
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


def _find(view: View, words: str) -> str:
    """The id of the one event that is meant; ends the command when several may be."""
    found = find_events(view, words)
    if len(found) != 1:
        show_events(words, [account(view, e) for e in found])
        raise typer.Exit(1)
    return found[0].id


def _show(made: Judgement) -> None:
    print(f"judgement {made.id}: {_said(made)}")


def _said(made: Judgement) -> str:
    """An event is called by the report that tells of it first."""
    one, other = (bearer.key.partition(" ")[0] for bearer in (made.one, made.other))
    return f"what {one} and {other} tell {_WORDS[made.decision]}"
