"""What forms of one word have in common, so that words of different reports can be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.language import languages, load_language
from dateline.language.folding import fold


@dataclass(frozen=True, slots=True)
class Stemmer:
    """Cuts the endings of one language's words off; fields are those of its table `stems`."""

    endings: tuple[tuple[str, str], ...]  # with what takes their place, the longest first
    shortest: int
    even: str
    forms: Mapping[str, str]
    function: frozenset[str]

    def stem(self, word: str) -> str:
        """The stem of a word that was folded: the same for its forms, and no word itself."""
        word = self.forms.get(word, word)
        for ending, instead in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= self.shortest:
                word = word[: -len(ending)] + instead
                break
        if len(word) > self.shortest:
            word = word.rstrip(self.even) or word
        return word[:-1] if len(word) > self.shortest and word[-1] == word[-2] else word

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text's content words; figures are left out, as they are compared as numbers."""
        return frozenset(self._content(fold(text).split()))

    def _content(self, words: Iterable[str]) -> Iterator[str]:
        return (self.stem(w) for w in words if w not in self.function and not w.isdigit())


@cache
def stemmer(code: str | None = None) -> Stemmer:
    """The stemmer of a language; of English where dateline has no pack for it."""
    code = (code or "en")[:2].lower()
    table = load_language(code if code in languages() else "en").table("stems")
    endings = dict.fromkeys(table["endings"], "") | table["instead"]
    return Stemmer(
        tuple(sorted(endings.items(), key=lambda e: (-len(e[0]), e))),
        table["shortest"],
        table["even"],
        table["forms"],
        frozenset(table["function"]["words"]),
    )
