"""Event words that tell of something else: sport, films, markets; harm that nobody does: see mishaps."""

from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.ontology import ontology

_HARM = "ASSAULT"
_SAID_WITH = 1  # the quad class of verbal cooperation
_TELLING = 2  # words of one field in a sentence that make the sentence one about it


def is_other_matter(draft: Draft, lexicon: TriggerLexicon, found: Found) -> bool:
    """Whether a trigger whose sense holds tells no event all the same."""
    if _is_attribute(draft, found) or _is_to_oneself(draft, found):
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


def _is_to_oneself(draft: Draft, found: Found) -> bool:
    """Whether somebody harms nobody but himself: "shot *himself*", not "set off a bomb, killing himself"."""
    parse, verb = draft.parse, found.trigger
    if found.sense.type != _HARM or found.sense.expression or parse.deps[verb] == "advcl":
        return False
    objects = [t for thing in parse.with_dep(verb, "dobj") for t in parse.conjuncts(thing)]
    return bool(objects) and all(parse.has(t, "Reflex=Yes") for t in objects)


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
