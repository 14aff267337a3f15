"""Which actor or event the words of a command mean. Where several may be they are listed, and it ends."""

import typer

from dateline.cli.render import show_candidates
from dateline.cli.render_account import show_events
from dateline.model.records import ActorRecord, EventRecord
from dateline.queries.account import account, find_events
from dateline.queries.find import find_actor
from dateline.store import View


def the_actor(view: View, name: str) -> ActorRecord:
    """The one actor that a name or an id means. Raises typer.Exit, after listing, when it is not one."""
    found, candidates = find_actor(view, name)
    if found is None:
        show_candidates(name, candidates)
        raise typer.Exit(1)
    return found


def the_event(view: View, words: str) -> EventRecord:
    """The one event that an id or some words mean. Raises typer.Exit, after listing, when it is not one."""
    found = find_events(view, words)
    if len(found) != 1:
        show_events(words, [account(view, event) for event in found])
        raise typer.Exit(1)
    return found[0]
