"""Bonds told by a noun for what is done: "X's war against Y", "the alliance between X and Y"."""

from dataclasses import dataclass

from dateline.analysis.clauses import is_passive, prepositional, subject
from dateline.analysis.relations.collector import OVER, Collector, Offer
from dateline.analysis.relations.lexicon import Nominal
from dateline.analysis.relations.predication import NOUNS
from dateline.analysis.relations.times import at, is_told_as_done
from dateline.model.entity import Label
from dateline.model.relation import RelationType

_QUOTES = ('"', "'", "''", "``")


def nominals(c: Collector, token: int) -> None:
    """Offers what a noun's entries say of those who do and those whom it is done to."""
    parse = c.parse
    if parse.pos[token] not in NOUNS or (token > 0 and parse.words[token - 1] in _QUOTES):
        return  # his "war" on X is a word somebody mocks
    for entry in c.lexicon.nominals.get(c.parse.lemmas[token], ()):
        _joint(c, token, entry)
        _given(c, token, entry)
        things = _behind(c, token, entry.objects)
        governor, by_verb = _governor(c, token, entry)
        if by_verb and not things:
            things = prepositional(c.parse, governor, entry.objects)
        if entry.relation is RelationType.FIGHTS:
            _where_fought(c, token, things)
        bond = _bond(c, token, entry, governor)
        for thing in things:
            for doer in doers(c, token, entry.verbs | entry.breaking, entry.doers):
                _offer(c, entry, doer, thing, bond)
        if by_verb and not things and entry.relation is RelationType.ALLIED_WITH:
            _between_subjects(c, entry, bond)


@dataclass(frozen=True, slots=True)
class _Bond:
    """The noun for a bond, the predicate whose certainty it shares, and its date, if it is over."""

    noun: int
    anchor: int
    over: str | None = None


def _bond(c: Collector, noun: int, entry: Nominal, governor: int) -> _Bond:
    """A bond as it is told: "broke its alliance", "the alliance collapsed" put an end to it."""
    parse, head = c.parse, c.parse.heads[noun]
    broken, failed = (parse.deps[noun] in deps for deps in (("dobj", "nsubjpass"), ("nsubj",)))
    verbs = entry.breaking if broken else entry.failing if failed else frozenset()
    done = parse.lemmas[head] in verbs and is_told_as_done(c, head)
    if not done or c.draft.factuality(head).polarity != "+":
        return _Bond(noun, governor)
    when = at(c, head)
    return _Bond(noun, head, f"../{when}" if when and "/" not in when else OVER)


def _between_subjects(c: Collector, entry: Nominal, bond: _Bond) -> None:
    """ "X and Y formed an alliance": the first with each of the others."""
    doer = subject(c.parse, bond.anchor)
    sides = [] if doer is None or is_passive(c.parse, bond.anchor) else c.members(doer)
    for other in sides[1:]:
        _offer(c, entry, sides[0], other, bond)


def _behind(c: Collector, noun: int, prepositions: frozenset[str] | tuple[str, ...]) -> list[int]:
    """The objects of a deed's prepositions, also where they hang on what counts it: "waves of raids on X"."""
    found, several = prepositional(c.parse, noun, prepositions), counting(c, noun)
    if found or several is None:
        return found
    return [t for t in prepositional(c.parse, several, prepositions) if t > noun]


def counting(c: Collector, noun: int) -> int | None:
    """The noun that tells how many deeds, or how long one: "a series of strikes", "days of fighting"."""
    parse, preposition = c.parse, c.parse.heads[noun]
    if parse.deps[noun] != "pobj" or parse.lower[preposition] not in c.lexicon.sections["places"]["of"]:
        return None
    several = parse.heads[preposition]
    return several if parse.lemmas[several] in c.lexicon.sections["undertakings"]["counting"] else None


def _where_fought(c: Collector, noun: int, things: list[int]) -> None:
    """Those who are fought somewhere are there: "the campaign against X in Y"."""
    parse = c.parse
    for place in _behind(c, noun, c.lexicon.sections["places"]["within"]):
        for thing in things:
            if c.label(place) is Label.PLACE and c.is_armed(thing) and not c.is_nation(thing):
                words = (parse.heads[place],)
                c.offer(Offer(RelationType.LOCATED_IN, thing, place, anchor=noun, words=words))


def _offer(c: Collector, entry: Nominal, doer: int, thing: int, bond: _Bond) -> None:
    if not c.fits(thing, entry.object_labels) or not c.acts(doer) or doer == thing:
        return
    if not entry.armed or (c.is_armed(doer) and c.is_armed(thing)):
        c.offer(Offer(entry.relation, doer, thing, anchor=bond.anchor, words=(bond.noun,), date=bond.over))


def _given(c: Collector, token: int, entry: Nominal) -> None:
    """ "X provides Y with support"."""
    parse, preposition = c.parse, c.parse.heads[token]
    verb = parse.heads[preposition]
    if parse.deps[verb] == "dobj":
        verb = parse.heads[verb]
    if parse.deps[token] == "pobj" and parse.lemmas[verb] in entry.giving and not is_passive(parse, verb):
        giver, given = subject(parse, verb), parse.child(verb, "dobj")
        if giver is not None and given is not None:
            for doer in c.members(giver):
                _offer(c, entry, doer, given, _Bond(token, verb))


def _joint(c: Collector, token: int, entry: Nominal) -> None:
    """ "the alliance between X and Y": the first with each of the others."""
    sides = prepositional(c.parse, token, entry.joint)
    for other in sides[1:]:
        _offer(c, entry, sides[0], other, _bond(c, token, entry, token))


def doers(c: Collector, noun: int, verbs: frozenset[str], by: tuple[str, ...]) -> list[int]:
    """Whose deed a noun speaks of: "by X", "X's", "the X offensive", "X launched an offensive"."""
    parse = c.parse
    found = [t for t in prepositional(parse, noun, by) if c.acts(t)]
    if found:
        return found
    for owner in parse.with_dep(noun, "poss", "compound", "nmod"):
        if c.acts(owner) and c.is_known(owner):
            return parse.conjuncts(owner)
    if parse.lemmas[noun] in c.lexicon.sections["undertakings"]["national"]:
        national = [t for t in parse.with_dep(noun, "amod") if c.is_adjective(t)]
        if national:
            return national
    verb = _verb_above(c, noun, verbs)
    doer = None if verb is None else subject(parse, verb)
    return [t for t in c.members(doer) if c.acts(t)] if doer is not None else []


def _governor(c: Collector, noun: int, entry: Nominal) -> tuple[int, bool]:
    """The predicate whose certainty a deed shares, and whether that is a verb it is the object of."""
    verb = _verb_above(c, noun, entry.verbs)
    return (noun, False) if verb is None else (verb, True)


def _verb_above(c: Collector, noun: int, verbs: frozenset[str]) -> int | None:
    parse = c.parse
    head, dep = parse.heads[noun], parse.deps[noun]
    if dep == "conj":
        return _verb_above(c, head, verbs) if head != noun else None
    if dep == "pobj" and parse.deps[head] == "prep":
        several, head = counting(c, noun), parse.heads[head]
        if several is not None or parse.lemmas[head] in c.lexicon.sections["undertakings"]["nouns"]:
            return _verb_above(c, head, verbs)  # "lead efforts in the campaign"
    elif dep not in ("dobj", "attr"):
        return None
    if parse.lemmas[head] in verbs and c.label(noun) is not Label.PERSON:
        return head
    return None
