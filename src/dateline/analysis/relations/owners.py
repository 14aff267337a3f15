"""What an office or a bond is of: "of X and Y", "X's", "the X leader"."""

from dataclasses import dataclass
from enum import Enum

from dateline.analysis.relations.collector import Collector
from dateline.model.entity import Label


class Tie(Enum):
    """How an owner is joined to its noun."""

    OF = "of"  # "leader of X"
    POSSESSIVE = "'s"  # "X's leader"
    COMPOUND = "compound"  # "the X leader"
    WITHIN = "within"  # "chief of staff of X": of something else that is X's


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner by its token; `preposition` is the token that joins it, if one does."""

    token: int
    tie: Tie
    preposition: int | None = None


def owners(
    c: Collector, noun: int, holder: int, start: int, prepositions: frozenset[str] | tuple[str, ...]
) -> list[Owner]:
    """What `noun`, said of `holder`, is of; `start` is the first token of the office's own name."""
    parse = c.parse
    carriers = [noun]
    if parse.heads[noun] == holder and noun < holder:
        carriers.append(holder)
    for carrier in carriers:
        for prep in parse.with_dep(carrier, "prep"):
            if parse.lower[prep] in prepositions and not (carrier != noun and prep > holder):
                found = _of(c, prep, holder)
                if found:
                    return found
        for owner in parse.with_dep(carrier, "poss"):
            owner = _antecedent(c, owner)
            if c.is_known(owner) and owner != holder and owner < start:
                return [Owner(owner, Tie.POSSESSIVE)]
    return _apposed(c, noun) or _compounded(c, noun, holder, start)


def _antecedent(c: Collector, owner: int) -> int:
    """Whom "whose" stands for: "the front, whose commander is X"."""
    parse = c.parse
    if parse.tags[owner] != "WP$":
        return owner
    clause = next((a for a in parse.ancestors(owner) if parse.deps[a] == "relcl"), None)
    return owner if clause is None else parse.heads[clause]


def _apposed(c: Collector, noun: int) -> list[Owner]:
    """A body named behind a bare office, as releases write it: "Ann Lund, commander, Lake Force, said …"."""
    parse, first = c.parse, noun + 2
    if parse.words[noun + 1 : first] != [","] or parse.deps[noun] != "appos" or parse.words[noun - 1] != ",":
        return []
    name = next((t for t in range(first, parse.right[noun]) if c.mention(t) is not None), None)
    if name is None or not c.is_name(name) or c.label(name) not in (Label.ORGANIZATION, Label.GROUP):
        return []
    mention = c.mention(name)
    words = parse.tokens_in(mention.span) if mention else range(0)
    listed = any(parse.child(t, "cc") is not None for t in (noun, name))
    return [Owner(name, Tie.OF)] if words.start == first and not listed else []


def _of(c: Collector, preposition: int, holder: int) -> list[Owner]:
    parse = c.parse
    for thing in parse.with_dep(preposition, "pobj"):
        first = c.is_known(thing)  # "a father of four and a former teacher" is no father of the teacher
        members = [t for t in parse.conjuncts(thing) if first and c.is_known(t) and t != holder]
        if c.is_name(thing):  # "an ally of Bela and a former teacher" is no ally of the teacher
            members = [t for t in members if t == thing or not _is_indefinite(c, t)]
        if members:
            return [Owner(t, Tie.OF, preposition) for t in members]
        inner = _inner(c, thing)
        if inner is not None and inner != holder:
            return [Owner(inner, Tie.WITHIN, preposition)]
    return []


def _is_indefinite(c: Collector, noun: int) -> bool:
    return any(c.parse.has(t, "Definite=Ind") for t in c.parse.with_dep(noun, "det"))


def _inner(c: Collector, thing: int) -> int | None:
    """The actor inside a longer phrase: "head of the political bureau of X", "of X's bureau"."""
    parse = c.parse
    for prep in parse.with_dep(thing, "prep"):
        if parse.lower[prep] in c.lexicon.roles["within"]:
            inner = parse.child(prep, "pobj")
            if inner is not None and c.is_known(inner):
                return inner
    return next((t for t in parse.with_dep(thing, "poss", "compound") if c.is_known(t)), None)


def _compounded(c: Collector, noun: int, holder: int, start: int) -> list[Owner]:
    """A name before the office: "Hamas spokesman", "former Hamas political chief"."""
    parse, past = c.parse, c.lexicon.roles["past"]
    before = start - 1
    while before >= 0 and c.mention(before) is None:
        skipped = parse.lower[before] in past or parse.pos[before] == "ADJ" or parse.words[before] == "-"
        if not skipped:
            return []
        before -= 1
    if before < 0 or before == holder or not is_inside(c, before, holder, noun):
        return []
    if c.label(before) in (None, Label.PERSON) or not c.is_known(before) or _is_setting(c, before):
        return []
    return [Owner(before, Tie.COMPOUND)]


def _is_setting(c: Collector, place: int) -> bool:
    """Whether a place only tells where it happened: "In Turkey Minister Lund met …"."""
    mention = c.mention(place)
    first = c.parse.tokens_in(mention.span).start if mention else place
    return (
        (c.label(place) is Label.PLACE or c.is_nation(place))
        and first > 0
        and c.parse.lower[first - 1] in c.lexicon.sections["places"]["within"]
    )


def is_inside(c: Collector, token: int, head: int, noun: int) -> bool:
    """Whether a token hangs, a few steps below, on one of two heads."""
    parse = c.parse
    for _ in range(4):
        if token in (head, noun):
            return True
        token = parse.heads[token]
    return token in (head, noun)
