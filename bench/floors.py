"""Floors: figures that must not fall.  Lowered only with a reason, which goes into CHANGELOG.md."""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.data import BenchError
from bench.runner import Outcome

ROOT = Path(__file__).resolve().parents[1]
FLOORS = Path(__file__).with_name("floors.toml")
CHANGELOG = ROOT / "CHANGELOG.md"
TOLERANCE = 0.0005
SLICE_MARGIN = 0.02
FULL, SLICE = "full", "slice"

type Floors = dict[str, dict[str, float]]

_HEAD = (
    "# Figures that must not fall, by task: [full] over whole splits, [slice] over the small CI slice.\n"
    "# Written by `python -m bench --accept`; lowering one needs `--reason`, which goes into CHANGELOG.md.\n"
)
_LOWERED = "### Benchmark floors lowered"


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor."""

    key: str
    figure: str
    floor: float
    value: float


def read_all(path: Path = FLOORS) -> dict[str, Floors]:
    """All floors, by set (`full`, `slice`)."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def read_floors(which: str = FULL, path: Path = FLOORS) -> Floors:
    """The floors of one set: task key -> figure -> floor."""
    return read_all(path).get(which, {})


def falls(outcomes: Iterable[Outcome], floors: Mapping[str, Mapping[str, float]]) -> list[Fall]:
    """Every figure that lies below its floor; a stage that gives nothing any more has fallen to 0."""
    found: list[Fall] = []
    for outcome in outcomes:
        for figure, floor in floors.get(outcome.key, {}).items():
            value = outcome.headline(figure) or 0.0
            if value < floor - TOLERANCE:
                found.append(Fall(outcome.key, figure, floor, value))
    return found


def accept(outcomes: Iterable[Outcome], which: str, reason: str | None, path: Path = FLOORS) -> list[Fall]:
    """Makes the headline figures the floors of a set and gives back those that were lowered.

    Raises BenchError, and writes nothing, when a floor would be lowered without a reason.
    """
    outcomes = list(outcomes)
    everything = read_all(path)
    floors = everything.setdefault(which, {})
    lowered = falls(outcomes, floors)
    if lowered and not reason:
        names = ", ".join(
            f"{fall.key} {fall.figure} {fall.floor:.3f} -> {fall.value:.3f}" for fall in lowered
        )
        raise BenchError(f"lowering a floor needs --reason: {names}")
    for outcome in outcomes:
        known = floors.get(outcome.key, {})
        accepted = {
            headline.figure: _floor(outcome.headline(headline.figure) or 0.0, which)
            for headline in outcome.task.headlines
            if headline.floor and (headline.figure in known or outcome.headline(headline.figure) is not None)
        }
        if accepted:
            floors[outcome.key] = accepted
    path.write_text(_as_toml(everything), encoding="utf-8")
    return lowered


def _floor(value: float, which: str) -> float:
    """The figure; for the small slice, where single items weigh much, a little below it."""
    return max(0.0, math.floor((value - SLICE_MARGIN) * 100) / 100) if which == SLICE else round(value, 4)


def log_lowered(lowered: Iterable[Fall], reason: str, path: Path = CHANGELOG) -> None:
    """Appends the lowered floors with their reason to the changelog."""
    text = path.read_text(encoding="utf-8") if path.is_file() else "# Changelog\n"
    lines = [
        f"- {fall.key} `{fall.figure}` {fall.floor:.4f} -> {fall.value:.4f}: {reason}\n" for fall in lowered
    ]
    if _LOWERED not in text:
        text = f"{text.rstrip()}\n\n{_LOWERED}\n\n"
    before, heading, after = text.partition(f"{_LOWERED}\n\n")
    path.write_text(before + heading + "".join(lines) + after, encoding="utf-8")


def _as_toml(everything: Mapping[str, Floors]) -> str:
    parts = [_HEAD]
    for which in sorted(everything):
        for key in sorted(everything[which]):
            parts.append(f'\n[{which}."{key}"]\n')
            parts += [f'"{figure}" = {value}\n' for figure, value in everything[which][key].items()]
    return "".join(parts)
