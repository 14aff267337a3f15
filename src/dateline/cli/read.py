"""`dateline read`: reports into the store."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Self

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dateline.cli.options import DEFAULT_STORE, StoreOption
from dateline.errors import UsageError
from dateline.store import open_store

if TYPE_CHECKING:
    from dateline.runtime.reading import ReadResult, Step


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
    # Not above: commands that ask a store must not wait until the language model's library is imported.
    from dateline.analysis.pipeline import Analyser
    from dateline.readers import ReadOptions
    from dateline.readers import read as read_source
    from dateline.runtime.reading import ReadResult, read_into

    options = ReadOptions(published, retrieved, outlet)
    inputs = chain.from_iterable(read_source(source, options) for source in sources)
    analyser = Analyser(model)
    if not store.exists():
        analyser.pipeline  # noqa: B018  without a model, nothing is written
    result = ReadResult()
    with open_store(store, create=True) as opened, _Screen() as screen:
        for step in read_into(opened, inputs, analyser, jobs):
            result.count(step)
            screen.show(step, result)
    print(_sentence(result), file=sys.stderr)
    raise typer.Exit(1 if result.skipped else 0)


def _sentence(result: ReadResult) -> str:
    read = f"read {_count(result.reports, 'report')} from {_count(result.documents, 'document')}"
    replaced = f" ({result.replaced} in place of an older version)" if result.replaced else ""
    return f"{read}{replaced}, {result.known} already known, {len(result.skipped)} skipped"


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

    def show(self, step: Step, result: ReadResult) -> None:
        self._progress.update(self._task, description=_sentence(result))
        if step.reason is not None:
            word = "note" if step.note else "skipped"
            self._console.print(f"{word}: {step.origin}: {step.reason}", markup=False)
