"""What points back to an event told before: "the attack" is the attack that was told.

A definite noun that names nobody takes the participants of the event that it can mean.
"""

from collections.abc import Iterable
from dataclasses import replace

from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found, is_harm, joined_modes, lend
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.setting import place_of

LEAST_STEM = 4
_STEM = 5  # letters that "bombing" and "bombard", "abduction" and "abduct" share
_ABDUCTION = "abduct"  # the mode of a deed that is no attack in the words of the field
_SOON = 2  # sentences after an attack in which somebody may be said to have carried it out
_NEAR = 10  # sentences back in which "the attack" looks for the attack


def recall(draft: Draft, by_token: dict[int, Found], lexicon: TriggerLexicon) -> None:
    """Gives "the attack" the participants of the attack before it, if it names none of its own.

    Of "the attack was carried out by rebels" these are whom that attack was on. "The wounded men" are
    those of whom it was told that they were wounded.
    """
    tokens = sorted(by_token)
    for i, token in enumerate(tokens):
        found = by_token[token]
        before = (by_token[tokens[j]] for j in range(i - 1, -1, -1))
        if is_attribute(draft, found):
            by_token[token] = _of_those_named(draft, found, before)
        elif found.kind == "nouns" and not found.recipients and is_definite(draft, token):
            known = _meant(draft, found, before, lexicon)
            if known is not None:
                told = replace(found, actors=found.actors or known.actors, modes=joined_modes(found, known))
                by_token[token] = lend(told, known.recipients)


def is_attribute(draft: Draft, found: Found) -> bool:
    """Whether an event word only says which people or things are meant: "the *wounded* men"."""
    return found.kind != "nouns" and draft.parse.deps[found.trigger] == "amod"


def _of_those_named(draft: Draft, found: Found, before: Iterable[Found]) -> Found:
    """A participle with those of whom the same word was told before: "*the burned lorries*"."""
    parse, noun = draft.parse, draft.parse.heads[found.trigger]
    if not is_definite(draft, noun):
        return found
    for known in before:
        if parse.sentence_of[noun] - parse.sentence_of[known.trigger] > _NEAR:
            break
        again = tuple(t for t in known.recipients if t != noun and parse.lemmas[t] == parse.lemmas[noun])
        if again and known.sense.type == found.sense.type and _is_one_word(draft, found, known):
            return replace(found, actors=found.actors or known.actors, recipients=again)
    return found


def _meant(draft: Draft, found: Found, before: Iterable[Found], lexicon: TriggerLexicon) -> Found | None:
    """The last event told before that a definite noun can mean, and that is not the harm done in it."""
    parse, token = draft.parse, found.trigger
    for known in before:
        other = known.trigger
        gap = parse.sentence_of[token] - parse.sentence_of[other]
        if gap > _NEAR:
            break
        if (
            (known.actors or known.recipients)
            and not (gap == 0 and is_harm(known))
            and parse.has(token, "Number=Plur") == parse.has(other, "Number=Plur")
            and is_word_for(draft, found, known, lexicon)
            and _is_one_place(draft, found, known)
            and not (found.actors and (known.actors or found.sense.symmetric or gap > _SOON))
        ):
            return known
    return None


def _is_one_place(draft: Draft, found: Found, known: Found) -> bool:
    """Whether a noun names no place, or that of the event before: "the attack", not "the Mombasa attack"."""
    here, there = place_of(draft, found), place_of(draft, known)
    return here is None or (there is not None and here.entity == there.entity)


def is_word_for(
    draft: Draft, found: Found, known: Found, lexicon: TriggerLexicon, *, wider: bool = True
) -> bool:
    """Whether a word can mean an event told before: of its type, told by the same word or a `wider` one."""
    if known.sense.type != found.sense.type:
        return False
    if _is_one_word(draft, found, known):
        return True
    word = draft.parse.lemmas[found.trigger]
    if _ABDUCTION in known.modes and word not in lexicon.whatever:
        return False
    if found.sense.counts is not None and found.sense.counts != known.sense.counts:
        return False  # "the murder" is that of somebody killed
    return (
        wider
        and known.sense.type in lexicon.anaphors.get(word, ())
        and (not found.modes or not known.modes or bool(set(found.modes) & set(known.modes)))
    )


def _is_one_word(draft: Draft, found: Found, known: Found) -> bool:
    return is_one_stem(_whole_word(draft, found), _whole_word(draft, known))


def _whole_word(draft: Draft, found: Found) -> str:
    """The lemma of an event word; of one in several tokens whose last says little, of all: "shoot-out"."""
    lemma = draft.parse.lemmas[found.trigger]
    if len(lemma) >= LEAST_STEM or len(found.words) == 1:
        return lemma
    return "".join(draft.parse.lemmas[t] for t in sorted(found.words))


def is_one_stem(word: str, other: str) -> bool:
    """Whether two words are likely of one stem: "bomb" and "bombing", "meet" and "meeting"."""
    length = min(_STEM, len(word), len(other))
    return length >= LEAST_STEM and word[:length] == other[:length]


def is_definite(draft: Draft, token: int) -> bool:
    """Whether a noun is a known one: "the attack", "this attack"."""
    parse = draft.parse
    return any(
        parse.deps[c] == "det" and (parse.has(c, "Definite=Def") or parse.has(c, "PronType=Dem"))
        for c in parse.children[token]
    )
