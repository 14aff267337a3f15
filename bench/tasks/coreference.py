"""ECB+: who is who inside a document, on gold mentions of people, organisations and places.

Each gold mention takes the entity of the predicted mention that covers it best; one that none covers stands
alone. MUC, B³, CEAFe and their mean over all of them, singletons in; `on_covered` over the covered ones
alone. `trigger_r`: share of gold event mentions that a predicted trigger overlaps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.contract import Mention, Span, empty_line
from bench.data import Json
from bench.errors import MISS, Error
from bench.metrics import Figures, coreference, prefixed, ratio
from bench.spans import Sentences, jaccard, overlap
from bench.tasks.base import Case, Headline, Task

_KEPT = ("HUMAN", "LOC")
_NOTHING: Figures = {"muc": 0.0, "b3": 0.0, "ceafe": 0.0, "conll": 0.0}

type Key = tuple[str, int]
type Cluster = tuple[str, str] | Key


@dataclass(frozen=True, slots=True)
class GoldMention:
    span: Span
    chain: str


@dataclass(frozen=True, slots=True)
class Gold:
    entities: tuple[GoldMention, ...]
    triggers: tuple[Span, ...]


def read(row: Json) -> Gold:
    """Mentions of people, organisations and places, and the event mentions."""
    return Gold(
        tuple(
            GoldMention((item["start"], item["end"]), item["chain"])
            for item in row["entities"]
            if item["type"].startswith(_KEPT)
        ),
        tuple((item["start"], item["end"]) for item in row["events"]),
    )


def covering(span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The identical mention, else the one with the largest overlap; None where none overlaps."""
    best = max(mentions, key=lambda item: jaccard(item.span, span), default=None)
    return best if best is not None and overlap(best.span, span) else None


def _clusterings(cases: Sequence[Case[Gold]]) -> tuple[dict[Key, Cluster], dict[Key, Cluster], set[Key]]:
    """Gold clusters, predicted clusters and the covered mentions, all cut at document borders."""
    gold: dict[Key, Cluster] = {}
    predicted: dict[Key, Cluster] = {}
    covered: set[Key] = set()
    for case in cases:
        for number, mention in enumerate(case.gold.entities):
            key = (case.id, number)
            gold[key] = (case.id, mention.chain)
            found = covering(mention.span, case.analysis.mentions)
            if found is not None:
                covered.add(key)
            predicted[key] = (case.id, found.entity) if found is not None and found.entity else key
    return gold, predicted, covered


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Coreference figures on all and on covered mentions, coverage, trigger recall."""
    gold, predicted, covered = _clusterings(cases)
    on_covered = coreference({key: gold[key] for key in covered}, {key: predicted[key] for key in covered})
    seen = events = 0
    for case in cases:
        triggers = [event.trigger for event in case.analysis.events if event.trigger]
        events += len(case.gold.triggers)
        seen += sum(any(overlap(span, trigger) for trigger in triggers) for span in case.gold.triggers)
    return {
        "covered": ratio(len(covered), len(gold)),
        **prefixed("entities_in_document", coreference(gold, predicted) if covered else _NOTHING),
        **prefixed("on_covered", on_covered),
        **prefixed("singletons_baseline", coreference(gold, {key: key for key in gold})),
        "trigger_r": ratio(seen, events),
    }


def oracle(row: Json) -> Json:
    """Gold as a contract line."""
    line = empty_line(row["id"])
    for item in row["entities"]:
        if item["type"].startswith(_KEPT):
            label = "place" if item["type"].startswith("LOC") else "person"
            where = {"start": item["start"], "end": item["end"]}
            line["mentions"].append({**where, "label": label, "entity": item["chain"]})
    line["events"] = [{"type": "ASSAULT", "trigger": [item["start"], item["end"]]} for item in row["events"]]
    return line


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Every gold mention that is uncovered, not joined to its nearest antecedent, or joined to a stranger."""
    gold, predicted, covered = _clusterings(cases)
    for case in cases:
        earlier: list[Key] = []
        for number, mention in enumerate(case.gold.entities):
            key = (case.id, number)
            mates = [other for other in earlier if gold[other] == gold[key]]
            strangers = [
                other for other in earlier if predicted[other] == predicted[key] and other not in mates
            ]
            cause = ""
            if key not in covered:
                cause = "no mention"
            elif mates and not any(predicted[other] == predicted[key] for other in mates):
                cause = "not joined"
            elif strangers:
                cause = "joined to a stranger"
            earlier.append(key)
            if cause:
                near = (mates if cause == "not joined" else strangers)[-1:]
                antecedent = " ".join(case.text[slice(*case.gold.entities[n].span)] for _, n in near)
                yield _error(case, cause, mention.span, antecedent)


def _error(case: Case[Gold], cause: str, span: Span, antecedent: str) -> Error:
    wording = case.text[slice(*span)]
    return Error(
        task=NAME,
        document=case.id,
        side=MISS,
        cause=cause,
        kind="",
        detail=wording.lower(),
        start=span[0],
        end=span[1],
        gold=wording,
        predicted=antecedent,
        sentence=Sentences(case.text).around(span),
    )


NAME = "coreference"
TASK = Task(
    name=NAME,
    title="entities within a document, ECB+",
    folder="ecb",
    splits=("dev",),
    found=lambda analysis: any(item.entity for item in analysis.mentions),
    headlines=(
        Headline(
            "entities_in_document.conll", "CoNLL F", "none comparable; equal names .589, singletons .499"
        ),
        Headline("on_covered.conll", "CoNLL F on covered mentions"),
        Headline("covered", "covered"),
        Headline("trigger_r", "event trigger recall", found=lambda analysis: bool(analysis.events)),
    ),
    read=read,
    score=score,
    oracle=oracle,
    errors=errors,
)
