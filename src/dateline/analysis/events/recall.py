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
_NEAR = 10  # sentences back in which "the attack" looks for the attack


def recall(draft: Draft, by_token: dict[int, Found], lexicon: TriggerLexicon) -> None:
    """Gives "the attack" the participants of the attack before it, if it names none of its own."""
    tokens = sorted(by_token)
    for i, token in enumerate(tokens):
        found = by_token[token]
        if found.kind != "nouns" or found.actors or found.recipients or not is_definite(draft, token):
            continue
        known = _meant(draft, found, (by_token[tokens[j]] for j in range(i - 1, -1, -1)), lexicon)
        if known is not None:
            told = replace(found, actors=known.actors, modes=joined_modes(found, known))
            by_token[token] = lend(told, known.recipients)


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
    word, before = draft.parse.lemmas[found.trigger], draft.parse.lemmas[known.trigger]
    if is_one_stem(word, before):
        return True
    return (
        wider
        and known.sense.type in lexicon.anaphors.get(word, ())
        and (not found.modes or not known.modes or bool(set(found.modes) & set(known.modes)))
    )


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
