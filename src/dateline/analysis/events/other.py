"""Event words that tell of something else: harm that nobody does, sport, films, markets."""

from dateline.analysis.clauses import SUBJECTS, is_relative
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.slots import Slots
from dateline.ontology import ontology

_HARM = "ASSAULT"
_SAID_WITH = 1  # the quad class of verbal cooperation
_CRASHING = frozenset(("vehicle", "building"))
_TELLING = 2  # words of one field in a sentence that make the sentence one about it


def is_other_matter(draft: Draft, lexicon: TriggerLexicon, found: Found, slots: Slots) -> bool:
    """Whether a trigger whose sense holds tells no event all the same."""
    if found.sense.type == _HARM and (
        _is_mishap(draft, lexicon, found, slots) or _is_to_oneself(draft, found, slots)
    ):
        return True
    if _is_attribute(draft, found):
        return True
    if found.sense.expression or found.modes:
        return _is_of_a_work(draft, lexicon, found)
    return _is_elsewhere(draft, lexicon, found) or _is_of_a_work(draft, lexicon, found)


def _is_attribute(draft: Draft, found: Found) -> bool:
    """Whether words of backing or agreement only describe: "the *recognised* government"."""
    parse, token = draft.parse, found.trigger
    if found.kind != "verbs" or parse.deps[token] != "amod" or parse.tags[token] == "VBG":
        return False
    kind = ontology().types.get(found.sense.type)
    return kind is not None and kind.quad == _SAID_WITH


def _is_to_oneself(draft: Draft, found: Found, slots: Slots) -> bool:
    """Whether somebody harms nobody but himself: "killed *himself*"; "set off a bomb, killing himself" does."""
    result = draft.parse.deps[found.trigger] == "advcl"
    if found.kind != "verbs" or found.sense.expression or slots.passive or result:
        return False
    objects = slots["object"]
    return bool(objects) and all(draft.parse.has(t, "Reflex=Yes") for t in objects)


def _is_mishap(draft: Draft, lexicon: TriggerLexicon, found: Found, slots: Slots) -> bool:
    """Harm by weather, illness, accident or beast: as subject, after a preposition, in a clause beside it."""
    parse = draft.parse
    causes = list(slots["subject"]) if found.kind == "verbs" else []
    for prep in parse.with_dep(found.trigger, "prep", "agent"):
        if parse.lower[prep] in lexicon.within or parse.lower[prep] in lexicon.suffered:
            causes += parse.with_dep(prep, "pobj")
    if any(_kinds(draft, lexicon, t) & lexicon.harmless for t in causes):
        return True
    if any(_is_accident(draft, lexicon, c) for t in causes for c in parse.with_dep(t, "relcl", "acl")):
        return True  # "a bus *that fell into a ravine* killed nine"
    first = _first(draft, found.trigger)
    verbs = parse.conjuncts(first)
    beside = [t for verb in verbs for t in parse.with_dep(verb, "advcl", "ccomp")]
    if parse.deps[first] == "advcl" and parse.tags[first] == "VBG":
        beside.append(parse.heads[first])  # "a bus *plunged* into a ravine, killing nine"
    beside += [t for clause in beside for t in parse.with_dep(clause, "conj")]
    return any(_is_accident(draft, lexicon, t) for t in beside)


def _is_accident(draft: Draft, lexicon: TriggerLexicon, verb: int) -> bool:
    """Whether a verb tells an accident; what falls, rolls or slides must be a vehicle or a building."""
    parse, lemma = draft.parse, lexicon.lemma(draft.parse, verb)
    if lemma in lexicon.mishaps:
        return True
    thing = parse.child(verb, *SUBJECTS)
    if thing is None or lemma not in lexicon.falling:
        return False
    thing = parse.heads[verb] if parse.deps[verb] == "relcl" and is_relative(parse, thing) else thing
    return bool(_kinds(draft, lexicon, thing) & _CRASHING)


def _kinds(draft: Draft, lexicon: TriggerLexicon, noun: int) -> frozenset[str]:
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


def _is_elsewhere(draft: Draft, lexicon: TriggerLexicon, found: Found) -> bool:
    parse = draft.parse
    sentence = parse.sentences[parse.sentence_of[found.trigger]]
    fields: dict[str, set[str]] = {}
    for token in sentence:
        word = parse.lemmas[token]
        if (field := lexicon.elsewhere.get(word)) is not None and parse.pos[token] in ("NOUN", "PROPN"):
            fields.setdefault(field, set()).add(word)
    if not any(len(words) >= _TELLING for words in fields.values()):
        return False
    people = (*found.actors, *found.recipients)
    return not any(lexicon.classes.get(parse.lemmas[t], frozenset()) & lexicon.unless for t in people)


def _is_of_a_work(draft: Draft, lexicon: TriggerLexicon, found: Found) -> bool:
    """What a film, book or game is about: "the documentary about the siege"."""
    parse, token = draft.parse, found.trigger
    if parse.deps[token] != "pobj":
        return False
    above = parse.heads[parse.heads[token]]
    classes = lexicon.classes.get(parse.lemmas[above], frozenset())
    return "work" in classes and parse.pos[above] == "NOUN"
