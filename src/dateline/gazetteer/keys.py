"""Under which keys a name is kept and looked up: folded, and forgiving of articles, hyphens and spelling."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.language.folding import fold

DATA = Path(__file__).parent / "data"
_LATIN = re.compile(r"[\x20-\u024f\u02b0-\u02ff\u1e00-\u1eff\u2010-\u2019]+")
_CODE = re.compile(r"[A-Z]{2,4}")
# Sounds that transliterations write in several ways, applied one after the other to a folded name.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\b(?:al|el|ad|an|ar|as|ash|at|az)(?: |\b-)", ""),
        (r"tch|tsch|cz", "ch"),
        (r"sch|sz", "sh"),
        (r"ph", "f"),
        (r"kh|gh|q|ck|c(?![h])", "k"),
        (r"dj|zh|g(?=[ei])", "j"),
        (r"w", "v"),
        (r"th|dh", "t"),
        (r"d\b", "t"),
        (r"\b[aeiouy]+", "a"),
        (r"\B[aeiouy]+", ""),
        (r"(.)\1+", r"\1"),
        (r"\Bh\b| ", ""),
    )
)


@dataclass(frozen=True, slots=True)
class _Generic:
    same: dict[str, str]
    articles: frozenset[str]
    last: frozenset[str]
    first: tuple[str, ...]


@cache
def _generic() -> _Generic:
    table = tomllib.loads((DATA / "generic.toml").read_text(encoding="utf-8"))
    return _Generic(
        {form: usual for usual, forms in table["same"].items() for form in forms},
        frozenset(table["articles"]["words"]),
        frozenset(table["types"]["last"]),
        tuple(f"{words} " for words in table["types"]["first"]),
    )


def key(name: str) -> str:
    """The key of a name: "Saint-Étienne" -> "st etienne"; "" when there is nothing to look up."""
    same = _generic().same
    return " ".join(same.get(word, word) for word in fold(name).split())


def shorter(full: str) -> Iterator[str]:
    """Keys under which a key may be meant without its article or its word for what it is.

    "al hudaydah governorate" -> "al hudaydah", "hudaydah"
    """
    bare = without_type(full)
    if bare != full:
        yield bare
    first, _, rest = bare.partition(" ")
    if rest and first in _generic().articles:
        yield rest


def without_type(full: str) -> str:
    """A key without the word for what the place is."""
    generic = _generic()
    start, _, last = full.rpartition(" ")
    if start and last in generic.last:
        full = start
    for words in generic.first:
        if full.startswith(words) and len(full) > len(words):
            return full[len(words) :]
    return full


def sound(full: str) -> str:
    """What different transliterations of a key have in common: "hodeida" and "hudaydah" are both "hd"."""
    for pattern, by in _SOUNDS:
        full = pattern.sub(by, full)
    return full


def is_written_name(name: str) -> bool:
    """Whether a name is in Latin script, is written as a name and is no airport's code."""
    return (
        _LATIN.fullmatch(name) is not None
        and (name[0].isupper() or name[0] in "'’ʻ`")
        and _CODE.fullmatch(name) is None
    )
