"""Names of countries, capitals and seats of power that stand for a government.

A country that acts or speaks is an organisation; one that something happens in, to or near is a place.
"""

from dateline.analysis.mentions.names import Name
from dateline.analysis.mentions.vocabulary import Nation, Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Label


def government(parse: Parse, words: Vocabulary, name: Name) -> Nation | None:
    """The nation a name stands for when it stands for its government, None when it is a place."""
    text = " ".join(parse.lower[name.start : name.end])
    head = parse.head_of(name.start, name.end)
    seat = words.seats.get(text)
    if seat is not None and text not in words.capitals:
        return None if _located(parse, words, head) else seat
    nation = words.nations.get(text)
    if nation is not None and nation.acts:
        return nation if _acts(parse, words, head, words.acting.verbs, own_name=True) else None
    capital = words.capitals.get(text)
    if capital is not None:
        return capital if _acts(parse, words, head, words.acting.strong, own_name=False) else None
    return None


def acts(parse: Parse, words: Vocabulary, head: int) -> bool:
    """Whether a description of a state ("the country") does what only a government can do."""
    return _acts(parse, words, head, words.acting.verbs, own_name=True)


def _located(parse: Parse, words: Vocabulary, head: int) -> bool:
    if parse.deps[head] != "pobj":
        return False
    return (
        parse.lower[parse.heads[head]] in words.locative
        or parse.lower[parse.heads[head]] in words.locative_weak
    )


def _acts(parse: Parse, words: Vocabulary, head: int, verbs: frozenset[str], *, own_name: bool) -> bool:
    """Whether the grammar makes this name somebody with a will. `verbs` are those that prove it."""
    first = head
    while parse.deps[first] == "conj":
        first = parse.heads[first]
    dep, governor = parse.deps[first], parse.heads[first]
    acting = words.acting
    if any(_relative(parse, words, c) for c in parse.children[head]):
        return True
    if dep == "nsubj":
        if own_name and parse.lemmas[governor] not in acting.placid:
            return True
        if parse.lemmas[governor] == "be":
            attribute = parse.child(governor, "attr", "acomp")
            return (
                own_name
                and attribute is not None
                and (
                    parse.lemmas[attribute] in acting.verbs
                    or parse.lemmas[attribute] in acting.toward
                    or parse.lemmas[attribute] in acting.nouns
                    or parse.lower[attribute] in acting.minded
                    or words.noun_label(parse.lemmas[attribute]) in (Label.PERSON, Label.ORGANIZATION)
                )
            )
        return parse.lemmas[governor] in verbs or (
            parse.lemmas[governor] in acting.verbs
            and any(parse.tags[c] == "MD" for c in parse.children[governor])
        )
    if dep == "nsubjpass":
        return parse.lemmas[governor] in acting.minded
    if dep in ("dobj", "dative"):
        return parse.lemmas[governor] in acting.toward
    if dep == "poss":
        return parse.lemmas[governor] in acting.nouns
    if dep == "pobj":
        return _beside(parse, words, governor, own_name=own_name)
    if dep in ("compound", "nmod", "amod") and own_name:
        return governor != first and parse.lemmas[governor] not in words.places.nouns
    return False


def _relative(parse: Parse, words: Vocabulary, verb: int) -> bool:
    """ "Moscow, which sent envoys": the relative clause says that it acts."""
    if parse.deps[verb] != "relcl" or parse.lemmas[verb] not in words.acting.strong:
        return False
    subject = parse.child(verb, "nsubj")
    return (subject is not None and "PronType=Rel" in parse.morphs[subject]) or (
        subject is not None and parse.tags[subject] in ("WDT", "WP")
    )


def _beside(parse: Parse, words: Vocabulary, preposition: int, *, own_name: bool) -> bool:
    """After "by" in a passive, or after a preposition with a noun or verb of dealing with somebody."""
    if parse.deps[preposition] == "agent":
        return True
    governor, word = parse.heads[preposition], parse.lower[preposition]
    lemma = parse.lemmas[governor]
    if parse.pos[governor] == "ADV":
        return False
    if word in words.dealing_with:
        return lemma in words.acting.toward or (own_name and lemma in words.acting.verbs)
    return word in words.dealing and lemma in words.acting.toward
