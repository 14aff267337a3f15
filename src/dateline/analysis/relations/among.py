"""Who is named as one of several: "Among them are X and Y"."""

from collections.abc import Iterator

from dateline.analysis.relations.collector import Collector, Offer
from dateline.model.entity import Label
from dateline.model.relation import RelationType


def among(c: Collector, token: int) -> None:
    """Offers that named people belong to those among whom a clause puts them."""
    parse = c.parse
    group = parse.child(token, "pobj")
    if parse.deps[token] != "prep" or group is None or not c.has_members(group):
        return
    for one in _named_there(c, token, parse.heads[token]):
        if c.label(one) is Label.PERSON and c.is_named(one):
            c.offer(Offer(RelationType.MEMBER_OF, one, group, anchor=parse.heads[token], words=(token,)))


def _named_there(c: Collector, preposition: int, verb: int) -> Iterator[int]:
    """Those the clause is about, whether the parser takes them for subjects or for what is said of one."""
    parse = c.parse
    if parse.lemmas[verb] not in c.lexicon.roles["copulas"] or preposition > verb:
        return
    for head in parse.with_dep(verb, "nsubj", "attr"):
        if head > verb:
            for one in parse.conjuncts(head):
                yield next((t for t in parse.with_dep(one, "appos") if c.is_name(t)), one)
