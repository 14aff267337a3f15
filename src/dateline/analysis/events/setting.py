"""Where and when an event is said to have happened."""

from dateline.analysis.draft import Draft
from dateline.model.entity import Label, Participant
from dateline.model.span import Span


def place_of(draft: Draft, trigger: int) -> Participant | None:
    """The place that a preposition ties to the trigger, or to the clause the trigger stands in."""
    parse = draft.parse
    for head in (trigger, *_clause(draft, trigger)):
        for prep in parse.with_dep(head, "prep"):
            for thing in parse.with_dep(prep, "pobj"):
                position = draft.mention_of(thing)
                if position is not None and draft.mentions[position].label is Label.PLACE:
                    return draft.participant(thing)
    return None


def date_of(draft: Draft, trigger: int) -> tuple[Span, str] | None:
    """The time expression that hangs on the trigger or its clause, when its date is known."""
    parse = draft.parse
    heads = {trigger, *_clause(draft, trigger)}
    for time in draft.times:
        if time.edtf is None or time.type not in ("DATE", "TIME"):
            continue
        tokens = parse.tokens_in(time.span)
        if tokens and _governor(draft, tokens) in heads:
            return time.span, time.edtf
    return None


def _clause(draft: Draft, trigger: int) -> list[int]:
    """The verb a nominal trigger is subject or object of."""
    parse = draft.parse
    head = parse.heads[trigger]
    if parse.pos[trigger] in ("NOUN", "PROPN") and parse.deps[trigger] in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
    ):
        return [head] if parse.pos[head] == "VERB" else [parse.heads[head]]
    return []


def _governor(draft: Draft, tokens: range) -> int:
    parse = draft.parse
    head = parse.heads[parse.head_of(tokens.start, tokens.stop)]
    return parse.heads[head] if parse.pos[head] == "ADP" else head
