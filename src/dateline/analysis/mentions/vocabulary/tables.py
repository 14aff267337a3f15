"""Reading words from the tables of a language, in lower case and as a parser cuts them."""

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.analysis.normalise import JOINER, normalise
from dateline.errors import LexiconError
from dateline.language import Language


def words_at(language: Language, table: str, *path: str) -> frozenset[str]:
    """The list of words at a path of a table, in lower case. Raises LexiconError where there is none."""
    found: Any = language.table(table)
    for key in path:
        if not isinstance(found, Mapping) or key not in found:
            raise LexiconError(f"table {table}: {'.'.join(path)} is missing")
        found = found[key]
    if not isinstance(found, list) or not all(isinstance(w, str) for w in found):
        raise LexiconError(f"table {table}: {'.'.join(path)} is not a list of words")
    return lower(found)


def lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w.lower() for w in words)


def phrases(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Known names of several words as they are tokenised, by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(_tokenised(name))
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


def _tokenised(name: str) -> list[str]:
    """A name in lower case cut as the parser cuts it: at hyphens, but not behind an article."""
    joined = normalise(name.title()).lower().replace("-", " - ")
    return joined.replace("'s ", " 's ").replace(JOINER, "-").split()


def spellings(name: str) -> set[str]:
    """A name in lower case as tables write it and as its tokens are written, with a space between them."""
    return {name, " ".join(_tokenised(name)), name.replace("'", "’")}
