"""TIMEX3: dates, times, durations and sets, with their values, as TempEval-3 scores them.

strict: identical span; relaxed: any overlap, identical spans first; `value_f`, `type_f`: relaxed and the
attribute equal. The document's own date is given and not scored. Gold without a value stays out of the
value figure. UzZaman et al., SemEval-2013 task 1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.contract import Span, Time, empty_line
from bench.data import Json
from bench.errors import FALSE_ALARM, MISS, WRONG, Error
from bench.matching import match_spans
from bench.metrics import Figures, rates, ratio
from bench.spans import Sentences
from bench.tasks.base import Case, Headline, Task


@dataclass(frozen=True, slots=True)
class GoldTime:
    span: Span
    type: str
    value: str | None


type Gold = tuple[GoldTime, ...]


def read(row: Json) -> Gold:
    """The gold times of a row."""
    return tuple(GoldTime((item["start"], item["end"]), item["type"], item["value"]) for item in row["times"])


def _pairs(case: Case[Gold]) -> list[tuple[GoldTime, Time]]:
    predicted = case.analysis.times
    pairs = match_spans([item.span for item in case.gold], [item.span for item in predicted])
    return [(case.gold[i], predicted[j]) for i, j in pairs]


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Span, type and value figures."""
    tally: Counter[str] = Counter()
    for case in cases:
        pairs = _pairs(case)
        tally["gold"] += len(case.gold)
        tally["predicted"] += len(case.analysis.times)
        tally["gold with value"] += sum(item.value is not None for item in case.gold)
        tally["relaxed"] += len(pairs)
        for gold, predicted in pairs:
            tally["strict"] += gold.span == predicted.span
            tally["type"] += gold.type == predicted.type
            tally["no value to meet"] += gold.value is None
            tally["value"] += gold.value is not None and gold.value == predicted.value
    gold_count, predicted_count, skipped = tally["gold"], tally["predicted"], tally["no value to meet"]
    values = rates("value", tally["value"], predicted_count - skipped, tally["gold with value"])
    return {
        **rates("strict", tally["strict"], predicted_count, gold_count),
        **rates("relaxed", tally["relaxed"], predicted_count, gold_count),
        "type_f": rates("type", tally["type"], predicted_count, gold_count)["type.f"],
        "value_f": values["value.f"],
        "value_accuracy": ratio(tally["value"], tally["relaxed"] - skipped),
    }


def oracle(row: Json) -> Json:
    """Gold as a contract line."""
    line = empty_line(row["id"])
    line["times"] = [dict(item, edtf=None) for item in row["times"]]
    return line


def _error(case: Case[Gold], side: str, cause: str, gold: GoldTime | None, predicted: Time | None) -> Error:
    shown = gold or predicted
    assert shown is not None
    text = case.text
    wording = " ".join(text[slice(*shown.span)].lower().split())
    return Error(
        task=NAME,
        document=case.id,
        side=side,
        cause=cause,
        kind=shown.type or "",
        detail="".join("9" if letter.isdigit() else letter for letter in wording),
        start=shown.span[0],
        end=shown.span[1],
        gold=f"{text[slice(*gold.span)]} = {gold.value}" if gold else "",
        predicted=f"{text[slice(*predicted.span)]} = {predicted.value}" if predicted else "",
        sentence=Sentences(text).around(shown.span),
    )


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Missing and spurious times, wrong boundaries, types and values."""
    for case in cases:
        pairs = _pairs(case)
        for gold, predicted in pairs:
            if gold.span != predicted.span:
                yield _error(case, WRONG, "boundary", gold, predicted)
            if gold.type != predicted.type:
                yield _error(case, WRONG, f"type {predicted.type}", gold, predicted)
            if gold.value is not None and gold.value != predicted.value:
                yield _error(case, WRONG, "value" if predicted.value else "no value", gold, predicted)
        met_gold, met_predicted = {id(gold) for gold, _ in pairs}, {id(predicted) for _, predicted in pairs}
        for item in case.gold:
            if id(item) not in met_gold:
                yield _error(case, MISS, "missing", item, None)
        for found in case.analysis.times:
            if id(found) not in met_predicted:
                yield _error(case, FALSE_ALARM, "spurious", None, found)


NAME = "times"
TASK = Task(
    name=NAME,
    title="times, TimeBank, AQUAINT, WikiWars",
    folder="timex",
    splits=("timebank", "aquaint", "wikiwars"),
    found=lambda analysis: bool(analysis.times),
    headlines=(
        Headline("strict.f", "strict F", "TE3 platinum: SynTime .921 [C]; WikiWars: SynTime .815 [C]"),
        Headline("relaxed.f", "relaxed F", "TE3 platinum: SynTime .950 [C]; WikiWars: SynTime .936 [C]"),
        Headline(
            "value_f",
            "value F",
            "TE3 platinum: HeidelTime .776 [M]",
            found=lambda analysis: any(item.value for item in analysis.times),
        ),
    ),
    read=read,
    score=score,
    oracle=oracle,
    errors=errors,
)
