"""One record for what several reports say: grouping, certainty, independence, contradiction. No SQL."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dateline.accounts.voices import Voice, tellers
from dateline.accounts.weigh import weigh
from dateline.model.factuality import Factuality
from dateline.model.records import Evidence, Weight

# What is compared, as plain JSON values: tells apart records of one kind.
type Matter = tuple[Any, ...]

_OPPOSITE = {"+": "-", "-": "+"}
_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Statement[R]:
    """One finding of one report. `row` is what a record is built of.

    Statements of one `matter` and polarity are one record. Records that hold opposite stances ("+", "-")
    on one `topic`, or on any of the `events` that it tells, contradict each other. One that is only there to
    contradict (`aside`) makes no record; one of a speaker whom nobody knows (`nameless`) makes none whatever
    is asked for.
    """

    matter: Matter
    factuality: Factuality
    topic: Matter
    stance: str
    evidence: Evidence
    row: R
    aside: bool = False
    nameless: bool = False
    events: tuple[tuple[Matter, str], ...] = ()

    @property
    def record(self) -> str:
        """The id of its record: the same for the same matter in any store, in whatever order it was read."""
        key = json.dumps([self.matter, self.factuality.polarity])
        return sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Merged[R]:
    """All that carries one record. `row` is that of the first evidence."""

    id: str
    row: R
    evidence: tuple[Evidence, ...]
    independent: int
    factuality: Factuality
    disputed_by: tuple[str, ...]
    weight: Weight


def merge[R](statements: Iterable[Statement[R]]) -> list[Merged[R]]:
    """The records that statements make, in order of the first evidence: date, report, place."""
    groups: dict[str, list[Statement[R]]] = defaultdict(list)
    voices: dict[str, list[Voice]] = defaultdict(list)
    disputes = _Disputes()
    nameless: set[str] = set()
    for statement in statements:
        record = statement.record
        for topic, stance in ((statement.topic, statement.stance), *statement.events):
            disputes.note(record, topic, stance)
        voices[record].append(Voice(statement.evidence))
        if statement.nameless:
            nameless.add(record)
        elif not statement.aside:
            groups[record].append(statement)
    merged = []
    for record, group in groups.items():
        against = disputes.against(record)
        weight = weigh(
            voices[record], [v for a in against for v in voices[a]], asserted=group[0].stance != "-"
        )
        recorded = tuple(a for a in against if a not in nameless)
        merged.append(_merged(record, group, recorded, weight))
    merged.sort(key=lambda m: (evidence_order(m.evidence[0]), m.id))
    return merged


def _merged[R](
    record: str, group: list[Statement[R]], disputed_by: tuple[str, ...], weight: Weight
) -> Merged[R]:
    group.sort(key=lambda s: evidence_order(s.evidence))
    return Merged(
        record,
        group[0].row,
        tuple(dict.fromkeys(s.evidence for s in group)),
        len(tellers(Voice(s.evidence) for s in group)),
        _factuality(group),
        disputed_by,
        weight,
    )


class _Disputes:
    """Which records take which stance on what."""

    def __init__(self) -> None:
        self._holders: dict[tuple[Matter, str], set[str]] = defaultdict(set)
        self._stances: dict[str, set[tuple[Matter, str]]] = defaultdict(set)

    def note(self, record: str, topic: Matter, stance: str) -> None:
        self._holders[topic, stance].add(record)
        self._stances[record].add((topic, stance))

    def against(self, record: str) -> tuple[str, ...]:
        """The records that take the opposite stance on a topic of this one."""
        found: set[str] = set()
        for topic, stance in self._stances[record]:
            found |= self._holders.get((topic, _OPPOSITE.get(stance, "")), set())
        return tuple(sorted(found - {record}))


def evidence_order(evidence: Evidence) -> tuple[str, str, int, int]:
    """By date of publication, reports without one last; then by report and place."""
    return evidence.published or _LAST, evidence.report, evidence.start, evidence.end


def _factuality(group: list[Statement[Any]]) -> Factuality:
    """As certain as those say who stand nearest to the outlets: what a man says of himself proves little."""
    nearest = min(len(s.evidence.chain) for s in group)
    said = (s.factuality for s in group if len(s.evidence.chain) == nearest)
    return max(said, key=lambda f: f.certainty)
