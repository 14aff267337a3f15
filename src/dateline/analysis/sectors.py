"""Which sector of society an actor stands for, by PLOVER's codes: MIL, COP, REB, GOV, CVL …"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.gazetteer.actors import Kind, Naming, known_actors
from dateline.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\d*")
_ENDINGS = (("ies", "y"), ("men", "man"), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Sectors:
    """A language's words for sectors, in lower case."""

    words: dict[str, str]
    passing: frozenset[str]
    links: frozenset[str]
    past: frozenset[str]
    past_code: str
    offices: frozenset[str]

    def of(self, described: str) -> str | None:
        """The code for a name, description or office; None when no word tells.

        The head decides: the last word before "of" or "for". A word that passes on (spokesman, leader)
        hands over to what it speaks for, which stands before it or after the link.
        """
        words = [w.lower() for w in _WORD.findall(described.split("'s ")[-1].split("’s ")[-1])]
        cut = next((i for i, w in enumerate(words) if w in self.links), len(words))
        code = self._last(words[:cut])
        if (
            code is None
            and cut < len(words)
            and words[:cut]
            and self._reduced(words[cut - 1]) in self.passing
        ):
            code = self._last(words[cut + 1 :])
        if code in self.offices and self.past & set(words[:cut]):
            return self.past_code
        return code

    def told(self, described: str) -> set[str]:
        """The codes that any of the words tell."""
        return {
            self.words[form]
            for word in _WORD.findall(described.lower())
            for form in self._forms(word)
            if form in self.words
        }

    def passes(self, described: str) -> bool:
        """Whether the head of a description only passes on to whom it speaks for, leads or belongs to."""
        words = [w.lower() for w in _WORD.findall(described)]
        cut = next((i for i, w in enumerate(words) if w in self.links), len(words))
        return cut > 0 and self._reduced(words[cut - 1]) in self.passing

    def _last(self, words: list[str]) -> str | None:
        for word in reversed(words):
            for form in self._forms(word):
                if form in self.words:
                    return self.words[form]
            if self._reduced(word) not in self.passing:
                return None
        return None

    def _reduced(self, word: str) -> str:
        return next((f for f in self._forms(word) if f in self.passing), word)

    @staticmethod
    def _forms(word: str) -> list[str]:
        cut = [word[: len(word) - len(e)] + new for e, new in _ENDINGS if word.endswith(e)]
        return [word, *cut]


@cache
def sectors(language: Language) -> Sectors:
    """The sector words of a language pack. Raises LexiconError when they are malformed."""
    table = language.table("sectors")
    try:
        return Sectors(
            words=_names() | {word: code for code, words in table["words"].items() for word in words},
            passing=frozenset(table["passing"]["words"]),
            links=frozenset(table["passing"]["links"]),
            past=frozenset(table["past"]["words"]),
            past_code=table["past"]["code"],
            offices=frozenset(table["past"]["offices"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"language table {language.code}/sectors.toml: {error!r}") from None


def _names() -> dict[str, str]:
    """The names of a single word that tell the sector of all who bear them: "taliban" is REB."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for written, naming, kind, sector in known_actors().listed():
        if kind is not Kind.PLATFORM and _WORD.fullmatch(written):
            found[written.lower()].add(None if naming is Naming.UNSURE else sector)
    sole = ((written, min(codes, key=str)) for written, codes in found.items() if len(codes) == 1)
    return {written: code for written, code in sole if code is not None}
