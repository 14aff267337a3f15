"""Where and when an event is said to have happened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.model.entity import Label, Participant
from dateline.model.span import Span

_INSIDE = ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "xcomp", "conj", "attr", "advcl", "agent")


def place_of(draft: Draft, found: Found) -> Participant | None:
    """The place nearest to an event in its clause.

    What a preposition ties to the trigger comes first, then what one ties to the clause it stands in, then
    what one ties to those it was done to ("a police station in Medellin"), then a place it was done to.
    """
    taken = (*found.actors, *found.recipients)
    return place_near(draft, found.trigger, taken, found.recipients, (*found.words[1:], *found.part_of))


def place_near(
    draft: Draft,
    trigger: int,
    taken: Collection[int],
    recipients: Sequence[int],
    along: Sequence[int] = (),
) -> Participant | None:
    """The same for a trigger; those `taken`, who take part, are no place where it happened.

    `along` are further words of the expression, and the events that it was part of.
    """
    parse = draft.parse
    beside = parse.with_dep(trigger, "conj")
    beside += [thing for verb in beside for thing in parse.with_dep(verb, "dobj")]
    heads = (trigger, *_clause(draft, trigger), *along, *recipients, *beside)
    for head in heads:
        if (place := _tied(draft, head, taken)) is not None:
            return draft.participant(place)
    return next((draft.participant(t) for t in recipients if _is_place(draft, t)), None)


def _tied(draft: Draft, head: int, taken: Collection[int]) -> int | None:
    """The place after a preposition below a head, at most two prepositions down."""
    parse = draft.parse
    for prep in parse.with_dep(head, "prep", "advmod"):
        for thing in parse.with_dep(prep, "pobj", "prep"):
            inner = parse.child(thing, "pobj") if parse.deps[thing] == "prep" else thing
            if inner is None:
                continue
            if _is_place(draft, inner) and inner not in taken:
                return inner
            if (further := _tied(draft, inner, taken)) is not None:
                return further
    return None


def _is_place(draft: Draft, token: int) -> bool:
    position = draft.mention_of(token)
    return position is not None and draft.mentions[position].label is Label.PLACE


@dataclass(frozen=True)
class Dates:
    """The dates of a report by the words they hang on."""

    draft: Draft

    def is_timed(self, trigger: int) -> bool:
        """Whether any time hangs on a trigger or its clause: "on Monday", "in the last five days"."""
        return any(head in self._timed for head in (trigger, *_clause(self.draft, trigger)))

    @cached_property
    def _timed(self) -> frozenset[int]:
        found = (self.draft.parse.tokens_in(time.span) for time in self.draft.times)
        return frozenset(_governor(self.draft, tokens) for tokens in found if tokens)

    @cached_property
    def _by_governor(self) -> dict[int, tuple[Span, str]]:
        parse, found = self.draft.parse, dict[int, tuple[Span, str]]()
        for time in self.draft.times:
            if (
                time.edtf is not None
                and time.type in ("DATE", "TIME")
                and (tokens := parse.tokens_in(time.span))
            ):
                found.setdefault(_governor(self.draft, tokens), (time.span, time.edtf))
        return found

    def of(self, trigger: int) -> tuple[Span, str] | None:
        """The first time expression that hangs on a trigger or its clause, when its date is known."""
        dates = (self._by_governor.get(head) for head in (trigger, *_clause(self.draft, trigger)))
        return min((date for date in dates if date is not None), default=None)


def _clause(draft: Draft, trigger: int) -> list[int]:
    """The verbs above a trigger that tell where it happened, too: of its clause, and the clause it is in."""
    parse, found, at = draft.parse, [], trigger
    for _ in range(3):
        if parse.deps[at] not in _INSIDE or parse.heads[at] == at:
            break
        at = parse.heads[at]
        if parse.pos[at] in ("VERB", "AUX"):
            found.append(at)
            if parse.deps[at] not in ("xcomp", "conj", "advcl"):
                break
    return found


def _governor(draft: Draft, tokens: range) -> int:
    parse = draft.parse
    head = parse.heads[parse.head_of(tokens.start, tokens.stop)]
    return parse.heads[head] if parse.pos[head] == "ADP" else head
