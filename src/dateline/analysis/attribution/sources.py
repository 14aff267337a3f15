"""Whose words they are: the noun phrase that a cue has for its source."""

from dateline.analysis.attribution.reading import Source, descendants
from dateline.analysis.syntax import Parse

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acomp", "attr"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def subject(parse: Parse, verb: int, object_controls: bool = False) -> int | None:
    """The token that heads a verb's logical subject, looked for up the tree when the verb has none.

    A participle or infinitive shares the subject of the clause it hangs on ("he left, saying …"), or that
    clause's object; one that modifies a noun has the noun for its subject ("a letter saying …").
    """
    at = verb
    for _ in range(6):
        own = parse.child(at, "nsubj", "nsubjpass")
        if own is not None:
            return own
        head, dep = parse.heads[at], parse.deps[at]
        if head == at:
            return None
        if dep in ("acl", "relcl"):
            return head if parse.pos[head] in _NOMINAL else None
        if dep == "ccomp" and parse.morphs[at].find("VerbForm=Fin") < 0:
            dep = "xcomp"
        if dep not in _SHARING:
            return None
        if dep in ("xcomp", "ccomp") and at == verb or dep == "xcomp":
            thing = parse.child(head, "dobj")
            if thing is not None and thing < at and parse.pos[head] == "VERB":
                return thing
        if dep == "prep" and parse.pos[head] in ("NOUN", "PROPN"):
            poss = parse.child(head, "poss")
            if poss is not None:
                return poss
        if dep == "pcomp" and parse.pos[head] == "ADP":
            at = head
            if parse.pos[parse.heads[at]] in ("NOUN", "PROPN"):
                poss = parse.child(parse.heads[at], "poss")
                return poss
            at = parse.heads[at]
            own = parse.child(at, "nsubj", "nsubjpass")
            if own is not None:
                return own
            continue
        at = head
    return None


def phrase(parse: Parse, head: int, without: set[int]) -> Source | None:
    """The full noun phrase of a head, less what belongs to the cue and its content.

    A relative pronoun is given with its antecedent.
    """
    if parse.tags[head] in _RELATIVE:
        return _relative(parse, head)
    tokens = descendants(parse, head)
    tokens = _before_clause(parse, head, tokens, without)
    return Source(head, frozenset(tokens), head) if tokens else None


def _relative(parse: Parse, pronoun: int) -> Source | None:
    clause = next((a for a in parse.ancestors(pronoun) if parse.deps[a] == "relcl"), None)
    if clause is None:
        return None
    antecedent = parse.heads[clause]
    tokens = {t for t in descendants(parse, antecedent) if t < pronoun}
    tokens -= descendants(parse, clause)
    while tokens and parse.pos[max(tokens)] in ("PUNCT", "ADP"):
        tokens.discard(max(tokens))
    return Source(pronoun, frozenset(tokens | {pronoun}), antecedent)


def _before_clause(parse: Parse, head: int, tokens: set[int], without: set[int]) -> set[int]:
    """Cuts off, with everything behind it, a clause of the phrase that holds the cue itself."""
    if not tokens & without:
        return tokens
    for child in parse.children[head]:
        below = descendants(parse, child)
        if below & without:
            tokens = tokens - below
            tokens = {t for t in tokens if t <= max(head, child)}
    return {t for t in tokens if t not in without}
