"""Offices: "Governor Maiga", "the front's leader, Maiga", "Maiga, who served as chief of police"."""

from dataclasses import dataclass

from dateline.analysis.relations.collector import BODIES, Collector, Offer
from dateline.analysis.relations.owners import Owner, Tie, is_inside, owners
from dateline.analysis.relations.predication import NOUNS, Holding, holdings
from dateline.model.entity import Form, Label
from dateline.model.relation import RelationType

_LONGEST_TAIL = 6  # tokens of "of the political bureau" that still belong to an office's name


@dataclass(frozen=True, slots=True)
class _Office:
    """An office in tokens `[start, end)`, and what it is of."""

    noun: int
    start: int
    end: int
    owners: list[Owner]


def role(c: Collector, token: int) -> None:
    """Offers the office that a token names, for every named person of whom it is said."""
    parse = c.parse
    if parse.pos[token] not in NOUNS or "Number=Plur" in parse.morphs[token]:
        return
    following = token + 1
    if following < len(parse) and parse.heads[following] == parse.heads[token] and is_office(c, following):
        return  # "Vice President": the last word names the office
    for holding in holdings(c, token):
        if c.label(holding.holder) is not Label.PERSON or not c.is_named(holding.holder):
            continue
        title = parse.heads[token] == holding.holder and token < holding.holder
        if not (title and parse.lower[token] in c.lexicon.roles["honorific"]):
            _offer(c, _office(c, token, holding.holder), holding, once=title)


def is_office(c: Collector, token: int) -> bool:
    """Whether a token is a noun for those who hold an office."""
    return c.parse.lemmas[token] in c.lexicon.offices or c.parse.lower[token] in c.lexicon.offices


def _office(c: Collector, noun: int, holder: int) -> _Office:
    parse, words = c.parse, c.lexicon.roles
    titled = noun < holder and parse.heads[noun] == holder
    start, end = _body(c, holder if titled else noun, noun)
    found = [o for o in owners(c, noun, holder, start, words["prepositions"]) if not _tells_where(c, o)]
    end = max([end, *(_tail(c, owner, noun) for owner in found)])
    kept = [owner for owner in found if owner.tie is Tie.WITHIN or owner.token >= end or owner.token < start]
    if not kept and end > noun + 1:  # "X's envoy to Y"
        kept = owners(c, noun, holder, start, frozenset())
    if not kept:
        start = _with_names(c, noun, holder, start)
    return _Office(noun, start, end, kept)


def _with_names(c: Collector, noun: int, holder: int, start: int) -> int:
    """Takes in what says whose an office is and is no mention: "Russian ambassador", "Houthi spokesman"."""
    parse = c.parse
    while start > 0 and parse.deps[start - 1] in ("amod", "compound", "nmod"):
        before = start - 1
        named = parse.pos[before] == "PROPN" or parse.lower[before] in c.lexicon.nationals
        if not named or not is_inside(c, before, holder, noun):
            break
        start = before
    return start


def _tells_where(c: Collector, owner: Owner) -> bool:
    """ "the ambassador in Kabul" is where he is, "an officer in the army" what he belongs to."""
    prep = owner.preposition
    if prep is None or c.parse.lower[prep] not in c.lexicon.roles["inside"]:
        return False
    return c.label(owner.token) not in BODIES


def _tail(c: Collector, owner: Owner, noun: int) -> int:
    """How far an office's name reaches when what follows says what it is rather than whose it is."""
    parse, prep = c.parse, owner.preposition
    if prep is None or prep != noun + 1:
        return noun + 1
    roles = c.lexicon.roles
    whose = parse.lower[prep] in roles["whose"] or (
        parse.lower[prep] in roles["whose_body"] and c.label(owner.token) is not Label.PLACE
    )
    end = parse.right[prep]
    if whose and owner.tie is Tie.OF:
        return noun + 1
    return end if end - prep <= _LONGEST_TAIL else noun + 1


def _offer(c: Collector, office: _Office, holding: Holding, once: bool) -> None:
    """Offers an office; one that is only a title before a name is told `once` a report."""
    noun, lemma = office.noun, c.parse.lemmas[office.noun]
    whose: list[Owner | None] = [*office.owners] or [None]
    for owner in whose:
        kind = RelationType.HOLDS_ROLE
        if owner is not None and c.label(owner.token) in BODIES:
            if lemma in c.lexicon.belonging:
                kind = RelationType.MEMBER_OF
            elif _leads(c, office, owner):
                kind = RelationType.LEADS
        if kind is RelationType.HOLDS_ROLE and not is_office(c, noun):
            continue
        plain = kind is RelationType.MEMBER_OF and office.end - office.start == 1
        c.offer(
            Offer(
                kind,
                subject=holding.holder,
                object=owner.token if owner else None,
                value=None if plain else c.words(office.start, office.end),
                anchor=holding.anchor,
                words=(office.start, office.end - 1),
                date=holding.date,
                certainty=holding.certainty,
                once=once,
            )
        )


def _leads(c: Collector, office: _Office, owner: Owner) -> bool:
    """Whether an office is the lead of the whole: "leader of X", not "a leader of X" or "X commander"."""
    parse = c.parse
    if parse.lemmas[office.noun] not in c.lexicon.leading:
        return False
    if owner.tie not in (Tie.OF, Tie.POSSESSIVE):
        return False
    plain = all(parse.lower[t] in c.lexicon.roles["sole"] for t in range(office.start, office.noun))
    article = parse.child(office.noun, "det")
    definite = article is None or "Definite=Ind" not in parse.morphs[article]
    return plain and definite


def _body(c: Collector, head: int, noun: int) -> tuple[int, int]:
    """The tokens of an office's name: "first vice president", "chief of police"."""
    parse, words = c.parse, c.lexicon.roles
    start = noun
    while start > 0:
        before = start - 1
        part = (parse.lower[before] in words["modifiers"] and parse.lower[before] not in words["past"]) or (
            is_office(c, before) and parse.pos[before] in (*NOUNS, "ADJ")
        )
        hyphen = parse.words[before] == "-" and before > 0 and parse.lower[before - 1] in words["modifiers"]
        if not (part or hyphen) or not is_inside(c, before, head, noun):
            break
        start = before
    end = noun + 1
    for prep in parse.with_dep(noun, "prep"):
        thing = parse.child(prep, "pobj")
        if prep == end and thing is not None and parse.lower[prep] in words["within"]:
            tail = parse.right[thing]
            if _is_bare(c, thing) and tail - end <= _LONGEST_TAIL:
                end = tail
    return start, end


def _is_bare(c: Collector, thing: int) -> bool:
    """Whether a noun only completes an office ("chief of police") instead of naming what it is of."""
    mention = c.mention(thing)
    if mention is None:
        return not any(c.is_known(t) for t in c.parse.subtree(thing))
    determined = c.parse.child(thing, "det", "poss", "amod", "compound") is not None
    return mention.form is Form.NOMINAL and not determined
