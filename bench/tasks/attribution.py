"""PolNeAR: who is said to say, think or want what (source, cue, content).

Gold and predicted attributions are matched one to one so that the sum of content word F is largest; a pair
counts as found from F 0.5 on. PolNeAR annotates outermost attributions only, so predictions whose `parent`
is another prediction stay out of the main figures; `with_nested` lets them in. A content is direct when 95
% of its words stand in quotation marks, indirect when none does, else mixed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.contract import Attribution, Span, Spans, empty_line
from bench.data import Json
from bench.errors import FALSE_ALARM, MISS, WRONG, Error
from bench.matching import Pair, assign
from bench.metrics import Figures, harmonic, rates, ratio
from bench.spans import Sentences, Words, head, overlap
from bench.tasks.base import Case, Headline, Task
from bench.tasks.quotes import quoted_spans

FOUND = 0.5
KINDS = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    source: Spans
    cue: Spans
    content: Spans


type Gold = tuple[GoldAttribution, ...]


def read(row: Json) -> Gold:
    """The gold attributions of a row."""

    def spans(values: list[list[int]]) -> Spans:
        return tuple((start, end) for start, end in values)

    return tuple(
        GoldAttribution(spans(item["source"]), spans(item["cue"]), spans(item["content"]))
        for item in row["attributions"]
    )


def kind_of(content: frozenset[int], quoted: frozenset[int]) -> str:
    """direct, indirect or mixed, by the share of a content's words inside quotation marks."""
    inside = len(content & quoted)
    if content and inside >= 0.95 * len(content):
        return "direct"
    return "mixed" if inside else "indirect"


class Pairing:
    """One document's gold and predicted attributions, matched."""

    def __init__(self, case: Case[Gold], predicted: Sequence[Attribution]) -> None:
        words = Words(case.text)
        quoted = words.of(quoted_spans(case.text))
        self.text = case.text
        self.words = words
        self.gold = case.gold
        self.predicted = predicted
        self.gold_words = [words.of(item.content) for item in case.gold]
        self.predicted_words = [words.of(item.content) for item in predicted]
        self.gold_kinds = [kind_of(content, quoted) for content in self.gold_words]
        self.predicted_kinds = [kind_of(content, quoted) for content in self.predicted_words]
        self.weights: dict[Pair, float] = {
            (i, j): 2 * shared / (len(mine) + len(theirs))
            for i, mine in enumerate(self.gold_words)
            for j, theirs in enumerate(self.predicted_words)
            if (shared := len(mine & theirs))
        }
        self.pairs = assign(self.weights)
        self.found = [pair for pair in self.pairs if self.weights[pair] >= FOUND]


def outermost(case: Case[Gold]) -> list[Attribution]:
    """Predictions that are not inside another prediction."""
    predicted = case.analysis.attributions
    ids = {item.id for item in predicted}
    return [item for item in predicted if not item.parent or item.parent not in ids]


def source_overlaps(pairing: Pairing, gold: GoldAttribution, predicted: Attribution) -> bool:
    """Whether the two sources share a word."""
    return bool(pairing.words.of(predicted.source) & pairing.words.of(gold.source))


def cue_overlaps(gold: GoldAttribution, predicted: Attribution) -> bool:
    """Whether the two cues share a character (a cue may be a bare colon)."""
    return any(overlap(one, other) for one in gold.cue for other in predicted.cue)


def _count_pairs(pairing: Pairing, tally: Counter[str]) -> None:
    tally["gold"] += len(pairing.gold)
    tally["predicted"] += len(pairing.predicted)
    tally["gold words"] += sum(map(len, pairing.gold_words))
    tally["predicted words"] += sum(map(len, pairing.predicted_words))
    tally["shared words"] += sum(
        len(pairing.gold_words[i] & pairing.predicted_words[j]) for i, j in pairing.pairs
    )
    tally["found"] += len(pairing.found)
    for kind in pairing.gold_kinds:
        tally[f"gold {kind}"] += 1
    for kind in pairing.predicted_kinds:
        tally[f"predicted {kind}"] += 1
    for i, j in pairing.found:
        tally[f"gold {pairing.gold_kinds[i]} found"] += 1
        tally[f"predicted {pairing.predicted_kinds[j]} found"] += 1


def _count_parts(pairing: Pairing, tally: Counter[str]) -> None:
    for i, j in pairing.found:
        gold, predicted = pairing.gold[i], pairing.predicted[j]
        if gold.source:
            gold_head = pairing.words.of([head(pairing.text, gold.source[0])])
            tally["with source"] += 1
            tally["source overlap"] += source_overlaps(pairing, gold, predicted)
            tally["source head"] += bool(pairing.words.of(predicted.source) & gold_head)
        else:
            tally["without source"] += 1
            tally["kept empty"] += not pairing.words.of(predicted.source)
        if gold.cue:
            tally["with cue"] += 1
            tally["cue overlap"] += cue_overlaps(gold, predicted)
        if predicted.kind:
            tally["with kind"] += 1
            tally["kind agrees"] += predicted.kind == pairing.gold_kinds[i]


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """All figures of the task."""
    tally: Counter[str] = Counter()
    soft = 0.0
    for case in cases:
        pairing = Pairing(case, outermost(case))
        _count_pairs(pairing, tally)
        _count_parts(pairing, tally)
        soft += sum(pairing.weights[pair] for pair in pairing.pairs)
        nested = Pairing(case, case.analysis.attributions)
        tally["nested found"] += len(nested.found)
        tally["nested predicted"] += len(nested.predicted)
    figures: Figures = {
        **rates("attribution", tally["found"], tally["predicted"], tally["gold"]),
        **rates("content_token", tally["shared words"], tally["predicted words"], tally["gold words"]),
        "soft_f": harmonic(ratio(soft, tally["predicted"]) or 0.0, ratio(soft, tally["gold"]) or 0.0),
        "source_overlap": ratio(tally["source overlap"], tally["with source"]),
        "source_head": ratio(tally["source head"], tally["with source"]),
        "no_source_kept_empty": ratio(tally["kept empty"], tally["without source"]),
        "cue_overlap": ratio(tally["cue overlap"], tally["with cue"]),
        "kind_field_agrees": ratio(tally["kind agrees"], tally["with kind"]),
        **rates("with_nested", tally["nested found"], tally["nested predicted"], tally["gold"]),
    }
    for kind in KINDS:
        found, gold_found = tally[f"predicted {kind} found"], tally[f"gold {kind} found"]
        figures |= rates(kind, found, tally[f"predicted {kind}"], tally[f"gold {kind}"], gold_hits=gold_found)
    return figures


def oracle(row: Json) -> Json:
    """Gold as a contract line."""
    words = Words(row["text"])
    quoted = words.of(quoted_spans(row["text"]))
    line = empty_line(row["id"])
    line["attributions"] = [
        {
            "id": f"a{number}",
            "source": item.source,
            "cue": item.cue,
            "content": item.content,
            "kind": kind_of(words.of(item.content), quoted),
            "parent": None,
        }
        for number, item in enumerate(read(row))
    ]
    return line


# ---------------------------------------------------------------- errors


_NOT_TELLING = re.compile(
    "[’']s|is|are|was|were|be|been|being|has|have|had|having|do|does|did|not|n[’']t|will|would|can|could|may|might"
    "|should|must|to|so|also|even|then|now|once|that|again|still|just|.*ly|an?|the|in|of|as|by|for|with|at|on|more"
    "|it|his|her|its|their|my|your|our|he|she|they|we|i|who|which|one"
)


def _text_of(text: str, spans: Spans) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def _described(text: str, item: GoldAttribution | Attribution | None) -> str:
    if item is None:
        return ""
    return " | ".join(_text_of(text, part) for part in (item.source, item.cue, item.content))


def _hull(item: GoldAttribution | Attribution) -> Span:
    spans = [*item.source, *item.cue, *item.content]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, 0)


def _cue_word(text: str, item: GoldAttribution | Attribution) -> str:
    """The telling word of a cue, the first that is no auxiliary, adverb or clitic."""
    words = _text_of(text, item.cue).lower().split()
    telling = (word for word in words if not _NOT_TELLING.fullmatch(word))
    return next(telling, " ".join(words))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Cue words seen anywhere in the gold and in the predictions of a run."""

    gold: frozenset[str]
    predicted: frozenset[str]


def _vocabulary(cases: Sequence[Case[Gold]]) -> _Vocabulary:
    return _Vocabulary(
        frozenset(_cue_word(case.text, item) for case in cases for item in case.gold),
        frozenset(_cue_word(case.text, item) for case in cases for item in case.analysis.attributions),
    )


class _Listing:
    """The errors of one document."""

    def __init__(self, case: Case[Gold], vocabulary: _Vocabulary) -> None:
        self.case = case
        self.vocabulary = vocabulary
        self.pairing = Pairing(case, outermost(case))
        self.sentences = Sentences(case.text)
        kept = {id(item) for item in self.pairing.predicted}
        nested = [item for item in case.analysis.attributions if id(item) not in kept]
        self.nested_words = [self.pairing.words.of(item.content) for item in nested]

    def error(
        self,
        side: str,
        cause: str,
        kind: str,
        detail: str,
        gold: GoldAttribution | None = None,
        predicted: Attribution | None = None,
    ) -> Error:
        shown = gold or predicted
        assert shown is not None
        start, end = _hull(shown)
        text = self.case.text
        return Error(
            task=NAME,
            document=self.case.id,
            side=side,
            cause=cause,
            kind=kind,
            detail=detail,
            start=start,
            end=end,
            gold=_described(text, gold),
            predicted=_described(text, predicted),
            sentence=self.sentences.around((start, end)),
        )

    def all(self) -> Iterator[Error]:
        pairing = self.pairing
        found_gold = {i for i, _ in pairing.found}
        found_predicted = {j for _, j in pairing.found}
        loose = {i: j for i, j in pairing.pairs if i not in found_gold}
        for i, j in pairing.found:
            yield from self.parts(i, j)
        for i in range(len(pairing.gold)):
            if i not in found_gold:
                yield self.miss(i, loose.get(i))
        for j in range(len(pairing.predicted)):
            if j not in found_predicted and j not in loose.values():
                yield self.false_alarm(j)

    def parts(self, i: int, j: int) -> Iterator[Error]:
        """What is wrong in a pair that counts as found."""
        pairing = self.pairing
        gold, predicted, kind = pairing.gold[i], pairing.predicted[j], pairing.gold_kinds[i]
        cue = _cue_word(self.case.text, gold)
        if gold.source and not source_overlaps(pairing, gold, predicted):
            cause = "source wrong" if predicted.source else "source missing"
            yield self.error(WRONG, cause, kind, cue, gold, predicted)
        if not gold.source and predicted.source:
            yield self.error(WRONG, "source where gold has none", kind, cue, gold, predicted)
        if gold.cue and not cue_overlaps(gold, predicted):
            yield self.error(
                WRONG, "cue wrong" if predicted.cue else "cue missing", kind, cue, gold, predicted
            )
        if pairing.weights[i, j] < 0.9:
            yield self.error(WRONG, self.boundary(i, j), kind, cue, gold, predicted)

    def boundary(self, i: int, j: int) -> str:
        gold, predicted = self.pairing.gold_words[i], self.pairing.predicted_words[j]
        if predicted < gold:
            return "content too short"
        return "content too long" if predicted > gold else "content shifted"

    def miss(self, i: int, j: int | None) -> Error:
        gold, kind = self.pairing.gold[i], self.pairing.gold_kinds[i]
        cue = _cue_word(self.case.text, gold)
        if j is not None:
            return self.error(
                MISS, f"boundary: {self.boundary(i, j)}", kind, cue, gold, self.pairing.predicted[j]
            )
        return self.error(MISS, self.cause_of_miss(i, cue), kind, cue, gold)

    def cause_of_miss(self, i: int, cue: str) -> str:
        mine = self.pairing.gold_words[i]
        if any(len(mine & words) >= FOUND * len(mine) for words in self.nested_words):
            return "taken as nested"
        if any(mine & words for words in self.pairing.predicted_words):
            return "swallowed by another prediction"
        if not cue:
            return "no cue in gold"
        return "cue not taken here" if cue in self.vocabulary.predicted else "cue never taken"

    def false_alarm(self, j: int) -> Error:
        predicted, kind = self.pairing.predicted[j], self.pairing.predicted_kinds[j]
        cue = _cue_word(self.case.text, predicted)
        mine = self.pairing.predicted_words[j]
        if any(mine & words for words in self.pairing.gold_words):
            inside = any(mine <= words for words in self.pairing.gold_words)
            cause = (
                "inside a gold content found otherwise"
                if inside
                else "overlaps a gold content found otherwise"
            )
        elif not cue:
            cause = "predicted without a cue"
        else:
            cause = "cue is no cue here" if cue in self.vocabulary.gold else "cue never in gold"
        return self.error(FALSE_ALARM, cause, kind, cue, predicted=predicted)


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Every miss, false alarm and wrong part, with its cause."""
    vocabulary = _vocabulary(cases)
    for case in cases:
        yield from _Listing(case, vocabulary).all()


NAME = "attribution"
TASK = Task(
    name=NAME,
    title="attribution, PolNeAR",
    folder="polnear",
    splits=("dev",),
    found=lambda analysis: bool(analysis.attributions),
    headlines=(
        Headline("attribution.f", "attribution F", "human agreement .923 [R]"),
        Headline("attribution.p", "attribution P", floor=False),
        Headline("attribution.r", "attribution R", floor=False),
        Headline("content_token.f", "content word F", "Citron on PARC3 .833 [R], another corpus"),
        Headline("source_overlap", "source overlap", "Citron on PARC3 .853 [R], another corpus"),
        Headline("cue_overlap", "cue overlap", "Citron on PARC3 .768 [R], another corpus"),
        Headline("direct.f", "direct F"),
        Headline("indirect.f", "indirect F"),
        Headline("mixed.f", "mixed F"),
    ),
    read=read,
    score=score,
    oracle=oracle,
    errors=errors,
)
