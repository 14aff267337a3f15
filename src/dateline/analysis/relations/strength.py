"""How strong an actor is said to be, with the bound the report gives."""

from dateline.analysis.clauses import is_passive, prepositional, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType

_FLIPPED = {
    Factuality.CERTAIN_NOT: Factuality.CERTAIN,
    Factuality.PROBABLE_NOT: Factuality.PROBABLE,
    Factuality.POSSIBLE_NOT: Factuality.POSSIBLE,
}


def strength(c: Collector, token: int) -> None:
    """Offers a number of fighters: had by a force, numbered by it, or limiting its number."""
    parse, section = c.parse, c.lexicon.sections["strength"]
    noun = parse.heads[token]
    if parse.lemmas[noun] in c.lexicon.sections["age"]["units"]:
        return
    if parse.deps[token] in ("nummod", "quantmod") and parse.lemmas[noun] in section["fighters"]:
        _counted(c, token, noun)
    elif parse.deps[token] in ("dobj", "attr", "appos"):
        _limit(c, token, noun)
    elif parse.deps[token] == "pobj" and parse.lower[noun] in section["of"]:
        _of_a_force(c, parse.heads[noun], token, token + 1)


def strong(c: Collector, token: int) -> None:
    """Offers "a 3,000-strong force"."""
    parse = c.parse
    first = token if parse.words[token][0].isdigit() else token - 2
    noun = parse.heads[token]
    if first >= 0 and parse.words[first][0].isdigit() and noun > token and c.label(noun) in BODIES:
        c.offer(_strength(c, noun, first, token + 1, noun))


def _counted(c: Collector, token: int, noun: int) -> None:
    """A number of fighters: whose, by the verb, preposition or possessive that governs them."""
    parse, section = c.parse, c.lexicon.sections["strength"]
    head, dep = parse.heads[noun], parse.deps[noun]
    if parse.lemmas[head] in section["measuring"]:
        _measured(c, _measuring(c, head), token, noun + 1, head)
    elif dep == "dobj" and parse.lemmas[head] in section["having"]:
        _measured(c, c.actor(subject(parse, head), head), token, noun + 1, head)
    elif dep == "pobj" and parse.lower[head] in section["of"]:
        _of_a_force(c, parse.heads[head], token, noun + 1)
    elif dep == "pobj" and parse.lower[head] in section["with"]:
        _measured(c, _accompanied(c, head), token, noun + 1, noun)
    else:
        owner = parse.child(noun, "poss")
        if owner is not None and c.label(owner) in BODIES and owner < token:
            _measured(c, owner, token, noun + 1, noun)


def _measuring(c: Collector, verb: int) -> int | None:
    """Who numbers so many; the parser may take the verb for a noun and its subject for a compound."""
    parse = c.parse
    force = c.actor(subject(parse, verb), verb)
    if force is None and parse.pos[verb] in ("NOUN", "PROPN"):
        return parse.child(verb, "compound", "nsubj")
    return force


def _accompanied(c: Collector, preposition: int) -> int | None:
    """ "the front, with 3,000 fighters, holds …": who stands right before the preposition."""
    parse = c.parse
    before = preposition - 1
    if preposition == parse.sentences[parse.sentence_of[preposition]].start:
        return subject(parse, parse.heads[preposition])  # "With 3,000 fighters, it is …"
    while before > 0 and parse.words[before] == ",":
        before -= 1
    return before if before >= 0 and c.label(before) in BODIES else None


def _of_a_force(c: Collector, noun: int, token: int, end: int) -> None:
    """ "a force of 3,000", "it has a strength of 3,000 men"."""
    parse, section = c.parse, c.lexicon.sections["strength"]
    verb = parse.heads[noun]
    measure = parse.lemmas[noun] in section["measures"]
    force = parse.lemmas[noun] in section["forces"]
    if (measure or force) and parse.deps[noun] == "dobj" and parse.lemmas[verb] in section["having"]:
        _measured(c, c.actor(subject(parse, verb), verb), token, end, verb)
    elif force and c.label(noun) in BODIES:
        _measured(c, noun, token, end, noun)


def _limit(c: Collector, token: int, verb: int) -> None:
    """ "the number of its fighters does not exceed 2,500": the number itself, with its bound in words."""
    parse, section = c.parse, c.lexicon.sections["strength"]
    lemma = parse.lemmas[verb]
    if lemma in section["measuring"] and c.label(_measuring(c, verb)) in BODIES:
        _measured(c, _measuring(c, verb), token, token + 1, verb)
        return
    measure = subject(parse, verb)
    known = lemma in section["limiting"] or lemma in c.lexicon.roles["copulas"]
    if measure is None or not known or parse.lemmas[measure] not in section["measures"]:
        return
    force = _whose(c, measure)
    if force is not None:
        _bounded(c, force, verb, token)


def _whose(c: Collector, measure: int) -> int | None:
    """The force whose number it is."""
    parse = c.parse
    things = prepositional(parse, measure, c.lexicon.sections["strength"]["of"])[::-1]
    things += parse.with_dep(measure, "poss")
    lost = c.lexicon.sections["strength"]["lost"]
    fit = (t for t in things if all(parse.lower[m] not in lost for m in parse.with_dep(t, "amod")))
    return next((t for t in fit if c.label(t) in BODIES), None)


def put(c: Collector, token: int) -> None:
    """Offers a strength that somebody estimates: "she put the front's strength at several thousand"."""
    parse, section = c.parse, c.lexicon.sections["strength"]
    measure = parse.child(token, "nsubjpass" if is_passive(parse, token) else "dobj")
    if measure is None or parse.lemmas[measure] not in section["measures"]:
        return
    force = _whose(c, measure)
    for preposition in parse.with_dep(token, "prep"):
        number = parse.child(preposition, "pobj")
        if force is not None and parse.lower[preposition] in section["at"] and number is not None:
            start, end = parse.left[number], max(number + 1, parse.right[number])
            if any(parse.pos[t] == "NUM" for t in range(start, end)):
                c.offer(_strength(c, force, start, end, token, _estimated(c, token)))


def _weaker(certainty: Factuality) -> Factuality:
    return Factuality.PROBABLE if certainty is Factuality.CERTAIN else certainty


def _estimated(c: Collector, verb: int) -> Factuality:
    """How certain an estimate is: not as a fact, though it is told as one that it was made."""
    return _weaker(c.draft.factuality(verb))


def _bounded(c: Collector, force: int, verb: int, number: int) -> None:
    """Offers the bound in words; it holds although it is told by a negation."""
    negated = c.parse.child(verb, "neg")
    start = verb if negated is None else min([negated, *c.parse.with_dep(verb, "aux")])
    certainty = c.draft.factuality(verb)
    if negated is not None:
        certainty = _FLIPPED.get(certainty, certainty)
    c.offer(_strength(c, force, start, number + 1, verb, certainty))


def _measured(c: Collector, force: int | None, number: int, end: int, anchor: int) -> None:
    if force is not None and c.label(force) in BODIES:
        start = c.parse.left[number]
        while start > 0 and c.parse.lower[start - 1] in c.lexicon.sections["strength"]["guessed"]:
            start -= 1  # "an estimated 100 members"
        c.offer(_strength(c, force, start, end, anchor))


def _strength(
    c: Collector, force: int, start: int, end: int, anchor: int, certainty: Factuality | None = None
) -> Offer:
    """A strength; what is only guessed ("perhaps 3,000") is probable at most."""
    if not c.lexicon.sections["strength"]["guessed"].isdisjoint(c.parse.lower[start:end]):
        certainty = _weaker(certainty or c.draft.factuality(anchor))
    return Offer(
        RelationType.HAS_STRENGTH,
        force,
        value=c.words(start, end),
        anchor=anchor,
        words=(start, end - 1),
        certainty=certainty,
    )
