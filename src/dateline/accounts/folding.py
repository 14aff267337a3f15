"""One spelling for the many of a name: case, accents, hyphens, articles, titles."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from dateline.language import languages, load_language
from dateline.model.entity import Label

_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`´ʿʾ")
_CURLY = str.maketrans("’‘ʼ", "'''")
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Words without case, accents, apostrophes and punctuation, one space between them.

    "Al-Qaïda" -> "al qaida"; "" when nothing but punctuation is given.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", kept.casefold()).strip()


@dataclass(frozen=True, slots=True)
class Folder:
    """Folds names and phrases of one language: knows which words before a name are not part of it."""

    articles: frozenset[str]
    titles: frozenset[str]
    possessives: tuple[str, ...]

    def name(self, name: str, entity_type: str) -> str:
        """The key under which a name is compared; a person's loses titles, every name its article."""
        words = fold(self._bare(name)).split()
        dropped = self.articles | self.titles if entity_type == Label.PERSON else self.articles
        while len(words) > 1 and words[0] in dropped:
            del words[0]
        return " ".join(words)

    def phrase(self, words: str) -> str:
        """The key under which a value, goal or statement is compared: no articles anywhere."""
        return " ".join(w for w in fold(words).split() if w not in self.articles)

    def _bare(self, name: str) -> str:
        plain = name.strip().translate(_CURLY)
        for ending in self.possessives:
            plain = plain.removesuffix(ending)
        return plain


@cache
def folder(code: str | None = None) -> Folder:
    """The folder of a language; of English where dateline has no pack for it."""
    code = (code or "en")[:2].lower()
    table = load_language(code if code in languages() else "en").table("folding")
    return Folder(frozenset(table["articles"]), frozenset(table["titles"]), tuple(table["possessives"]))


def initials(key: str) -> str:
    """First letters of a folded name, to compare with an acronym."""
    return "".join(word[0] for word in key.split())
