"""Offices: who holds which in what, from titles, appositions, copulas and "served as"."""

from dataclasses import dataclass

from dateline.analysis.clauses import SUBJECTS, is_passive, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.model.entity import Form, Label
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType

_LONGEST_TAIL = 5  # tokens of "of the interior" that still belong to an office's name
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Holding:
    """Who a description is said of, and by which predicate; `over` when it is said to be past."""

    holder: int
    anchor: int
    over: bool = False
    certainty: Factuality | None = None


def role(c: Collector, token: int) -> None:
    """Offers the office that a token names, for everybody it is said of."""
    parse = c.parse
    if parse.pos[token] not in _NOUNS or not (
        _is_office(c, token) or parse.lemmas[token] in c.lexicon.belonging
    ):
        return
    if token + 1 < len(parse) and parse.heads[token + 1] == parse.heads[token] and _is_office(c, token + 1):
        return  # "Vice President": the last word names the office
    for holding in holdings(c, token):
        if c.label(holding.holder) is Label.PERSON and holding.holder != token:
            _offer(c, token, holding)


def _is_office(c: Collector, token: int) -> bool:
    return c.parse.lemmas[token] in c.lexicon.offices or c.parse.lower[token] in c.lexicon.offices


def holdings(c: Collector, noun: int) -> list[Holding]:
    """Everybody of whom a noun is said: as a title, in apposition, by a copula, after "as"."""
    parse, words = c.parse, c.lexicon.roles
    head, dep = parse.heads[noun], parse.deps[noun]
    past = any(
        parse.lower[t] in words["past"]
        for t in range(parse.left[noun], noun)
        if parse.heads[t] in (noun, head)
    )
    if dep in ("compound", "nmod", "amod") and head > noun and _names(c, head, noun):
        past = past or any(parse.lower[t] in words["past"] for t in parse.children[head] if t < noun)
        return [Holding(head, noun, past)]
    found = [Holding(t, noun, past) for t in parse.with_dep(noun, "appos") if c.label(t) is not None]
    if dep == "conj" and parse.pos[head] in _NOUNS:
        return found + [h for h in holdings(c, head) if _is_office(c, head) and h.holder != noun]
    if dep == "appos" and c.label(head) is not None:
        found.append(Holding(head, noun, past))
    elif dep == "attr" and parse.lemmas[head] in words["copulas"]:
        found += _said_of(
            c, head, noun, past or (parse.lemmas[head] == "be" and parse.has(head, "Tense=Past"))
        )
    elif dep == "oprd":
        found += _named(c, head, noun, past)
    elif dep == "pobj" and parse.lower[head] in words["as"]:
        verb = parse.heads[head]
        if parse.lemmas[verb] in words["serving"]:
            found += _said_of(c, verb, noun, past or _past_adverb(c, verb))
        else:
            found += _named(c, verb, noun, past)
    return found


def _names(c: Collector, head: int, noun: int) -> bool:
    """Whether the noun before a name is its title: "Governor Maiga", not "the Maiga government"."""
    return c.is_name(head) and c.label(head) is Label.PERSON and noun < head


def _said_of(c: Collector, verb: int, noun: int, past: bool) -> list[Holding]:
    holder = c.holder(subject(c.parse, verb), verb)
    if holder is None and c.parse.deps[verb] == "relcl":
        holder = c.holder(c.parse.heads[verb])
    return [] if holder is None else [Holding(holder, verb, past or _past_adverb(c, verb))]


def _named(c: Collector, verb: int, noun: int, past: bool) -> list[Holding]:
    """ "She was named governor", "they elected her governor"; never what one calls oneself."""
    parse = c.parse
    if parse.lemmas[verb] not in c.lexicon.roles["appointing"]:
        return []
    whom = subject(parse, verb) if is_passive(parse, verb) else parse.child(verb, "dobj")
    holder = c.holder(whom, verb)
    return [] if holder is None else [Holding(holder, verb, past)]


def _past_adverb(c: Collector, verb: int) -> bool:
    return any(c.parse.lower[t] in c.lexicon.roles["past_adverbs"] for t in c.parse.with_dep(verb, "advmod"))


def _offer(c: Collector, noun: int, holding: Holding) -> None:
    parse, words = c.parse, c.lexicon.roles
    if noun < holding.holder and parse.heads[noun] == holding.holder:
        body = body_of(c, holding.holder, noun)
    else:
        body = body_of(c, noun, noun)
    start, end = body
    objects = belongs_to(c, noun, holding.holder, start, words["prepositions"])
    value = c.words(start, end)
    lemma = parse.lemmas[noun]
    first = objects[0] if objects else None
    kind = RelationType.HOLDS_ROLE
    if first is not None and c.label(first) in (Label.ORGANIZATION, Label.GROUP):
        if lemma in c.lexicon.leading:
            kind = RelationType.LEADS
        elif lemma in c.lexicon.belonging:
            kind = RelationType.MEMBER_OF
    if kind is RelationType.HOLDS_ROLE and not _is_office(c, noun):
        return
    things: list[int | None] = [*objects] or [None]
    for thing in things:
        c.offer(
            Offer(
                kind,
                subject=holding.holder,
                object=thing,
                value=value,
                anchor=holding.anchor,
                words=(start, end - 1),
                over=holding.over,
                certainty=holding.certainty,
            )
        )


def body_of(c: Collector, head: int, noun: int) -> tuple[int, int]:
    """The tokens of an office's name: "first vice president", "chief of police"."""
    parse, words = c.parse, c.lexicon.roles
    start = noun
    while start > 0:
        before = start - 1
        part = (parse.lower[before] in words["modifiers"] and parse.lower[before] not in words["past"]) or (
            _is_office(c, before) and parse.pos[before] in (*_NOUNS, "ADJ")
        )
        hyphen = parse.words[before] == "-" and before > 0 and parse.lower[before - 1] in words["modifiers"]
        if not (part or hyphen) or not _inside(c, before, head, noun):
            break
        start = before
    end = noun + 1
    for prep in parse.with_dep(noun, "prep"):
        thing = parse.child(prep, "pobj")
        if prep == end and thing is not None and parse.lower[prep] in words["within"]:
            tail = parse.right[thing]
            if c.draft.mention_of(thing) is None and tail - end <= _LONGEST_TAIL:
                end = tail
    return start, end


def _inside(c: Collector, token: int, head: int, noun: int) -> bool:
    parse = c.parse
    for _ in range(4):
        if token in (head, noun):
            return True
        if parse.heads[token] == token:
            return False
        token = parse.heads[token]
    return token in (head, noun)


def belongs_to(
    c: Collector, noun: int, holder: int, start: int, prepositions: frozenset[str] | tuple[str, ...]
) -> list[int]:
    """What an office or bond is of: "of X and Y", "X's", "the X leader", "the Russian ambassador"."""
    parse = c.parse
    carriers = [noun] if parse.heads[noun] != holder or noun > holder else [noun, holder]
    for carrier in carriers:
        for prep in parse.with_dep(carrier, "prep"):
            if parse.lower[prep] not in prepositions or (carrier == holder and prep > holder):
                continue
            for thing in parse.with_dep(prep, "pobj"):
                members = [
                    t for t in parse.conjuncts(thing) if c.draft.mention_of(t) is not None and t != holder
                ]
                if members:
                    return members
                nested = _inner(c, thing)
                if nested is not None and nested != holder:
                    return [nested]
        for owner in parse.with_dep(carrier, "poss"):
            if c.draft.mention_of(owner) is not None and owner != holder and owner < start:
                return [owner]
    before = start - 1
    while before >= 0 and (parse.lower[before] in c.lexicon.roles["past"] or parse.pos[before] == "ADJ"):
        if _adjectival(c, before):
            break
        before -= 1
    if before < 0 or before == holder or not _inside(c, before, holder, noun):
        return []
    return [before] if c.label(before) not in (None, Label.PERSON) else []


def _adjectival(c: Collector, token: int) -> bool:
    position = c.draft.mention_of(token)
    return position is not None and c.draft.mentions[position].form in (Form.ADJECTIVE, Form.NAME)


def _inner(c: Collector, thing: int) -> int | None:
    """The actor inside a longer phrase: "chief of the army of Mali"."""
    parse = c.parse
    for prep in parse.with_dep(thing, "prep"):
        if parse.lower[prep] in c.lexicon.roles["within"]:
            inner = parse.child(prep, "pobj")
            if inner is not None and c.draft.mention_of(inner) is not None:
                return inner
    return next((t for t in parse.with_dep(thing, "poss") if c.draft.mention_of(t) is not None), None)


__all__ = ["SUBJECTS", "Holding", "belongs_to", "body_of", "holdings", "role"]
