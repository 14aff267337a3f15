"""Writes the measured parts of docs/benchmarks.md, which stand between the markers of a section."""

import platform
from collections.abc import Sequence
from pathlib import Path

from bench.data import BenchError
from bench.table import Line

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def markers(section: str) -> tuple[str, str]:
    """The lines between which a section's measured part stands."""
    return f"<!-- {section}: begin, written by python -m bench -->", f"<!-- {section}: end -->"


def write_section(section: str, text: str, page: Path = PAGE) -> None:
    """Replaces a section's measured part.  Raises BenchError where the page has no such section."""
    begin, end = markers(section)
    content = page.read_text(encoding="utf-8")
    before, found, rest = content.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise BenchError(f"{page} has no section {section!r}")
    page.write_text(f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}", encoding="utf-8")


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """A table; `right` numbers the columns that are set to the right."""
    rule = ["---:" if number in right else "---" for number in range(len(head))]
    cells = [list(head), rule, *([cell.replace("|", r"\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def figures_text(lines: Sequence[Line], words: int, seconds: float) -> str:
    """The scoreboard as the page shows it."""
    rows = [(line.task, line.metric, line.figure, line.peer, line.published) for line in lines]
    head = ("task (documents)", "metric", "dateline", "peer in the same run", "best published")
    return (
        markdown_table(head, rows, right=(2,))
        + f"\n\n{words:,} words were analysed in {seconds:,.0f} s, one process, on {machine()}."
    )


def machine() -> str:
    """What the figures were measured on, in a few words."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
