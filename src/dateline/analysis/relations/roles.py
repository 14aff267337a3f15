"""Offices: "Governor Maiga", "the front's leader, Maiga", "Maiga, who served as chief of police"."""

from dataclasses import dataclass

from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.owners import Owner, Tie, is_inside, owners
from dateline.analysis.relations.predication import NOUNS, Holding, holdings
from dateline.model.entity import Form, Label
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType

_OPEN = (Factuality.UNKNOWN, Factuality.CERTAIN_UNKNOWN)
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
    if c.is_name(token) and c.label(token) is Label.PERSON:
        return  # "whose owner is Erik Prince": a surname, no office
    if _is_continued(c, token):
        return  # "Vice President": the last word names the office
    for holding in holdings(c, token) or _described(c, token):
        if c.label(holding.holder) is not Label.PERSON or not c.is_named(holding.holder):
            continue
        title = holding.holder == token or (parse.heads[token] == holding.holder and token < holding.holder)
        office = _office(c, token, holding.holder)
        if not _says_nothing(c, office, holding, title):
            _offer(c, office, holding, once=title)


def _says_nothing(c: Collector, office: _Office, holding: Holding, title: bool) -> bool:
    """A title of honour, "a leader" of nothing in particular, a description that names no owner."""
    parse, words = c.parse, c.lexicon.roles
    noun = office.noun
    if title and parse.lower[noun] in words["honorific"]:
        return True
    if office.owners or office.end - office.start > 1:
        return False
    return holding.holder == noun or (not title and parse.lemmas[noun] in words["vague"])


def _described(c: Collector, token: int) -> list[Holding]:
    """The named one a description stands for: "the Russian ambassador" after "Oleg Antonov"."""
    mention = c.mention(token)
    if mention is None or mention.form is not Form.NOMINAL or c.parse.deps[token] in ("attr", "oprd"):
        return []
    owned = c.parse.child(token, "poss") is not None
    return (
        [Holding(token, c.parse.left[token])]
        if owned or c.parse.lower[c.parse.left[token]] in c.lexicon.roles["definite"]
        else []
    )


def _is_continued(c: Collector, token: int) -> bool:
    """Whether the next word belongs to the same title; an abbreviation begins another."""
    parse, following = c.parse, token + 1
    if following >= len(parse) or parse.heads[following] != parse.heads[token]:
        return False
    return is_office(c, following) and not parse.words[following].endswith(".")


def is_office(c: Collector, token: int) -> bool:
    """Whether a token is a noun for those who hold an office."""
    return c.parse.lemmas[token] in c.lexicon.offices or c.parse.lower[token] in c.lexicon.offices


def _office(c: Collector, noun: int, holder: int) -> _Office:
    parse, words = c.parse, c.lexicon.roles
    titled = noun < holder and parse.heads[noun] == holder
    start, end = _body(c, holder if titled else noun, noun)
    found = [o for o in owners(c, noun, holder, start, words["prepositions"]) if not _tells_where(c, o)]
    end = max([end, *(_tail(c, owner, noun) for owner in found)])
    shared = c.parse.deps[noun] == "conj" and c.parse.child(noun, "det") is None
    if not found and shared:  # "the party's founder and treasurer"
        found = owners(c, c.parse.heads[noun], holder, start, words["prepositions"])
    kept = [owner for owner in found if owner.token >= end or owner.token < start]
    if any(parse.lower[t] in words["ordinals"] for t in parse.with_dep(noun, "amod") if t < start):
        return _Office(noun, start, end, [])  # "the nation's first woman governor" governs no nation
    if not kept:  # "X's envoy to Y", "the Russian ambassador in Kabul"
        kept = owners(c, noun, holder, start, frozenset())
    if not kept:
        start = _with_names(c, noun, holder, start)
    return _Office(noun, start, end, kept)


def _with_names(c: Collector, noun: int, holder: int, start: int) -> int:
    """Takes in what says whose an office is and is no mention: "Russian ambassador", "Houthi spokesman"."""
    parse, first = c.parse, start
    while start > 0 and parse.deps[start - 1] in ("amod", "compound", "nmod", "punct"):
        before = start - 1
        if parse.words[before] == "-" and before > 0:
            before -= 1
        if is_office(c, before) or before == holder:
            break
        named = parse.pos[before] == "PROPN" or parse.lower[before] in c.lexicon.nationals
        if not named or not is_inside(c, before, holder, noun):
            break
        start = before
    return start if start == first or parse.pos[start - 1] != "ADP" else first  # "Hall of [Fame coach]"


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
    inner = parse.heads[owner.token]
    if owner.tie is Tie.WITHIN and parse.deps[owner.token] == "pobj" and inner > prep:
        end = inner  # "head of the political bureau", of X
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
        if holding.certainty is None and c.draft.factuality(holding.anchor) in _OPEN:
            continue  # who might be governor, or is asked to be, is none
        plain = kind is RelationType.MEMBER_OF and office.end - office.start == 1
        certainty = Factuality.UNKNOWN if _is_own_word(c, office, holding) else holding.certainty
        c.offer(
            Offer(
                kind,
                subject=holding.holder,
                object=owner.token if owner else None,
                value=None if plain else c.words(office.start, office.end),
                # what is only claimed stands on the word of whoever's content the claimed office is
                anchor=noun if certainty else holding.anchor,
                words=(office.start, office.end - 1),
                date=holding.date,
                certainty=certainty,
                once=once,
            )
        )


def _is_own_word(c: Collector, office: _Office, holding: Holding) -> bool:
    """Whether only its holder says that an office of state or the lead is his: "says he is now president"."""
    parse, lemma = c.parse, c.parse.lemmas[office.noun]
    high = lemma in c.lexicon.leading | c.lexicon.state_offices
    if not high or holding.date is not None or parse.pos[holding.anchor] not in ("VERB", "AUX"):
        return False
    carrier = c.draft.carrier(parse.span(holding.anchor, holding.anchor + 1))
    whose = None if carrier is None else carrier.source_entity
    return whose is not None and whose == c.draft.participant(holding.holder).entity


def _leads(c: Collector, office: _Office, owner: Owner) -> bool:
    """Whether an office is the lead of the whole: "leader of X", not "a leader of X" or "X commander"."""
    parse = c.parse
    if parse.lemmas[office.noun] not in c.lexicon.leading:
        return False
    if owner.tie not in (Tie.OF, Tie.POSSESSIVE):
        return False
    plain = all(parse.lower[t] in c.lexicon.roles["sole"] for t in range(office.start, office.noun))
    if office.end > office.noun + 1 and parse.lower[office.end - 1] not in c.lexicon.roles["second"]:
        return False  # "the front's head of foreign relations" does not head the front
    article = parse.child(office.noun, "det")
    definite = article is None or "Definite=Ind" not in parse.morphs[article]
    return plain and definite


def _body(c: Collector, head: int, noun: int) -> tuple[int, int]:
    """The tokens of an office's name: "first vice president", "chief of police"."""
    parse, words = c.parse, c.lexicon.roles
    start = noun
    while start > 0:
        before = start - 1
        if is_office(c, before) and parse.words[start].endswith("."):
            break
        if parse.lower[before] in words["ordinals"] and parse.lower[start] not in words["ranked"]:
            break  # "the first governor", other than "the first vice president"
        part = (parse.lower[before] in words["modifiers"] and parse.lower[before] not in words["past"]) or (
            is_office(c, before) and parse.pos[before] in (*NOUNS, "ADJ")
        )
        hyphened = parse.words[before] == "-" and before > 0
        if hyphened and (parse.lower[before - 1] in words["modifiers"] or is_office(c, before - 1)):
            start = before - 1  # "co-founder", "secretary-general", however it is attached
            continue
        common = (
            parse.deps[before] == "compound" and parse.pos[before] == "NOUN" and c.mention(before) is None
        )
        if not (part or common) or not is_inside(c, before, head, noun):
            break
        start = before
    end = noun + 1
    for prep in parse.with_dep(noun, "prep"):
        thing = parse.child(prep, "pobj")
        if prep == end and thing == end + 1 and parse.lower[thing] in words["second"]:
            end = thing + 1  # "commander in chief"
        elif prep == end and thing is not None and parse.lower[prep] in words["within"]:
            tail = parse.right[thing]
            if parse.lower[prep] in words["whose_body"] and tail > end + 2:
                continue  # "coach for the rest of the season"
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
