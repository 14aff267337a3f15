"""The scoreboard as a rich table, as JSON, and the sums of errors by cause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table

from bench.data import Json
from bench.errors import CauseSum
from bench.runner import Outcome

type PeerOutcomes = Sequence[tuple[str, Outcome]]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the scoreboard, as it is shown."""

    task: str
    metric: str
    figure: str
    change: float | None
    peer: str
    published: str


def shown(value: float | None) -> str:
    """A figure with three decimals, or a dash."""
    return "–" if value is None else f"{value:.3f}"


def _peer_figure(key: str, figure: str, peers: PeerOutcomes) -> str:
    told = [
        f"{name} {shown(outcome.headline(figure))}"
        for name, outcome in peers
        if outcome.key == key and figure not in outcome.pending
    ]
    return ", ".join(told)


def lines(
    outcomes: Sequence[Outcome], floors: Mapping[str, Mapping[str, float]], peers: PeerOutcomes = ()
) -> Iterator[Line]:
    """The headline figures of all outcomes."""
    for outcome in outcomes:
        for number, headline in enumerate(outcome.task.headlines):
            value = outcome.headline(headline.figure)
            floor = floors.get(outcome.key, {}).get(headline.figure)
            yield Line(
                task=f"{outcome.key} ({outcome.documents})" if number == 0 else "",
                metric=headline.label,
                figure="not yet" if headline.figure in outcome.pending else shown(value),
                change=None if floor is None or value is None else value - floor,
                peer=_peer_figure(outcome.key, headline.figure, peers),
                published=headline.published,
            )


def _coloured(change: float | None) -> str:
    if change is None:
        return ""
    if abs(change) < 0.0005:
        return "="
    return f"[{'green' if change > 0 else 'red'}]{change:+.3f}[/]"


def _literal(text: str) -> str:
    return text.replace("[", r"\[")  # rich reads square brackets as markup


def scoreboard(
    outcomes: Sequence[Outcome], floors: Mapping[str, Mapping[str, float]], peers: PeerOutcomes | None = None
) -> Table:
    """task, metric, figure, change against the floor, peers where they were run, best published."""
    table = Table(title="dateline scoreboard", title_justify="left")
    table.add_column("task")
    table.add_column("metric")
    table.add_column("figure", justify="right", no_wrap=True)
    table.add_column("floor ±", justify="right", no_wrap=True)
    if peers is not None:
        table.add_column("peer")
    table.add_column("best published")
    for line in lines(outcomes, floors, peers or ()):
        if line.task:
            table.add_section()
        cells = [line.task, line.metric, line.figure, _coloured(line.change)]
        cells += [line.peer] if peers is not None else []
        table.add_row(*cells, _literal(line.published))
    return table


def as_json(
    outcomes: Sequence[Outcome], floors: Mapping[str, Mapping[str, float]], peers: PeerOutcomes
) -> Json:
    """All figures of all outcomes; `figures` is null where the stage does not exist yet."""
    return {
        outcome.key: {
            "documents": outcome.documents,
            "figures": _rounded(outcome),
            "floors": dict(floors.get(outcome.key, {})),
            "peers": {name: _rounded(peer) for name, peer in peers if peer.key == outcome.key},
        }
        for outcome in outcomes
    }


def _rounded(outcome: Outcome) -> dict[str, float | None] | None:
    if outcome.figures is None:
        return None
    return {name: None if value is None else round(value, 4) for name, value in outcome.figures.items()}


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
        details = _literal(", ".join(f"{detail} {count}" for detail, count in group.details))
        table.add_row(group.task, group.side, group.cause, group.kind, str(group.count), details)
    return table
