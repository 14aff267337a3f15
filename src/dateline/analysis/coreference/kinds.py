"""What a named entity is known to be: the nouns by which a description may mean it."""

from itertools import pairwise

from dateline.analysis.coreference.clusters import Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

_LONGEST_ORGAN = 3  # words of the name of a state's army, court or ministry
_NAMED = (Label.ORGANIZATION, Label.GROUP, Label.PLACE)


class KindNouns:
    """The nouns for each named entity, kept until it gets another name."""

    def __init__(self, parse: Parse, words: Vocabulary, tables: Descriptions) -> None:
        self.parse = parse
        self.words = words
        self.tables = tables
        self._known: dict[int, tuple[tuple[int, bool], frozenset[str]]] = {}

    def of(self, cluster: Cluster) -> frozenset[str]:
        """The nouns for a named entity, worked out again when it got another name."""
        known = self._known.get(id(cluster))
        if known is not None and known[0] == (len(cluster.keys), cluster.is_nation):
            return known[1]
        found = frozenset(self._nouns(cluster))
        self._known[id(cluster)] = (len(cluster.keys), cluster.is_nation), found
        return found

    def _nouns(self, cluster: Cluster) -> set[str]:
        """The nouns for a named entity: by its sort when it is well known, by the words of its name."""
        kinds, nouns = self.tables.kinds, set[str]()
        known = self.words.organisations.known
        for key in cluster.keys:
            sort = known.get(key) or known.get(key.replace(" ", "-"))
            if sort is not None:
                nouns |= kinds[sort]
            if key in self.words.capitals and not cluster.is_nation:
                nouns |= kinds["capital"]
            parts = key.split()
            if len(parts) > 1 and not cluster.person:
                barred = frozenset() if self.is_of_state(cluster, parts) else self.tables.organs
                for part in (parts[-1], parts[0], *self._before_of(parts)):
                    nouns |= self.tables.by_word.get(part, frozenset()) - barred
                    if self.words.labels.get(part) in _NAMED and part not in barred:
                        nouns.add(part)
        if cluster.is_nation and cluster.nation is not None and cluster.nation.code is not None:
            nouns |= kinds["nation"]
        if (
            cluster.label is Label.PLACE
            and not cluster.is_nation
            and any(map(self._plain_place, cluster.keys))
        ):
            nouns |= kinds["settlement"]
        if any(self._titled(m) for m in cluster.members):
            nouns |= kinds["newspaper"]
        return nouns | self._said_of(cluster)

    def _said_of(self, cluster: Cluster) -> set[str]:
        """The nouns for bodies that stand beside its name: "the Civic Union, a centre-right party"."""
        parse = self.parse
        if cluster.label not in (Label.ORGANIZATION, Label.GROUP):
            return set()
        names = [m.head for m in cluster.members if m.form is Form.NAME]
        beside = [t for head in names for t in parse.with_dep(head, "appos") if t > head]
        lemmas = {parse.lemmas[t] for t in beside if parse.words[t].islower()}
        return {
            lemma for lemma in lemmas if self.words.labels.get(lemma) in (Label.ORGANIZATION, Label.GROUP)
        }

    def _before_of(self, parts: list[str]) -> list[str]:
        """What a name says its bearer is before "of" or "for": "United Party of Togo"."""
        linking = self.words.linking_of | self.words.linking_for
        return [a for a, b in pairwise(parts) if b in linking][:1]

    def is_of_state(self, cluster: Cluster, parts: list[str]) -> bool:
        """Whether a name is that of a state's own organ: "Malian Army", not "Free Syrian Army"."""
        if cluster.nation is None or len(parts) > _LONGEST_ORGAN:
            return False
        return any(
            " ".join(parts[:size]) in known
            for size in (1, 2)
            for known in (self.words.adjectives, self.words.nations)
        )

    def _plain_place(self, key: str) -> bool:
        """A place's name that does not say what it is, nor is known for an area: likely a town's."""
        words, parts = self.words, key.split()
        if key in words.places.known or key in words.nations or key in words.capitals:
            return False
        return parts[-1] not in words.places.last and parts[0] not in words.places.first

    def _titled(self, facts: Facts) -> bool:
        """A name with an article of its own in the middle of a sentence is a paper's: "told The Reporter"."""
        parse, article = self.parse, facts.start - 1
        if facts.form is not Form.NAME or facts.label is not Label.ORGANIZATION or article < 0:
            return False
        inside = parse.sentences[facts.sentence].start < article and not parse.sentences[facts.sentence].title
        return inside and parse.pos[article] == "DET" and parse.words[article][0].isupper()
