"""Whom the reports of one story mean: by a noun ("the arsonist", "police"), by a short name ("the Lions").

Who is only described is nobody beyond his report (accounts.identity), and whom a surname alone means is open
in general. The reports of one story, or of one strand of it, mostly mean one. This is for whoever follows the
mentions of a story; no answer rests on it, and no actor is merged by it.

1. A name of two words or more is one bearer's. One of a person or body that ends a longer name of the story,
   and no second, means the bearer of that.
2. A noun by which the reports call one named figure, and no other, is that one where a report names nobody.
3. Otherwise all that are called by one noun, or by nouns that mean the same, are one. A noun for just anybody
   ("man", "official") counts only where a report means one person by it, else with the words before it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.language import language_of
from dateline.language.folding import fold
from dateline.language.stemming import Stemmer, stemmer
from dateline.model.entity import Label

# Whose short names are the ends of long ones; of places ("Sudan", "South Sudan") they are other places.
_SHORTENED = (Label.PERSON, Label.ORGANIZATION)

type Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nouns:
    """How a language's noun phrases are compared."""

    stemmer: Stemmer
    anybody: frozenset[str]
    same: Mapping[str, str]  # stems of nouns that mean the same -> that of the first

    @staticmethod
    @cache
    def of(language: str | None) -> "Nouns":
        table, stem = language_of(language).table("descriptions")["figures"], stemmer(language).stem
        same = {stem(noun): stem(nouns[0]) for nouns in table["same"] for noun in nouns}
        return Nouns(stemmer(language), frozenset(map(stem, table["anybody"])), same)

    def phrase(self, words: str) -> "Phrase | None":
        """A noun phrase without its small words and what follows them; None where nothing is left."""
        stems: list[str] = []
        for word in fold(words).split():
            if word not in self.stemmer.function and not word.isdigit():
                stems.append(self.stemmer.stem(word))
            elif stems:
                break  # "officers at the scene"
        if not stems:
            return None
        *before, noun = stems
        return Phrase(self.same.get(noun, noun), " ".join(before), noun in self.anybody)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as stems: its noun, the words before it, and whether the noun may mean anybody."""

    noun: str
    before: str
    anybody: bool


@dataclass(frozen=True, slots=True)
class Called:
    """How a report calls an actor: by its name (of a kind, as words), by a noun phrase, or by neither.

    `name` is empty where no report names it.
    """

    actor: str
    report: int
    kind: str = ""
    name: Words = ()
    phrase: Phrase | None = None


def figures(called: Sequence[Called], strand_of: Mapping[int, int]) -> dict[tuple[int, str], str]:
    """Strand and actor -> whom that strand of one story means by the actor, of all whom its reports call.

    `strand_of` is the strand of each report: names mean the same in the whole story, nouns in a strand of it.
    The order of what is given decides only which of several that are one lends them its id.
    """
    named = _by_name([one for one in called if one.name])
    apart: dict[int, list[Called]] = defaultdict(list)
    for one in called:
        apart[strand_of[one.report]].append(one)
    return {
        (strand, actor): figure
        for strand, some in apart.items()
        for actor, figure in (_by_noun(some, named) | named).items()
    }


def _by_noun(called: Sequence[Called], named: Mapping[str, str]) -> dict[str, str]:
    """Those whom one strand only describes, by who is one."""
    owners, meant = _owners(called, named), _meant(called)
    first: dict[tuple[str, str], str] = {}
    found: dict[str, str] = {}
    for one in called:
        if one.name or one.phrase is None or one.actor in named or one.actor in found:
            continue
        noun, before = one.phrase.noun, one.phrase.before
        one_of_several = one.phrase.anybody and len(meant[one.report, noun]) > 1
        if one_of_several and not before:
            found[one.actor] = one.actor
        elif not one.phrase.anybody and noun in owners:
            found[one.actor] = owners[noun]
        else:
            found[one.actor] = first.setdefault((noun, before if one_of_several else ""), one.actor)
    return found


def _meant(called: Iterable[Called]) -> Mapping[tuple[int, str], set[str]]:
    """Report and noun -> those whom it describes so."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in called:
        if one.phrase is not None and not one.name:
            found[one.report, one.phrase.noun].add(one.actor)
    return found


def _by_name(named: Sequence[Called]) -> dict[str, str]:
    """The named actors by who is one: of the bearers of a name the one that is meant most."""
    bearers: dict[tuple[str, Words], Counter[str]] = defaultdict(Counter)
    for one in named:
        bearers[_kind(one), one.name][one.actor] += 1
    most = {key: actors.most_common(1)[0][0] for key, actors in bearers.items()}
    longer = _longer({name: actor for (_, name), actor in most.items() if len(name) > 1})
    found: dict[str, str] = {}
    for one in named:
        own = most[_kind(one), one.name]
        found.setdefault(one.actor, longer.get(one.name, own) if one.kind in _SHORTENED else own)
    return found


def _kind(one: Called) -> str:
    """Reports differ on what the bearer of a long name is; one word may name a town and a man."""
    return one.kind if len(one.name) == 1 else ""


def _longer(names: Mapping[Words, str]) -> dict[Words, str]:
    """Each ending of some names -> the actor of the longest, if of any two that end so one ends the other."""
    ended: dict[Words, list[Words]] = defaultdict(list)
    for name in names:
        for start in range(1, len(name)):
            ended[name[start:]].append(name)
    found: dict[Words, str] = {}
    for ending, some in ended.items():
        *shorter, longest = sorted(some, key=len)
        if all(longest[-len(name) :] == name for name in shorter):
            found[ending] = names[longest]
    return found


def _owners(called: Iterable[Called], found: Mapping[str, str]) -> dict[str, str]:
    """Noun -> the only named figure whom the reports call so."""
    uses: dict[str, set[str]] = defaultdict(set)
    for one in called:
        if one.phrase is not None and one.actor in found:
            uses[one.phrase.noun].add(found[one.actor])
    return {noun: next(iter(some)) for noun, some in uses.items() if len(some) == 1}
