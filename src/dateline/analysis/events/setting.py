"""Where and when an event is said to have happened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.analysis.clauses import SUBJECTS, is_passive, prepositional
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import trigger_lexicon
from dateline.analysis.syntax import Parse
from dateline.model.entity import Label, Participant
from dateline.model.span import Span
from dateline.ontology import ontology

_DEEDS = (2, 4)  # the quad classes of material events
_SPEECH = ("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
_INSIDE = ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "xcomp", "conj", "attr", "advcl", "agent")


def place_of(draft: Draft, found: Found) -> Participant | None:
    """The place nearest to an event in its clause.

    What a preposition ties to the trigger comes first, then what is named right before it, then what a
    preposition ties to the clause it stands in, then what one ties to those it was done to ("a police station
    in Medellin"), then a place it was done to, unless that was only spoken to, or where another thing is that
    it was done to.
    """
    taken = (*found.actors, *found.recipients)
    along = (*found.words[1:], *found.part_of, *found.parts, *_further(draft, found.trigger))
    if found.sense.type in _SPEECH:
        return _near(draft, found.trigger, taken, found.recipients, along)
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
            if is_place(draft, place) and place not in found.actors:
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
    place = _near(draft, trigger, taken, recipients, along)
    return place or next((draft.participant(t) for t in recipients if is_place(draft, t)), None)


def _near(
    draft: Draft,
    trigger: int,
    taken: Collection[int],
    recipients: Sequence[int],
    along: Sequence[int],
) -> Participant | None:
    """The same, without the places that it was done to."""
    parse = draft.parse
    beside = [c for c in parse.with_dep(trigger, "conj") if parse.child(c, *SUBJECTS) is None]
    beside += [thing for verb in beside for thing in parse.with_dep(verb, "dobj")]
    above = [] if _is_told_apart(draft, trigger) else _clause(draft, trigger)
    above = [verb for verb in above if not _is_spoken(draft, trigger, verb)]
    heads = (trigger, *above, *along, *recipients, *beside)
    lexicon = trigger_lexicon(draft.language)
    located, origin = lexicon.located, lexicon.origin
    for head in heads:
        barred = frozenset[str]() if head == trigger or head in along else origin
        place = _tied(draft, head, taken, barred, located if head in above else None)
        if place is None and head == trigger and parse.pos[head] in ("NOUN", "PROPN"):
            place = next((t for t in parse.with_dep(head, "compound", "nmod") if is_place(draft, t)), None)
        if place is not None:
            return draft.participant(place)
    return None


def _tied(
    draft: Draft,
    head: int,
    taken: Collection[int],
    barred: frozenset[str],
    only: frozenset[str] | None = None,
) -> int | None:
    """The place after a preposition below a head, not a `barred` one, of `only` these, at most two down.

    Further down nobody's origin is where it was: "wounded a peacekeeper *from Ghana*".
    """
    parse, origin = draft.parse, trigger_lexicon(draft.language).origin
    for prep in parse.with_dep(head, "prep", "advmod"):
        if parse.lower[prep] in barred or (only is not None and parse.lower[prep] not in only):
            continue
        for thing in parse.with_dep(prep, "pobj", "prep"):
            inner = parse.child(thing, "pobj") if parse.deps[thing] == "prep" else thing
            if inner is None:
                continue
            if is_place(draft, inner) and inner not in taken:
                return inner
            if (further := _tied(draft, inner, taken, origin)) is not None:
                return further
    return None


def is_place(draft: Draft, token: int) -> bool:
    position = draft.mention_of(token)
    return position is not None and draft.mentions[position].label is Label.PLACE


@dataclass(frozen=True)
class Dates:
    """The dates of a report by the words they hang on.

    `of_deeds`: a noun has the date of its clause only where the clause tells when it was, and not what was
    said or done about it: "the attack was condemned *on Friday*".
    """

    draft: Draft
    of_deeds: bool = False

    def _above(self, trigger: int) -> list[int]:
        if self.of_deeds and not _is_told_when(self.draft, trigger):
            return []
        return _clause(self.draft, trigger)

    def is_timed(self, trigger: int) -> bool:
        """Whether any time hangs on a trigger or its clause: "on Monday", "in the last five days"."""
        return any(head in self._timed for head in (trigger, *self._above(trigger)))

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
        """The date of the time expression that hangs on a trigger, else on its clause, when it is known."""
        for head in (trigger, *self._above(trigger)):
            if head in self._timed:
                date = self._by_governor.get(head)
                return date if date is not None and self._is_of_both(date[0], trigger, head) else None
        dates = (self._by_governor.get(head) for head in _further(self.draft, trigger))
        return min((date for date in dates if date is not None), default=None)

    def _is_of_both(self, time: Span, trigger: int, head: int) -> bool:
        """Whether a time that hangs on a clause is that of an event in a clause joined to it, too.

        A clause with a subject of its own shares what stands before both: "*On Monday* rebels fled and the
        army took the town", but not "rebels fled *on Monday* and the army will parade".
        """
        parse, at = self.draft.parse, trigger
        while at != head:
            if parse.deps[at] == "conj" and parse.child(at, *SUBJECTS) is not None:
                return time.start < parse.starts[parse.heads[at]]
            at = parse.heads[at]
        return True


def _is_told_when(draft: Draft, noun: int) -> bool:
    """Whether the clause of an event noun tells when it was: "the *attack* began", "they held *talks*"."""
    parse, lexicon = draft.parse, trigger_lexicon(draft.language)
    while parse.deps[noun] == "conj":
        noun = parse.heads[noun]
    if parse.pos[noun] not in ("NOUN", "PROPN"):
        return True
    head = parse.heads[noun]
    if parse.deps[noun] in ("dobj", "nsubjpass"):
        verb = lexicon.phrasal(parse, head)
        return verb in lexicon.light or verb in lexicon.witnessing or verb in lexicon.quelling
    if parse.deps[noun] == "pobj":
        above = parse.heads[head]
        if parse.lower[head] == parse.lower[above + 1] and parse.deps[above] in ("dobj", "nsubjpass"):
            return lexicon.phrasal(parse, parse.heads[above]) in lexicon.witnessing  # "bursts of *fire*"
        if parse.lemmas[above] in lexicon.struck and parse.deps[above] == "attr":
            return True  # "was the target of an *attack* on Friday"
        together = f"{lexicon.lemma(parse, above)} {parse.lower[head]}" in lexicon.light
        return together or (parse.pos[above] in ("VERB", "AUX") and parse.lower[head] in lexicon.amid)
    return True


def _is_spoken(draft: Draft, trigger: int, verb: int) -> bool:
    """Whether a noun's verb only tells what is said of it: "the attack was condemned *in Geneva*"."""
    parse, lexicon = draft.parse, trigger_lexicon(draft.language)
    if parse.heads[trigger] != verb or parse.deps[trigger] not in ("dobj", "nsubjpass"):
        return False
    senses = lexicon.senses["verbs"].get(lexicon.lemma(parse, verb), ())
    kinds = {s.type for s in senses if not s.expression} & ontology().types.keys()
    return bool(kinds) and all(ontology().types[kind].quad not in _DEEDS for kind in kinds)


def _is_told_apart(draft: Draft, verb: int) -> bool:
    """Whether a clause with a subject of its own tells of another place: "left Oran after rebels fled"."""
    parse = draft.parse
    return (
        parse.deps[verb] == "advcl"
        and parse.child(verb, *SUBJECTS) is not None
        and parse.child(verb, "mark") is not None
    )


def _clause(draft: Draft, trigger: int) -> list[int]:
    """The verbs above a trigger that tell where it happened, too: of its clause, and the clause it is in."""
    parse, found, at = draft.parse, [], trigger
    for _ in range(3):
        if parse.deps[at] not in _INSIDE or parse.heads[at] == at:
            break
        at = parse.heads[at]
        if parse.pos[at] in ("VERB", "AUX"):
            found.append(at)
            if parse.deps[at] not in ("xcomp", "conj", "advcl") or (at != trigger and _is_purpose(parse, at)):
                break
    return found


def _is_purpose(parse: Parse, verb: int) -> bool:
    """Whether a verb says what the one above it is for: "will march on Monday to *protest* the killing"."""
    return parse.deps[verb] == "advcl" and any(parse.pos[c] == "PART" for c in parse.with_dep(verb, "aux"))


def _governor(draft: Draft, tokens: range) -> int:
    """What a time expression hangs on, past prepositions and the parts of a time ("the early hours of")."""
    parse, parts = draft.parse, trigger_lexicon(draft.language).times_of
    head = parse.heads[parse.head_of(tokens.start, tokens.stop)]
    while parse.pos[head] == "ADP" or (parse.pos[head] == "NOUN" and parse.lemmas[head] in parts):
        if parse.heads[head] == head:
            break
        head = parse.heads[head]
    return head
