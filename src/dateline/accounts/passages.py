"""Which passages of a report another one has, too, and from whom each of its passages is taken.

All of it is a function of two texts, or of the set of reports, never of the order in which they were read.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.accounts.fingerprint import Fingerprint, Word
from dateline.language import language_of
from dateline.language.agencies import agency_called
from dateline.model.report import Report
from dateline.model.span import Span

# So many words outside quotation marks two reporters do not set down alike by chance; long names and
# formulas ("according to the ministry of …") stay below it. Quoted words count for nothing: two reporters
# may have heard the same man.
LEAST = 16
# Where two reports share such a passage, shorter ones that they share are taken, too; where so much of what a
# report says outside quotation marks is shared, so are its quotations.
FURTHER, MOSTLY = 8, 0.5
# Shared words that stand further apart are passages of their own; nearer ones were edited.
GAP = 12
# Of the words of a passage, so many must be shared.
DENSE = 0.5
# A passage begins and ends with a sentence if only so many words are missing: marks seldom reach its edge.
EDGE = 8
# A report is a reprint if another has so much of its text.
SHARE = 0.5
# What an editor adds to a reprint is his own from so many words in a row on; less is wording. A new top is
# most often the old one in other words.
OWN, OWN_TOP = 24, 80


def rank(report: Report, published: str | None, outlet: str | None, name: str) -> str:
    """Whom a shared passage is taken from: the least has it first.

    An agency's own report comes before those that credit an agency, these before all others; then the
    earliest, undated ones last; then the least `name`.
    """
    language = language_of(report.document.language)
    credit = 0 if agency_called(outlet or "", language) else 1 if report.agency else 2
    return f"{credit} {published or '9999'} {name}"


def shared_passages(text: Fingerprint, shared: Collection[int]) -> list[Span]:
    """The passages of a text that another text with these marks in common has, too, in text order."""
    runs = [run for run in _runs(text, shared) if _dense(run)]
    if len(runs) != 1 or runs[0].marks < len(text.marks):  # it is not all of the text
        runs = _taken(text, runs)
    edges = (_edges(text.words, run.first, run.last) for run in runs)
    return [Span(text.words[first].span.start, text.words[last].span.end) for first, last in edges]


def _taken(text: Fingerprint, runs: Sequence["_Run"]) -> list["_Run"]:
    """The runs that are no chance, and what hangs on them."""
    told = [sum(not text.words[i].quoted for i in run.words) for run in runs]
    proof = sum(n for n in told if n >= LEAST)
    own_voice = sum(not word.quoted for word in text.words)
    words = [len(run.words) for run in runs] if proof >= MOSTLY * own_voice else told
    return [run for run, n in zip(runs, words, strict=True) if proof and n >= FURTHER]


@dataclass(slots=True)
class _Run:
    """Words `first` to `last`; `words` are the numbers of those that are shared."""

    first: int
    last: int
    words: set[int]
    marks: int = 1


def _runs(text: Fingerprint, shared: Collection[int]) -> list[_Run]:
    """Shared marks that stand near each other. Between two neighbours all words are shared."""
    runs: list[_Run] = []
    neighbour = False
    for mark in text.marks:
        if mark.hash not in shared:
            neighbour = False
            continue
        run = runs[-1] if runs else None
        if run is None or _apart(text.words, run.last, mark.first):
            runs.append(_Run(mark.first, mark.last, set(range(mark.first, mark.last + 1))))
        else:
            begin = run.last if neighbour else mark.first
            run.words.update(range(begin, mark.last + 1))
            run.last, run.marks = max(run.last, mark.last), run.marks + 1
        neighbour = True
    return runs


def _apart(words: Sequence[Word], last: int, first: int) -> bool:
    """Whether shared words stand too far from each other; behind the report's own words a new sentence is
    no edited one if either is a quotation, which two reporters may have heard.
    """
    if first - last > GAP:
        return True
    quotation = words[last].quoted or words[first].quoted
    return quotation and first - last > 1 and any(word.last for word in words[last:first])


def _dense(run: _Run) -> bool:
    return len(run.words) >= DENSE * (run.last - run.first + 1)


def _edges(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The run, grown to whole sentences where little is missing."""
    begin = next(
        (i for i in range(first, max(-1, first - EDGE - 1), -1) if i == 0 or words[i - 1].last), first
    )
    limit = min(len(words), last + EDGE + 1)
    return begin, next((i for i in range(last, limit) if words[i].last), last)


@dataclass(frozen=True, slots=True)
class Loan:
    """A passage that a report of lower rank has, too."""

    source: int
    rank: str
    span: Span


@dataclass(frozen=True, slots=True)
class Derivation:
    """From whom a report's text is taken.

    `origin` is the first report that has most of it, None if it is no reprint; `share` is how much of the
    text earlier reports have (0..1); `passages` do not overlap, and name the first report with each.
    """

    origin: int | None
    share: float
    passages: tuple[tuple[Span, int], ...]


def derive(length: int, loans: Iterable[Loan]) -> Derivation:
    """What a report of `length` characters derives from, by all that it shares with reports of lower rank."""
    ordered = sorted(loans, key=lambda x: (x.rank, x.span))
    total: dict[int, int] = {}
    for loan in ordered:
        total[loan.source] = total.get(loan.source, 0) + loan.span.end - loan.span.start
    origin = next((source for source, shared in total.items() if shared >= SHARE * length), None)
    passages: list[tuple[Span, int]] = []
    for loan in ordered:
        taken = sorted(span for span, _ in passages)
        passages += [(free, loan.source) for free in _without(loan.span, taken)]
    covered = sum(span.end - span.start for span, _ in passages)
    return Derivation(origin, min(1.0, covered / length) if length else 0.0, tuple(sorted(passages)))


def _without(span: Span, taken: Sequence[Span]) -> list[Span]:
    """What of a span the others, sorted and apart from each other, leave free."""
    inside = [s for s in taken if s.overlaps(span)]
    edges = [span.start, *(e for s in inside for e in (s.start, s.end)), span.end]
    return [Span(a, b) for a, b in list(pairwise(edges))[::2] if a < b]


def passage_origin[S: (int, str)](place: Span, passages: Iterable[tuple[Span, S]]) -> S | None:
    """The report that most of a place is taken from; None where most of it is in no derived passage."""
    found: dict[S, int] = {}
    for span, source in passages:
        common = min(span.end, place.end) - max(span.start, place.start)
        if common > 0:
            found[source] = found.get(source, 0) + common
    if not found or 2 * sum(found.values()) < place.end - place.start:
        return None
    return min(found, key=lambda s: (-found[s], s))


def own_words(place: Span, bounds: Span, passages: Sequence[Span], text: str) -> bool:
    """Whether a place stands in a long stretch of a reprint that is in nobody's text but its own."""
    before = max((s.end for s in passages if s.start < place.start), default=bounds.start)
    behind = min((s.start for s in passages if s.end > place.end), default=bounds.end)
    return len(text[before:behind].split()) >= (OWN_TOP if before == bounds.start else OWN)
