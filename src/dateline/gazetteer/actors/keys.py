"""Under which key a name of an actor is kept and looked up."""

from functools import lru_cache

from dateline.language.folding import folder
from dateline.model.entity import Label

_REMEMBERED = 8192


@lru_cache(_REMEMBERED)
def actor_key(name: str) -> str:
    """The folded name without article; letters that full stops part are one word: "the U.N." -> "un"."""
    words = folder().name(name, Label.ORGANIZATION).split()
    letters = len(words) > 1 and "-" not in name and all(len(w) == 1 for w in words)
    return "".join(words) if letters else " ".join(words)


@lru_cache(_REMEMBERED)
def person_key(name: str) -> str:
    """The folded name of a person without titles: "Mullah Mohammad Omar" -> "mohammad omar"."""
    return folder().name(name, Label.PERSON)
