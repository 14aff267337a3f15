"""One spelling for the many of a name: case, accents, hyphens, articles, titles."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from dateline.language import language_of
from dateline.language.offices import Offices
from dateline.language.spelling import Speller
from dateline.model.entity import Label

_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`´ʿʾ")
_CURLY = str.maketrans("’‘ʼ", "'''")
# What stands in quotation marks within a name is no part of it: 'Omar "Lion" Saad'.
_NICKNAME = re.compile(r"""(?<=\w)\s+(?:"[^"]+"|“[^”]+”|'[^']+')\s+(?=\w)""")
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Words without case, accents, apostrophes and punctuation, one space between them.

    "Al-Qaïda" -> "al qaida"; "" when nothing but punctuation is given.
    """
    kept = text.translate(_APOSTROPHES)
    if not kept.isascii():
        kept = "".join(c for c in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", kept.casefold()).strip()


@dataclass(frozen=True, slots=True)
class Folder:
    """Folds names and phrases of one language: knows which words before a name are not part of it."""

    articles: frozenset[str]
    titles: frozenset[str]
    possessives: tuple[str, ...]
    nations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    small: frozenset[str] = frozenset()
    speller: Speller = field(default_factory=Speller)
    offices: Offices = field(default_factory=Offices)
    organs: frozenset[str] = frozenset()

    def name(self, name: str, entity_type: str) -> str:
        """The key under which a name is compared: no article, of a person no titles and nicknames."""
        bare = self._bare(name)
        words = fold(_NICKNAME.sub(" ", bare) if entity_type == Label.PERSON else bare).split()
        dropped = self.articles | self.titles if entity_type == Label.PERSON else self.articles
        while len(words) > 1 and words[0] in dropped:
            del words[0]
        return " ".join(words)

    def nation(self, key: str, country: str | None) -> str | None:
        """The key of the usual name of the country called so: "us" -> "united states".

        Where several are (the Congos), `country` (ISO 3166-1 alpha-3) must tell which; where it is that of
        another, this is no country.
        """
        found = self.nations.get(key, {})
        if country is not None:
            return found.get(country)
        return next(iter(found.values())) if len(found) == 1 else None

    def phrase(self, words: str) -> str:
        """The key under which a value, goal or statement is compared: no articles anywhere."""
        return " ".join(w for w in fold(words).split() if w not in self.articles)

    def spelling(self, key: str) -> str:
        """The same for folded names that are, as far as romanising goes, spellings of one."""
        return self.speller.spelling(key)

    def office(self, description: str) -> str | None:
        """The office of a country, held by one person at a time, that is all a description says of somebody.

        "the Kenyan premier", "the prime minister of Kenya" -> "prime minister"; "a minister" -> None.
        """
        words = fold(" ".join(map(self._bare, description.split()))).split()
        return self.offices.described(words, self.articles | self.small)

    def organ(self, description: str) -> str | None:
        """The key of a nation's organ, where a description says nothing but that: "the Malian army"."""
        words = fold(" ".join(map(self._bare, description.split()))).split()
        kept = words[1:] if len(words) > 1 and words[0] in self.articles else words
        for size in range(1, len(kept)):
            if " ".join(kept[:size]) in self.offices.nations and " ".join(kept[size:]) in self.organs:
                return " ".join(kept)
        return None

    def _bare(self, name: str) -> str:
        plain = name.strip().translate(_CURLY)
        for ending in self.possessives:
            plain = plain.removesuffix(ending)
        return plain


@cache
def folder(code: str | None = None) -> Folder:
    """The folder of a language; of English where dateline has no pack for it."""
    language = language_of(code)
    table = language.table("folding")
    plain = Folder(frozenset(table["articles"]), frozenset(table["titles"]), tuple(table["possessives"]))
    nations: dict[str, dict[str, str]] = defaultdict(dict)
    words: set[str] = set()
    for country, nation in language.table("nations")["nations"].items():
        names = (nation["name"], *nation.get("also", ()))
        for name in names:
            nations[plain.name(name, Label.PLACE)][country] = plain.name(nation["name"], Label.PLACE)
        words.update(fold(word) for word in (*names, *nation.get("adjective", ())))
    return replace(
        plain,
        nations=nations,
        small=frozenset(table["small"]),
        speller=Speller.of(table["spelling"]),
        organs=frozenset(table["organs"]),
        offices=Offices.of(table["offices"], words, fold),
    )


def initials(key: str) -> str:
    """First letters of a folded name, to compare with an acronym."""
    return "".join(word[0] for word in key.split())
