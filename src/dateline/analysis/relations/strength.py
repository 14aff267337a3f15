"""How strong an actor is said to be, with the bound the report gives, and what arms it has."""

from dateline.analysis.clauses import is_passive, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.model.entity import Label
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType

_BODIES = frozenset({Label.ORGANIZATION, Label.GROUP})


def strength(c: Collector, token: int) -> None:
    """Offers a number of fighters: had by a force, numbered by it, or limiting its number."""
    parse, section = c.parse, c.lexicon.sections["strength"]
    if parse.pos[token] != "NUM" or _is_age(c, token):
        return
    noun = parse.heads[token]
    if parse.deps[token] in ("nummod", "quantmod") and parse.lemmas[noun] in section["fighters"]:
        verb = parse.heads[noun]
        if parse.deps[noun] == "dobj" and parse.lemmas[verb] in (*section["having"], *section["measuring"]):
            _measured(c, c.holder(subject(parse, verb), verb), token, noun + 1, verb)
        elif parse.deps[noun] == "pobj" and parse.lower[verb] in section["of"]:
            _of_a_force(c, parse.heads[verb], token, noun + 1)
    elif parse.deps[token] in ("dobj", "attr"):
        _limit(c, token, parse.heads[token])


def _is_age(c: Collector, token: int) -> bool:
    return c.parse.lemmas[c.parse.heads[token]] in c.lexicon.sections["age"]["units"]


def _of_a_force(c: Collector, noun: int, token: int, end: int) -> None:
    """ "a force of 3,000 fighters" """
    if c.label(noun) in _BODIES:
        _measured(c, noun, token, end, noun)


def _limit(c: Collector, token: int, verb: int) -> None:
    """ "the number of its fighters does not exceed 2,500": the number itself, with its bound in words."""
    parse, section = c.parse, c.lexicon.sections["strength"]
    if parse.lemmas[verb] not in (*section["limiting"], *section["measuring"], "be"):
        return
    measure = subject(parse, verb)
    if measure is None or parse.lemmas[measure] not in section["measures"]:
        if measure is not None and parse.lemmas[verb] in section["measuring"] and c.label(measure) in _BODIES:
            _measured(c, measure, token, token + 1, verb)
        return
    for prep in parse.with_dep(measure, "prep"):
        thing = parse.child(prep, "pobj")
        if parse.lower[prep] not in section["of"] or thing is None:
            continue
        for force in parse.conjuncts(thing)[::-1]:
            if c.label(force) in _BODIES:
                negated = parse.child(verb, "neg")
                start = verb if negated is None else min([negated, *parse.with_dep(verb, "aux")])
                c.offer(
                    Offer(
                        RelationType.HAS_STRENGTH,
                        force,
                        value=c.words(start, token + 1),
                        anchor=verb,
                        words=(start, token),
                        certainty=_undenied(c, verb) if negated is not None else None,
                    )
                )
                return


def _undenied(c: Collector, verb: int) -> Factuality:
    """The bound itself holds: the negation stands in the value."""
    flipped = {
        Factuality.CERTAIN_NOT: Factuality.CERTAIN,
        Factuality.PROBABLE_NOT: Factuality.PROBABLE,
        Factuality.POSSIBLE_NOT: Factuality.POSSIBLE,
    }
    value = c.draft.factuality(verb)
    return flipped.get(value, value)


def _measured(c: Collector, force: int | None, number: int, end: int, anchor: int) -> None:
    if force is None or c.label(force) not in _BODIES:
        return
    start = c.parse.left[number]
    c.offer(
        Offer(
            RelationType.HAS_STRENGTH,
            force,
            value=c.words(start, end),
            anchor=anchor,
            words=(start, end - 1),
        )
    )


def equipment(c: Collector, token: int) -> None:
    """Offers arms and gear: had or seized by an actor, or that it is armed with."""
    parse, section = c.parse, c.lexicon.sections["equipment"]
    if parse.pos[token] not in ("NOUN", "PROPN") or parse.lemmas[token] not in section["nouns"]:
        return
    if parse.deps[token] == "conj":
        return  # told with the phrase it is coordinated in
    head = parse.heads[token]
    holder, verb = None, head
    if parse.deps[token] == "dobj" and parse.lemmas[head] in section["having"]:
        holder = c.holder(subject(parse, head), head)
    elif parse.deps[token] == "pobj" and parse.lower[head] in section["with"]:
        verb = parse.heads[head]
        if parse.lemmas[verb] in section["armed"] and is_passive(parse, verb):
            holder = c.holder(subject(parse, verb), verb)
    if holder is None:
        return
    start, end = parse.left[token], max(parse.right[t] for t in parse.conjuncts(token))
    end = _cut(c, token, end)
    if parse.pos[start] == "DET":
        start += 1
    c.offer(
        Offer(
            RelationType.HAS_EQUIPMENT,
            holder,
            value=c.words(start, end),
            anchor=verb,
            words=(start, end - 1),
        )
    )


def _cut(c: Collector, token: int, end: int) -> int:
    """Leaves relative clauses and other long tails out of the phrase."""
    parse = c.parse
    for member in parse.conjuncts(token):
        for child in parse.children[member]:
            aside = parse.deps[child] in ("relcl", "advcl") or parse.words[child] in ("(", "—", ";")
            if child > member and aside:
                end = min(end, parse.left[child])
    while end - 1 > token and parse.pos[end - 1] in ("PUNCT", "CCONJ"):
        end -= 1
    return end
