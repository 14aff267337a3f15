"""`dateline timeline`: what happened when, with the certainty of every date."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.meant import the_actor
from dateline.cli.options import DEFAULT_STORE, OutputOption, StoreOption, dated
from dateline.cli.output import write
from dateline.cli.render_timeline import show_timeline
from dateline.errors import UsageError
from dateline.exports.timelines import timeline_html, timeline_json, timeline_markdown, timeline_picture
from dateline.model.edtf import extent
from dateline.queries.timeline import TimelineOptions
from dateline.queries.timeline import timeline as timeline_of
from dateline.store import open_store


class TimelineFormat(StrEnum):
    """How a timeline is printed."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"
    SVG = "svg"


def timeline(  # noqa: PLR0913  a command's options are its parameters
    of: Annotated[
        str | None, typer.Argument(metavar="[ACTOR|PLACE]", help="Of whom or where; else of everything.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Only what may have been then or later."),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="Only what may have been then or before."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what reports of this day or later tell.")
    ] = None,
    output: Annotated[
        TimelineFormat, typer.Option("--format", help="How to print it.")
    ] = TimelineFormat.TEXT,
    to: OutputOption = None,
) -> None:
    """Print dated events in order of time, with the certainty of each date and who says so.

    \b
    Examples:
      dateline timeline "Arakan Army"
      dateline timeline Goma --from 2025-01 --to 2025-02
      dateline timeline --since yesterday
      dateline timeline "Arakan Army" --format html -o arakan-army.html

    Dates are days, months or years (EDTF), "today" or "yesterday". "about", "perhaps", a month or "between"
    are told as the reports give them; what no report dates stands at the end, with the day of the first
    report.
    """
    options = TimelineOptions(start=dated(start), end=dated(end), since=dated(since))
    _in_order(options)
    with open_store(store) as opened:
        view = opened.view()
        subject = None if of is None else the_actor(view, of)
        found = timeline_of(view, subject, options)
    match output:
        case TimelineFormat.JSON:
            text = json.dumps(timeline_json(found), ensure_ascii=False) + "\n"
        case TimelineFormat.MARKDOWN:
            text = timeline_markdown(found)
        case TimelineFormat.HTML:
            text = timeline_html(found)
        case TimelineFormat.SVG:
            text = timeline_picture(found)
            if not text:
                raise UsageError("nothing that was found has a date, so there is no picture of it")
        case _:
            if to is None:
                show_timeline(found)
                return
            text = timeline_markdown(found)
    write(text, to)


def _in_order(options: TimelineOptions) -> None:
    """Raises UsageError when a period ends before it begins."""
    first = extent(options.start)[0] if options.start else None
    last = extent(options.end)[1] if options.end else None
    if first and last and first > last:
        raise UsageError(f"--from {options.start} is after --to {options.end}")
