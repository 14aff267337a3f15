"""What others make of a body by law, or hold it to be: "designated a terrorist organisation by X"."""

from dateline.analysis.clauses import agents, antecedent, is_passive, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.times import at
from dateline.analysis.relations.wording import reach
from dateline.model.entity import Label
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType

_OPEN = (Factuality.UNKNOWN, Factuality.CERTAIN_UNKNOWN)
_COMPLEMENTS = ("dobj", "oprd", "attr", "appos", "xcomp", "ccomp")


def designation(c: Collector, token: int) -> None:
    """Offers what a verb of naming or banning makes of a named body, and who does."""
    parse = c.parse
    passive = is_passive(parse, token) or _is_aside(c, token)
    body = subject(parse, token) if passive else _object(c, token)
    if body is None or c.label(body) not in BODIES or not c.is_named(body):
        return
    if c.draft.factuality(token) in _OPEN or parse.has(token, "VerbForm=Inf"):
        return
    noun = _complement(c, token, body)
    alone = parse.lemmas[token] in c.lexicon.sections["designation"]["alone"]
    if (noun is None and not alone) or _is_from_something(c, token):
        return
    value = c.lexicon.participles[parse.lemmas[token]]
    words: tuple[int, ...] = (token,)
    if noun is not None:
        start, end = _words_of(c, noun)
        value, words = f"{value} {c.words(start, end)}", (token, end - 1)
    doers: list[int | None] = [*_doers(c, token, noun, passive)]
    for doer in doers or [None]:
        offer = Offer(
            RelationType.DESIGNATED, body, doer, value, anchor=token, words=words, date=at(c, token)
        )
        c.offer(offer)


def _is_aside(c: Collector, verb: int) -> bool:
    """Whether a participle behind its noun is read as a past tense: "X, designated a …, fled"."""
    parse = c.parse
    return parse.words[verb - 1] == "," and parse.child(verb, "nsubj") == verb - 2


def _object(c: Collector, verb: int) -> int | None:
    """Whom an active verb is about; in a relative clause, what stands before it."""
    thing = c.parse.child(verb, "dobj")
    return None if thing is None else antecedent(c.parse, thing, verb)


def _complement(c: Collector, verb: int, body: int) -> int | None:
    """The noun that says what a body counts as."""
    parse, words = c.parse, c.lexicon.sections["designation"]
    named = parse.with_dep(verb, *_COMPLEMENTS)
    named += [t for t in parse.with_dep(body, "appos") if t > verb]
    for prep in parse.with_dep(verb, "prep"):
        if parse.lower[prep] in words["as"]:
            named += parse.with_dep(prep, "pobj")
    kinds = c.lexicon.sections["kinds"]["bodies"]
    return next((t for t in named if t > verb and t != body and parse.lemmas[t] in kinds), None)


def _is_from_something(c: Collector, verb: int) -> bool:
    """ "banned from the capital": not banned as such."""
    parse, words = c.parse, c.lexicon.sections["designation"]
    return any(parse.lower[t] in words["from"] for t in parse.with_dep(verb, "prep"))


def _words_of(c: Collector, noun: int) -> tuple[int, int]:
    """The complement's tokens, with the "as" before it."""
    parse, words = c.parse, c.lexicon.sections["designation"]
    start = parse.left[noun]
    if parse.deps[noun] == "pobj" and parse.lower[parse.heads[noun]] in words["as"]:
        start = parse.heads[noun]
    return start, reach(c, noun)


def _doers(c: Collector, verb: int, noun: int | None, passive: bool) -> list[int]:
    parse, words = c.parse, c.lexicon.sections["designation"]
    if not passive:
        doer = subject(parse, verb)
        found = [] if doer is None else c.members(doer)
    else:
        found = agents(parse, verb)
        for by in parse.with_dep(verb if noun is None else noun, "prep"):
            if not found and parse.lower[by] in words["by"]:
                found = [t for thing in parse.with_dep(by, "pobj") for t in parse.conjuncts(thing)]
    return [t for t in found if c.label(t) is not None and (c.acts(t) or c.label(t) is Label.PLACE)]
