"""`dateline read`: reports into the store."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Self

import typer

from dateline.cli.options import DEFAULT_STORE, ModelOption, StoreOption
from dateline.cli.progress import ensure_indexes
from dateline.errors import UsageError
from dateline.model.edtf import is_edtf

if TYPE_CHECKING:
    from dateline.analysis.pipeline import Analyser
    from dateline.runtime.reading import ReadResult, Step


def _date(value: str | None) -> str | None:
    """A date as given. Of the clock only the check depends: a date in the future is a slip of the pen."""
    if value is None:
        return None
    if not is_edtf(value):
        raise typer.BadParameter(f"{value!r} is not a date: write it as 2021-08-21, 2021-08 or 2021.")
    tomorrow = str(datetime.now(UTC).date() + timedelta(days=1))  # it may be tomorrow already where you are
    if value[:10] > tomorrow[: len(value[:10])]:
        raise typer.BadParameter(f"{value} lies in the future.")
    return value


def read(  # noqa: PLR0913  every parameter is an option of the command
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders, or - for standard input.", show_default=False),
    ],
    store: StoreOption = DEFAULT_STORE,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            callback=_date,
            help="When the reports were published that do not tell it themselves.",
        ),
    ] = None,
    retrieved: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            callback=_date,
            help='When they were fetched: "2 days ago" and "on Friday" are counted from it.',
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who published the reports that do not name their outlet."),
    ] = None,
    model: ModelOption = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="So many processes analyse; each takes some 0.5 GB. Left open: one, and after 40 documents "
            "one for each core, at most 4. The store is the same.",
        ),
    ] = None,
) -> None:
    """Read reports into the store, so that questions can be asked about them.

    Takes plain text, web pages (.html), news feeds (.rss, .atom), PDF files, Word documents (.docx),
    messages (.eml) and JSON Lines (.jsonl); a folder or .zip is read with all folders in it. A pasted page on
    which several reports follow each other is taken apart.

    \b
    Examples:
      dateline read report.txt page.html clipping.pdf
      dateline read pages/ --retrieved 2021-08-21 --store panjshir.sqlite
      dateline read op-ed.txt --outlet "Harbour Post" --published 2021-08-19
      dateline read feed.jsonl --jobs 4
      cat clipping.txt | dateline read -
      curl -s https://post.example/world.rss | dateline read -

    What the store knows already is passed over: a run that was broken off is simply started again. A
    document whose text or metadata has changed takes the place of its old version. What cannot be read is
    named with its reason, the rest is kept, and the exit code is 1.
    """
    if "" in sources:
        raise UsageError("a source without a name cannot be read; . is the folder you are in")
    if sources.count("-") > 1:
        raise UsageError("standard input (-) can be read only once")
    if "-" in sources and sys.stdin is None:
        raise UsageError("standard input (-) is closed")
    ensure_indexes()
    screen = _Screen()
    try:
        with screen:
            # Not above: importing the language model's library takes seconds, and other commands need it not.
            from dateline.readers import ReadOptions
            from dateline.readers import read as read_source
            from dateline.runtime.reading import ReadResult, read_into
            from dateline.store import open_store

            options = ReadOptions(published, retrieved, (outlet or "").strip() or None)
            inputs = chain.from_iterable(read_source(source, options) for source in sources)
            analyser = _analyser(model, load=not store.exists())  # without a model, no store is made
            result = ReadResult()
            with open_store(store, create=True) as opened:
                for step in read_into(opened, inputs, analyser, jobs, screen.settling):
                    result.count(step)
                    screen.show(step, result)
    except KeyboardInterrupt:
        print(f"stopped: {screen.last}. Start it again to read the rest.", file=sys.stderr)
        raise
    print(_sentence(result), file=sys.stderr)
    raise typer.Exit(1 if result.skipped else 0)


def _analyser(model: str | None, *, load: bool) -> Analyser:
    from dateline.analysis.pipeline import Analyser
    from dateline.cli.actors import say_problems

    say_problems()
    analyser = Analyser(model)
    if load:
        analyser.pipeline  # noqa: B018  loading is what it does
    return analyser


def _sentence(result: ReadResult) -> str:
    read = f"read {_count(result.reports, 'report')} from {_count(result.documents, 'document')}"
    replaced = f" ({result.replaced} in place of an older version)" if result.replaced else ""
    return f"{read}{replaced}, {result.known} already known, {len(result.skipped)} skipped"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _progress(result: ReadResult, seconds: float) -> str:
    """Short enough for one line of 80 columns."""
    rate = f" · {(result.documents - 1) / seconds:,.1f}/s" if seconds > 1 and result.documents > 1 else ""
    passed = f" · {result.known:,} known" if result.known else ""
    skipped = f" · {len(result.skipped):,} skipped" if result.skipped else ""
    return f"{_count(result.documents, 'document')}{passed}{skipped}{rate}"


class _Screen:
    """Standard error: a line of progress where somebody watches, and every input that was skipped."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._progress.add_task("loading the language model")
        self.last = "nothing was read"  # how far it has come
        self._first = 0.0  # when the first input was done: the rate leaves the loading out

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def settling(self) -> None:
        self._progress.update(self._task, description="comparing the reports with each other")

    def show(self, step: Step, result: ReadResult) -> None:
        now = monotonic()
        self._first = self._first or now
        self.last = _sentence(result)
        self._progress.update(self._task, description=_progress(result, now - self._first))
        if step.reason is not None:
            word = "note" if step.note else "skipped"
            self._console.print(f"{word}: {step.origin}: {step.reason}", markup=False)
