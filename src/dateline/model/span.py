"""Where in a text something stands."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open `[start, end)` range of Unicode code points in a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The quoted evidence."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def hull(spans: "tuple[Span, ...] | list[Span]") -> Span:
    """The smallest span that covers all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
