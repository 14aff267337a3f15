"""What is said of one actor: kin, age, nationality, ethnicity."""

from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.roles import belongs_to, holdings
from dateline.model.entity import Form, Label
from dateline.model.relation import RelationType


def kin(c: Collector, token: int) -> None:
    """Offers "Y is the son of X", "X's brother Y"."""
    parse = c.parse
    if parse.lemmas[token] not in c.lexicon.kin or parse.pos[token] not in ("NOUN", "PROPN"):
        return
    for holding in holdings(c, token):
        if holding.holder == token or c.label(holding.holder) is not Label.PERSON:
            continue
        relatives = belongs_to(c, token, holding.holder, token, c.lexicon.sections["kin"]["of"])
        for other in relatives:
            if c.label(other) is Label.PERSON:
                c.offer(
                    Offer(
                        RelationType.KIN_OF,
                        holding.holder,
                        other,
                        value=parse.lemmas[token],
                        anchor=holding.anchor,
                        words=(token,),
                    )
                )


def age(c: Collector, token: int) -> None:
    """Offers an age: "X, 45,", "the 45-year-old X", "X is 45 years old", "aged 45"."""
    parse, section = c.parse, c.lexicon.sections["age"]
    word = parse.words[token]
    if not (word.isdigit() and section["lowest"] <= int(word) <= section["highest"] and len(word) <= 3):
        return
    person = _aged(c, token)
    if person is not None and c.label(person) is Label.PERSON:
        c.offer(Offer(RelationType.HAS_AGE, person, value=word, words=(token,)))


def _aged(c: Collector, token: int) -> int | None:
    parse, section = c.parse, c.lexicon.sections["age"]
    head = parse.heads[token]
    if parse.deps[token] == "appos" and _between_commas(c, token) and parse.right[token] == token + 1:
        return head
    if parse.lower[head] in section["aged"] and parse.heads[head] < head:
        return parse.heads[head]
    if parse.lemmas[head] in section["units"]:
        old = parse.heads[head]
        if parse.lower[old] in section["old"]:
            target = parse.heads[old]
            if target > old and parse.deps[old] in ("amod", "nmod", "compound"):
                return target
            if parse.deps[old] == "acomp":
                return c.holder(parse.child(target, "nsubj"), target)
    return None


def _between_commas(c: Collector, token: int) -> bool:
    words = c.parse.words
    after = words[token + 1] if token + 1 < len(words) else "."
    return words[token - 1] == "," and after in (",", ".", ")", ";")


def nationality(c: Collector, token: int) -> None:
    """Offers a person's nationality: "the Syrian doctor Hala Nasser", "he is Syrian"."""
    parse = c.parse
    position = c.draft.mention_of(token)
    if position is None or c.draft.mentions[position].form is not Form.ADJECTIVE:
        return
    if parse.deps[token] in ("amod", "compound", "nmod"):
        noun = parse.heads[token]
        if parse.lemmas[noun] in c.lexicon.offices:
            return  # the Russian ambassador serves Russia; where he was born is not said
        holders = [h.holder for h in holdings(c, noun)] or ([noun] if c.is_name(noun) else [])
    elif parse.deps[token] == "acomp":
        holders = [parse.child(parse.heads[token], "nsubj") or token]
    else:
        return
    for holder in holders:
        if c.label(holder) is Label.PERSON and holder != token:
            c.offer(Offer(RelationType.OF_NATIONALITY, holder, value=parse.words[token], words=(token,)))


def ethnicity(c: Collector, token: int) -> None:
    """Offers a people: "ethnic Oromos", "an ethnic Uzbek, Dostum"."""
    parse = c.parse
    if parse.lower[token] not in c.lexicon.sections["ethnicity"]["marker"]:
        return
    people = parse.heads[token]
    if people <= token or c.draft.mention_of(people) is None:
        return
    holders = [h.holder for h in holdings(c, people)] or [people]
    for holder in holders:
        c.offer(Offer(RelationType.OF_ETHNICITY, holder, value=parse.words[people], words=(token, people)))
