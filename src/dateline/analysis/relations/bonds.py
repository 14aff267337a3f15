"""Nouns and participles that tie two actors: "an ally of X", "the Rwanda-backed front"."""

from dateline.analysis.relations.collector import ACTORS, Collector, Offer
from dateline.analysis.relations.roles import belongs_to, holdings
from dateline.model.entity import Label
from dateline.model.relation import RelationType

_PLACED = frozenset({RelationType.CONTROLS, RelationType.BASED_IN, RelationType.BORN_IN})


def bond(c: Collector, token: int) -> None:
    """Offers "Y is an ally / a branch / a rival of X"."""
    kind = c.lexicon.bonds.get(c.parse.lemmas[token])
    if kind is None or c.parse.pos[token] not in ("NOUN", "PROPN"):
        return
    for holding in holdings(c, token):
        if holding.holder == token or c.label(holding.holder) not in ACTORS:
            continue
        for thing in belongs_to(c, token, holding.holder, token, c.lexicon.sections["bonds"]["prepositions"]):
            if c.label(thing) is Label.PERSON and kind in (RelationType.PART_OF, RelationType.MEMBER_OF):
                continue
            c.offer(
                Offer(kind, holding.holder, thing, anchor=holding.anchor, words=(token,), over=holding.over)
            )


def hyphened(c: Collector, token: int) -> None:
    """Offers what "X-backed Y" and "X-held Y" say."""
    parse = c.parse
    entry = c.lexicon.hyphened.get(parse.lower[token])
    if entry is None or token < 2 or parse.words[token - 1] != "-":
        return
    name, noun = token - 2, parse.heads[token]
    if noun <= token or c.draft.mention_of(name) is None or c.draft.mention_of(noun) is None:
        return
    wants_place = entry.relation in _PLACED
    subject, thing = (name, noun) if entry.forward else (noun, name)
    if wants_place != (c.label(thing) is Label.PLACE) or (entry.forward and c.label(name) is Label.PERSON):
        return
    c.offer(Offer(entry.relation, subject, thing, anchor=noun, words=(token,)))
