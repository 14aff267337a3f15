"""Where things and people are, as told by the words beside them: "Goma, in North Kivu"."""

from collections.abc import Iterator

from dateline.analysis.clauses import subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.predication import holdings
from dateline.analysis.relations.times import past_year
from dateline.model.entity import Form, Label
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType

_LOCATED = RelationType.LOCATED_IN
_NAMING = ("NOUN", "PROPN", "PRON")


def containment(c: Collector, token: int) -> None:
    """Offers that a place or an actor is in a place, from a preposition right behind its phrase."""
    parse = c.parse
    if parse.lower[token] not in c.lexicon.sections["places"]["within"] or parse.pos[token] != "ADP":
        return
    if parse.deps[token] == "prep" and parse.heads[token] < token:
        placed = [t for t in _placed(c, parse.heads[token], token) if c.is_name(t) or not _is_wished(c, t)]
        for one in placed:
            date = None if c.label(one) is Label.PLACE else past_year(c, one)
            for place in places_after(c, token):
                c.offer(Offer(_LOCATED, one, place, anchor=token, words=(token,), date=date))
        if placed:
            return
    before = token - 1  # however the parser attaches it: "… from Goma in North Kivu"
    if before >= 0 and _may_be_there(c, before, token):
        for place in places_after(c, token):
            if _is_named_place(c, place):
                c.offer(Offer(_LOCATED, before, place, anchor=token, words=(token,)))


def _may_be_there(c: Collector, noun: int, preposition: int) -> bool:
    """Whether a place behind a noun is told of it although it hangs on a noun before.

    A place is in it; so are people and bodies in "the rights of citizens in Tikrit", "the defeat of
    the front in Gao", and where a verb tells of a bond: "commands the forces in Gao".
    """
    if c.is_nation(noun) or c.is_medium(noun):
        return False
    if _is_named_place(c, noun):
        return True
    parse = c.parse
    inner = parse.deps[noun] == "pobj" and parse.pos[parse.heads[preposition]] == "NOUN"
    whose = inner and parse.lower[parse.heads[noun]] in c.lexicon.sections["places"]["whose"]
    verb = parse.heads[noun]
    bound = parse.deps[noun] == "dobj" and parse.heads[preposition] == verb
    return c.label(noun) in BODIES and (whose or (bound and parse.lemmas[verb] in c.lexicon.frames))


def _is_wished(c: Collector, noun: int) -> bool:
    """Whether a description is of something that need not exist: "they want a government in Gao"."""
    return c.draft.factuality(noun) is Factuality.UNKNOWN


def _placed(c: Collector, noun: int, preposition: int) -> list[int]:
    """What a place behind a noun is told of: "Hibra is a village in Anbar" tells it of Hibra."""
    parse = c.parse
    if parse.pos[noun] not in _NAMING and not c.is_name(noun):
        return []
    if _is_opposed(c, noun):
        return []
    if parse.deps[noun] == "pobj" and parse.lower[parse.heads[noun]] in c.lexicon.roles["as"]:
        verb = parse.heads[parse.heads[noun]]
        doer = c.actor(subject(parse, verb), verb)
        return (
            [] if doer is None or c.is_nation(doer) else c.members(doer)
        )  # "registered as refugees in Jordan"
    said = [h.holder for h in holdings(c, noun)] if parse.deps[noun] in ("attr", "appos") else []
    if said and parse.lower[preposition] in c.lexicon.roles["inside_of"]:
        return []  # "Lund, a fellow at the institute"
    members = said if said and noun + 1 == preposition else _up_to(c, noun, preposition)
    return [t for t in members if is_somewhere(c, t) or (c.label(t) is Label.PLACE and not c.is_nation(t))]


def _is_opposed(c: Collector, noun: int) -> bool:
    """Whether a place behind a noun is that of an act against it: "protests against the front in Mopti"."""
    parse, preposition = c.parse, c.parse.heads[noun]
    against = parse.lower[preposition] in c.lexicon.sections["places"]["opposed"]
    fight = parse.lemmas[parse.heads[preposition]] in c.lexicon.nominals
    return parse.deps[noun] == "pobj" and against and not fight


def _up_to(c: Collector, noun: int, preposition: int) -> list[int]:
    """A noun and what is coordinated with it, if the preposition comes right behind the last."""
    if _is_other(c, noun):
        return [c.parse.heads[noun]]
    members = [t for t in c.parse.conjuncts(noun) if c.mention(t) is not None and t < preposition]
    return members if members and _is_behind(c, members[-1], preposition) else []


def _is_other(c: Collector, noun: int) -> bool:
    """Whether a noun sums up the kind of a place named before it: "Gao and other towns in Mali"."""
    parse, others = c.parse, c.lexicon.sections["places"]["others"]
    summing = any(parse.lower[t] in others for t in parse.with_dep(noun, "amod"))
    return summing and parse.deps[noun] == "conj" and _is_named_place(c, parse.heads[noun])


def _is_behind(c: Collector, noun: int, preposition: int) -> bool:
    """Whether nothing but a comma stands between a mention and a preposition.

    Behind "the leader of the front" the place may be the front's.
    """
    mention = c.mention(noun)
    if mention is None:
        return False
    end = c.parse.tokens_in(mention.span).stop
    if end > noun + 1 and mention.form is Form.NOMINAL and mention.label is Label.PERSON:
        return False
    return preposition <= end or (preposition == end + 1 and c.parse.words[end] == ",")


def residents(c: Collector, token: int) -> None:
    """Offers that those who are named by a place are there: "residents of Mosul"."""
    parse = c.parse
    if parse.lemmas[token] not in c.lexicon.sections["places"]["residents"] or c.label(token) is None:
        return
    for prep in parse.with_dep(token, "prep"):
        if parse.lower[prep] in c.lexicon.sections["places"]["of"]:
            for place in places_after(c, prep):
                c.offer(Offer(_LOCATED, token, place, anchor=prep, words=(prep,)))


def apposed(c: Collector, token: int) -> None:
    """Offers "Goma, North Kivu", "Istanbul, Turkey": a place and, behind a comma, the larger one.

    A list of places looks alike; so the second must be a country or an apposition, and end the run.
    """
    parse = c.parse
    small = token - 1
    large = next((t for t in range(token + 1, min(token + 5, len(parse))) if c.mention(t) is not None), None)
    if large is None or small < 0:
        return
    if not (_is_named_place(c, small) and _is_named_place(c, large)) or c.is_nation(small):
        return
    mention = c.mention(large)
    if mention is None or parse.tokens_in(mention.span).start != token + 1:
        return
    apposition = parse.deps[large] == "appos" and parse.heads[large] == small
    if (apposition or c.is_nation(large)) and not _in_a_run(c, small, large):
        c.offer(Offer(_LOCATED, small, large, anchor=token, words=(token,)))


def _in_a_run(c: Collector, small: int, large: int) -> bool:
    """Whether two names stand in a list: another name, or the word before the last, follows or precedes."""
    parse = c.parse
    after, before = (
        large + 1,
        parse.tokens_in(c.draft.mentions[c.draft.mention_of(small) or 0].span).start - 1,
    )
    if after < len(parse) and parse.pos[after] == "CCONJ":
        return True
    if after + 1 < len(parse) and parse.words[after] == "," and _is_named_place(c, after + 1):
        return True
    return before > 0 and parse.words[before] == "," and _is_named_place(c, before - 1)


def part_of_place(c: Collector, token: int) -> None:
    """Offers "the Aleppo suburb of Hanano", "Syria's Idlib province": the named part is in the whole."""
    parse = c.parse
    whole = next(
        (t for t in parse.with_dep(token, "poss", "compound", "nmod") if _is_named_place(c, t)), None
    )
    if whole is None:
        return
    if parse.deps[whole] == "poss" and c.label(token) is Label.PLACE:
        c.offer(Offer(_LOCATED, token, whole, anchor=whole, words=(token,)))
    for prep in parse.with_dep(token, "prep"):
        if parse.lower[prep] in c.lexicon.sections["places"]["of"]:
            for part in parse.with_dep(prep, "pobj"):
                if _is_named_place(c, part):
                    c.offer(Offer(_LOCATED, part, whole, anchor=whole, words=(token,)))


def places_after(c: Collector, preposition: int) -> Iterator[int]:
    """The places a preposition leads to, also through "parts of", "the centre of"."""
    parse = c.parse
    for thing in parse.with_dep(preposition, "pobj"):
        for member in c.members(thing):
            if c.label(member) is Label.PLACE:
                yield member
            elif c.mention(member) is None and parse.lemmas[member] in c.lexicon.sections["places"]["parts"]:
                for prep in parse.with_dep(member, "prep"):
                    if parse.lower[prep] in c.lexicon.sections["places"]["of"]:
                        yield from places_after(c, prep)


def is_somewhere(c: Collector, token: int) -> bool:
    """Whether a token stands for somebody who can be in a place: no country, no outlet."""
    return c.actor(token) is not None and not c.is_nation(token) and not c.is_medium(token)


def _is_named_place(c: Collector, token: int) -> bool:
    return c.label(token) is Label.PLACE and c.is_name(token)
