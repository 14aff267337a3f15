"""`dateline network`: who stands how to whom."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.meant import the_actor
from dateline.cli.options import DEFAULT_STORE, ActorArgument, OutputOption, StoreOption, dated
from dateline.cli.output import write
from dateline.cli.render_network import show_network
from dateline.errors import UsageError
from dateline.exports.networks import network_graphml, network_html, network_json, network_picture
from dateline.queries.network import NetworkOptions
from dateline.queries.network import network as network_of
from dateline.store import open_store


class NetworkFormat(StrEnum):
    """How a network is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    SVG = "svg"
    GRAPHML = "graphml"


def network(
    actor: ActorArgument,
    store: StoreOption = DEFAULT_STORE,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only ties of this day, month or year.")
    ] = None,
    output: Annotated[NetworkFormat, typer.Option("--format", help="How to print it.")] = NetworkFormat.TEXT,
    to: OutputOption = None,
) -> None:
    """Print whom an actor leads, stands with, talks to, accuses and fights, by how many reports.

    \b
    Examples:
      dateline network "Arakan Army"
      dateline network "Arakan Army" --as-of 2023
      dateline network "Arakan Army" --format html -o arakan-army-network.html
      dateline network "Arakan Army" --format graphml -o arakan-army.graphml

    What is denied is no tie. A tie that no outlet tells in its own voice is marked "claimed", with whose
    word it is. Reprints of one wire story count once.
    """
    options = NetworkOptions(as_of=dated(as_of))
    with open_store(store) as opened:
        view = opened.view()
        subject = the_actor(view, actor)
        found = network_of(view, subject, options)
    match output:
        case NetworkFormat.JSON:
            text = json.dumps(network_json(found), ensure_ascii=False) + "\n"
        case NetworkFormat.GRAPHML:
            text = network_graphml(found)
        case NetworkFormat.HTML:
            text = network_html(found)
        case NetworkFormat.SVG:
            text = network_picture(found)
            if not text:
                raise UsageError(f"{subject.entity.name} has no ties here, so there is no picture of them")
        case _:
            if to is not None:
                raise UsageError(f"text is for terminals; for {to} give --format html, json, svg or graphml")
            show_network(found)
            return
    write(text, to)
