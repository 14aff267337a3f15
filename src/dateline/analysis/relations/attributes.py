"""What is said of one actor: age, nationality, ethnicity."""

from collections.abc import Iterator

from dateline.analysis.clauses import subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.predication import NOUNS, holdings
from dateline.model.entity import Form, Label
from dateline.model.relation import RelationType

_BEFORE = ("amod", "compound", "nmod")


def age(c: Collector, token: int) -> None:
    """Offers an age: "X, 45,", "the 45-year-old X", "X is 45 years old", "aged 45"."""
    word = c.parse.words[token]
    if not (
        word.isdecimal() and len(word) <= 3 and c.lexicon.lowest_age <= int(word) <= c.lexicon.highest_age
    ):
        return
    person = _aged(c, token)
    if person is not None and c.label(person) is Label.PERSON and c.is_named(person):
        c.offer(Offer(RelationType.HAS_AGE, person, value=word, anchor=token, words=(token,)))


def _aged(c: Collector, token: int) -> int | None:
    parse, section = c.parse, c.lexicon.sections["age"]
    head = parse.heads[token]
    if _between_commas(c, token) and parse.right[token] == token + 1:
        if c.is_name(token - 2) and c.label(token - 2) is Label.PERSON:
            return token - 2  # in "his son A, 8, and daughter B, 3, …" however 3 is attached
        if parse.deps[token] in ("appos", "npadvmod", "nummod") and head < token:
            return head
        return None
    if parse.lower[head] in section["aged"] and parse.heads[head] < head:
        return parse.heads[head]
    if parse.lemmas[head] in section["units"]:
        old = parse.heads[head]
        if parse.lower[old] in section["old"]:
            return _who_is_old(c, old)
    return None


def _who_is_old(c: Collector, old: int) -> int | None:
    parse = c.parse
    target = parse.heads[old]
    if parse.deps[old] in _BEFORE:
        named = parse.with_dep(target, "appos")
        return next((t for t in named if c.is_name(t)), target) if target > old else None
    if parse.deps[old] == "acomp":
        return c.actor(subject(parse, target), target)
    return target if parse.deps[old] == "appos" else None


def _between_commas(c: Collector, token: int) -> bool:
    words = c.parse.words
    after = words[token + 1] if token + 1 < len(words) else "."
    return token > 1 and words[token - 1] == "," and after in (",", ".", ")", ";")


def nationality(c: Collector, token: int) -> None:
    """Offers a nationality: "the Syrian doctor Hala Nasser", "she is Syrian".

    Only of those with a name: that refugees are Syrian is said by the words for them.
    """
    parse = c.parse
    if parse.deps[token] in _BEFORE and parse.heads[token] > token:
        noun = parse.heads[token]
        if parse.lemmas[noun] in c.lexicon.state_offices:
            return  # the Russian ambassador serves Russia; where he was born is not said
        if any(
            parse.words[t] == "-" or parse.lower[t] in c.lexicon.nationals for t in (token - 1, token + 1)
        ):
            return  # "African-American"
        holders = list(_described(c, noun))
    elif parse.deps[token] == "acomp":
        verb = parse.heads[token]
        holder = c.actor(subject(parse, verb), verb)
        holders = [] if holder is None or parse.lemmas[verb] not in c.lexicon.roles["copulas"] else [holder]
    else:
        return
    for holder in holders:
        if c.label(holder) is Label.PERSON and c.is_named(holder):
            c.offer(
                Offer(
                    RelationType.OF_NATIONALITY,
                    holder,
                    value=parse.words[token],
                    anchor=token,
                    words=(token,),
                )
            )


def ethnicity(c: Collector, token: int) -> None:
    """Offers a people: "Moussa is a Tuareg", "the Tuareg leader Moussa"."""
    parse = c.parse
    if parse.deps[token] in _BEFORE and parse.heads[token] > token:
        holders = list(_described(c, parse.heads[token]))
    elif parse.pos[token] in NOUNS:
        holders = [h.holder for h in holdings(c, token)]
    else:
        return
    for holder in holders:
        if c.label(holder) in (Label.PERSON, Label.GROUP) and c.is_named(holder):
            c.offer(
                Offer(
                    RelationType.OF_ETHNICITY, holder, value=parse.words[token], anchor=token, words=(token,)
                )
            )


def _described(c: Collector, noun: int) -> Iterator[int]:
    """Whom a noun with an adjective describes: those it is said of, or those it speaks of itself."""
    found = [h.holder for h in holdings(c, noun)]
    mention = c.mention(noun)
    if found:
        yield from found
    elif mention is not None and (mention.form is Form.NOMINAL or mention.label is Label.PERSON):
        yield noun
