"""The evidence for the label of each name where it stands: its own, and that of the names beside it."""

from collections import defaultdict
from dataclasses import dataclass

from dateline.analysis.mentions.labels.around import Around
from dateline.analysis.mentions.labels.inside import Inside
from dateline.analysis.mentions.labels.votes import GROUP, ORGANIZATION, PERSON, PLACE, Votes
from dateline.analysis.mentions.names import Name
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.gazetteer.index import load_gazetteer
from dateline.model.entity import Label

_MODEL: dict[str | None, tuple[Label, float]] = {
    "PERSON": (PERSON, 1.2),
    "ORG": (ORGANIZATION, 1.0),
    "GPE": (PLACE, 1.3),
    "LOC": (PLACE, 1.3),
    "FAC": (PLACE, 1.0),
    "NORP": (GROUP, 1.3),
    "PRODUCT": (ORGANIZATION, 0.3),
    "EVENT": (ORGANIZATION, 0.2),
    "WORK_OF_ART": (ORGANIZATION, 0.2),
}
_NEIGHBOURS = 0.5  # of the evidence for a place that the other names of a list have


def evidence(parse: Parse, words: Vocabulary, names: list[Name], filed_from: frozenset[str]) -> list[Votes]:
    """The votes for each name; `filed_from` are the places of the dateline, in lower case."""
    inside = Inside(parse, words, load_gazetteer(), filed_from)
    found = _Evidence(parse, words, names, inside, Around(parse, words))
    own = [found.votes(n) for n in names]
    found.add_aliases(own)
    found.add_neighbours(own)
    return own


@dataclass(slots=True)
class _Evidence:
    """What the report says of each of its names."""

    parse: Parse
    words: Vocabulary
    names: list[Name]
    inside: Inside
    around: Around

    def votes(self, name: Name) -> Votes:
        votes: Votes = defaultdict(float)
        if name.model in _MODEL:
            label, value = _MODEL[name.model]
            votes[label] += value
        self.inside.vote(name, votes)
        self.around.vote(name, votes)
        return votes

    def add_aliases(self, own: list[Votes]) -> None:
        """What is said to be another name shares the evidence of the name, or noun, before the cue."""
        ending = {n.end: i for i, n in enumerate(self.names)}
        for i, name in enumerate(self.names):
            if name.alias_cue < 0:
                continue
            for at in range(name.alias_cue, max(name.alias_cue - 7, 0), -1):
                if at in ending:
                    for label, value in own[ending[at]].items():
                        own[i][label] += value
                    break
                if (
                    self.parse.pos[at - 1] in ("NOUN", "PROPN")
                    and self.parse.lower[at - 1] not in self.words.nationals
                ):
                    self.around.noun(at - 1, 3, own[i])
                    break

    def add_neighbours(self, own: list[Votes]) -> None:
        """What is told in one breath is mostly of one kind: "Kut, Amara and Basra"."""
        parse = self.parse
        at_head = {parse.head_of(name.start, name.end): i for i, name in enumerate(self.names)}
        shared: list[tuple[int, float]] = []
        for head, i in at_head.items():
            others = [at_head[t] for t in self._joined(head) if t in at_head]
            if others:
                shared.append((i, sum(own[other].get(PLACE, 0.0) for other in others) / len(others)))
        for i, value in shared:
            own[i][PLACE] += _NEIGHBOURS * value

    def _joined(self, head: int) -> list[int]:
        """The tokens that a list joins to one."""
        parse = self.parse
        first = head
        while parse.deps[first] == "conj":
            first = parse.heads[first]
        return [token for token in parse.conjuncts(first) if token != head]
