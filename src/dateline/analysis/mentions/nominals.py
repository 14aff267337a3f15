"""Common nouns that refer to persons, groups, organisations and places."""

from dataclasses import dataclass

from dateline.analysis.mentions.metonyms import acts
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Label

_REFERRING = frozenset(
    (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "poss",
        "appos",
        "conj",
        "dative",
        "attr",
        "ROOT",
        "dep",
        "oprd",
        "npadvmod",
        "nmod",
    )
)
_MODIFIERS = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod"))
# As what a noun for a person refers without an article: of titles, offices and headlines.
_BARE = frozenset(("appos", "nsubj", "attr", "pobj", "ROOT"))
_LONGEST_OF = 7  # tokens of an of-phrase that still belongs to the mention


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase in tokens `[start, end)` with its head."""

    start: int
    end: int
    head: int
    label: Label


def find_nominals(parse: Parse, words: Vocabulary, taken: set[int], times: frozenset[int]) -> list[Nominal]:
    """All noun phrases whose head is a noun of the tables and stands outside `taken` tokens.

    The tokens of `times` say when something was, never where somebody is: "lawmakers on Saturday".
    """
    found = []
    labels = words.labels
    pos = parse.pos
    for token, lemma in enumerate(parse.lemmas):
        if (pos[token] != "NOUN" and pos[token] != "PROPN" and pos[token] != "ADJ") or token in taken:
            continue
        label = labels.get(lemma) or labels.get(parse.lower[token])
        if parse.lower[token] in words.people.plural:
            label = Label.GROUP  # "authorities", which are more than an authority
        if lemma in words.people.age_heads:
            label = Label.PERSON if is_age(parse, words, token) else None
        if label is None and pos[token] == "NOUN":
            label = words.noun_label(lemma)
        if lemma in words.people.sides and _are_sides(parse, words, token):
            label = Label.GROUP
        if label is not None:
            nominal = _nominal(parse, words, token, label, times)
            if nominal is not None:
                found.append(nominal)
    return found


def _nominal(
    parse: Parse, words: Vocabulary, token: int, label: Label, times: frozenset[int]
) -> Nominal | None:
    if parse.deps[token] not in _REFERRING:
        return None
    if parse.pos[token] == "ADJ" and parse.child(token, "det") is None:
        return None
    if parse.lemmas[token] in words.people.age_heads:
        return Nominal(parse.left[token], token + 1, token, label)
    if parse.lower[token] in words.titles.portfolios and _of_an_office(parse, words, token):
        return None
    if parse.lower[token] in words.directions and _named_direction(parse, token):
        return None
    if parse.lemmas[token] in words.people.fronts and _is_in_front(parse, words, token):
        return None
    label = _labelled(parse, words, token, label)
    start = _left_edge(parse, token)
    bare = start == token
    if not _refers(parse, words, token, label, bare):
        return None
    return Nominal(start, _right_edge(parse, words, token, label, times), token, label)


def _are_sides(parse: Parse, words: Vocabulary, token: int) -> bool:
    """ "both sides", "the warring factions": parties to what is told, whoever they are."""
    return is_plural(parse, token) and any(
        parse.lower[c] in words.people.sides_with for c in parse.children[token]
    )


def _of_an_office(parse: Parse, words: Vocabulary, token: int) -> bool:
    """ "chief of staff": what the office is for refers to nobody."""
    preposition = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.lower[preposition] not in words.linking_of:
        return False
    return (
        parse.lemmas[parse.heads[preposition]] in words.titles.offices and parse.child(token, "det") is None
    )


def _named_direction(parse: Parse, token: int) -> bool:
    """ "the Selva Valley north of Tema": the parser hangs the name on the direction; the name refers."""
    return any(
        c < token and parse.deps[c] in ("compound", "nmod") and parse.pos[c] == "PROPN"
        for c in parse.children[token]
    )


def _is_in_front(parse: Parse, words: Vocabulary, token: int) -> bool:
    """ "at the head of a coalition": a part of it, which is nobody."""
    preposition = parse.heads[token]
    return (
        parse.deps[token] == "pobj"
        and parse.lower[preposition] in words.locative
        and preposition == token - 2
        and any(parse.lower[c] in words.linking_of for c in parse.with_dep(token, "prep"))
    )


def _labelled(parse: Parse, words: Vocabulary, token: int, label: Label) -> Label:
    """A plural of persons is a group; a state is a place until it acts."""
    if label is Label.PERSON and is_plural(parse, token):
        return Label.GROUP
    if parse.lemmas[token] in words.states:
        return Label.ORGANIZATION if acts(parse, words, token) else Label.PLACE
    return label


def is_age(parse: Parse, words: Vocabulary, token: int) -> bool:
    """Whether a word heads an age: "the 71-year-old"."""
    unit = parse.child(token, "npadvmod")
    return unit is not None and parse.lemmas[unit] in words.people.age_units and unit < token


def is_plural(parse: Parse, token: int) -> bool:
    return "Number=Plur" in parse.morphs[token] or parse.tags[token] in ("NNS", "NNPS")


def _refers(parse: Parse, words: Vocabulary, token: int, label: Label, bare: bool) -> bool:
    """Whether a noun phrase picks out somebody or some place, rather than naming a kind of thing."""
    lemma = parse.lemmas[token]
    if lemma in words.people.amounts and _amount(parse, token):
        return False
    if label is Label.PLACE:
        if bare:
            return is_plural(parse, token) and lemma not in words.places.broad
        return lemma not in words.places.broad or _pointed(parse, words, token)
    if label is Label.ORGANIZATION:
        if not bare and _introduced(parse, words, token):
            return True
        if bare:
            return is_plural(parse, token) and lemma not in words.organisations.broad
        if lemma in words.organisations_of_people and is_plural(parse, token):
            return True
        return lemma not in words.organisations.broad or _pointed(parse, words, token)
    if label is Label.PERSON and bare:
        return parse.deps[token] in _BARE or _beside_another(parse, words, token)
    return True


def _beside_another(parse: Parse, words: Vocabulary, token: int) -> bool:
    """ "his mother and *sister*" are two people; "his friend and mentor" may be one."""
    first = parse.heads[token]
    kin = words.people.kin
    return (
        parse.deps[token] == "conj"
        and {parse.lemmas[first], parse.lemmas[token]} <= kin
        and (parse.child(first, "det") is not None or parse.child(first, "poss") is not None)
    )


def _introduced(parse: Parse, words: Vocabulary, token: int) -> bool:
    """ "An armed group said": what is told of for the first time, and has a will."""
    described = any(parse.deps[c] in ("amod", "compound") for c in parse.children[token])
    subject = parse.deps[token] == "nsubj" and not is_plural(parse, token)
    return described and subject and parse.lemmas[parse.heads[token]] in words.acting.strong


def _pointed(parse: Parse, words: Vocabulary, token: int) -> bool:
    """Whether a determiner that points, a possessor or a name singles a thing out."""
    for child in parse.children[token]:
        dep = parse.deps[child]
        if dep == "poss" or (dep == "det" and "Definite=Ind" not in parse.morphs[child]):
            return True
        if dep in ("compound", "amod", "nmod") and parse.words[child][0].isupper():
            return True
    return False


def _amount(parse: Parse, token: int) -> bool:
    """ "a number of villagers": the head only counts."""
    preposition = parse.child(token, "prep")
    if preposition is None or parse.lower[preposition] != "of":
        return False
    noun = parse.child(preposition, "pobj")
    return noun is not None and is_plural(parse, noun)


def _left_edge(parse: Parse, token: int) -> int:
    """The first token of the premodifiers, leaving out a bare number ("three soldiers")."""
    start = token
    for child in reversed(parse.children[token]):
        if child > token:
            continue
        if parse.deps[child] not in _MODIFIERS or (
            parse.right[child] != start and not _gap(parse, parse.right[child], start)
        ):
            if parse.deps[child] in ("punct", "case") and child == start - 1 and parse.words[child] == "-":
                start = child
                continue
            break
        bare = parse.deps[child] in ("nummod", "quantmod") and _first_modifier(parse, token, child)
        if bare and (is_plural(parse, token) or parse.words[child].isdigit()):
            break
        if parse.deps[child] == "advmod" and child == parse.left[token]:
            break
        if parse.tags[child] == "WP$":
            break
        start = parse.left[child]
    while start < token and parse.pos[start] in ("PUNCT", "CCONJ"):
        start += 1
    while start > 1 and parse.words[start - 1] == "-" and parse.ends[start - 1] == parse.starts[start]:
        start -= 2
    return start


def _gap(parse: Parse, end: int, start: int) -> bool:
    """Whether only hyphens, commas and the like stand between two modifiers."""
    return all(parse.pos[t] in ("PUNCT", "PART") for t in range(end, start))


def _first_modifier(parse: Parse, token: int, child: int) -> bool:
    return not any(c < child and parse.deps[c] in ("det", "poss") for c in parse.children[token])


def _right_edge(parse: Parse, words: Vocabulary, token: int, label: Label, times: frozenset[int]) -> int:
    """Past the head, or past a short of-phrase that belongs to it ("residents of Aden")."""
    end = token + 1
    for child in parse.children[token]:
        if child != end or parse.deps[child] != "prep":
            continue
        placed = _at_place(parse, words, child, label) and times.isdisjoint(parse.children[child])
        if parse.lower[child] not in words.linking_of and not placed:
            return end
        right = _of_phrase_end(parse, words, child)
        if right - child <= _LONGEST_OF and _simple(parse, child, right):
            return right
        return end
    return end


def _at_place(parse: Parse, words: Vocabulary, preposition: int, label: Label) -> bool:
    """ "elders in Jebel Marra": where people are, when a name says it, is part of who they are."""
    if label not in (Label.PERSON, Label.GROUP) or parse.lower[preposition] not in words.locative:
        return False
    place = parse.child(preposition, "pobj")
    return place is not None and parse.pos[place] == "PROPN"


def _of_phrase_end(parse: Parse, words: Vocabulary, preposition: int) -> int:
    """Past the noun of an of-phrase, without the clauses and appositions that follow it."""
    noun = parse.child(preposition, "pobj")
    if noun is None:
        return preposition
    end = noun + 1
    for child in parse.children[noun]:
        if child < end:
            continue
        if child != end or parse.deps[child] not in ("prep", "cc", "conj"):
            break
        if parse.deps[child] == "prep" and parse.lower[child] not in words.linking_of:
            break
        end = parse.right[child]
    while end > noun + 1 and parse.pos[end - 1] in ("CCONJ", "PUNCT", "DET"):
        end -= 1
    return end


def _simple(parse: Parse, start: int, end: int) -> bool:
    return not any(parse.pos[t] in ("VERB", "AUX", "PUNCT", "PRON") for t in range(start, end))
