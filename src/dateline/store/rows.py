"""One report's analysis as rows: what stands in which sentence, and on whose word."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model.analysis import Analysis
from dateline.model.attribution import Attribution
from dateline.model.entity import Form, Label, Mention, Participant
from dateline.model.report import Part, Report
from dateline.model.span import Span, hull

_ATTRIBUTES = 2
# So many sentences tell first what a report is about.
_HEAD = 2


@dataclass(frozen=True)
class Placed:
    """An analysis with quick answers to where its findings stand."""

    analysis: Analysis

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(sorted(self.analysis.sentences))

    @cached_property
    def mentions_of(self) -> Counter[str]:
        """Entity -> number of its mentions."""
        return Counter(m.entity for m in self.analysis.mentions if m.entity is not None)

    @cached_property
    def named(self) -> frozenset[str]:
        """The entities that the report calls by a name, not only by a description or pronoun."""
        forms = (Form.NAME, Form.ADJECTIVE)
        return frozenset(m.entity for m in self.analysis.mentions if m.entity is not None and m.form in forms)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _ends(self) -> list[int]:
        return [s.end for s in self.sentences]

    def sentence(self, span: Span) -> int | None:
        """Which sentence a span begins in."""
        position = bisect_right(self._starts, span.start) - 1
        return position if position >= 0 and span.start < self._ends[position] else None

    def at_head(self, span: Span) -> bool:
        """Whether a span stands in the title of its report, or in the first sentences of its text."""
        return any(part.covers(span) for part in self._head)

    @cached_property
    def _head(self) -> tuple[Span, ...]:
        parts = self.analysis.report.body()
        titles = tuple(p.span for p in parts if p.part is Part.TITLE)
        told = [s for s in self.sentences if any(p.part is Part.BODY and p.span.overlaps(s) for p in parts)]
        return titles + tuple(told[:_HEAD])

    def shown_by(self, span: Span) -> Span:
        """The smallest run of sentences that covers a span; the span itself where it stands in none."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end) - 1
        if first > last:
            return span
        return hull((self.sentences[first], self.sentences[last], span))

    def of_all(self, number: Span, people: tuple[Participant, ...]) -> bool:
        """Whether a number counts all of some people: some in its words, the others persons by name."""
        counted = [self.counts(number, p.span) for p in people]
        named = (p.entity in self._persons for p in people)
        return any(counted) and all(c or n for c, n in zip(counted, named, strict=True))

    @cached_property
    def _persons(self) -> frozenset[str]:
        return frozenset(e.id for e in self.analysis.entities if e.type == Label.PERSON)

    def counts(self, number: Span, people: Span) -> bool:
        """Whether a number stands in the words for some people, or before them with an attribute or two."""
        between = self.analysis.report.text[number.end : people.start]
        words = between.split()
        near = number.end <= people.start and len(words) <= _ATTRIBUTES and all(w.isalpha() for w in words)
        return near or number.overlaps(people)

    def side(self, participant: Participant) -> str | None:
        """Whom the words for a participant name besides it: the army of "soldiers of the Hill Army"."""
        inside = (
            m.entity
            for m in self._mentioned.within(participant.span)
            if m.form is Form.NAME
            and m.label is not Label.PLACE
            and m.entity not in (None, participant.entity)
        )
        return next(inside, None)

    @cached_property
    def _mentioned(self) -> "_Spans[Mention]":
        return _Spans([(m.span, m) for m in self.analysis.mentions])

    @cached_property
    def _said(self) -> "_Spans[tuple[int, Attribution]]":
        """The contents of the attributions, with these and their numbers."""
        numbered = enumerate(self.analysis.attributions)
        return _Spans([(content, (n, a)) for n, a in numbered for content in a.content])

    def speech(self, sentence: Span) -> str | None:
        """The innermost attribution whose content makes up most of a sentence; None: the outlet's voice."""
        best: tuple[int, str] | None = None
        for _, attribution in sorted(dict(self._said.meeting(sentence)).items()):
            inside = sum(_overlap(sentence, content) for content in attribution.content)
            if inside * 2 > sentence.end - sentence.start and (best is None or inside <= best[0]):
                best = (inside, attribution.id)
        return best[1] if best else None

    def about(self, attribution: Attribution) -> frozenset[str]:
        """The entities mentioned in what is said."""
        return frozenset(
            m.entity for c in attribution.content for m in self._mentioned.within(c) if m.entity is not None
        )


class _Spans[T]:
    """Things that stand in a text, found by where: a long report has too many to look at each."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [span.start for span, _ in self._things]
        self._longest = max((span.end - span.start for span, _ in self._things), default=0)

    def within(self, whole: Span) -> Iterator[T]:
        """Those that a span covers, in text order."""
        for at in range(bisect_left(self._starts, whole.start), bisect_right(self._starts, whole.end)):
            span, thing = self._things[at]
            if whole.covers(span):
                yield thing

    def meeting(self, other: Span) -> Iterator[T]:
        """Those that share a character with a span, in text order."""
        first = bisect_left(self._starts, other.start - self._longest)
        for at in range(first, bisect_left(self._starts, other.end)):
            span, thing = self._things[at]
            if span.overlaps(other):
                yield thing


def attribution_span(attribution: Attribution) -> Span:
    """All of an attribution: who, by which words, what."""
    return hull([*attribution.source, *attribution.cue, *attribution.content])


def outermost_first(attributions: Iterable[Attribution]) -> Iterator[list[Attribution]]:
    """The attributions in layers: each stands in a later one than the attribution it is nested in.

    Where they are nested in a circle, which no right analysis gives, one is taken for the outermost.
    """
    waiting = {a.id: a for a in attributions}
    while waiting:
        layer = [a for a in waiting.values() if a.parent not in waiting or a.parent == a.id]
        layer = layer or [next(iter(waiting.values()))]
        for attribution in layer:
            del waiting[attribution.id]
        yield layer


def body(report: Report) -> str:
    """What the report itself says: no headline, captions, promotions."""
    return "\n".join(p.span.of(report.text) for p in report.passages if p.part is Part.BODY)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
