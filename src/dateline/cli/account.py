"""`dateline account`: one event in all its versions."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.meant import the_event
from dateline.cli.options import DEFAULT_STORE, OutputOption, StoreOption
from dateline.cli.output import write
from dateline.cli.render_account import show_account
from dateline.exports.accounts import account_json, account_markdown
from dateline.queries.account import account as account_of
from dateline.store import open_store


class AccountFormat(StrEnum):
    """How an account is printed."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


def account(
    event: Annotated[
        list[str],
        typer.Argument(
            metavar="EVENT", help="The event's id, or words: what happened, who, where.", show_default=False
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
    output: Annotated[AccountFormat, typer.Option("--format", help="How to print it.")] = AccountFormat.TEXT,
    to: OutputOption = None,
) -> None:
    """Print every version of one event, where they differ, and what they amount to.

    \b
    Examples:
      dateline account bombing Kabul
      dateline account "ceasefire Northern Alliance"
      dateline account 96eb9b9581d2bf55 --format md -o attack.md

    An event's id is the part after "event:" in answers and exports. Versions stand in the order in which they
    were reported. Nothing is averaged: each row is what one report says, on the word of whom it names.
    """
    with open_store(store) as opened:
        view = opened.view()
        found = the_event(view, " ".join(event))
        told = account_of(view, found)
        judged = view.event_judgements(found.id)
    if output is AccountFormat.JSON:
        write(json.dumps(account_json(told), ensure_ascii=False) + "\n", to)
    elif output is AccountFormat.MARKDOWN or to is not None:
        write(account_markdown(told), to)
    else:
        show_account(told, judged)
