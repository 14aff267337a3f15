"""Nouns and participles that tie two actors: "an ally of X", "the Rwanda-backed front"."""

from dateline.analysis.clauses import prepositional, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.owners import Tie, owners
from dateline.analysis.relations.predication import NOUNS, Holding, holdings
from dateline.model.entity import Form, Label
from dateline.model.relation import RelationType

_PLACED = frozenset({RelationType.CONTROLS, RelationType.BASED_IN, RelationType.BORN_IN})
_OF_BODIES = frozenset({RelationType.PART_OF, RelationType.MEMBER_OF})


def bond(c: Collector, token: int) -> None:
    """Offers "Y is an ally / a branch / a rival of X"."""
    parse = c.parse
    kind = c.lexicon.bonds.get(parse.lemmas[token])
    if kind is None or parse.pos[token] not in NOUNS:
        return
    for holding in holdings(c, token) or _own(c, token):
        if not c.acts(holding.holder):
            continue
        for owner in owners(c, token, holding.holder, token, c.lexicon.sections["bonds"]["prepositions"]):
            thing = owner.token
            if c.is_adjective(thing) or (
                owner.tie is Tie.COMPOUND and parse.child(token, "poss") is not None
            ):
                continue  # a French unit is no part of France, "their Kurdish allies" no allies of Kurds
            if not c.acts(thing) or (c.label(thing) is Label.PERSON and kind in _OF_BODIES):
                continue
            if kind is RelationType.PART_OF and owner.tie is Tie.POSSESSIVE and c.is_nation(holding.holder):
                continue  # no country is "the movement's armed wing"
            if owner.tie is Tie.WITHIN and kind is not RelationType.PART_OF:
                continue
            c.offer(
                Offer(
                    kind,
                    holding.holder,
                    thing,
                    anchor=holding.anchor,
                    words=(token,),
                    date=holding.date,
                    certainty=holding.certainty,
                )
            )


def _own(c: Collector, token: int) -> list[Holding]:
    """The ones a noun itself speaks of ("X's allies"), and the one it stands beside ("as part of X")."""
    parse, preposition = c.parse, c.parse.heads[token]
    if parse.deps[token] == "pobj" and parse.lower[preposition] in c.lexicon.roles["as"]:
        beside = parse.heads[preposition]
        if parse.lemmas[beside] in c.lexicon.roles["claiming"]:
            return []  # "X regards Y as an arm of Z": only X's view
        before = preposition - 2 if parse.words[preposition - 1 : preposition] == [","] else preposition - 1
        if before >= 0 and c.is_name(before) and c.acts(before):
            return [Holding(before, token)]  # "X, as part of Y, …", whatever it is attached to
        if parse.pos[beside] in ("VERB", "AUX"):
            doer = c.actor(subject(parse, beside), beside)
            return [] if doer is None else [Holding(doer, token)]
        return [Holding(beside, token)] if c.mention(beside) is not None else []
    if parse.child(token, "poss") is not None:
        named = [t for t in parse.with_dep(token, "compound", "nmod", "amod") if c.is_name(t) and c.acts(t)]
        if named:
            return [Holding(named[0], token)]  # "the government's Hezbollah allies"
    mention = c.mention(token)
    told = mention is not None and mention.form is Form.NOMINAL and c.is_named(token)
    return [Holding(token, token)] if told else []


def hyphened(c: Collector, token: int) -> None:
    """Offers what "X-backed Y" and "X-held Y" say."""
    parse = c.parse
    entry = c.lexicon.hyphened.get(parse.lower[token])
    if entry is None or token < 2 or parse.words[token - 1] != "-":
        return
    name, noun = token - 2, parse.heads[token]
    if noun <= token or c.mention(name) is None or c.mention(noun) is None or c.is_adjective(noun):
        return
    if entry.relation is RelationType.LEADS and c.label(name) is Label.GROUP:
        return  # "the Kurdish-led forces": a people leads no body
    subject, thing = (name, noun) if entry.forward else (noun, name)
    wants_place = entry.relation in _PLACED
    if wants_place != (c.label(thing) is Label.PLACE and not (c.is_nation(thing) and not wants_place)):
        return
    if entry.forward and c.label(name) is Label.PERSON and entry.relation is not RelationType.LEADS:
        return
    if not wants_place and not (c.acts(subject) and c.acts(thing)):
        return
    c.offer(Offer(entry.relation, subject, thing, anchor=token, words=(name, token)))


def stronghold(c: Collector, token: int) -> None:
    """Offers whose a stronghold is: "Y, a stronghold of X", "the X stronghold of Y"."""
    parse, section = c.parse, c.lexicon.sections["stronghold"]
    places = [h.holder for h in holdings(c, token) if c.label(h.holder) is Label.PLACE]
    of = [t for t in prepositional(parse, token, section["of"]) if c.mention(t) is not None]
    before = [t for t in parse.with_dep(token, "compound", "poss", "nmod", "amod") if c.acts(t)]
    places += [t for t in of if before and c.label(t) is Label.PLACE]
    for actor in before or of:
        if c.label(actor) in BODIES:
            for place in places:
                c.offer(Offer(RelationType.CONTROLS, actor, place, anchor=token, words=(token,)))


def under(c: Collector, token: int) -> None:
    """Offers that a place is under somebody's control."""
    parse, section = c.parse, c.lexicon.sections["under"]
    preposition = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.lower[preposition] not in section["prepositions"]:
        return
    actors = [t for t in prepositional(parse, token, section["of"]) if c.acts(t)]
    actors += [t for t in parse.with_dep(token, "poss", "compound", "nmod", "amod") if c.acts(t)]
    head = parse.heads[preposition]
    if parse.lemmas[head] in section["copulas"]:
        place, anchor = subject(parse, head), head
    else:
        place, anchor = head, token
    if place is not None and c.label(place) is Label.PLACE:
        for actor in actors:
            c.offer(Offer(RelationType.CONTROLS, actor, place, anchor=anchor, words=(token,)))


def including(c: Collector, token: int) -> None:
    """Offers the parts a body is said to include: "the alliance, including X and Y"."""
    parse = c.parse
    whole = parse.heads[token]
    mention = c.mention(whole)
    if parse.deps[token] != "prep" or whole >= token or mention is None:
        return
    if token > parse.tokens_in(mention.span).stop + 1:
        return  # not told of who stands right before
    if c.label(whole) is Label.PLACE:
        for place in prepositional(parse, whole, (parse.lower[token],)):
            if c.label(place) is Label.PLACE and c.is_name(place):
                c.offer(Offer(RelationType.LOCATED_IN, place, whole, anchor=token, words=(token,)))
    if c.label(whole) not in BODIES or c.is_several(whole):
        return  # "groups including X": X is one of them, no part of them
    for thing in parse.with_dep(token, "pobj"):
        for part in parse.conjuncts(thing):
            if c.acts(part):
                kind = RelationType.MEMBER_OF if c.label(part) is Label.PERSON else RelationType.PART_OF
                c.offer(Offer(kind, part, whole, anchor=token, words=(token,)))
