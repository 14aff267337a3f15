"""`dateline gazetteer`: the index of the world's places."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import PLAIN
from dateline.cli.progress import building
from dateline.errors import UsageError
from dateline.gazetteer.geonames import import_dump
from dateline.gazetteer.index import Gazetteer, ensure_gazetteer, load_gazetteer
from dateline.gazetteer.place import Match
from dateline.gazetteer.prior import Reason, prior

CREDIT = "Places of GeoNames (geonames.org), CC BY 4.0, and our own."
_SHOWN = 20

gazetteer = typer.Typer(name="gazetteer", no_args_is_help=True, **PLAIN)


@gazetteer.callback()
def _group() -> None:
    """The index of the world's places: build it, add to it, look a name up.

    By it a report's "Jalalabad" gets its country and its point on the map.

    \b
    Examples:
      dateline gazetteer lookup Jalalabad
      dateline gazetteer import allCountries.zip
    """


@gazetteer.command()
def build() -> None:
    """Build the index of places now, if it is not there yet.

    It is built on first use in any case, once for each user: half a minute, 40 MB. DATELINE_CACHE names
    another folder for it.

    \b
    Examples:
      dateline gazetteer build
      DATELINE_CACHE=/srv/dateline dateline gazetteer build
    """
    with building() as progress:
        path = ensure_gazetteer(progress)
    typer.echo(f"{path} ({path.stat().st_size / 1e6:,.0f} MB). {CREDIT}")


@gazetteer.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="allCountries.zip, FR.txt …", show_default=False)
    ],
) -> None:
    """Add the places of a GeoNames dump to the index: villages, rivers, hills.

    Takes the tab-separated files that GeoNames publishes. What was imported before from a file of the same
    name is replaced.

    \b
    Examples:
      dateline gazetteer import AF.zip
      dateline gazetteer import allCountries.txt
    """
    with building() as progress:
        count = import_dump(file, progress)
    typer.echo(f"{file.name}: {count:,} places imported. {CREDIT}")


@gazetteer.command()
def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a report writes it.", show_default=False)],
) -> None:
    """Print the places that a name may mean, likeliest first, and why.

    The score is what a place starts with; what a report says besides decides.

    \b
    Examples:
      dateline gazetteer lookup Jalalabad
      dateline gazetteer lookup "Hindu Kush"
    """
    if not name.strip():
        raise UsageError("there is no place without a name")
    with building() as progress:
        ensure_gazetteer(progress)
    found = sorted(_scored(load_gazetteer(), name), key=lambda item: (-item[0], item[1].place.id))
    if not found:
        typer.echo(f"no place is called {name!r}. {CREDIT}")
        raise typer.Exit(1)
    for score, match, reasons in found[:_SHOWN]:
        typer.echo(_line(score, match, reasons))
    if len(found) > _SHOWN:
        typer.echo(f"… and {len(found) - _SHOWN} more")
    typer.echo(CREDIT)


type Scored = tuple[float, Match, list[Reason]]


def _scored(places: Gazetteer, name: str) -> list[Scored]:
    scored = []
    for match in places.lookup(name):
        reasons = list(prior(match))
        scored.append((sum(reason.weight for reason in reasons), match, reasons))
    return scored


def _line(score: float, match: Match, reasons: list[Reason]) -> str:
    place = match.place
    where = ", ".join(filter(None, (place.admin1, "/".join(place.countries))))
    told = "; ".join(f"{reason.feature} {reason.weight:+.1f}" for reason in reasons)
    return f"{score:5.1f}  {place.name} ({where})  {place.lat:.2f}, {place.lon:.2f}  [{told}]"
