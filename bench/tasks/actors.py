"""CAMEO-NER sentences: which spans act and which are acted upon.

Predicted actors against gold sources, predicted recipients against gold targets; `either` does not ask for
the role. A predicted span is right when it overlaps a gold one, one to one. The set's annotation covers the
main event of a sentence only, so precision is a lower bound.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.contract import Participant, Span, empty_line
from bench.data import Json
from bench.matching import match_spans
from bench.metrics import Figures, rates
from bench.tasks.base import Case, Headline, Task


@dataclass(frozen=True, slots=True)
class Gold:
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]


def read(row: Json) -> Gold:
    """The marked sources and targets."""

    def spans(values: list[list[int]]) -> tuple[Span, ...]:
        return tuple((start, end) for start, end in values)

    return Gold(spans(row["sources"]), spans(row["targets"]))


def _distinct(participants: Iterable[Participant]) -> list[Span]:
    return sorted({item.span for item in participants})


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Overlap rates of sources, of targets and of both together."""
    tally: Counter[str] = Counter()
    for case in cases:
        events = case.analysis.events
        actors = _distinct(item for event in events for item in event.actors)
        recipients = _distinct(item for event in events for item in event.recipients)
        compared = {
            "source": (case.gold.sources, actors),
            "target": (case.gold.targets, recipients),
            "either": (case.gold.sources + case.gold.targets, sorted({*actors, *recipients})),
        }
        for name, (gold, predicted) in compared.items():
            tally[f"gold {name}"] += len(gold)
            tally[f"predicted {name}"] += len(predicted)
            tally[f"hits {name}"] += len(match_spans(gold, predicted))
    figures: Figures = {}
    for name in ("source", "target", "either"):
        figures |= rates(name, tally[f"hits {name}"], tally[f"predicted {name}"], tally[f"gold {name}"])
    return figures


def oracle(row: Json) -> Json:
    """Gold as a contract line."""

    def ends(spans: list[list[int]]) -> list[Json]:
        return [{"start": start, "end": end, "entity": None} for start, end in spans]

    line = empty_line(row["id"])
    event = {"type": "ASSAULT", "trigger": [0, 1], "modes": []}
    line["events"] = [{**event, "actors": ends(row["sources"]), "recipients": ends(row["targets"])}]
    return line


TASK = Task(
    name="actors",
    title="actor spans, CAMEO-NER",
    folder="plv",
    splits=("cameo_ner",),
    found=lambda analysis: bool(analysis.events),
    headlines=(
        Headline("source.f", "source F", "none known in this form"),
        Headline("target.f", "target F", "none known in this form"),
        Headline("either.f", "either role F"),
    ),
    read=read,
    score=score,
    oracle=oracle,
    referee=False,
)
