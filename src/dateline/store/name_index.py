"""Finding names by their words and by words spelled alike, without looking at every name of a store.

Every name is kept under its words, under all of it in one word ("panj shir", "panjshir") and under its
initials; every word under its runs of three letters (Zamora and others, "trigrams", 2001), by which
words spelled alike are found.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import ceil

from rapidfuzz import fuzz
from sqlalchemy import Connection, delete, func, select

from dateline.accounts.likeness import CLOSE, Wanted
from dateline.language.folding import initials
from dateline.store import schema as t
from dateline.store.inserting import add_rows

# Of the trigrams of a word, another must have so many to be looked at more closely, and so many are.
_SHARED, _NEAREST = 0.4, 60
# The shortest names with the words that are wanted: a name fits the worse the longer it is.
_SHORTEST = 400
# Sets initials apart from words.
_INITIALS = "·"


def index_names(connection: Connection, keys: Iterable[str]) -> None:
    """Adds names, by their folded keys; those that are there already stay."""
    w, g = t.name_words.c, t.name_grams.c
    given = set(keys)
    new = given - set(connection.scalars(select(w.key).where(w.key.in_(given))))
    words = {key: set(_words(key)) for key in new}
    add_rows(connection, t.name_words, ({"word": w, "key": k} for k in sorted(new) for w in sorted(words[k])))
    every = {word for some in words.values() for word in some if not word.startswith(_INITIALS)}
    every -= set(connection.scalars(select(g.word).where(g.word.in_(every))))
    rows = ({"gram": gram, "word": word} for word in sorted(every) for gram in sorted(_grams(word)))
    add_rows(connection, t.name_grams, rows)


def unindex_names(connection: Connection, keys: Iterable[str]) -> None:
    """Takes out those of some names that nobody bears any more."""
    w, n = t.name_words.c, t.names.c
    given = set(keys)
    gone = given - set(connection.scalars(select(n.key).where(n.named & n.key.in_(given))))
    words = set(connection.scalars(select(w.word).where(w.key.in_(gone))))
    connection.execute(delete(t.name_words).where(w.key.in_(gone)))
    unused = words - set(connection.scalars(select(w.word).where(w.word.in_(words))))
    connection.execute(delete(t.name_grams).where(t.name_grams.c.word.in_(unused)))


def likely_names(connection: Connection, wanted: Wanted) -> set[str]:
    """The names that may fit what is wanted: all that have its words, most of them or their like."""
    found: set[str] = set()
    for key in wanted.keys:
        words = key.split()
        alike = {word: _alike(connection, word) for word in {*words, "".join(words)}}
        found.update(_holding(connection, [alike[word] for word in words]))
        found.update(_holding(connection, [alike["".join(words)]]))
        for pair in combinations(dict.fromkeys(words), 2):
            found.update(_holding(connection, [{word} for word in pair]))
    if wanted.acronym is not None:
        found.update(_holding(connection, [{_INITIALS + wanted.acronym}]))
    return found


def _words(key: str) -> Iterator[str]:
    words = key.split()
    yield from words
    if len(words) > 1:
        yield "".join(words)
        yield _INITIALS + initials(key)


def _grams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def _alike(connection: Connection, word: str) -> set[str]:
    """The words of names that are spelled like a word, itself included whether a name has it or not."""
    grams, g = _grams(word), t.name_grams.c
    shared = func.count()
    query = (
        select(g.word)
        .where(g.gram.in_(grams))
        .group_by(g.word)
        .having(shared >= ceil(_SHARED * len(grams)))
        .order_by(shared.desc(), g.word)
        .limit(_NEAREST)
    )
    near = connection.scalars(query)
    return {word, *(other for other in near if fuzz.ratio(word, other) >= CLOSE)}


def _holding(connection: Connection, groups: Sequence[set[str]]) -> set[str]:
    """The shortest names that have a word of every group; the rarest group is looked at first."""
    ordered = sorted(groups, key=lambda group: _number(connection, group))
    first = t.name_words.alias()
    query = select(first.c.key).where(first.c.word.in_(ordered[0]))
    for group in ordered[1:]:
        other = t.name_words.alias()
        query = query.join(other, (other.c.key == first.c.key) & other.c.word.in_(group))
    shortest = query.distinct().order_by(func.length(first.c.key), first.c.key).limit(_SHORTEST)
    return set(connection.scalars(shortest))


def _number(connection: Connection, group: set[str]) -> int:
    some = select(t.name_words.c.key).where(t.name_words.c.word.in_(group)).limit(10 * _SHORTEST)
    return connection.scalar(select(func.count()).select_from(some.subquery())) or 0
