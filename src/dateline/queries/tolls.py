"""How many, by whom: the numbers of an event, each version of them with its sources. Nothing is averaged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from dateline.language import Table
from dateline.model.records import Detail, EventRecord, EventVersion, Evidence, Toll
from dateline.queries.phrasing import Phrasing

_FALLEN = (Detail.RETRACTED, Detail.CORRECTED)
_LARGE = 100  # from here on numbers are rounded rather than counted
_FEW = 2  # so many sources of a number are named, the rest counted


@dataclass(frozen=True)
class TollPhrasing:
    """The numbers of events, in the words of a phrasing."""

    words: Phrasing

    @cached_property
    def table(self) -> Table:
        table: Table = self.words.table["event"]
        return table

    def told(self, event: EventRecord, recipients: str) -> str:
        """The numbers that the sentence has not said: "3 dead (Reuters) or at least 5 dead (a medic)"."""
        found = (self._of_kind(event, kind, recipients) for kind in self.table["counted"])
        return str(self.table["comma"].join(filter(None, found)))

    def count(self, toll: Toll, kind: str) -> str:
        """A number with its bounds: "at least 3 dead"."""
        bounds = self.table["bounds"]
        if toll.high == 0:
            number = bounds["none"]
        elif toll.low == toll.high:
            number = bounds["exact"].format(low=_grouped(toll.low))
        elif toll.high is None:
            round_ = _exceeded(toll.low)
            number = bounds["least" if round_ is None else "more"].format(low=_grouped(round_ or toll.low))
        elif not toll.low:
            number = bounds["most"].format(high=_grouped(toll.high))
        else:
            number = bounds["between"].format(low=_grouped(toll.low), high=_grouped(toll.high))
        return f"{number} {self.table['counted'][kind]}"

    def versions(self, event: EventRecord, kind: str) -> dict[str, list[Toll]]:
        """The numbers of a kind that still stand, in words, in the order in which they were reported."""
        found: dict[str, list[Toll]] = {}
        for toll in _standing(event, kind):
            found.setdefault(self.count(toll, kind), []).append(toll)
        return found

    def _of_kind(self, event: EventRecord, kind: str, recipients: str) -> str:
        versions = self.versions(event, kind)
        if len(versions) > 1:
            parts = (f"{count} ({self.sources(t.evidence for t in ts)})" for count, ts in versions.items())
            return str(self.table["or"].join(parts))
        for count, tolls in versions.items():
            return "" if self._said(tolls[0], recipients) else count
        return ""

    def _said(self, toll: Toll, recipients: str) -> bool:
        """Whether those who are counted have been named one by one, or with their number and its bound."""
        if not self.counts(toll, recipients) or (toll.low != toll.high and not self._bound(toll, recipients)):
            return False
        return toll.low == 1 or bool(self.numbers(recipients))

    def counts(self, toll: Toll, recipients: str) -> bool:
        """Whether a number is of the recipients of an event, as such or by the number in their name."""
        exact = toll.low == toll.high and toll.low in self.numbers(recipients)
        return toll.of_recipients or exact or self._bound(toll, recipients)

    def _bound(self, toll: Toll, recipients: str) -> bool:
        """Whether the recipients are named with the lower bound of a number: "at least nine people"."""
        if toll.high is not None or toll.low is None:
            return False
        words, numbers = recipients.lower(), self.numbers(recipients)
        bounds = {"least": toll.low, "more": toll.low - 1}
        return any(
            low in numbers and str(self.table["bounds"][bound]).format(low="") in words
            for bound, low in bounds.items()
        )

    def numbers(self, words: str) -> list[int]:
        """The numbers in some words, in words or figures."""
        units = self.words.language.table("numbers")["units"]
        tokens = chain.from_iterable(token.split("-") for token in words.lower().replace(",", "").split())
        return [int(t) if t.isdigit() else int(units[t]) for t in tokens if t in units or t.isdigit()]

    def sources(self, evidence: Iterable[Evidence]) -> str:
        """Who gives a number: outlets that say it themselves, speakers with the outlets that quote them."""
        via = str(self.table["via"])
        unknown = self.words.table["page"]["unknown_outlet"]
        names = dict.fromkeys(
            via.format(speaker=self.words.names.speaker(e.chain[-1]), outlet=e.outlet or unknown)
            if e.chain
            else e.outlet or unknown
            for e in evidence
        )
        named = list(names)[:_FEW]
        more = len(names) - len(named)
        others = [str(self.table["others"][more > 1]).format(count=more)] if more else []
        return str(self.table["comma"].join([*named, *others]))


def _standing(event: EventRecord, kind: str) -> Iterator[Toll]:
    """The numbers of a kind that nobody has taken back or put right; without versions, the record's own.

    A version's number counts the record's recipients only where they are its own.
    """
    versions: tuple[EventVersion, ...] = event.versions
    current = [
        replace(toll, of_recipients=toll.of_recipients and v.recipients == event.recipients)
        for v in versions
        if (toll := v.size.get(kind)) is not None and not set(v.differs) & set(_FALLEN)
    ]
    own = event.size.get(kind)
    yield from current or ([own] if own else [])


def _grouped(number: int | None) -> str:
    return f"{number or 0:,}"


def _exceeded(low: int | None) -> int | None:
    """The large round number that a lower bound lies just above: 141 is told as "more than 140"."""
    below = (low or 0) - 1
    return below if below >= _LARGE and len(str(below).rstrip("0")) <= 2 else None
