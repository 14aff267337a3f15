"""A bar on standard error while something is built, where somebody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from dateline.gazetteer.cache import VARIABLE, Progress, passing_folder


@contextmanager
def building() -> Iterator[Progress]:
    """Gives what a builder tells of its progress to."""
    from rich.console import Console  # here: most commands build nothing
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, object] = {}

        def progress(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step)
            bar.update(tasks[step], completed=done, total=total or None)  # type: ignore[arg-type]

        yield progress


def ensure_indexes() -> None:
    """Builds what analyses look names up in, if it is not there yet, and shows how far that is."""
    from dateline.gazetteer.actors.index import ensure_actors
    from dateline.gazetteer.index import ensure_gazetteer

    with building() as progress:
        ensure_gazetteer(progress)
        ensure_actors(progress)
    passing = passing_folder()
    if passing is not None:
        print(
            f"The indexes of names are kept in {passing}, which may be emptied: your cache cannot be "
            f"written. Name another folder in {VARIABLE}.",
            file=sys.stderr,
        )
