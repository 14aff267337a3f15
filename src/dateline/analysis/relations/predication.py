"""Of whom a noun is said: as a title, in apposition, by a copula, after "as"."""

from dataclasses import dataclass, replace

from dateline.analysis.clauses import agents, is_passive, subject
from dateline.analysis.relations.collector import OVER, Collector
from dateline.analysis.relations.times import ended, interval, is_past, is_sequel
from dateline.model.entity import Label
from dateline.model.factuality import Factuality

NOUNS = ("NOUN", "PROPN")
_COMPOUNDED = ("compound", "nmod", "amod")


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody of whom a noun is said, and by which predicate.

    `date` tells that it is over; `certainty` overrides what the text says of the predicate.
    """

    holder: int
    anchor: int
    date: str | None = None
    certainty: Factuality | None = None


def holdings(c: Collector, noun: int) -> list[Holding]:
    """Everybody of whom a noun is said."""
    found = _holdings(c, noun)
    if found and _is_claimed(c, noun):
        found = [replace(h, certainty=Factuality.UNKNOWN) for h in found]
    return found


def _holdings(c: Collector, noun: int) -> list[Holding]:
    parse, words = c.parse, c.lexicon.roles
    head, dep = parse.heads[noun], parse.deps[noun]
    date = OVER if _is_past(c, noun) else None
    if dep in _COMPOUNDED and head > noun:
        return [Holding(head, noun, date)] if _is_person_name(c, head) else []
    found = [Holding(t, noun, date) for t in parse.with_dep(noun, "appos") if c.label(t) is not None]
    if dep == "conj" and parse.pos[head] in NOUNS:
        others = [h for h in _holdings(c, head) if h.holder not in (head, noun)]
        if parse.child(noun, "det") is not None and _is_past(c, head):
            others = [replace(h, date=date) if h.date == OVER else h for h in others]
        elif date is not None:  # "an opposition leader and *former* prosecutor"
            others = [replace(h, date=h.date or date) for h in others]
        return found + others  # "a retired general and a critic of the truce": still a critic
    if dep == "appos" and c.label(head) is not None:
        found.append(Holding(head, noun, date))
    elif dep == "attr" and parse.lemmas[head] in words["copulas"]:
        found += _said_of(c, head, date)
    elif dep == "nsubj" and parse.lemmas[head] in words["identifying"]:
        named = parse.child(head, "attr")
        if named is not None and _is_person_name(c, named):
            found.append(Holding(named, head, date or _past_clause(c, head)))
    elif dep == "nsubjpass":
        found += _believed(c, head, date)
    elif dep in ("oprd", "attr", "ccomp", "dobj"):
        found += _by_an_act(c, head, noun, date)
    elif dep == "pobj" and parse.lower[head] in words["as"]:
        found += _after_as(c, head, date)
    return found


def _believed(c: Collector, verb: int, date: str | None) -> list[Holding]:
    """ "Its leader is believed to be X": as certain as the clause that says who it is."""
    parse = c.parse
    for clause in parse.with_dep(verb, "xcomp"):
        if parse.lemmas[clause] not in c.lexicon.roles["identifying"]:
            continue
        said = parse.with_dep(clause, "attr")
        said += [t for noun in said for t in parse.with_dep(noun, "appos")]  # "to be X's daughter, *Ada Obi*"
        named = next((t for t in said if _is_person_name(c, t)), None)
        if named is not None:
            return [Holding(named, clause, date)]
    return []


def _is_person_name(c: Collector, token: int) -> bool:
    """Whether a noun before it is its title: "Governor Maiga", not "the Maiga government"."""
    person = c.is_name(token) and c.label(token) is Label.PERSON
    return person and c.parse.lower[token] not in c.lexicon.bodies | c.lexicon.offices


def _is_past(c: Collector, noun: int) -> bool:
    parse, past = c.parse, c.lexicon.roles["past"]
    heads = (noun, parse.heads[noun])
    return any(parse.lower[t] in past for t in range(_start(c, noun), noun) if parse.heads[t] in heads)


def _start(c: Collector, noun: int) -> int:
    """Where the words before a noun begin; a title's stand before it as children of the name."""
    parse, head = c.parse, c.parse.heads[noun]
    shared = parse.deps[noun] in _COMPOUNDED and head > noun
    return parse.left[head] if shared else parse.left[noun]


def _is_claimed(c: Collector, noun: int) -> bool:
    """Whether an adjective says that only some hold it so: "self-styled", "rightful"."""
    parse, claimed = c.parse, c.lexicon.roles["claimed"]
    tokens = range(_start(c, noun), noun)
    return any(
        parse.lower[t] in claimed or (t + 2 <= noun and "".join(parse.lower[t : t + 3]) in claimed)
        for t in tokens
    )


def _said_of(c: Collector, verb: int, date: str | None) -> list[Holding]:
    parse = c.parse
    if any(parse.pos[t] == "PART" and parse.deps[t] == "aux" for t in parse.children[verb]):
        return []  # who wants, or is fit, to be governor is none
    if any(_is_one_of_a_row(c, t) for t in parse.with_dep(verb, "attr")):
        return []  # "the fifth governor killed this year"
    bare = parse.has(verb, "VerbForm=Part") and not parse.with_dep(verb, "aux")
    if (bare or parse.has(verb, "VerbForm=Ger")) and not is_sequel(c, verb):
        return []  # "talk of Maiga being governor"
    holder = c.actor(subject(c.parse, verb), verb)
    if holder is None:
        thing = subject(c.parse, verb)
        holder = thing if c.label(thing) is Label.PLACE else None
    if holder is None and c.parse.deps[verb] == "relcl" and c.label(c.parse.heads[verb]) is not None:
        holder = c.parse.heads[verb]
    return [] if holder is None else [Holding(holder, verb, date or _past_clause(c, verb))]


def _is_one_of_a_row(c: Collector, noun: int) -> bool:
    counted = any(c.parse.lower[t] in c.lexicon.roles["ordinals"] for t in c.parse.with_dep(noun, "amod"))
    return counted and c.parse.child(noun, "acl", "relcl") is not None


def _past_clause(c: Collector, verb: int) -> str | None:
    """The time a copular or serving clause puts behind us."""
    parse = c.parse
    when = interval(c, verb)
    if when is not None and ended(when):
        return when
    if any(parse.lower[t] in c.lexicon.roles["past_adverbs"] for t in parse.with_dep(verb, "advmod")):
        return when or OVER
    if parse.lemmas[verb] in c.lexicon.roles["past_tense"] and is_past(c, verb):
        return when or OVER
    return when


def _by_an_act(c: Collector, verb: int, noun: int, date: str | None) -> list[Holding]:
    """ "She was named governor", "they elected her governor", "he calls himself governor"."""
    parse, words = c.parse, c.lexicon.roles
    lemma = parse.lemmas[verb]
    if lemma in words["appointing"]:
        holder = _appointed(c, verb, noun)
        return [] if holder is None else [Holding(holder, verb, date)]
    if parse.deps[noun] == "pobj" and lemma in words["replacing"]:
        return _replaced(c, verb)
    if parse.deps[noun] != "dobj" and lemma in words["claiming"]:
        return _claimed(c, verb)
    return []


def _appointed(c: Collector, verb: int, noun: int) -> int | None:
    """Who is appointed: the person named behind the verb, whatever the parser makes of the name."""
    parse = c.parse
    behind = [*parse.with_dep(verb, "dobj", "oprd"), *parse.with_dep(noun, "compound", "nmod")]
    named = [t for t in behind if t > verb and t != noun and _is_person_name(c, t)]
    if named:
        return named[0]
    if parse.deps[noun] == "dobj":
        return None
    return c.actor(subject(parse, verb) if is_passive(parse, verb) else parse.child(verb, "dobj"), verb)


def _replaced(c: Collector, verb: int) -> list[Holding]:
    """ "X replaces Y as governor": X is that, and Y no more."""
    parse = c.parse
    pairs: tuple[list[tuple[int | None, str | None]], ...]
    pairs = [(t, None) for t in agents(parse, verb)], [(subject(parse, verb), OVER)]
    if not is_passive(parse, verb):
        pairs = [(subject(parse, verb), None)], [(t, OVER) for t in parse.with_dep(verb, "dobj")]
    return [
        Holding(holder, verb, date)
        for side in pairs
        for token, date in side
        if (holder := c.actor(token, verb)) is not None
    ]


def _claimed(c: Collector, verb: int) -> list[Holding]:
    """What somebody calls himself, and nobody else vouches for."""
    parse = c.parse
    clauses = [verb, *parse.with_dep(verb, "ccomp", "oprd", "xcomp")]
    own = any(
        parse.lower[t] in c.lexicon.roles["reflexive"] for clause in clauses for t in parse.children[clause]
    )
    holder = c.actor(subject(parse, verb), verb) if own else None
    return [] if holder is None else [Holding(holder, verb, None, Factuality.UNKNOWN)]


def _after_as(c: Collector, preposition: int, date: str | None) -> list[Holding]:
    parse = c.parse
    verb = parse.heads[preposition]
    noun = parse.child(preposition, "pobj")
    if parse.lemmas[verb] in c.lexicon.roles["serving"]:
        return _said_of(c, verb, date)
    appointing = c.lexicon.roles["appointing"]
    misread = [t for t in parse.with_dep(verb, "acl") if t < preposition and parse.lemmas[t] in appointing]
    return [] if noun is None else _by_an_act(c, misread[0] if misread else verb, noun, date)
