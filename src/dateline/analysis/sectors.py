"""Which sector of society an actor stands for, by PLOVER's codes: MIL, COP, REB, GOV, CVL …"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
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
            words={word: code for code, words in table["words"].items() for word in words},
            passing=frozenset(table["passing"]["words"]),
            links=frozenset(table["passing"]["links"]),
            past=frozenset(table["past"]["words"]),
            past_code=table["past"]["code"],
            offices=frozenset(table["past"]["offices"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"language table {language.code}/sectors.toml: {error!r}") from None


def sector_of(language: Language, name: str, roles: Iterable[str] = ()) -> str | None:
    """The sector of somebody, by their name or description, else by their offices, first to last."""
    table = sectors(language)
    return next((code for text in (name, *roles) if (code := table.of(text)) is not None), None)
