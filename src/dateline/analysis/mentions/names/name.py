"""A name in the text, and how names are written."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dateline.analysis.syntax import Parse

# The model's labels of what we look for.
OURS = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"))
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}(?:[-–]?[A-Z0-9]{1,3})?s?$|[A-Z]{1,4}-?\d{1,3}$")


@dataclass(slots=True)
class Name:
    """A name in tokens `[start, end)`; `title` is where the title before it begins (or `start`).

    `model` is the model's label, None for a name that the model did not see. `own_article`: a
    capitalised article stands before it inside a sentence. `alias_cue`: where "also known as" begins
    that stands before it, or -1.
    """

    start: int
    end: int
    model: str | None
    title: int = -1
    own_article: bool = False
    alias_cue: int = -1

    def __post_init__(self) -> None:
        if self.title < 0:
            self.title = self.start


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: NATO, U.N., M23, HTS."""
    return len(word) > 1 and _ACRONYM.match(word) is not None


def capitalised(word: str, articles: Collection[str]) -> bool:
    """Whether a word is written as a name is: "Burhan", "al-Burhan"."""
    if word[:1].isupper():
        return True
    article, hyphen, name = word.partition("-")
    return bool(hyphen) and name[:1].isupper() and article.lower() in articles


def without_article(word: str, articles: Collection[str]) -> str:
    """A word in lower case without the article that a hyphen joins to it: "burhan" of "al-burhan"."""
    article, _, name = word.partition("-")
    return name if name and article in articles else word


def shouting(parse: Parse) -> bool:
    """Whether the report is printed in capitals, so that a capital proves nothing."""
    letters = [w for w in parse.words[:400] if len(w) > 3 and w.isalpha()]
    return len(letters) > 8 and sum(w.isupper() for w in letters) > 0.7 * len(letters)


def covered(names: Iterable[Name]) -> set[int]:
    """All tokens that stand in a name or its title."""
    return {t for n in names for t in range(n.title, n.end)}
