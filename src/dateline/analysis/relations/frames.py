"""Verbs that tie a subject and an object: lead, join, back, fight, control, be based in."""

from dateline.analysis.clauses import agents, is_passive, prepositional, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.lexicon import Frame


def frames(c: Collector, token: int) -> None:
    """Offers what a verb's frames say."""
    if c.parse.pos[token] not in ("VERB", "AUX", "ADJ"):
        return
    for frame in c.lexicon.frames.get(c.parse.lemmas[token], ()):
        _offer(c, token, frame)


def _offer(c: Collector, verb: int, frame: Frame) -> None:
    parse = c.parse
    passive = is_passive(parse, verb)
    if "dobj" in frame.objects and passive:
        doers = agents(parse, verb)
        first = subject(parse, verb)
        things = [first] if first is not None else []
    elif frame.passive and not passive:
        return
    else:
        doer = subject(parse, verb)
        doers = parse.conjuncts(doer) if doer is not None else []
        things = _objects(c, verb, frame)
    for doer in doers:
        if c.label(doer) not in frame.subject_labels:
            continue
        for thing in things:
            if c.label(thing) in frame.object_labels:
                c.offer(Offer(frame.relation, doer, thing, anchor=verb, words=(verb,)))


def _objects(c: Collector, verb: int, frame: Frame) -> list[int]:
    parse = c.parse
    things = prepositional(parse, verb, frame.objects)
    if "dobj" in frame.objects:
        for thing in parse.with_dep(verb, "dobj"):
            things += parse.conjuncts(thing)
    return things
