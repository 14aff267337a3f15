"""Where the parts of an attribution stand in the text: runs of tokens to offsets, with their marks."""

from bisect import bisect_right
from collections.abc import Iterator

from dateline.analysis.attribution.reading import Reading, Source, ranges
from dateline.analysis.draft import Draft
from dateline.model.attribution import Kind, Quotation
from dateline.model.span import Span

_DIRECT = 0.95  # share of quoted letters from which a content counts as direct
_EDGE = frozenset((",", ";", ":", "—", "-", "–", ".", "(", ")"))
_MARKS = frozenset(('"', "'", "`", "''", "``"))


def source_spans(draft: Draft, source: Source) -> tuple[Span, ...]:
    """The phrase; a relative pronoun stands by itself, beside its antecedent."""
    if source.refers == source.head:
        return spans_of(draft, source.tokens, _EDGE | _MARKS)
    return (*spans_of(draft, source.tokens - {source.head}, _EDGE | _MARKS), *spans_of(draft, {source.head}))


def cue_spans(draft: Draft, reading: Reading) -> tuple[Span, ...]:
    return spans_of(draft, reading.cue) or tuple(draft.parse.span(t, t + 1) for t in sorted(reading.cue))


def spans_of(
    draft: Draft, tokens: "set[int] | frozenset[int]", edge: frozenset[str] = _EDGE
) -> tuple[Span, ...]:
    """Offsets of a set of tokens, punctuation at the edges of every run left out unless it is quoted."""
    parse = draft.parse
    found: list[Span] = []
    for start, end in ranges(tokens):
        while start < end and parse.words[start] in edge:
            start += 1
        while end > start and (parse.words[end - 1] in edge or parse.pos[end - 1] == "CCONJ"):
            end -= 1
        if start < end and not all(parse.pos[t] == "PUNCT" for t in range(start, end)):
            found.append(parse.span(start, end))
    return tuple(found)


def kind_of(draft: Draft, content: tuple[Span, ...]) -> Kind:
    """Direct, mixed or indirect, by the share of the content's letters in quotation marks."""
    inside = total = 0
    for span in content:
        total += span.end - span.start
        inside += sum(min(span.end, q.span.end) - max(span.start, q.span.start) for q in _quoted(draft, span))
    if inside == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if inside >= _DIRECT * total else Kind.MIXED


def with_mark(draft: Draft, span: Span) -> Span:
    """A span that ends with the last word of a quotation that it opens takes in the closing mark."""
    for quotation in _quoted(draft, span):
        ends = quotation.inner.end - 1 <= span.end < quotation.span.end
        if quotation.span.start >= span.start and ends:
            return Span(span.start, quotation.span.end)
    return span


def _quoted(draft: Draft, span: Span) -> Iterator[Quotation]:
    """The outermost quotations that share letters with a span."""
    quotations = draft.quotations
    at = bisect_right(quotations, span.start, key=lambda q: q.span.start) - 1
    while at > 0 and quotations[at].parent is not None:
        at -= 1
    for quotation in quotations[max(at, 0) :]:
        if quotation.span.start >= span.end:
            return
        if quotation.parent is None and quotation.span.overlaps(span):
            yield quotation
