"""WikiEvents: event triggers with a PLOVER type, and who and where (actor, recipient, place).

Gold types are mapped to the PLOVER types that may stand for them; types without a counterpart are not
scored, and predictions over their triggers, or of a type that no gold type allows, stay out. A trigger is
found by overlap, `typed` with an allowed type. An argument is right when its role class is equal and it
covers the gold head; `…_coref` accepts any mention of the gold argument.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.contract import Event, Span, empty_line
from bench.data import Json
from bench.errors import FALSE_ALARM, MISS, WRONG, Error
from bench.matching import assign
from bench.metrics import Figures, rates
from bench.spans import Sentences, head, overlap
from bench.tasks.base import Case, Headline, Task

ALLOWED: Mapping[str, frozenset[str]] = {
    "Conflict.Attack": frozenset({"ASSAULT"}),
    "Conflict.Demonstrate": frozenset({"PROTEST"}),
    "Life.Die": frozenset({"ASSAULT"}),
    "Life.Injure": frozenset({"ASSAULT"}),
    "ArtifactExistence.DamageDestroyDisableDismantle": frozenset({"ASSAULT"}),
    "Justice.ArrestJailDetain": frozenset({"COERCE"}),
    "Justice.ChargeIndict": frozenset({"ACCUSE", "SANCTION"}),
    "Justice.Convict": frozenset({"SANCTION", "COERCE"}),
    "Justice.Sentence": frozenset({"SANCTION", "COERCE"}),
    "Justice.InvestigateCrime": frozenset({"ACCUSE"}),
    "Justice.TrialHearing": frozenset({"ACCUSE", "SANCTION"}),
    "Justice.ReleaseParole": frozenset({"RETREAT", "CONCEDE"}),
    "Contact.Contact.Meet": frozenset({"CONSULT"}),
    "Contact.Contact.Correspondence": frozenset({"CONSULT"}),
    "Contact.RequestCommand": frozenset({"REQUEST"}),
    "Contact.ThreatenCoerce": frozenset({"THREATEN", "COERCE"}),
    "Personnel.EndPosition": frozenset({"RETREAT", "SANCTION", "COERCE"}),
    "Control.ImpedeInterfereWith": frozenset({"COERCE"}),
}
JUDGED = frozenset[str]().union(*ALLOWED.values())
_ROLES = {
    "actor": "Attacker Killer Injurer Jailer Communicator Demonstrator Prosecutor JudgeCourt Investigator"
    " DamagerDestroyer Damager Destroyer Impeder Participant Employee",
    "recipient": "Target Victim Detainee Defendant Recipient Artifact",
    "place": "Place",
}
ROLE_CLASS = {role: name for name, roles in _ROLES.items() for role in roles.split()}


def allowed_types(gold_type: str) -> frozenset[str]:
    """The PLOVER types that may stand for a gold type; empty where it has no counterpart."""
    parts = gold_type.split(".")
    return ALLOWED.get(".".join(parts[:3])) or ALLOWED.get(".".join(parts[:2])) or frozenset()


@dataclass(frozen=True, slots=True)
class Argument:
    """`mentions` are all the mentions of the argument's entity, itself among them."""

    role: str
    span: Span
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    type: str
    allowed: frozenset[str]
    trigger: Span
    arguments: tuple[Argument, ...]


type Gold = tuple[GoldEvent, ...]


def read(row: Json) -> Gold:
    """The gold events of a row; those without a counterpart have no allowed type."""
    chain_of = {item["id"]: item["chain"] for item in row["entities"]}
    mentions: dict[str, list[Span]] = {}
    for item in row["entities"]:
        mentions.setdefault(item["chain"], []).append((item["start"], item["end"]))

    def argument(item: Json) -> Argument:
        span = (item["start"], item["end"])
        return Argument(ROLE_CLASS[item["role"]], span, (span, *mentions[chain_of[item["entity"]]]))

    return tuple(
        GoldEvent(
            event["type"],
            allowed_types(event["type"]),
            (event["start"], event["end"]),
            tuple(argument(item) for item in event["arguments"] if item["role"] in ROLE_CLASS),
        )
        for event in row["events"]
    )


def _predicted_arguments(event: Event | None) -> list[tuple[str, Span]]:
    if event is None:
        return []
    arguments = [("actor", item.span) for item in event.actors]
    arguments += [("recipient", item.span) for item in event.recipients]
    return arguments + ([("place", event.place.span)] if event.place else [])


def _argument_hits(text: str, gold: GoldEvent, event: Event | None, *, any_mention: bool) -> int:
    weights: dict[tuple[int, int], float] = {}
    for i, argument in enumerate(gold.arguments):
        heads = [head(text, span) for span in (argument.mentions if any_mention else (argument.span,))]
        for j, (role, span) in enumerate(_predicted_arguments(event)):
            if role == argument.role and any(overlap(one, span) for one in heads):
                weights[i, j] = 1.0
    return len(assign(weights))


class _Alignment:
    """One text's judged gold events and predictions, matched by trigger."""

    def __init__(self, case: Case[Gold]) -> None:
        self.gold = [event for event in case.gold if event.allowed]
        outside = [event.trigger for event in case.gold if not event.allowed]
        self.predicted: list[Event] = []
        triggers: list[Span] = []
        for event in case.analysis.events:
            trigger = event.trigger
            if trigger is None or event.type not in JUDGED:
                continue
            over_gold = any(overlap(gold.trigger, trigger) for gold in self.gold)
            if over_gold or not any(overlap(span, trigger) for span in outside):
                self.predicted.append(event)
                triggers.append(trigger)
        weights: dict[tuple[int, int], float] = {
            (i, j): 1 + 0.5 * (gold.trigger == trigger)
            for i, gold in enumerate(self.gold)
            for j, trigger in enumerate(triggers)
            if overlap(gold.trigger, trigger)
        }
        self.untyped = assign(dict.fromkeys(weights, 1.0))
        self.typed = assign(
            {
                (i, j): weight
                for (i, j), weight in weights.items()
                if self.predicted[j].type in self.gold[i].allowed
            }
        )


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Trigger and argument rates."""
    tally: Counter[str] = Counter()
    for case in cases:
        alignment = _Alignment(case)
        matched = dict(alignment.typed)
        tally["gold"] += len(alignment.gold)
        tally["predicted"] += len(alignment.predicted)
        tally["untyped"] += len(alignment.untyped)
        tally["typed"] += len(alignment.typed)
        tally["predicted arguments"] += sum(len(_predicted_arguments(event)) for event in alignment.predicted)
        for i, gold in enumerate(alignment.gold):
            event = alignment.predicted[matched[i]] if i in matched else None
            tally["gold arguments"] += len(gold.arguments)
            if event is not None:
                tally["matched gold"] += len(gold.arguments)
                tally["matched predicted"] += len(_predicted_arguments(event))
                tally["hits"] += _argument_hits(case.text, gold, event, any_mention=False)
                tally["coref hits"] += _argument_hits(case.text, gold, event, any_mention=True)
    predicted, gold_count = tally["predicted arguments"], tally["gold arguments"]
    matched_predicted, matched_gold = tally["matched predicted"], tally["matched gold"]
    return {
        **rates("trigger_typed", tally["typed"], tally["predicted"], tally["gold"]),
        **rates("trigger_untyped", tally["untyped"], tally["predicted"], tally["gold"]),
        **rates("arguments_on_matched", tally["hits"], matched_predicted, matched_gold),
        **rates("arguments_on_matched_coref", tally["coref hits"], matched_predicted, matched_gold),
        **rates("arguments_end_to_end", tally["hits"], predicted, gold_count),
        **rates("arguments_end_to_end_coref", tally["coref hits"], predicted, gold_count),
    }


def oracle(row: Json) -> Json:
    """Gold as a contract line; the contract holds one place per event, so a second one is lost."""

    def ends(gold: GoldEvent, role: str) -> list[Json]:
        spans = [item.span for item in gold.arguments if item.role == role]
        return [{"start": start, "end": end, "entity": None} for start, end in spans]

    line = empty_line(row["id"])
    line["events"] = [
        {
            "type": min(gold.allowed),
            "trigger": gold.trigger,
            "actors": ends(gold, "actor"),
            "recipients": ends(gold, "recipient"),
            "place": next(iter(ends(gold, "place")), None),
        }
        for gold in read(row)
        if gold.allowed
    ]
    return line


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Missed, spurious and wrongly typed triggers."""
    for case in cases:
        alignment = _Alignment(case)
        typed, untyped = dict(alignment.typed), dict(alignment.untyped)
        for i, gold in enumerate(alignment.gold):
            if i in typed:
                continue
            guess = alignment.predicted[untyped[i]] if i in untyped else None
            cause = f"taken for {guess.type}" if guess else "trigger missing"
            yield _error(case, WRONG if guess else MISS, cause, gold.type, gold.trigger)
        for j in sorted(set(range(len(alignment.predicted))) - {j for _, j in alignment.untyped}):
            event = alignment.predicted[j]
            yield _error(case, FALSE_ALARM, "spurious trigger", event.type or "", event.trigger or (0, 0))


def _error(case: Case[Gold], side: str, cause: str, kind: str, span: Span) -> Error:
    wording = case.text[slice(*span)]
    return Error(
        task=NAME,
        document=case.id,
        side=side,
        cause=cause,
        kind=kind,
        detail=wording.lower(),
        start=span[0],
        end=span[1],
        gold="" if side == FALSE_ALARM else wording,
        predicted=wording if side == FALSE_ALARM else "",
        sentence=Sentences(case.text).around(span),
    )


NAME = "arguments"
TASK = Task(
    name=NAME,
    title="event triggers and arguments, WikiEvents",
    folder="wikievents",
    splits=("dev",),
    found=lambda analysis: bool(analysis.events),
    headlines=(
        Headline("trigger_typed.f", "typed trigger F", "none comparable"),
        Headline("trigger_untyped.f", "trigger F"),
        Headline("arguments_on_matched.f", "arguments F, on matched", "gold triggers: Gen-Arg .646 [A]"),
        Headline("arguments_end_to_end.f", "arguments F, end to end"),
    ),
    read=read,
    score=score,
    oracle=oracle,
    errors=errors,
)
