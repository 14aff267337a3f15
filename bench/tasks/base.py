"""What a task is: a data set, how its gold is read, how predictions are scored against it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.contract import Analysis
from bench.data import Json
from bench.errors import Error
from bench.metrics import Figures


@dataclass(frozen=True, slots=True)
class Case[G]:
    """One document: its text, its gold and what the system said."""

    id: str
    text: str
    gold: G
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure that the table shows.

    `published` is the best published system's, with the mark of its source: [C] computed from shipped files,
    [R] in the repository's own files, [A] abstract or page seen, [M] from memory, not re-checked.
    `floor` tells whether it may get one; precision and recall alone do not, since one may fall for the other
    to rise.  `found` tells whether an analysis has anything of what this figure asks beyond its task.
    """

    figure: str
    label: str
    published: str = ""
    floor: bool = True
    found: Callable[[Analysis], bool] | None = None


@dataclass(frozen=True, slots=True)
class Task[G]:
    """One task of the scoreboard.

    `found` tells whether an analysis has anything of what the task asks: where none has, the stage does not
    exist yet.  `oracle` turns a gold row into the contract line of a perfect system (with `text` where the
    proof needs a longer text).  `referee`: whether the maintainers' scorer knows the task.
    """

    name: str
    title: str
    folder: str
    splits: tuple[str, ...]
    found: Callable[[Analysis], bool]
    headlines: tuple[Headline, ...]
    read: Callable[[Json], G]
    score: Callable[[Sequence[Case[G]]], Figures]
    oracle: Callable[[Json], Json]
    errors: Callable[[Sequence[Case[G]]], Iterable[Error]] | None = None
    referee: bool = True

    def cases(self, rows: Sequence[Json], analyses: Sequence[Analysis]) -> list[Case[G]]:
        """Rows with the analyses of their texts."""
        return [
            Case(row["id"], row["text"], self.read(row), analysis)
            for row, analysis in zip(rows, analyses, strict=True)
        ]

    def figures(self, rows: Sequence[Json], analyses: Sequence[Analysis]) -> Figures:
        """The score of the analyses of the rows' texts."""
        return self.score(self.cases(rows, analyses))

    def listed_errors(self, rows: Sequence[Json], analyses: Sequence[Analysis]) -> list[Error]:
        """Every error of the analyses; empty where the task derives none."""
        return list(self.errors(self.cases(rows, analyses))) if self.errors else []

    def pending(self, analyses: Sequence[Analysis]) -> frozenset[str]:
        """The headline figures whose stage does not exist yet: all of them where the task's own does not."""
        exists = self.exists(analyses)
        return frozenset(
            headline.figure
            for headline in self.headlines
            if not exists or (headline.found is not None and not any(map(headline.found, analyses)))
        )

    def exists(self, analyses: Sequence[Analysis]) -> bool:
        """Whether any analysis has something of what the task asks."""
        return any(map(self.found, analyses))
