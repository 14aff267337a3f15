"""The tables of descriptions, aliases and speech, typed and checked on loading."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.analysis.coreference.facts import name_key
from dateline.errors import LexiconError
from dateline.language import Language


@dataclass(frozen=True)
class Descriptions:
    """How named entities are spoken of afterwards. Words are lemmas in lower case.

    `kinds` gives the nouns for a sort of known name ("media"), `by_word` those for a word in the name,
    `persons` the more general nouns for an occupation, `same` other nouns for a body without a name,
    `doers` the noun for who does something ("lead": leader). `news` are adjectives of what is not known
    yet, `whole` nouns that, after a name, mean the named movement itself, `own_organs` what only a state has,
    `state_owned` the words before a noun that make it a state's ("the *armed* forces"), `sites` what is
    named after a place but is not that place. `qualities` are adjectives with the known names they fit.
    `cues` are sequences of words that introduce another name; those in `enclosed` do so only between commas
    or brackets.
    """

    kinds: Mapping[str, frozenset[str]]
    by_word: Mapping[str, frozenset[str]]
    persons: Mapping[str, frozenset[str]]
    qualities: Mapping[str, frozenset[str]]
    cues: tuple[tuple[str, ...], ...]
    enclosed: frozenset[tuple[str, ...]]
    cue_starts: frozenset[str]
    phrase_ends: frozenset[str]
    phrase_begins: frozenset[str]
    participles: frozenset[str]
    armed: frozenset[str]
    organs: frozenset[str]
    state_owned: Mapping[str, frozenset[str]]
    commanding: frozenset[str]
    same: Mapping[str, frozenset[str]]
    doers: Mapping[str, str]
    news: frozenset[str]
    whole: frozenset[str]
    own_organs: frozenset[str]
    own_people: frozenset[str]
    counting_as: frozenset[str]
    sites: frozenset[str]
    spellings: Mapping[str, str]
    death_verbs: frozenset[str]
    dying: frozenset[str]
    death_words: frozenset[str]
    speech_verbs: frozenset[str]


@cache
def descriptions(language: Language) -> Descriptions:
    """The table of a language, read once. Raises LexiconError when a part is missing."""
    table = language.table("descriptions")
    try:
        return _read(table)
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"table descriptions: {error}") from None


def _read(table: Mapping[str, Any]) -> Descriptions:
    cues = tuple(sorted((tuple(c) for c in table["aliases"]["cues"]), key=len, reverse=True))
    kinds = table["kinds"]
    return Descriptions(
        kinds={k: frozenset(v) for k, v in kinds.items() if isinstance(v, list)},
        by_word={k: frozenset(v) for k, v in kinds["words"].items()},
        persons={k: frozenset(v) for k, v in kinds["persons"].items()},
        qualities={k: frozenset(name_key([n.lower()]) for n in v) for k, v in table["qualities"].items()},
        cues=cues,
        enclosed=frozenset(tuple(c) for c in table["aliases"]["enclosed"]),
        cue_starts=frozenset(c[0] for c in cues),
        phrase_ends=frozenset(table["aliases"]["phrase_ends"]),
        phrase_begins=frozenset(table["aliases"]["phrase_begins"]),
        participles=frozenset(table["aliases"]["participles"]),
        armed=frozenset(kinds["armed"]),
        organs=frozenset(kinds["organs"]),
        state_owned={k: frozenset(v) for k, v in kinds["state_owned"].items()},
        commanding=frozenset(kinds["commanding"]),
        same={k: frozenset(v) for k, v in kinds["same"].items()},
        doers=dict(kinds["doers"]),
        news=frozenset(kinds["news"]),
        whole=frozenset(kinds["whole"]),
        sites=frozenset(kinds["sites"]),
        own_organs=frozenset(kinds["own_organs"]),
        own_people=frozenset(kinds["own_people"]),
        counting_as=frozenset(kinds["as"]),
        spellings=dict(table["spellings"]),
        death_verbs=frozenset(table["death"]["verbs"]),
        dying=frozenset(table["death"]["dying"]),
        death_words=frozenset(table["death"]["words"]),
        speech_verbs=frozenset(table["speech"]["verbs"]),
    )
