"""Pronouns that stand for somebody."""

from dateline.analysis.mentions.vocabulary import Pronoun, Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Label

_CLAUSES = frozenset(("ccomp", "xcomp", "csubj", "advcl"))


def find_pronouns(parse: Parse, words: Vocabulary, taken: set[int]) -> list[tuple[int, Label]]:
    """Tokens of personal pronouns and possessives with the label of what they stand for."""
    found = []
    table = words.pronouns
    for token, word in enumerate(parse.lower):
        pronoun = table.get(word)
        if pronoun is None or token in taken or parse.pos[token] not in ("PRON", "DET"):
            continue
        label = _label(parse, words, token, pronoun)
        if label is not None:
            found.append((token, label))
    return found


def _label(parse: Parse, words: Vocabulary, token: int, pronoun: Pronoun) -> Label | None:
    if pronoun.gender == "n":
        return None if _empty(parse, words, token) else Label.ORGANIZATION
    if pronoun.number == "p":
        return Label.GROUP
    if pronoun.person == 2:
        return Label.PERSON
    return Label.PERSON


def _empty(parse: Parse, words: Vocabulary, token: int) -> bool:
    """Whether an "it" stands for nobody: expletive, or of a verb that nobody with a will is subject of."""
    dep = parse.deps[token]
    if dep == "poss":
        return False
    if dep == "nsubj":
        return not _willing(parse, words, parse.heads[token]) and not _is_body(parse, words, token)
    return not (dep == "nsubjpass" and parse.lemmas[parse.heads[token]] in words.acting.undergone)


def _is_body(parse: Parse, words: Vocabulary, token: int) -> bool:
    """ "It is the largest militia in the north": what it is said to be is a body."""
    verb = parse.heads[token]
    told = parse.child(verb, "attr") if parse.lemmas[verb] == "be" and token < verb else None
    return told is not None and words.noun_label(parse.lemmas[told]) is Label.ORGANIZATION


def _willing(parse: Parse, words: Vocabulary, verb: int) -> bool:
    lemma = parse.lemmas[verb]
    if (
        lemma == "be"
        and parse.deps[verb] == "ccomp"
        and parse.lemmas[parse.heads[verb]] in words.acting.strong
    ):
        return _is_somehow(parse, words, verb)
    if lemma in words.empty_subject_verbs or (
        lemma not in words.acting.verbs and not _said(parse, words, verb)
    ):
        return False
    return not any(
        parse.deps[c] in ("acomp", "oprd") or (parse.deps[c] in ("nsubj", "csubj", "expl") and c > verb)
        for c in parse.children[verb]
    )


def _is_somehow(parse: Parse, words: Vocabulary, verb: int) -> bool:
    """ "The union said it was ready": told of the speaker, but not "it was clear that", "it was hard to"."""
    told = parse.child(verb, "acomp")
    if told is None:
        return False
    clauses = [c for t in (verb, told) for c in parse.children[t] if c > verb and parse.deps[c] in _CLAUSES]
    return not clauses or parse.lower[told] in words.acting.minded


def _said(parse: Parse, words: Vocabulary, verb: int) -> bool:
    """Whether a verb is what a verb of will reports: "the ministry said it regretted ..."."""
    return (
        parse.deps[verb] == "ccomp"
        and parse.lemmas[verb] != "be"
        and parse.lemmas[parse.heads[verb]] in words.acting.strong
    )
