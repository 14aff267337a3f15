"""A complement of a cue: which words of a sentence are what is said, and in which frame of the lexicon."""

from dataclasses import dataclass

from dateline.analysis.syntax import Parse

CLAUSE, TO, GERUND = "clause", "to", "gerund"
OWN_SUBJECT = ("nsubj", "nsubjpass", "expl", "csubj")
WH = frozenset({"WDT", "WP", "WRB", "WP$"})


@dataclass(frozen=True, slots=True)
class Complement:
    """A complement of a cue: its frame, head token, content, and the words it adds to the cue."""

    frame: str
    head: int
    content: set[int]
    cue: tuple[int, ...] = ()


def shape(parse: Parse, clause: int) -> str:
    """What a clause looks like: an infinitive, a gerund without a subject of its own, or a whole clause."""
    aux = parse.with_dep(clause, "aux")
    if any(parse.tags[a] == "TO" for a in aux):
        return TO
    if parse.tags[clause] == "VBG" and not aux and not has_subject(parse, clause):
        return GERUND
    return CLAUSE


def has_subject(parse: Parse, clause: int) -> bool:
    """Whether a clause has a subject of its own."""
    return any(parse.deps[c] in OWN_SUBJECT for c in parse.children[clause])
