"""`dateline profile`: all that is known of one actor."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.meant import the_actor
from dateline.cli.options import DEFAULT_STORE, ActorArgument, OutputOption, StoreOption, dated
from dateline.cli.output import write
from dateline.cli.render import show_profile
from dateline.exports.answers import profile_json
from dateline.exports.dossier import profile_html, profile_markdown
from dateline.queries.profile import profile as profile_view
from dateline.store import open_store


class ProfileFormat(StrEnum):
    """How a profile is printed."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def profile(
    actor: ActorArgument,
    store: StoreOption = DEFAULT_STORE,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what no report told before that day.")
    ] = None,
    output: Annotated[ProfileFormat, typer.Option("--format", help="How to print it.")] = ProfileFormat.TEXT,
    to: OutputOption = None,
) -> None:
    """Print a dossier on one actor: who it is, what it wants, did and said, what is done to it.

    \b
    Examples:
      dateline profile "Arakan Army"
      dateline profile "Arakan Army" --since 2024-01-10
      dateline profile "Arakan Army" --format html -o arakan-army.html
    """
    with open_store(store) as opened:
        view = opened.view()
        dossier = profile_view(view, the_actor(view, actor), since=dated(since))
    match output:
        case ProfileFormat.JSON:
            text = json.dumps(profile_json(dossier), ensure_ascii=False) + "\n"
        case ProfileFormat.MARKDOWN:
            text = profile_markdown(dossier)
        case ProfileFormat.HTML:
            text = profile_html(dossier)
        case _:
            if to is None:
                show_profile(dossier)
                return
            text = profile_markdown(dossier)
    write(text, to)
