"""`dateline read`: reports into the store."""

import sys
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Self

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dateline.analysis.pipeline import Analyser
from dateline.cli.options import DEFAULT_STORE, StoreOption
from dateline.errors import UsageError
from dateline.readers import ReadOptions
from dateline.readers import read as read_source
from dateline.runtime.reading import Step, read_into
from dateline.store import Added, open_store


def read(  # noqa: PLR0913  every parameter is an option of the command
    sources: Annotated[
        list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)
    ],
    store: StoreOption = DEFAULT_STORE,
    published: Annotated[
        str | None, typer.Option(help="Date of publication (EDTF) of inputs that do not tell theirs.")
    ] = None,
    retrieved: Annotated[
        str | None, typer.Option(help="When the inputs were fetched (EDTF); '2 days ago' is counted from it.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="The outlet of inputs that do not name theirs.")] = None,
    model: Annotated[
        str | None, typer.Option(help="Another installed spaCy pipeline, by name or path.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes analyse; each takes some 0.5 GB.")] = 1,
) -> None:
    """Read reports into the store: plain text, web pages, JSON Lines; from -, text or JSON Lines.

    What the store knows already is passed over, so that a run that was broken off is simply started again.
    A document whose text or metadata has changed takes the place of its old version.
    What cannot be read is named with its reason, the rest is kept, and the exit code is 1.
    """
    if sources.count("-") > 1:
        raise UsageError("standard input (-) can be read only once")
    options = ReadOptions(published, retrieved, outlet)
    inputs = chain.from_iterable(read_source(source, options) for source in sources)
    analyser = Analyser(model)
    if not store.exists():
        analyser.pipeline  # noqa: B018  without a model, nothing is written
    tally = _Tally()
    with open_store(store, create=True) as opened, _Screen() as screen:
        for step in read_into(opened, inputs, analyser, jobs):
            tally.count(step)
            screen.show(step, tally)
    print(tally, file=sys.stderr)
    raise typer.Exit(1 if tally.skipped else 0)


@dataclass
class _Tally:
    """What a run came to so far."""

    reports: int = 0
    documents: int = 0
    replaced: int = 0
    known: int = 0
    skipped: int = 0

    def count(self, step: Step) -> None:
        if step.added is Added.KNOWN:
            self.known += 1
        elif step.added is not None:
            self.documents += 1
            self.reports += step.reports
            self.replaced += step.added is Added.REPLACED
        elif not step.note:
            self.skipped += 1

    def __str__(self) -> str:
        read = f"read {_count(self.reports, 'report')} from {_count(self.documents, 'document')}"
        replaced = f" ({self.replaced} in place of an older version)" if self.replaced else ""
        return f"{read}{replaced}, {self.known} already known, {self.skipped} skipped"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


class _Screen:
    """Standard error: a line of progress where somebody watches, and every input that was skipped."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._progress.add_task("reading")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, step: Step, tally: _Tally) -> None:
        self._progress.update(self._task, description=str(tally))
        if step.reason is not None:
            word = "note" if step.note else "skipped"
            self._console.print(f"{word}: {step.origin}: {step.reason}", markup=False)
