"""Where those are who are said to live, meet, speak, fight or come somewhere: "he fled to Doha"."""

from collections.abc import Iterator

from dateline.analysis.clauses import antecedent, is_passive, prepositional, subject
from dateline.analysis.relations.collector import OVER, Collector, Offer
from dateline.analysis.relations.nominals import counting, doers
from dateline.analysis.relations.places import is_somewhere, places_after
from dateline.analysis.relations.predication import NOUNS
from dateline.analysis.relations.times import at, is_past
from dateline.model.entity import Label
from dateline.model.relation import RelationType

_BEFORE_NOUNS = ("compound", "amod", "nmod", "npadvmod", "poss")  # "US-trained forces" are not there


def whereabouts(c: Collector, token: int) -> None:
    """Offers where those are who live, meet, fight, die … somewhere, or who come or are brought there."""
    if c.parse.pos[token] not in ("VERB", "AUX") or _is_purpose(c, token):
        return
    lemma, section = c.parse.lemmas[token], c.lexicon.sections["whereabouts"]
    if lemma in section["staying"]:
        _stays(c, token)
    if lemma in section["speaking"]:  # "In Doha, she said …"
        _offer(c, token, [t for t in _where(c, token, section["at"]) if t < token], _doers(c, token))
    if lemma in section["going"]:
        _offer(c, token, list(_where(c, token, section["to"])), _doers(c, token))
    if lemma in section["carrying"]:
        _offer(c, token, list(_where(c, token, section["to"])), _moved(c, token))
    if lemma in section["entering"] and not is_passive(c.parse, token):
        entered = [t for thing in c.parse.with_dep(token, "dobj") for t in c.parse.conjuncts(thing)]
        entered += _after_a_date(c, token)
        _offer(c, token, [t for t in entered if c.label(t) is Label.PLACE], _doers(c, token))


def _after_a_date(c: Collector, verb: int) -> list[int]:
    """Further places that are read as coordinated with a date, or with the verb.

    "She visited Gao on 3 May and [Mopti] on 4 May."
    """
    parse = c.parse
    dates = [t for prep in parse.with_dep(verb, "prep") for t in parse.with_dep(prep, "pobj")]
    joined = [t for date in dates if c.mention(date) is None for t in parse.conjuncts(date)[1:]]
    joined += parse.with_dep(verb, "conj") if dates else []
    return [t for t in joined if c.is_name(t)]


def _is_purpose(c: Collector, verb: int) -> bool:
    """Whether a verb only says to what end: "trained to fight in Goma"."""
    parse = c.parse
    infinitive = any(parse.pos[t] == "PART" for t in parse.with_dep(verb, "aux"))
    if parse.lemmas[parse.heads[verb]] in c.lexicon.sections["whereabouts"]["supposing"]:
        return False  # "is believed to live in Goma"
    return infinitive and parse.deps[verb] in ("xcomp", "ccomp", "advcl", "acl", "relcl", "conj")


def _stays(c: Collector, verb: int) -> None:
    """Of some verbs the others are there, too: "she met officials in Doha", however the place is attached."""
    parse, section = c.parse, c.lexicon.sections["whereabouts"]
    those, places = _doers(c, verb), list(_where(c, verb, section["at"]))
    if parse.lemmas[verb] in section["both"]:
        things = [t for thing in parse.with_dep(verb, "dobj") for t in parse.conjuncts(thing)]
        things += prepositional(parse, verb, section["with"])
        places = places or [t for thing in things for t in _where(c, thing, section["at"])]
        places = places or _dated_places(c, verb)
        those += things
    _offer(c, verb, places, those)


def _dated_places(c: Collector, verb: int) -> list[int]:
    """Places behind a verb that are followed by a day, and so are the verb's own, like it.

    In "met the envoy of the front in Gao on Monday" it is not the front that is in Gao.
    """
    parse, at = c.parse, c.lexicon.sections["whereabouts"]["at"]
    for token in range(verb + 1, c.parse.sentences[parse.sentence_of[verb]].end):
        if parse.pos[token] == "VERB":
            break
        if parse.lower[token] in at and parse.deps[token] == "prep":
            places = list(places_after(c, token))
            mention = c.mention(places[-1]) if places else None
            if mention is not None and _is_followed_by_a_day(c, parse.tokens_in(mention.span).stop):
                return places
    return []


def _is_followed_by_a_day(c: Collector, token: int) -> bool:
    """Whether a date comes next, behind a comma and a preposition perhaps."""
    parse = c.parse
    end = min(token + 4, len(parse))
    while token < end and (parse.words[token] == "," or parse.pos[token] == "ADP"):
        token += 1
    return token < end and c.date_at(token) is not None


def _doers(c: Collector, verb: int) -> list[int]:
    """Those a verb is said of; of a meeting that takes place, those who meet."""
    parse, section = c.parse, c.lexicon.sections["stays"]
    doer = subject(parse, verb)
    found: list[int] = []
    for member in [] if doer is None else c.members(antecedent(parse, doer, verb)):
        if parse.lemmas[member] in section["nouns"]:
            found += doers(c, member, frozenset(), tuple(section["by"]))
        elif parse.lemmas[member] in c.lexicon.sections["strength"]["measures"]:
            found += prepositional(parse, member, c.lexicon.sections["strength"]["of"])
        else:
            found.append(member)
    return found


def _moved(c: Collector, verb: int) -> list[int]:
    """Those who are taken somewhere."""
    parse = c.parse
    moved = subject(parse, verb) if is_passive(parse, verb) else parse.child(verb, "dobj")
    return [] if moved is None else parse.conjuncts(moved)


def _offer(c: Collector, anchor: int, places: list[int], those: list[int]) -> None:
    date = _date(c, anchor)
    for someone in those:
        if is_somewhere(c, someone):
            for place in places:
                c.offer(
                    Offer(RelationType.LOCATED_IN, someone, place, anchor=anchor, words=(anchor,), date=date)
                )


def _date(c: Collector, verb: int) -> str | None:
    """When it was that somebody lived or worked somewhere; of a deed, the report's own time counts."""
    if c.parse.lemmas[verb] not in c.lexicon.sections["whereabouts"]["states"] or not is_past(c, verb):
        return None
    return at(c, verb) or OVER


def stays(c: Collector, token: int) -> None:
    """Offers that those are in a place whose presence, meeting or effort there is spoken of."""
    section = c.lexicon.sections["stays"]
    if c.parse.pos[token] not in NOUNS:
        return
    several = counting(c, token)
    places = list(_where(c, token, section["at"]))
    if several is not None:
        places += [t for t in _where(c, several, section["at"]) if t > token]
    if places:
        those = doers(c, token, section["verbs"], tuple(section["by"])) or _occupied(c, token)
        _offer(c, token, places, those)


def _occupied(c: Collector, noun: int) -> list[int]:
    """Who does something "during a visit to Gao", "after days of fighting in Gao"."""
    parse, preposition = c.parse, c.parse.heads[noun]
    several = counting(c, noun)
    if several is not None:
        noun, preposition = several, parse.heads[several]
    if parse.deps[noun] != "pobj" or parse.lower[preposition] not in c.lexicon.sections["stays"]["during"]:
        return []
    doer = c.actor(subject(parse, parse.heads[preposition]), parse.heads[preposition])
    return [] if doer is None else c.members(doer)


def _where(c: Collector, head: int, prepositions: frozenset[str]) -> Iterator[int]:
    for prep in c.parse.with_dep(head, "prep"):
        if c.parse.lower[prep] in prepositions:
            yield from places_after(c, prep)
    there, behind = c.lexicon.sections["whereabouts"]["there"], head + 1
    if behind < len(c.parse) and c.parse.lower[behind] in there:
        yield from _named_before(c, behind)


def _named_before(c: Collector, adverb: int) -> list[int]:
    """The place that "there" means: the only one that the sentence has named by then."""
    first = c.parse.sentences[c.parse.sentence_of[adverb]].start
    named = [t for t in range(first, adverb) if c.is_name(t) and c.label(t) is Label.PLACE]
    named = [t for t in named if c.parse.deps[t] not in _BEFORE_NOUNS]
    entities = {c.draft.participant(t).entity for t in named}
    return named[-1:] if len(entities) == 1 else []
