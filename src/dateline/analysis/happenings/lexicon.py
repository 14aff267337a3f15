"""The words that tell happenings, by families: a verb, its nouns, and others that tell the same.

The format of the tables is described in docs/howto/add-a-happening.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language, Table

_KINDS = ("verbs", "nouns", "adjectives")
_FIELDS = {*_KINDS, "examples"}

type Expressions = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class HappeningLexicon:
    """Lemma -> family, by part of speech; `expressions` are verbs with further words, the longest first.

    `last` are the last words of nouns of two. `light` verbs tell nothing without their noun, `aspectual`
    ones what they take, `states` nothing that happens; `senses` are verbs that may tell several families.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    expressions: Expressions
    last: frozenset[str]
    light: frozenset[str]
    aspectual: frozenset[str]
    states: frozenset[str]
    senses: frozenset[str]


@cache
def happening_lexicon(language: Language) -> HappeningLexicon:
    """The words of a language pack. Raises LexiconError for a malformed entry, or a word of two families."""
    index: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    for name in language.tables("happenings"):
        for family, entry in language.table(name).get("families", {}).items():
            if unknown := entry.keys() - _FIELDS:
                raise LexiconError(f"language table {language.code}/{name}.toml: {unknown} in {family}")
            for kind, word in _words(entry):
                if index[kind].setdefault(word, family) != family:
                    other = index[kind][word]
                    raise LexiconError(
                        f"language table {language.code}/{name}.toml: {word!r} is of {family} and {other}"
                    )
    verbs = language.table("happenings/verbs")
    try:
        return HappeningLexicon(
            verbs={word: family for word, family in index["verbs"].items() if " " not in word},
            nouns=index["nouns"],
            adjectives=index["adjectives"],
            expressions=_expressions(index["verbs"]),
            last=frozenset(noun.split()[-1] for noun in index["nouns"] if " " in noun),
            light=frozenset(verbs["light"]["verbs"]),
            aspectual=frozenset(verbs["aspectual"]["verbs"]),
            states=frozenset(verbs["states"]["verbs"]),
            senses=frozenset(language.table("happenings/readings")["verbs"]),
        )
    except (KeyError, TypeError) as error:
        raise LexiconError(f"language table {language.code}/happenings/verbs.toml: {error!r}") from None


def _words(entry: Table) -> Iterator[tuple[str, str]]:
    return ((kind, word) for kind in _KINDS for word in entry.get(kind, ()))


def _expressions(verbs: dict[str, str]) -> Expressions:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, family in verbs.items():
        first, *further = words.split()
        if further:
            found.setdefault(first, []).append((tuple(further), family))
    return {first: tuple(sorted(listed, key=lambda e: (-len(e[0]), e))) for first, listed in found.items()}
