"""Numbers the sentences an answer rests on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.model.records import Evidence, origins
from dateline.queries.answer import Statement
from dateline.queries.lines import Line
from dateline.queries.phrasing import Phrasing

#: What is cited for one thing at the most; the reader of sixty reports needs not sixty sentences.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Marks:
    """The numbers of the sentences that are cited; `more` tells how many others say so, "" for none."""

    numbers: tuple[int, ...]
    more: str

    def __str__(self) -> str:
        return " ".join(part for part in ("".join(f"[{n}]" for n in self.numbers), self.more) if part)


@dataclass(slots=True)
class Citations:
    """Gives every cited sentence one number, in the order of first use."""

    words: Phrasing
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _cited: list[Evidence] = field(default_factory=list)
    _behind: list[Evidence] = field(default_factory=list)

    def number(self, evidence: Evidence) -> int:
        """The number of a sentence; one that its report has twice, word for word, has one."""
        key = _sentence(evidence)
        if key not in self._numbers:
            self._cited.append(evidence)
            self._numbers[key] = len(self._cited)
        return self._numbers[key]

    def marks(self, evidence: Iterable[Evidence]) -> Marks:
        """The numbers of some sentences: of many, the first of every origin go before a second of any."""
        pieces = list({_sentence(piece): piece for piece in evidence}.values())
        self._behind += pieces
        chosen = sorted(pieces, key=_turns(pieces).__getitem__)[:_MOST]
        left = len(pieces) - len(chosen)
        more = self.words.table["page"]["cited_more"].format(count=left) if left else ""
        return Marks(tuple(sorted(self.number(p) for p in pieces if p in chosen)), more)

    def line(self, statement: Statement) -> str:
        """A statement with each chain of speakers followed by its citations."""
        parts = [f"{v.label} {self.marks(v.evidence)}".strip() for v in statement.voices]
        if not parts:
            return statement.sentence
        if statement.voices[0].label:
            return f"{statement.sentence} — {'; '.join(parts)}"
        own, *others = parts
        also = f" — {self.words.table['page']['also_said']} {'; '.join(others)}" if others else ""
        return f"{statement.sentence} {own}{also}"

    def told(self, line: Line) -> str:
        """A line in full; what is told of one person is a list after the name."""
        if line.lead is None:
            return self.line(line.statements[0])
        words = self.words
        parts = (
            f"{s.short}{words.according_to(s)} {self.marks(s.evidence)}{words.short_mark(s)}".strip()
            for s in line.statements
        )
        return f"{line.lead}: {'; '.join(parts)}"

    def counted(self) -> str:
        """How much stands behind all that was told: "5 reports, 4 independent origins"."""
        page, behind = self.words.table["page"], [*self._cited, *self._behind]
        reports, independent = len({e.report for e in behind}), len(origins(behind))
        told = page["counted"][reports != 1].format(reports=reports)
        return f"{told}, {page['origins'][independent != 1].format(origins=independent)}"

    def cited(self) -> list[tuple[int, Evidence]]:
        """The cited sentences with their numbers."""
        return list(enumerate(self._cited, 1))


def _sentence(evidence: Evidence) -> tuple[str, str]:
    return evidence.report, " ".join(evidence.text.split())


def _turns(pieces: Iterable[Evidence]) -> dict[Evidence, int]:
    """How many of the same origin stand before each."""
    seen: Counter[str] = Counter()
    turns = {}
    for piece in pieces:
        by = piece.origin or piece.report
        turns[piece] = seen[by]
        seen[by] += 1
    return turns


def origin(evidence: Evidence, unknown: str) -> str:
    """Where a sentence was printed: outlet and date, as far as known."""
    day = (evidence.published or "").partition("T")[0]
    return ", ".join(part for part in (evidence.outlet or unknown, day) if part)
