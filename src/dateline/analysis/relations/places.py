"""Where things are said to be: "Goma, in North Kivu", "fighters in Darfur"."""

from dateline.analysis.relations.collector import Collector, Offer
from dateline.model.entity import Label
from dateline.model.relation import RelationType


def containment(c: Collector, token: int) -> None:
    """Offers that a place, or an actor, is in a place: from a preposition that hangs on its noun."""
    parse = c.parse
    if parse.lower[token] not in c.lexicon.sections["places"]["within"] or parse.deps[token] != "prep":
        return
    noun = parse.heads[token]
    if noun >= token or c.label(noun) is None or parse.pos[noun] not in ("NOUN", "PROPN"):
        return
    for place in parse.with_dep(token, "pobj"):
        if c.label(place) is Label.PLACE:
            c.offer(Offer(RelationType.LOCATED_IN, noun, place, anchor=noun, words=(token,)))
