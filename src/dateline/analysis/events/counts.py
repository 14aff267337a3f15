"""How many people an event is said to have killed, hurt, taken or brought together."""

from dataclasses import dataclass

from dateline.analysis.clauses import SUBJECTS
from dateline.analysis.draft import Draft
from dateline.analysis.events.code import Coded
from dateline.analysis.events.found import is_as_sure
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.quantities import Quantity, numerals
from dateline.model.entity import Form, Label
from dateline.model.event import Count

_HARM = "ASSAULT"
_TOLLS = frozenset(("dead", "injured"))
_CROWD = 2  # people that a number of participants counts at least: "the bishop led a march" counts nobody

type Sizes = dict[str, Count]


def sizes(draft: Draft, events: list[Coded], lexicon: TriggerLexicon) -> list[Sizes]:
    """The numbers of each event.

    An event counts those whom its sense counts, summed over a coordination: "two civilians and a soldier"
    are three. What was done in one attack is its toll: "killed three and wounded five" gives both
    numbers to both, and "three were killed in a raid" gives its number to the raid too; what is only feared
    or rumoured is no toll of an attack that is certain.
    """
    found = [_own(draft, event, lexicon) for event in events]
    number = {event.trigger: i for i, event in enumerate(events) if event.type == "ASSAULT"}
    for i, event in enumerate(events):
        if event.type == _HARM and _TOLLS & found[i].keys():
            for other in _same_attack(draft, event, number):
                if events[other].type == _HARM and is_as_sure(draft, event.trigger, events[other].trigger):
                    _merge(found[i], found[other])
    _stated(draft, events, found, lexicon)
    return found


def _own(draft: Draft, event: Coded, lexicon: TriggerLexicon) -> Sizes:
    sense = event.found.sense
    if sense.counts is None or not event.found.counted:
        return {}
    counted = tuple(t for t in event.found.counted if not _is_part(draft, t, lexicon))
    total = _before(draft, event.trigger) or _total(draft, _without_names(draft, counted))
    if total is not None and sense.counts == "participants" and total.high is not None:
        total = total if total.high >= _CROWD else None
    return {} if total is None else {sense.counts: total}


def _is_part(draft: Draft, head: int, lexicon: TriggerLexicon) -> bool:
    """Whether somebody is one of those named before: "killed three people, among them *a child*"."""
    parse = draft.parse
    return any(parse.lower[p] in lexicon.parts and p < head for p in parse.with_dep(head, "prep"))


def _without_names(draft: Draft, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Those counted, without names that only tell who they are: "killed two guards, *Ali* and *Omar*"."""
    if len(heads) < _CROWD:
        return heads
    first, *others = heads
    quantity = numerals(draft.language).of_phrase(draft.parse, first)
    named = all(_is_named(draft, t) for t in others)
    behind_comma = draft.parse.words[first + 1 : first + 2] == [","]
    telling = quantity is not None and quantity.low == quantity.high == len(others) and named and behind_comma
    return (first,) if telling else heads


def _is_named(draft: Draft, head: int) -> bool:
    position = draft.mention_of(head)
    return position is not None and draft.mentions[position].form is Form.NAME


def _before(draft: Draft, trigger: int) -> Count | None:
    """The number that stands for those hurt: "three were killed and more than a dozen wounded"."""
    parse, words = draft.parse, numerals(draft.language)
    for child in parse.with_dep(trigger, "npadvmod", "nummod", "det"):
        if child < trigger and parse.lower[child] in words.articles:
            return Count(1, 1, parse.span(child, child + 1))
        if child < trigger and words.is_amount(parse.lower[child]):
            quantity = words.quantity(parse, child)
            if quantity is not None:
                return Count(quantity.low, quantity.high, parse.span(quantity.start, quantity.end))
    return None


@dataclass
class _Sum:
    low: int = 0
    high: int | None = 0
    numbered: bool = False

    def add(self, low: int | None, high: int | None) -> None:
        self.low += low or 0
        self.high = None if self.high is None or high is None else self.high + high


def _total(draft: Draft, heads: tuple[int, ...]) -> Count | None:
    """The sum over coordinated people; None when none of them is numbered."""
    words, parse, total = numerals(draft.language), draft.parse, _Sum()
    at_most = False
    tokens: list[int] = []
    for head in heads:
        quantity = words.of_phrase(parse, head) or _single(draft, head)
        if quantity is None:
            total.add(1, None)
            continue
        total.add(quantity.low, quantity.high)
        at_most = at_most or quantity.low is None
        total.numbered = True
        tokens += [quantity.start, quantity.end - 1]
    if not total.numbered or (total.low == 0 and total.high is None):
        return None
    return Count(None if at_most else total.low, total.high, parse.span(min(tokens), max(tokens) + 1))


def _single(draft: Draft, head: int) -> Quantity | None:
    """One person: somebody named, or a noun in the singular that refers to somebody."""
    position, parse = draft.mention_of(head), draft.parse
    if position is None:
        return None
    mention = draft.mentions[position]
    singular = parse.tags[head] in ("NN", "NNP") and not parse.has(head, "Number=Plur")
    if mention.label is Label.PERSON and mention.form is not Form.PRONOUN and singular:
        return Quantity(1, 1, head, head + 1)
    return None


# ---------------------------------------------------------------------- one attack, several records
def _same_attack(draft: Draft, event: Coded, number: dict[int, int]) -> list[int]:
    """The records of the attack whose toll an event tells: coordinated deeds, and the attack itself."""
    parse, token = draft.parse, event.trigger
    tokens = [c for c in (*parse.with_dep(token, "conj"), *event.found.part_of) if c in number]
    if parse.deps[token] == "conj" and parse.heads[token] in number:
        tokens.append(parse.heads[token])
    return [number[t] for t in tokens]


def _merge(source: Sizes, target: Sizes) -> None:
    for kind in _TOLLS & source.keys():
        target.setdefault(kind, source[kind])


def _stated(draft: Draft, events: list[Coded], found: list[Sizes], lexicon: TriggerLexicon) -> None:
    """ "The death toll rose to 12": the number is that of the last attack told before."""
    parse, words = draft.parse, numerals(draft.language)
    for token, lemma in enumerate(parse.lemmas):
        if lemma not in lexicon.tolls or parse.pos[token] != "NOUN":
            continue
        near = [i for i, e in enumerate(events) if e.type == _HARM and e.trigger < token]
        if not near:
            continue
        governor = parse.heads[token]
        told_by = parse.child(governor, *SUBJECTS)
        if told_by is not None and any(parse.lower[c] in lexicon.replaced for c in parse.children[told_by]):
            continue  # "an earlier count put the toll at four"
        for head in (token, governor):
            for prep in parse.with_dep(head, "prep"):
                for thing in parse.with_dep(prep, "pobj"):
                    quantity = words.of_phrase(parse, thing)
                    if quantity is not None and quantity.low != 1:
                        span = parse.span(quantity.start, quantity.end)
                        count = Count(quantity.low, quantity.high, span)
                        if lexicon.lemma(parse, governor) in lexicon.rising:
                            _replace(events, found, near[-1], count)
                        else:
                            found[near[-1]].setdefault("dead", count)


def _replace(events: list[Coded], found: list[Sizes], last: int, count: Count) -> None:
    """Puts a later toll in the place of the earlier one, wherever that was given."""
    old = found[last].get("dead")
    for i, event in enumerate(events):
        if i == last or (old is not None and event.type == _HARM and found[i].get("dead") == old):
            found[i]["dead"] = count
