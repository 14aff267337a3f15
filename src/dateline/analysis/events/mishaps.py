"""Harm that nobody does: by weather, illness or a beast, in a crash, a fall, a vehicle that left its course.

Of a vehicle that does something the prior is an accident ("killed when a tram *jumped the rails*"), whatever
the verb: unless a weapon, a fighter or violence stands in the clause, or the verb only says that it went
somewhere ("killed when their car *approached* a checkpoint").
"""

from collections.abc import Collection, Iterator

from dateline.analysis.clauses import SUBJECTS, is_relative
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found, is_harm
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.slots import Slots
from dateline.model.entity import Label

_HARM = "ASSAULT"
# So many sentences, the title among them, tell what a report is about.
_HEAD = 3
_VEHICLE = "vehicle"
_CRASHING = frozenset((_VEHICLE, "building"))
# What moves or is hit in an attack, too; who does violence, and with what.
_ARMED = frozenset(("projectile", "aircraft", "unmanned"))
_VIOLENT = _ARMED - {"aircraft"} | {"weapon", "explosive", "bullet", "blade", "fighter", "violence"}
_BY_AIR = frozenset({"aerial"})  # the mode of what aircraft do, and of what befalls them
_PEOPLE = frozenset(("civilian", "crowd", "person", "fighter", "police", "official"))


def is_mishap(draft: Draft, lexicon: TriggerLexicon, found: Found, slots: Slots) -> bool:
    """Whether a word of harm tells such: as its subject, after a preposition, in a clause beside it."""
    if found.sense.type != _HARM:
        return False
    parse = draft.parse
    causes = list(slots["subject"]) if found.kind == "verbs" else []
    for prep in parse.with_dep(found.trigger, "prep", "agent"):
        if parse.lower[prep] in lexicon.within or parse.lower[prep] in lexicon.suffered:
            causes += parse.with_dep(prep, "pobj")
    if any(kinds(draft, lexicon, t) & lexicon.harmless for t in causes):
        return True
    if any(_is_accident(draft, lexicon, c) for t in causes for c in parse.with_dep(t, "relcl", "acl")):
        return True  # "a bus *that fell into a ravine* killed nine"
    beside = _clauses_beside(draft, found.trigger)
    if any(_is_accident(draft, lexicon, verb) for verb in beside):
        return True
    if not _is_bare(found):
        return False
    return any(_went_wrong(draft, lexicon, verb) for verb in beside) or _stands_beside(draft, lexicon, found)


def _stands_beside(draft: Draft, lexicon: TriggerLexicon, harm: Found) -> bool:
    """Whether a verb for accidents follows in the sentence, and nothing in it is violent.

    Of a long sentence the model often mistakes what hangs on what.
    """
    parse = draft.parse
    sentence = parse.sentences[parse.sentence_of[harm.trigger]]
    crashed = any(
        parse.pos[t] == "VERB" and lexicon.lemma(parse, t) in lexicon.mishaps
        for t in range(harm.trigger, sentence.end)
    )
    return crashed and not any(
        kinds(draft, lexicon, t) & _VIOLENT for t in range(sentence.start, sentence.end)
    )


def without_its_harm(draft: Draft, found: list[Found], mishaps: Collection[int]) -> list[Found]:
    """The events but for the dead and injured of an accident that a report is about.

    It is, if it tells first of harm that is a mishap's, and nowhere of violence: "one of the injured", later
    on, was injured there.
    """
    harms = [f for f in found if f.sense.type == _HARM]
    first = any(draft.parse.sentence_of[t] < _HEAD for t in mishaps)
    if not (first and all(map(_is_bare, harms))):
        return found
    return [f for f in found if f not in harms]


def _is_bare(harm: Found) -> bool:
    """Whether a word of harm says neither who did it nor with what."""
    return is_harm(harm) and not harm.actors and _BY_AIR.issuperset(harm.modes)


def _clauses_beside(draft: Draft, trigger: int) -> list[int]:
    """The verbs of the clauses that say how it came, of the first of coordinated words, too."""
    parse = draft.parse
    first = _first(draft, trigger)
    beside = [t for verb in parse.conjuncts(first) for t in parse.with_dep(verb, "advcl", "ccomp")]
    if parse.deps[first] == "advcl" and parse.tags[first] == "VBG":
        beside.append(parse.heads[first])  # "a bus *plunged* into a ravine, killing nine"
    return beside + [t for clause in beside for t in parse.with_dep(clause, "conj")]


def _is_accident(draft: Draft, lexicon: TriggerLexicon, verb: int) -> bool:
    """Whether a verb tells an accident; what falls, rolls or slides must be a vehicle or a building."""
    lemma = lexicon.lemma(draft.parse, verb)
    if lemma in lexicon.mishaps:
        return True
    thing = _subject(draft, verb)
    if thing is None or lemma not in lexicon.falling or _is_violent(draft, lexicon, verb, thing):
        return False
    return bool(kinds(draft, lexicon, thing) & _CRASHING)


def _went_wrong(draft: Draft, lexicon: TriggerLexicon, verb: int) -> bool:
    """Whether a vehicle did what does not sound like anybody's doing: see the head of this module."""
    parse, lemma = draft.parse, lexicon.lemma(draft.parse, verb)
    thing = _subject(draft, verb)
    if thing is None or parse.child(verb, "auxpass", "agent") is not None:
        return False
    of = kinds(draft, lexicon, thing)
    if _VEHICLE not in of:
        return False
    if _is_violent(draft, lexicon, verb, thing):
        return False
    objects = [*parse.with_dep(verb, "dobj"), *(_behind(draft, verb, lexicon.off_course))]
    if any(_are_people(draft, lexicon, t) for t in objects):
        return False  # "ploughed into a crowd" may have been meant
    if lemma in lexicon.travelling:
        return any(parse.lemmas[t] in lexicon.courses for t in objects)
    if any(s.type == _HARM and not s.counts for s in lexicon.senses["verbs"].get(lemma, ())):
        # "Hit a wall", not "exploded", nor what hits from the air.
        return not of & _ARMED and lemma in lexicon.colliding and bool(objects)
    return True


def _are_people(draft: Draft, lexicon: TriggerLexicon, noun: int) -> bool:
    position = draft.mention_of(noun)
    named = position is not None and draft.mentions[position].label is not Label.PLACE
    return named or bool(kinds(draft, lexicon, noun) & _PEOPLE)


def _is_violent(draft: Draft, lexicon: TriggerLexicon, verb: int, thing: int) -> bool:
    """Whether a weapon, a fighter or violence stands in a clause, its subject aside: "ran over a *mine*"."""
    return any(kinds(draft, lexicon, t) & _VIOLENT for t in draft.parse.subtree(verb) if t != thing)


def _subject(draft: Draft, verb: int) -> int | None:
    parse = draft.parse
    thing = parse.child(verb, *SUBJECTS)
    relative = thing is not None and parse.deps[verb] == "relcl" and is_relative(parse, thing)
    return parse.heads[verb] if relative else thing


def _behind(draft: Draft, verb: int, prepositions: frozenset[str]) -> Iterator[int]:
    """What stands behind some prepositions of a verb."""
    parse = draft.parse
    preps = (t for t in parse.with_dep(verb, "prep", "prt") if parse.lower[t] in prepositions)
    return (t for prep in preps for t in parse.with_dep(prep, "pobj"))


def kinds(draft: Draft, lexicon: TriggerLexicon, noun: int) -> frozenset[str]:
    """The classes of a noun, and of what a name is one of: "food poisoning", "Tropical Storm Ana"."""
    parse, classes = draft.parse, lexicon.classes
    found = set(classes.get(parse.lemmas[noun], ()))
    for before in parse.with_dep(noun, "compound", "amod", "npadvmod"):
        found |= classes.get(f"{parse.lower[before]} {parse.lemmas[noun]}", frozenset())
        if parse.pos[noun] == "PROPN":
            found |= classes.get(parse.lower[before], frozenset())
    if (
        parse.pos[noun] == "PROPN"
        and parse.deps[noun - 1] == "npadvmod"
        and noun - 1 in parse.children[parse.heads[noun]]
    ):
        found |= classes.get(parse.lower[noun - 1], frozenset())
    return frozenset(found)


def _first(draft: Draft, token: int) -> int:
    """The first of coordinated words."""
    parse = draft.parse
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    return token
