"""Where and when an event is said to have happened."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.analysis.clauses import is_passive, prepositional
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import trigger_lexicon
from dateline.model.entity import Label, Participant
from dateline.model.span import Span
from dateline.ontology import ontology

_DEEDS = (2, 4)  # the quad classes of material events
_INSIDE = ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "xcomp", "conj", "attr", "advcl", "agent")


def place_of(draft: Draft, found: Found) -> Participant | None:
    """The place nearest to an event in its clause.

    What a preposition ties to the trigger comes first, then what is named right before it, then what a
    preposition ties to the clause it stands in, then what one ties to those it was done to ("a police station
    in Medellin") or to another thing that it was done to, then a place it was done to.
    """
    taken = (*found.actors, *found.recipients)
    along = (*found.words[1:], *found.part_of, *found.parts, *_further(draft, found.trigger))
    place = place_near(draft, found.trigger, taken, found.recipients, along)
    return place or _of_things(draft, found)


def _further(draft: Draft, trigger: int) -> list[int]:
    """What more tells where and when an event was: "the attack, which *took* place", "met for *talks*".

    And what it answers: "*the march* was met with tear gas".
    """
    parse, lexicon = draft.parse, trigger_lexicon(draft.language)
    if parse.pos[trigger] != "VERB":
        occurring = [c for c in parse.with_dep(trigger, "relcl") if parse.lemmas[c] in lexicon.occurring]
        return occurring + _answered(draft, trigger)
    nouns = (t for prep in parse.with_dep(trigger, "prep") for t in parse.with_dep(prep, "pobj"))
    return [t for t in nouns if parse.lemmas[t] in lexicon.senses["nouns"]]


def _answered(draft: Draft, noun: int) -> list[int]:
    """The deed that was met or answered with one."""
    parse, lexicon = draft.parse, trigger_lexicon(draft.language)
    preposition = parse.heads[noun]
    verb = parse.heads[preposition]
    if parse.deps[noun] != "pobj" or not is_passive(parse, verb):
        return []
    if f"{lexicon.lemma(parse, verb)} {parse.lower[preposition]}" not in lexicon.answering:
        return []
    return [t for t in parse.with_dep(verb, "nsubjpass") if parse.lemmas[t] in lexicon.senses["nouns"]]


def _of_things(draft: Draft, found: Found) -> Participant | None:
    """Where a thing is that takes no part: "blocked the motorway *near Lyon*"."""
    parse, located = draft.parse, trigger_lexicon(draft.language).located
    if found.kind != "verbs" or ontology().types[found.sense.type].quad not in _DEEDS:
        return None
    for thing in parse.with_dep(found.trigger, "dobj", "nsubjpass"):
        for place in prepositional(parse, thing, located):
            if _is_place(draft, place) and place not in found.actors:
                return draft.participant(place)
    return None


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
    located = trigger_lexicon(draft.language).located
    above = _clause(draft, trigger)
    for head in heads:
        place = _tied(draft, head, taken, located if head in above else None)
        if place is None and head == trigger and parse.pos[head] in ("NOUN", "PROPN"):
            place = next((t for t in parse.with_dep(head, "compound", "nmod") if _is_place(draft, t)), None)
        if place is not None:
            return draft.participant(place)
    return next((draft.participant(t) for t in recipients if _is_place(draft, t)), None)


def _tied(draft: Draft, head: int, taken: Collection[int], only: frozenset[str] | None = None) -> int | None:
    """The place after a preposition below a head, of `only` these, at most two prepositions down."""
    parse = draft.parse
    for prep in parse.with_dep(head, "prep", "advmod"):
        if only is not None and parse.lower[prep] not in only:
            continue
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
        heads = (trigger, *_clause(self.draft, trigger))
        return self._first(heads) or self._first(_further(self.draft, trigger))

    def _first(self, heads: Iterable[int]) -> tuple[Span, str] | None:
        dates = (self._by_governor.get(head) for head in heads)
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
    """What a time expression hangs on, past prepositions and the parts of a time ("the early hours of")."""
    parse, parts = draft.parse, trigger_lexicon(draft.language).times_of
    head = parse.heads[parse.head_of(tokens.start, tokens.stop)]
    while parse.pos[head] == "ADP" or (parse.pos[head] == "NOUN" and parse.lemmas[head] in parts):
        if parse.heads[head] == head:
            break
        head = parse.heads[head]
    return head
