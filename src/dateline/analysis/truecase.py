"""Reads passages that are printed in capitals: the letters that would be small are made small.

Parsers and taggers of news know names by their capitals, and find almost nothing in a text that has
only capitals (cables, tickers, headlines). One character stands for one, so that offsets hold.
After Lita et al., "tRuEcasIng" (ACL 2003), with dictionaries in place of a trained model.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from dateline.errors import LexiconError
from dateline.language import Language

_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:'[^\W\d_]+)?")
_LETTERS = 12  # fewer tell nothing
_ACRONYM = re.compile(r"\(([^\W\d_]{2,8}(?:-[^\W\d_]{1,5})?)\)")
_ENDS = ".!?"


class IsWord(Protocol):
    """Whether something in small letters is a word; with `noun_only`, a noun and nothing else."""

    def __call__(self, word: str, *, noun_only: bool = False) -> bool: ...


@dataclass(frozen=True, slots=True)
class Casing:
    """What is known of the casing of words; keys in lower case, words of a name joined by blanks."""

    names: dict[str, str]
    beside: dict[str, str]
    openers: frozenset[str]
    linking: frozenset[str]
    after: dict[str, frozenset[str]]
    titles: frozenset[str]
    given: frozenset[str]
    common: frozenset[str]


def is_shouted(text: str) -> bool:
    """Whether a line has next to no small letters, and enough letters to say so."""
    upper = sum(c.isupper() for c in text)
    return upper >= _LETTERS and sum(c.islower() for c in text) * 12 < upper


def truecase(text: str, casing: Casing, is_word: IsWord, kept: Iterable[str] = ()) -> str:
    """A line of capitals as it would be written, of the same length.

    `is_word` tells whether something in small letters is a word of the language; what is none is a name.
    `kept` are acronyms that the report explains.
    """
    return "".join(_cased(text, casing, is_word, frozenset(kept)))


def explained(text: str) -> Counter[str]:
    """Acronyms that stand in brackets of their own."""
    return Counter(_ACRONYM.findall(text))


def _cased(text: str, casing: Casing, is_word: IsWord, kept: frozenset[str]) -> Iterator[str]:
    words = list(_WORD.finditer(text))
    lower = [_bare(w.group()) for w in words]
    names = _names(text, words, lower, casing, kept)
    last = 0
    for i, match in enumerate(words):
        yield text[last : match.start()]
        last = match.end()
        written = names.get(i) or _word(i, text, words, lower, casing, is_word)
        if not written[0].isupper() and _opens(text, match.start()):
            written = written[0].upper() + written[1:]
        yield written if len(written) == len(match.group()) else match.group()
    yield text[last:]


def _names(
    text: str, words: list[re.Match[str]], lower: list[str], casing: Casing, kept: frozenset[str]
) -> dict[int, str]:
    """What is certain to be a name: known names, acronyms, and what an acronym stands for."""
    found: dict[int, str] = {}
    for i, match in enumerate(words):
        if match.group() in kept:
            found[i] = match.group()
            if text[match.start() - 1 : match.start()] == "(":
                found.update(_spelled(i, match.group(), words))
            continue
        for length in range(min(6, len(words) - i), 0, -1):
            known = casing.names.get(" ".join(lower[i : i + length]))
            if known is None or not _allowed(i, known, lower, casing):
                continue
            for at, part in enumerate(known.split(" "), i):
                found.setdefault(at, part + words[at].group().lower()[len(part) :])
            break
    return found


def _allowed(i: int, known: str, lower: list[str], casing: Casing) -> bool:
    needed = casing.after.get(known)
    return needed is None or (i > 0 and lower[i - 1] in needed)


def _spelled(i: int, acronym: str, words: list[re.Match[str]]) -> dict[int, str]:
    """The words before "(NRF)" whose initials it is made of; small words may stand between."""
    found, at, letters = {}, i - 1, list(acronym)
    while letters and at >= 0 and i - at < 12:
        word = words[at].group()
        if word[0] == letters[-1]:
            letters.pop()
            found[at] = word.capitalize()
        elif len(word) > 3:
            return {}
        at -= 1
    return found if not letters else {}


def _word(
    i: int,
    text: str,
    words: list[re.Match[str]],
    lower: list[str],
    casing: Casing,
    is_word: IsWord,
) -> str:
    """A word as it stands in a sentence: small, unless it is, or is part of, a name."""
    word, match = lower[i], words[i]
    small = match.group().lower()
    title = small.capitalize()
    before = lower[i - 1] if i and text[words[i - 1].end() : match.start()] in (" ", "-", ". ") else ""
    after = (
        lower[i + 1]
        if i + 1 < len(words) and text[match.end() : words[i + 1].start()].strip(".") == " "
        else ""
    )
    if "." in small or (len(small) == 1 and text[match.end() : match.end() + 1] == "."):
        return match.group()  # "U.S.", an initial
    if word in casing.titles:
        return title if after and _is_name(after, casing, is_word) else small
    if word in casing.linking and before and (_is_name(before, casing, is_word) or before in casing.openers):
        return small
    if word in casing.openers and after and word not in casing.names:
        return title if word not in casing.linking or _is_name(after, casing, is_word) else small
    if not is_word(word) or (word in casing.given and is_word(word, noun_only=True)):
        return title
    if before in casing.given or before in casing.titles or before in casing.openers:
        surname = is_word(word, noun_only=True) and len(word) > 3 and word not in casing.common
        return title if surname else small
    inside = before and after and not (is_word(before) or before in casing.names or is_word(after))
    if inside and is_word(word, noun_only=True) and word not in casing.common:
        return title  # between two words that are none: "Edmundo Vargas Carreno"
    if word in casing.beside:
        digits = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 3]
        named = (before and _is_name(before, casing, is_word)) or (after and _is_name(after, casing, is_word))
        return title if named or any(c.isdigit() for c in digits) else small
    return small


def _is_name(word: str, casing: Casing, is_word: IsWord) -> bool:
    return word in casing.names or word in casing.given or word in casing.beside or not is_word(word)


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s")


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence."""
    before = text[:start].rstrip(" \"'([-—")
    return not before or before[-1] in _ENDS + ":]"


@cache
def casing_of(language: Language) -> Casing:
    """What a language pack knows of casing. Raises LexiconError when a table is malformed."""
    own, nations = language.table("casing"), language.table("nations")["nations"]
    given, titles = language.table("given_names"), language.table("titles")
    try:
        organisations, people = language.table("organisations"), language.table("people")
        known = [*own["names"], *own["acronyms"], *language.table("places")["known"]["areas"]]
        known += [n for names in organisations["known"].values() for n in names if " " in n or n.isupper()]
        known = [name for name in known if name not in organisations["known"]["unsure"]]
        for nation in nations.values():
            known += [nation["name"], *nation.get("also", ())]
            for key in ("adjective", "people", "person", "seats", "capital"):
                known += _listed(nation.get(key, ()))
            known += [f"{word}s" for word in nation.get("adjective", ())]
        return Casing(
            names={name.lower(): name for name in known if len(name) > 1 or name in own["names"]},
            beside={
                name.lower(): name.capitalize()
                for name in (*own["beside"], *language.table("months")["months"])
            },
            openers=frozenset(name.lower() for name in own["openers"]),
            linking=frozenset(own["linking"]),
            after={name: frozenset(words) for name, words in own["after"].items()},
            titles=frozenset(
                word.lower()
                for word in (*titles["address"], *titles["ranks"]["words"], *titles["offices"]["nouns"])
            ),
            given=frozenset(name.lower() for sex in ("male", "female") for name in given[sex]),
            common=frozenset(
                (
                    *organisations["nouns"],
                    *people["groups"]["nouns"],
                    *people["persons"]["any"],
                    *people["persons"]["plural"],
                )
            ),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"language table {language.code}/casing.toml: {error!r}") from None


def _listed(value: str | list[str] | tuple[str, ...]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
