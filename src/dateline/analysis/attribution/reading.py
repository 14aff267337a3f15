"""An attribution while it is being read: everything in tokens, offsets come last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue
from dateline.model.attribution import Act


@dataclass(frozen=True, slots=True)
class Source:
    """A noun phrase that speaks: its head token, all its tokens, and the token that says who it is.

    `refers` differs from `head` for a relative pronoun, which stands for its antecedent.
    """

    head: int
    tokens: frozenset[int]
    refers: int


@dataclass(slots=True)
class Reading:
    """One attribution as read so far. `clause` holds the tokens that belong to the act of saying itself."""

    anchor: int
    entry: Cue | None
    act: Act
    cue: set[int]
    content: set[int]
    source: Source | None = None
    frame: str = ""
    hedge: int | None = None
    quotes: list[int] = field(default_factory=list)


def descendants(parse: Parse, token: int) -> set[int]:
    """A token and all that hangs on it."""
    found = {token}
    todo = [token]
    while todo:
        for child in parse.children[todo.pop()]:
            found.add(child)
            todo.append(child)
    return found


def verb_group(parse: Parse, verb: int) -> set[int]:
    """A verb with its auxiliaries and negation, as far as they stand right before it."""
    group = {verb}
    own = {c for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass", "neg", "advmod")}
    at = verb - 1
    while at in own:
        group.add(at)
        at -= 1
    while parse.deps[min(group)] == "advmod" and len(group) > 1:
        group.discard(min(group))
    return group


def ranges(tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Maximal half-open runs of a set of tokens, in order."""
    start = last = None
    for token in sorted(tokens):
        if start is None or last is None:
            start = token
        elif token != last + 1:
            yield start, last + 1
            start = token
        last = token
    if start is not None and last is not None:
        yield start, last + 1
