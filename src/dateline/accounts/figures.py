"""Whom the reports of one story mean by a noun: "the arsonist", "police", "the actress".

Who is only described is nobody beyond his report (accounts.identity): of any two reports nobody knows whether
they mean one man. Those of one story mostly do. This is for whoever follows the mentions of a story; no
answer rests on it, and no actor is merged by it.

1. A noun by which the reports call one named actor, and no other, is that one where a report names nobody.
2. Otherwise all that are called by one noun are one, if it is no noun for just anybody ("man", "official");
   of such a noun the words before it must be the same, too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.language import language_of
from dateline.language.folding import fold
from dateline.language.stemming import Stemmer, stemmer

# So often a noun is used of a named actor before it is that actor's in the whole story.
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Nouns:
    """How a language's noun phrases are compared."""

    stemmer: Stemmer
    anybody: frozenset[str]

    @staticmethod
    @cache
    def of(language: str | None) -> "Nouns":
        listed = language_of(language).table("descriptions")["anybody"]["nouns"]
        stem = stemmer(language)
        return Nouns(stem, frozenset(map(stem.stem, listed)))

    def phrase(self, words: str) -> "Phrase | None":
        """A noun phrase without its small words and what follows them; None where nothing is left."""
        stems: list[str] = []
        for word in fold(words).split():
            if word not in self.stemmer.function and not word.isdigit():
                stems.append(self.stemmer.stem(word))
            elif stems:
                break  # "officers at the scene"
        return Phrase(stems[-1], " ".join(stems[:-1]), stems[-1] in self.anybody) if stems else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as stems: its noun, the words before it, and whether the noun may mean anybody."""

    noun: str
    before: str
    anybody: bool


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody whom a report of a story calls by a noun phrase; `named` if known beyond that report."""

    story: int
    actor: str
    named: bool
    phrase: Phrase


def figures(called: Iterable[Called]) -> dict[str, str]:
    """Actor that is only described -> whom its story means: a named actor, else the first described so.

    The order of what is given decides only which of several that are one lends them its id.
    """
    given = list(called)
    owners = _owners(given)
    first: dict[tuple[int, str, str], str] = {}
    found: dict[str, str] = {}
    for one in given:
        if one.named or one.actor in found:
            continue
        noun, before, anybody = one.phrase.noun, one.phrase.before, one.phrase.anybody
        if anybody and not before:
            found[one.actor] = one.actor
        elif not anybody and (owner := owners.get((one.story, noun))) is not None:
            found[one.actor] = owner
        else:
            found[one.actor] = first.setdefault((one.story, noun, before if anybody else ""), one.actor)
    return found


def _owners(called: Iterable[Called]) -> Mapping[tuple[int, str], str]:
    """Story and noun -> the only named actor whom the story's reports call so."""
    uses: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for one in called:
        if one.named:
            uses[one.story, one.phrase.noun][one.actor] += 1
    return {
        key: next(iter(actors))
        for key, actors in uses.items()
        if len(actors) == 1 and actors.total() >= _OFTEN
    }
