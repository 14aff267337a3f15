"""`dateline actors`: the base of known actors."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import PLAIN
from dateline.cli.progress import building
from dateline.errors import InputError, UsageError
from dateline.gazetteer.actors import Actor, Kind, KnownActors, Match, Naming, open_actors, own
from dateline.gazetteer.actors.wikidata import import_dump

_SHOWN = 20
_SAID = {
    Naming.FULL: "",
    Naming.ACRONYM: "acronym",
    Naming.GENERIC: "many are called so",
    Naming.UNSURE: "often something else",
    Naming.SURNAME: "surname",
    Naming.SEAT: "stands for its government",
}

actors = typer.Typer(name="actors", no_args_is_help=True, **PLAIN)


@actors.callback()
def _group() -> None:
    """The base of known actors: look a name up, check your own file, import a Wikidata dump.

    By them a report's "RSF" becomes an armed group of Sudan, or an organisation of journalists.

    \b
    Examples:
      dateline actors lookup RSF
      dateline actors check
      dateline actors import latest-all.json.gz
    """


@actors.command()
def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a report writes it.", show_default=False)],
) -> None:
    """Print the known actors that a name may mean, the surest first.

    Which of them a report means is decided by its day, the countries it tells of and what it says of them.

    \b
    Examples:
      dateline actors lookup RSF
      dateline actors lookup "Islamic State"
    """
    if not name.strip():
        raise UsageError("there is no actor without a name")
    known = _opened()
    found = {m.actor.id: m for person in (True, False) for m in known.named(name, person)}
    if not found:
        typer.echo(f"no known actor is called {name!r}")
        raise typer.Exit(1)
    ranked = sorted(found.values(), key=lambda m: (m.naming, not m.actor.listed, m.actor.id))
    for match in ranked[:_SHOWN]:
        typer.echo("\n".join(_told(match, known)))
    if len(ranked) > _SHOWN:
        typer.echo(f"… and {len(ranked) - _SHOWN} more")


@actors.command()
def check() -> None:
    """Read your own file of actors, and say what is wrong with it.

    It is the file that DATELINE_ACTORS names (several with a colon between them), else actors.toml in the
    folder of your settings. docs/howto/add-an-actor.md tells how to write it.

    \b
    Examples:
      dateline actors check
      DATELINE_ACTORS=mine.toml dateline actors check
    """
    files = own.user_files()
    if not files:
        typer.echo(f"there is no file of your own; it would be {own.user_file()}")
        return
    loaded = own.load_users()
    typer.echo(f"{', '.join(map(str, files))}: {len(loaded.entries)} actors")
    for problem in loaded.problems:
        typer.echo(problem, err=True)
    if loaded.problems:
        raise typer.Exit(1)


@actors.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="latest-all.json.gz, .bz2 or .json", show_default=False)
    ],
) -> None:
    """Import organisations and office-holders of a Wikidata dump.

    Takes Wikidata's JSON dump, packed or not, and reads it once from start to end; that takes hours for the
    whole of it. What was imported before is replaced. Our own entries come first where both have a name.

    \b
    Examples:
      dateline actors import latest-all.json.bz2
    """
    try:
        with building() as progress:
            count = import_dump(file, progress)
    except InputError as error:
        raise UsageError(str(error)) from error
    typer.echo(f"{file.name}: {count:,} actors imported into {own.imported_file()}")


def say_problems() -> None:
    """Says on standard error which of the user's own actors an analysis goes without."""
    _opened()


def _opened() -> KnownActors:
    with building() as progress:
        known = open_actors(progress)
    for problem in known.problems():
        typer.echo(problem, err=True)
    return known


def _told(match: Match, known: KnownActors) -> list[str]:
    """An actor on a line of its own, then its offices and other names, set in."""
    actor, how = match.actor, _SAID[match.naming]
    lines = [f"{actor.name} ({_codes(actor)})" + (f"  [{how}]" if how else "")]
    lines += [f"  {term.office}, {term.country}, {term.time}" for term in actor.terms]
    shown = Naming.UNSURE if actor.kind is not Kind.NATION else Naming.SEAT
    others = [n.written for n in known.names_of(actor.id) if n.naming <= shown and n.written != actor.name]
    if others:
        lines.append(f"  also: {', '.join(others)}")
    if actor.part_of:
        lines.append(f"  part of: {', '.join(actor.part_of)}")
    return lines


def _codes(actor: Actor) -> str:
    where = "/".join(actor.countries)
    told = (actor.id, actor.kind.value, where, actor.sector, actor.active, actor.wikidata)
    return ", ".join(filter(None, told))
