"""`dateline entity`: who is who across reports, why, and what a human knows better."""

import json
from typing import Annotated

import typer

from dateline.cli.judging import ByOption, OtherArgument, WhyOption, ruling
from dateline.cli.meant import the_actor
from dateline.cli.options import DEFAULT_STORE, PLAIN, ActorArgument, DataFormat, StoreOption
from dateline.cli.render_entity import show_entity, show_judgement
from dateline.errors import UsageError
from dateline.exports.answers import entity_why_json
from dateline.store import open_store

entity = typer.Typer(name="entity", no_args_is_help=True, **PLAIN)


@entity.callback()
def _group() -> None:
    """Who is who across reports.

    Dateline decides from names, other names, offices, countries, ages, company and known actors, and writes
    down why. What you judge outranks that, whatever is read, read again or forgotten later; and it can be
    taken back.

    \b
    Examples:
      dateline entity show Massoud
      dateline entity merge "Abu Karima" "Osman Bello" --why "court papers"
      dateline entity split "John Vale" --report wire-17 --as "John Vale (poet)"
      dateline entity undo 3f9a2c1b
    """


@entity.command()
def show(
    actor: ActorArgument,
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[DataFormat, typer.Option("--format", help="How to print it.")] = DataFormat.TEXT,
) -> None:
    """Show why an actor is one: all its names, and why each is its.

    \b
    Examples:
      dateline entity show "Ahmad Massoud"
      dateline entity show person:john-vale~usa
    """
    with open_store(store) as opened:
        view = opened.view()
        found = the_actor(view, actor)
        identities = view.identities(found.entity.id)
        judgements = view.judgements(found.entity.id).get(found.entity.id, [])
    if form is DataFormat.JSON:
        typer.echo(json.dumps(entity_why_json(found, identities, judgements), ensure_ascii=False))
    else:
        show_entity(found, identities, judgements)


@entity.command()
def merge(
    actor: ActorArgument,
    other: OtherArgument,
    why: WhyOption = "",
    by: ByOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Judge that two actors are one.

    \b
    Example:
      dateline entity merge "Abu Karima" "Osman Bello" --why "the court papers of 3 May"
    """
    with open_store(store) as opened:
        view = opened.view()
        one, two = (the_actor(view, name).entity.id for name in (actor, other))
        with opened.writer() as writer:
            made = writer.merge(one, two, ruling(by, why, f"{actor} and {other} are one"))
    show_judgement(made)


@entity.command()
def split(  # noqa: PLR0913  options of a command
    actor: ActorArgument,
    reports: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="ID", help="A report that means another; may be given again."),
    ] = None,
    named: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="What to call the one of these reports.")
    ] = None,
    other_name: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="The other name, which is somebody else's.")
    ] = None,
    why: WhyOption = "",
    by: ByOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Judge that one actor is two: in some reports, or by another name.

    \b
    Examples:
      dateline entity split "John Vale" --report wire-17 --report wire-20 --as "John Vale (poet)"
      dateline entity split "Osman Bello" --from "Abu Karima"
    """
    if (not reports) == (other_name is None):
        raise UsageError("say which reports mean another (--report), or which name is another's (--from)")
    with open_store(store) as opened:
        found = the_actor(opened.view(), actor).entity
        with opened.writer() as writer:
            if other_name is not None:
                not_one = ruling(by, why, f"{actor} is not {other_name}")
                made = writer.split_names(found.id, found.name, other_name, not_one)
            else:
                another = ruling(by, why, f"another {found.name} in {', '.join(reports or ())}")
                made = writer.split_reports(found.id, reports or (), named, another)
    show_judgement(made)


@entity.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="ID", help="The judgement, as `entity show` gives it.")],
    why: WhyOption = "",
    by: ByOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a judgement back.

    A human's has no say any more; of one that dateline made, the contrary is judged.

    \b
    Example:
      dateline entity undo 3f9a2c1b
    """
    with open_store(store) as opened, opened.writer() as writer:
        made = writer.undo(judgement, ruling(by, why, f"against {judgement}"))
        if made is None:
            raise UsageError(f"there is no judgement {judgement}; `dateline entity show NAME` lists them")
    show_judgement(made, undone=judgement == made.id)
