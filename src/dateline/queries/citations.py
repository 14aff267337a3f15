"""Numbers the sentences an answer rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.model.records import Evidence, origins
from dateline.queries.answer import Statement
from dateline.queries.lines import Line
from dateline.queries.phrasing import Phrasing


@dataclass(slots=True)
class Citations:
    """Gives every cited sentence one number, in the order of first use."""

    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _cited: list[Evidence] = field(default_factory=list)

    def number(self, evidence: Evidence) -> int:
        key = (evidence.report, evidence.start, evidence.end)
        if key not in self._numbers:
            self._cited.append(evidence)
            self._numbers[key] = len(self._cited)
        return self._numbers[key]

    def marks(self, evidence: Iterable[Evidence]) -> str:
        """The numbers of some sentences, as "[1][4]"."""
        return "".join(f"[{n}]" for n in sorted({self.number(e) for e in evidence}))

    def line(self, statement: Statement) -> str:
        """A statement with each chain of speakers followed by its citations."""
        parts = [f"{v.label} {self.marks(v.evidence)}".strip() for v in statement.voices]
        if not parts:
            return statement.sentence
        own = not statement.voices[0].label
        return f"{statement.sentence}{' ' if own else ' — '}{'; '.join(parts)}"

    def told(self, line: Line, words: Phrasing) -> str:
        """A line in full; what is told of one person is a list after the name."""
        if line.lead is None:
            return self.line(line.statements[0])
        parts = (
            f"{s.short}{words.according_to(s)} {self.marks(s.evidence)}{words.short_mark(s)}".strip()
            for s in line.statements
        )
        return f"{line.lead}: {'; '.join(parts)}"

    def counted(self, words: Phrasing) -> str:
        """How much stands behind all that was cited: "5 reports, 4 independent origins"."""
        page = words.table["page"]
        reports, independent = len({e.report for e in self._cited}), len(origins(self._cited))
        told = page["counted"][reports != 1].format(reports=reports)
        return f"{told}, {page['origins'][independent != 1].format(origins=independent)}"

    def cited(self) -> list[tuple[int, Evidence]]:
        """The cited sentences with their numbers."""
        return list(enumerate(self._cited, 1))


def origin(evidence: Evidence, unknown: str) -> str:
    """Where a sentence was printed: outlet and date, as far as known."""
    day = (evidence.published or "").partition("T")[0]
    return ", ".join(part for part in (evidence.outlet or unknown, day) if part)
