"""If-clauses."""

from dateline.analysis.factuality.lexicon import Clauses
from dateline.analysis.syntax import Parse


def is_conditional(parse: Parse, words: Clauses, clause: int) -> bool:
    """Whether the clause headed by a token is an if-clause, or begins with an inverted auxiliary as one."""
    if parse.deps[clause] != "advcl":
        return False
    for child in parse.children[clause]:
        word, dep = parse.lower[child], parse.deps[child]
        if dep in ("mark", "advmod", "cc", "preconj") and word in words.conditions:
            return True
        if dep == "aux" and word in words.inversion and child == parse.left[clause]:
            subject = parse.child(clause, "nsubj", "nsubjpass")
            return subject is not None and child < subject
    return parse.lower[clause] in words.conditions and parse.child(clause, "nsubj", "nsubjpass") is None
