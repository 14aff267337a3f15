"""A time axis that is cut where nothing happens, so that one day of 2001 does not squeeze a week of 2021."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_MOST_CUTS = 6
_EMPTY = 0.35  # a stretch that takes more of the axis than this and holds nothing is cut out …
_LEAST = 20  # … if it has this many days
_CUT = 30.0  # pixels between two pieces
_MARGIN = 0.06  # blank before and after the entries of a piece, as a share of it


@dataclass(frozen=True, slots=True)
class Piece:
    """An uncut stretch of the axis: days (proleptic ordinals, both included) and the pixels they take."""

    first: float
    last: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days lie on an axis. Days outside all pieces lie at the nearest end of one."""

    pieces: tuple[Piece, ...]

    def x(self, day: date) -> float:
        number = day.toordinal()
        for piece in self.pieces:
            if number <= piece.last:
                share = (max(number, piece.first) - piece.first) / (piece.last - piece.first)
                return piece.left + share * (piece.right - piece.left)
        return self.pieces[-1].right

    @property
    def cuts(self) -> list[tuple[float, float]]:
        """The gaps between pieces, in pixels."""
        return [(a.right, b.left) for a, b in zip(self.pieces, self.pieces[1:], strict=False)]


def scale(extents: Iterable[tuple[date, date]], left: float, right: float) -> Scale:
    """A scale from `left` to `right` for some periods (first and last day). At least one must be given.

    A period that holds another, as a year holds a day of it, does not widen the axis: it is cut off there.
    """
    covered = _covered(_narrow(set(extents)))
    groups = _groups(covered)
    room = right - left - _CUT * (len(groups) - 1)
    pieces, at = [], left
    for (first, last), share in zip(groups, _shares(groups, covered), strict=True):
        margin = max(1.0, (last - first) * _MARGIN)
        pieces.append(Piece(first - margin, last + margin, at, at + share * room))
        at += share * room + _CUT
    return Scale(tuple(pieces))


def _narrow(extents: set[tuple[date, date]]) -> list[tuple[date, date]]:
    """The periods within which no other lies."""
    return [e for e in extents if not any(o != e and e[0] <= o[0] and o[1] <= e[1] for o in extents)]


def _shares(groups: list[tuple[int, int]], covered: list[tuple[int, int]]) -> list[float]:
    """How much of the axis each piece takes: half by its length, half by how much lies in it."""
    lengths = [last - first + 1 for first, last in groups]
    counts = [sum(first <= run[0] <= last for run in covered) for first, last in groups]
    return [
        (length / sum(lengths) + count / sum(counts)) / 2
        for length, count in zip(lengths, counts, strict=True)
    ]


def _covered(extents: Iterable[tuple[date, date]]) -> list[tuple[int, int]]:
    """The days in which something is, as runs that do not touch."""
    runs: list[tuple[int, int]] = []
    for first, last in sorted((a.toordinal(), b.toordinal()) for a, b in extents):
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    return runs


def _groups(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs joined over the gaps that are not worth cutting: the widest gap goes while it takes too much."""
    cuts: set[int] = set()
    while len(cuts) < _MOST_CUTS:
        gaps = {i: runs[i + 1][0] - runs[i][1] for i in range(len(runs) - 1) if i not in cuts}
        drawn = sum(gaps.values()) + sum(last - first for first, last in runs)
        widest = max(gaps, key=lambda i: (gaps[i], -i), default=None)
        if widest is None or gaps[widest] < max(_LEAST, drawn * _EMPTY):
            break
        cuts.add(widest)
    groups = [runs[0]]
    for i, run in enumerate(runs[1:]):
        groups[-1:] = [groups[-1], run] if i in cuts else [(groups[-1][0], run[1])]
    return groups
