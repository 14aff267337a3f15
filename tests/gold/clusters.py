"""The notation of a `.cluster` file: reports of one story, and which of their events are one account.

    covers: what the cluster is there for
    --- a · Hill Post · 2023-05-02
    The report's text.
    --- b · Coast Wire · 2023-05-03
    Another one.
    ===
    attacked@a: a b · standing=corroborated n=2 dead=12..12 place=Djibo

An expectation names an event by a word that tells it and a report, then the reports that the account of that
event must have, no more and no fewer. Attributes: `standing`, `n` (independent origins), `first` (when it was
first reported), `actors` and `place` (a "-" stands for a blank), `dead` (and other numbers, `low..high`).
`claim@a` speaks of the claims of report a instead: `against=b` asks that one of them contradicts, or is
contradicted by, one of b.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "clusters"

_REPORT = re.compile(r"--- (?P<id>\w+) · (?P<outlet>[^·]+) · (?P<published>\S+)")
_EXPECTED = re.compile(
    r"(?P<word>[\w-]+)@(?P<report>\w+): (?P<reports>[^·=]*?)(?:(?:^|· ?|(?<=: ))(?P<rest>\S+=.*))?"
)


@dataclass(frozen=True)
class GoldReport:
    id: str
    outlet: str
    published: str
    text: str


@dataclass(frozen=True)
class Expected:
    """One line of expectations; `reports` is empty for claims."""

    word: str
    report: str
    reports: frozenset[str]
    attributes: dict[str, str]
    line: str


@dataclass(frozen=True)
class Cluster:
    name: str
    reports: tuple[GoldReport, ...]
    expected: tuple[Expected, ...]


def read_cluster(path: Path) -> Cluster:
    """Raises ValueError, with the line, where the file does not follow the notation."""
    head, _, tail = path.read_text(encoding="utf-8").partition("\n===\n")
    reports = []
    for part in re.split(r"^(?=--- )", head, flags=re.MULTILINE)[1:]:
        first, _, text = part.partition("\n")
        found = _REPORT.fullmatch(first)
        if found is None:
            raise ValueError(f"{path.name}: {first}")
        reports.append(GoldReport(found["id"], found["outlet"], found["published"], text.strip()))
    return Cluster(path.stem, tuple(reports), tuple(_expected(path, x) for x in tail.strip().splitlines()))


def _expected(path: Path, line: str) -> Expected:
    found = _EXPECTED.fullmatch(line)
    if found is None:
        raise ValueError(f"{path.name}: {line}")
    attributes = dict(a.split("=", 1) for a in (found["rest"] or "").split())
    return Expected(found["word"], found["report"], frozenset(found["reports"].split()), attributes, line)


def clusters() -> list[Cluster]:
    return [read_cluster(path) for path in sorted(FOLDER.glob("*.cluster"))]
