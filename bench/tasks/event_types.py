"""PLV: the PLOVER type of what a marked source does to a marked target.

The bare sentence is the document. Of the predicted events the one whose actors and recipients fit the
marked pair best is judged, failing that any event; no event is wrong. CONCEDE and RETREAT are one root,
YIELD. quad: verbal and material cooperation (1, 2), verbal and material conflict (3, 4). `leak_free` leaves
out the coding manual's own example sentences.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.contract import Event, Participant, Span, empty_line
from bench.data import Json
from bench.errors import MISS, WRONG, Error
from bench.metrics import Figures, classification, prefixed, ratio
from bench.spans import overlap
from bench.tasks.base import Case, Headline, Task

QUADS = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "YIELD": 2,
    "COOPERATE": 2,
    "AID": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
_RIGHT_END, _BARE_TARGET, _SWAPPED_END = 3.0, 2.0, 1.2
_BOTH_ENDS = 5.0


@dataclass(frozen=True, slots=True)
class Gold:
    source: Span | None
    target: Span | None
    root: str
    quad: int
    in_manual: bool


def read(row: Json) -> Gold:
    """The marked pair and its type."""

    def span(value: list[int] | None) -> Span | None:
        return (value[0], value[1]) if value else None

    return Gold(span(row["source"]), span(row["target"]), row["root"], row["quad"], bool(row["in_manual"]))


def root_of(plover_type: str | None) -> str | None:
    """The type as one of 15 roots."""
    return "YIELD" if plover_type in ("CONCEDE", "RETREAT") else plover_type


def _meets(participants: Sequence[Participant], span: Span | None) -> bool:
    return span is not None and any(overlap(item.span, span) for item in participants)


def fit(event: Event, gold: Gold) -> float:
    """How well an event's ends fit the marked pair; 5 or more means both, the right way round."""
    straight = _RIGHT_END * (_meets(event.actors, gold.source) + _meets(event.recipients, gold.target))
    if not event.recipients and _meets(event.actors, gold.target):
        straight += _BARE_TARGET  # both sides among the actors: a mutual event
    swapped = _SWAPPED_END * (_meets(event.recipients, gold.source) + _meets(event.actors, gold.target))
    return max(straight, swapped)


def chosen(case: Case[Gold]) -> tuple[Event | None, float]:
    """The event to be judged and its fit; the first of several equal ones."""
    best = max(case.analysis.events, key=lambda event: fit(event, case.gold), default=None)
    return best, fit(best, case.gold) if best else 0.0


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Accuracy, macro-F, quad accuracy, and how often the pair was found."""
    judged = [(case.gold, *chosen(case)) for case in cases]
    pairs = [(gold.root, root_of(event.type) if event else None) for gold, event, _ in judged]
    free = [pair for pair, case in zip(pairs, cases, strict=True) if not case.gold.in_manual]
    quads = [
        QUADS.get(guess or "") == case.gold.quad or guess == truth
        for (truth, guess), case in zip(pairs, cases, strict=True)
    ]
    marked = [found for gold, _, found in judged if gold.source and gold.target]
    overall = classification(pairs, list(QUADS))
    leak_free = classification(free, list(QUADS))
    return {
        "accuracy": overall["accuracy"],
        "macro_f": overall["macro_f"],
        "quad_accuracy": ratio(sum(quads), len(cases)),
        "any_event": ratio(sum(event is not None for _, event, _ in judged), len(cases)),
        "pair_found": ratio(sum(found >= _BOTH_ENDS for found in marked), len(marked)),
        **prefixed("leak_free", {name: leak_free[name] for name in ("accuracy", "macro_f")}),
    }


def oracle(row: Json) -> Json:
    """Gold as a contract line."""

    def ends(span: list[int] | None) -> list[Json]:
        return [{"start": span[0], "end": span[1], "entity": None}] if span else []

    line = empty_line(row["id"])
    plover_type = "RETREAT" if row["root"] == "YIELD" else row["root"]
    event = {"type": plover_type, "trigger": [0, 1], "modes": []}
    line["events"] = [{**event, "actors": ends(row["source"]), "recipients": ends(row["target"])}]
    return line


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Every sentence whose type is wrong, with the trigger that misled."""
    for case in cases:
        event, found = chosen(case)
        guess = root_of(event.type) if event else None
        if guess == case.gold.root:
            continue
        trigger = case.text[slice(*event.trigger)] if event and event.trigger else ""
        fitting = "the pair's event" if found >= _BOTH_ENDS else "another event"
        yield Error(
            task=NAME,
            document=case.id,
            side=WRONG if event else MISS,
            cause=f"{fitting} taken for {guess}" if event else "no event",
            kind=case.gold.root,
            detail=trigger.lower(),
            start=event.trigger[0] if event and event.trigger else 0,
            end=event.trigger[1] if event and event.trigger else len(case.text),
            gold=case.gold.root,
            predicted=guess or "",
            sentence=" ".join(case.text.split()),
        )


NAME = "event_types"
TASK = Task(
    name=NAME,
    title="event types, PLV",
    folder="plv",
    splits=("train",),
    found=lambda analysis: bool(analysis.events),
    headlines=(
        Headline("accuracy", "accuracy", "test half, pair given: ZSP .835 [C]"),
        Headline("macro_f", "macro-F", "test half, pair given: ZSP .821 [C]"),
        Headline("quad_accuracy", "quad accuracy", "test half, pair given: ZSP .897 [C]"),
        Headline("pair_found", "pair found"),
    ),
    read=read,
    score=score,
    oracle=oracle,
    errors=errors,
)
