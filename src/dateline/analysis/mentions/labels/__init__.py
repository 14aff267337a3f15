"""What a name names: evidence from the words inside, the words around and the whole report."""

from collections import defaultdict

from dateline.analysis.mentions.labels.evidence import evidence
from dateline.analysis.mentions.labels.votes import GROUP, ORGANIZATION, PERSON, PLACE, Votes
from dateline.analysis.mentions.names import Name, without_article
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Label

_SHARE = 0.6  # of the evidence elsewhere in the report that counts here


def label_names(
    parse: Parse, words: Vocabulary, names: list[Name], filed_from: frozenset[str] = frozenset()
) -> list[Label]:
    """The label of every name; names of the same words vote together.

    `filed_from` are the places of the dateline, in lower case.
    """
    own = evidence(parse, words, names, filed_from)
    keys = [" ".join(parse.lower[n.start : n.end]) for n in names]
    total: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    count: dict[str, int] = defaultdict(int)
    for key, votes in zip(keys, own, strict=True):
        count[key] += 1
        for label, value in votes.items():
            total[key][label] += value
    persons = _person_parts(parse, names, keys, total, words)
    bodies = _body_parts(parse, names, keys, total, words)
    for key, votes in zip(keys, own, strict=True):
        if key in bodies and total[key][PLACE] < 1:
            votes[ORGANIZATION] += 1.6
    return [
        _decide(key, votes, total[key], count[key], persons, n)
        for key, votes, n in zip(keys, own, names, strict=True)
    ]


def _person_parts(
    parse: Parse, names: list[Name], keys: list[str], total: dict[str, Votes], words: Vocabulary
) -> set[str]:
    """Last and first words of the names of two words or more that are most likely persons'."""
    found: set[str] = set()
    for name, key in zip(names, keys, strict=True):
        if name.end - name.start > 1 and _best(total[key]) is PERSON:
            found.add(parse.lower[name.end - 1])
            found.add(without_article(parse.lower[name.end - 1], words.given.articles))
            found.add(parse.lower[name.start])
            found.add(" ".join(parse.lower[name.end - 2 : name.end]))
    return found - words.nations.keys() - words.given.particles


def _body_parts(
    parse: Parse, names: list[Name], keys: list[str], total: dict[str, Votes], words: Vocabulary
) -> set[str]:
    """First words of the names of organisations that are used for the whole ("Wagner" for "Wagner Group")."""
    common = words.nations.keys() | words.nationals.keys() | words.capitals.keys() | words.descent
    found: set[str] = set()
    for name, key in zip(names, keys, strict=True):
        if name.end - name.start > 1 and _best(total[key]) is ORGANIZATION:
            if parse.lower[name.end - 1] in words.organisations.last:
                found.add(parse.lower[name.start])
            elif parse.lower[name.start] in words.ships:
                found.add(parse.lower[name.end - 1])
    return found - common - words.given.particles


def _decide(key: str, own: Votes, total: Votes, count: int, persons: set[str], name: Name) -> Label:
    merged: Votes = defaultdict(float)
    for label in Label:
        others = (total.get(label, 0.0) - own.get(label, 0.0)) / max(1.0, (count - 1) ** 0.5)
        merged[label] = own.get(label, 0.0) + _SHARE * others
    if key in persons:
        merged[PERSON] += 2.5
    return _best(merged)


def _best(votes: Votes) -> Label:
    order = (ORGANIZATION, PLACE, PERSON, GROUP)
    return max(order, key=lambda label: (votes.get(label, 0.0), -order.index(label)))
