"""re3d: mentions of people, organisations, places and times.

`exact` compares spans without leading determiner, final possessive and outer punctuation, which guidelines
treat differently; `span_…` leaves the type out. Names, common nouns and pronouns all count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from bench.contract import Span
from bench.errors import FALSE_ALARM, MISS, WRONG, Error
from bench.matching import match_spans
from bench.metrics import Figures, rates
from bench.spans import Sentences, jaccard, overlap, trim
from bench.tasks import re3d
from bench.tasks.base import Case, Headline, Task
from bench.tasks.re3d import TYPES, Gold, Typed


def _trimmed(case: Case[Gold], entities: Sequence[Typed]) -> list[Typed]:
    return [Typed(trim(case.text, item.span), item.type) for item in entities]


def _of_type(entities: Sequence[Typed], name: str) -> list[Span]:
    return [item.span for item in entities if item.type == name]


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    return (Counter(one) & Counter(other)).total()


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Exact and overlap rates, typed and untyped, and by type."""
    tally: Counter[str] = Counter()
    for case in cases:
        gold = _trimmed(case, case.gold.entities)
        predicted = _trimmed(case, re3d.predicted_entities(case.analysis))
        gold_spans, predicted_spans = [item.span for item in gold], [item.span for item in predicted]
        tally["gold"] += len(gold)
        tally["predicted"] += len(predicted)
        tally["span exact"] += _common(gold_spans, predicted_spans)
        tally["span overlap"] += len(match_spans(gold_spans, predicted_spans))
        for name in TYPES:
            mine, theirs = _of_type(gold, name), _of_type(predicted, name)
            tally[f"gold {name}"] += len(mine)
            tally[f"predicted {name}"] += len(theirs)
            tally[f"exact {name}"] += _common(mine, theirs)
            tally[f"overlap {name}"] += len(match_spans(mine, theirs))
    return _figures(tally)


def _figures(tally: Counter[str]) -> Figures:
    exact = sum(tally[f"exact {name}"] for name in TYPES)
    overlapping = sum(tally[f"overlap {name}"] for name in TYPES)
    gold, predicted = tally["gold"], tally["predicted"]
    figures: Figures = {
        **rates("entity_exact", exact, predicted, gold),
        **rates("entity_overlap", overlapping, predicted, gold),
        **rates("span_exact", tally["span exact"], predicted, gold),
        **rates("span_overlap", tally["span overlap"], predicted, gold),
    }
    for name in TYPES:
        for way in ("exact", "overlap"):
            by_type = rates("", tally[f"{way} {name}"], tally[f"predicted {name}"], tally[f"gold {name}"])
            figures[f"by_type.{name}.{way}_f"] = by_type[".f"]
    return figures


# ---------------------------------------------------------------- errors


class _Listing:
    """The errors of one document: typed matches first; what is left is explained by what it overlaps."""

    def __init__(self, case: Case[Gold]) -> None:
        self.case = case
        self.sentences = Sentences(case.text)
        self.gold = list(case.gold.entities)
        self.predicted = re3d.predicted_entities(case.analysis)

    def all(self) -> Iterator[Error]:
        left_gold, left_predicted = set(range(len(self.gold))), set(range(len(self.predicted)))
        for i, j in self.typed_pairs():
            left_gold.discard(i)
            left_predicted.discard(j)
            if trim(self.case.text, self.gold[i].span) != trim(self.case.text, self.predicted[j].span):
                yield self.error(WRONG, self.boundary(i, j), self.gold[i], self.predicted[j])
        for i, j in self.untyped_pairs(sorted(left_gold), sorted(left_predicted)):
            left_gold.discard(i)
            left_predicted.discard(j)
            yield self.error(MISS, f"wrong label: {self.predicted[j].type}", self.gold[i], self.predicted[j])
        for i in sorted(left_gold):
            yield self.error(MISS, self.missing(i), self.gold[i], None)
        for j in sorted(left_predicted):
            yield self.error(FALSE_ALARM, self.spurious(j), None, self.predicted[j])

    def typed_pairs(self) -> Iterator[tuple[int, int]]:
        for name in TYPES:
            gold = [i for i, item in enumerate(self.gold) if item.type == name]
            predicted = [j for j, item in enumerate(self.predicted) if item.type == name]
            for i, j in match_spans(_of_type(self.gold, name), _of_type(self.predicted, name)):
                yield gold[i], predicted[j]

    def untyped_pairs(self, gold: list[int], predicted: list[int]) -> Iterator[tuple[int, int]]:
        for i, j in match_spans(
            [self.gold[i].span for i in gold], [self.predicted[j].span for j in predicted]
        ):
            yield gold[i], predicted[j]

    def boundary(self, i: int, j: int) -> str:
        (start, end), (from_, to) = self.gold[i].span, self.predicted[j].span
        if start <= from_ and to <= end:
            return "boundary: too short"
        return "boundary: too long" if from_ <= start and end <= to else "boundary: shifted"

    def missing(self, i: int) -> str:
        span = self.gold[i].span
        covering = any(overlap(span, item.span) for item in self.predicted)
        return "missing beside another mention" if covering else "missing"

    def spurious(self, j: int) -> str:
        span = self.predicted[j].span
        near = max(self.gold, key=lambda item: jaccard(item.span, span), default=None)
        return "second mention over one gold" if near is not None and overlap(near.span, span) else "spurious"

    def error(self, side: str, cause: str, gold: Typed | None, predicted: Typed | None) -> Error:
        shown = gold or predicted
        assert shown is not None
        text = self.case.text
        form = re3d.form_of(text, shown.span)
        words = text[slice(*shown.span)].split()
        detail = " ".join(words).lower() if form == "pronoun" or len(words) < 3 else words[-1].lower()
        return Error(
            task=NAME,
            document=self.case.id,
            side=side,
            cause=cause,
            kind=f"{shown.type}, {form}",
            detail=detail,
            start=shown.span[0],
            end=shown.span[1],
            gold=text[slice(*gold.span)] if gold else "",
            predicted=f"{text[slice(*predicted.span)]} [{predicted.type}]" if predicted else "",
            sentence=self.sentences.around(shown.span),
        )


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Every mention that is missing, spurious, wrongly labelled or wrongly bounded."""
    for case in cases:
        yield from _Listing(case).all()


NAME = "entities"
TASK = Task(
    name=NAME,
    title="entity mentions, re3d",
    folder=re3d.FOLDER,
    splits=re3d.SPLITS,
    found=lambda analysis: bool(analysis.mentions),
    headlines=(
        Headline("entity_overlap.f", "overlap F", "none known; spaCy small .518"),
        Headline("entity_exact.f", "exact F", "none known; spaCy small .352"),
        Headline("span_overlap.f", "untyped overlap F", "none known; spaCy small .671"),
        Headline("entity_overlap.p", "overlap P", floor=False),
        Headline("entity_overlap.r", "overlap R", floor=False),
    ),
    read=re3d.read,
    score=score,
    oracle=re3d.oracle,
    errors=errors,
)
