"""The scoreboard as a rich table, as JSON, and the sums of errors by cause."""

from collections.abc import Mapping, Sequence

from rich.table import Table

from bench.data import Json
from bench.errors import CauseSum
from bench.runner import Outcome

type PeerFigures = Mapping[str, Mapping[str, str]]


def _change(value: float | None, floor: float | None) -> str:
    if floor is None or value is None:
        return ""
    difference = value - floor
    if abs(difference) < 0.0005:
        return "="
    return f"[{'green' if difference > 0 else 'red'}]{difference:+.3f}[/]"


def shown(value: float | None) -> str:
    """A figure with three decimals, or a dash."""
    return "–" if value is None else f"{value:.3f}"


def scoreboard(
    outcomes: Sequence[Outcome], floors: Mapping[str, Mapping[str, float]], peers: PeerFigures | None = None
) -> Table:
    """task, metric, figure, change against the floor, peers where they were run, best published."""
    table = Table(title="dateline scoreboard", title_justify="left")
    for name in ("task", "metric"):
        table.add_column(name)
    for name in ("figure", "floor ±"):
        table.add_column(name, justify="right")
    if peers is not None:
        table.add_column("peer")
    table.add_column("best published")
    for outcome in outcomes:
        for number, headline in enumerate(outcome.task.headlines):
            value = outcome.figures.get(headline.figure) if outcome.figures is not None else None
            cells = [
                f"{outcome.key} ({outcome.documents})" if number == 0 else "",
                headline.label,
                "not yet" if outcome.figures is None else shown(value),
                _change(value, floors.get(outcome.key, {}).get(headline.figure)),
            ]
            if peers is not None:
                cells.append(peers.get(outcome.key, {}).get(headline.figure, ""))
            table.add_row(*cells, headline.published.replace("[", r"\["), end_section=False)
        table.add_section()
    return table


def as_json(outcomes: Sequence[Outcome], floors: Mapping[str, Mapping[str, float]]) -> Json:
    """All figures of all outcomes; `figures` is null where the stage does not exist yet."""
    return {
        outcome.key: {
            "documents": outcome.documents,
            "figures": None
            if outcome.figures is None
            else {
                name: None if value is None else round(value, 4) for name, value in outcome.figures.items()
            },
            "floors": dict(floors.get(outcome.key, {})),
        }
        for outcome in outcomes
    }


def causes(sums: Sequence[CauseSum], *, limit: int = 40) -> Table:
    """Errors by cause, the largest first, at most `limit` rows a task."""
    table = Table(title="errors by cause", title_justify="left")
    for name in ("task", "side", "cause", "kind"):
        table.add_column(name)
    table.add_column("count", justify="right")
    table.add_column("most frequent")
    rows: dict[str, int] = {}
    for group in sums:
        rows[group.task] = rows.get(group.task, 0) + 1
        if rows[group.task] > limit:
            continue
        details = ", ".join(f"{detail} {count}" for detail, count in group.details).replace("[", r"\[")
        table.add_row(group.task, group.side, group.cause, group.kind, str(group.count), details)
    return table
