"""How much an entity stands out where a pronoun stands, and how well the two go together.

Salience after Lappin and Leass (1994): every mention of an entity weighs by its grammatical function and half
as much with each sentence that passes.
"""

from dateline.analysis.coreference.clusters import Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import Pronoun, Vocabulary
from dateline.model.entity import Form, Label

WINDOW = 3  # sentences back
WEIGHTS = {
    "nsubj": 2.0,
    "nsubjpass": 1.9,
    "dobj": 1.2,
    "dative": 1.2,
    "agent": 1.2,
    "attr": 1.0,
    "poss": 0.9,
    "pobj": 0.8,
    "compound": 0.3,
    "amod": 0.3,
    "nmod": 0.3,
}
_OTHER = 0.7
_TOLD = 1.35  # for a person whose gender is told, before one who may be of either
_EMBEDDED = 0.75  # of the weight of a subject, when its clause is not the main one
_ONE_AS_MANY = 0.75  # an organisation is less likely "they" than a group


class Salience:
    """Weighs entities against pronouns."""

    def __init__(self, draft: Draft, words: Vocabulary, tables: Descriptions) -> None:
        self.draft = draft
        self.parse = draft.parse
        self.words = words
        self.tables = tables

    def of(self, facts: Facts, pronoun: Pronoun, cluster: Cluster) -> float:
        """The weight of an entity as what a pronoun stands for; 0 where it is too far."""
        fit = self._fit(pronoun, cluster) * self._owns(facts, cluster)
        return self._salience(facts, cluster) * fit * self._suffers(facts, cluster)

    def _salience(self, facts: Facts, cluster: Cluster) -> float:
        """The heaviest mention counts whole, the heaviest of every other sentence a third."""
        by_sentence: dict[int, float] = {}
        for m in cluster.backwards(facts, WINDOW):
            weight = self._weight(m, facts)
            if weight > by_sentence.get(m.sentence, 0.0):
                by_sentence[m.sentence] = weight
        if not by_sentence:
            return 0.0
        best = max(by_sentence.values())
        return best + (sum(by_sentence.values()) - best) / 3

    def _fit(self, pronoun: Pronoun, cluster: Cluster) -> float:
        """How well an entity goes with a pronoun: an organisation with "they" or "it", by the verbs that the
        report gives it; a person with "she", by whether the report tells the gender."""
        if pronoun.gender in ("m", "f"):
            return _TOLD if cluster.gender == pronoun.gender else 1.0
        if pronoun.number == "p" and not cluster.plural:
            if cluster.plural_noun or "p" in cluster.agrees:
                return 1.0
            return _ONE_AS_MANY * (0.7 if "s" in cluster.agrees else 1.0)
        if pronoun.gender == "n" and cluster.agrees == {"p"}:
            return 0.7
        return 1.0

    def _owns(self, facts: Facts, cluster: Cluster) -> float:
        """ "Its foreign ministry" is a state's, seldom another's; "its fighters" are a movement's."""
        parse = self.parse
        if parse.deps[facts.head] != "poss" or facts.gender != "n":
            return 1.0
        owned = parse.heads[facts.head]
        words = {parse.lemmas[t] for t in range(facts.head + 1, owned + 1)}
        if not words.isdisjoint(self.tables.own_organs):
            return 1.5 if cluster.is_nation else 0.5
        if self.owns_people(facts):
            return 1.5 if self._is_body(cluster) else 0.5
        return 1.0

    def owns_people(self, facts: Facts) -> bool:
        """ "Its fighters": what only a body has."""
        parse = self.parse
        owned = parse.deps[facts.head] == "poss" and facts.gender == "n"
        return owned and parse.lemmas[parse.heads[facts.head]] in self.tables.own_people

    def _is_body(self, cluster: Cluster) -> bool:
        return cluster.labels[Label.ORGANIZATION] > 0 and not cluster.is_nation

    def _suffers(self, facts: Facts, cluster: Cluster) -> float:
        """ "It was banned" is told of a body, never of a town."""
        parse, verb = self.parse, self.parse.heads[facts.head]
        if facts.gender != "n" or not facts.subject:
            return 1.0
        done = parse.deps[facts.head] == "nsubjpass" and parse.lemmas[verb] in self.words.acting.undergone
        wills = parse.deps[facts.head] == "nsubj" and parse.lemmas[verb] in self.words.acting.strong
        if done and not self._is_body(cluster):
            return 0.3
        return 0.3 if wills and cluster.labels[Label.ORGANIZATION] == 0 else 1.0

    def _weight(self, mention: Facts, facts: Facts) -> float:
        if mention.form is Form.ADJECTIVE or self._is_predicate(mention):
            return 0.0
        gone = facts.sentence - mention.sentence
        if gone > WINDOW or gone < 0:
            return 0.0
        governing = self.governing(mention.head)
        dep, main = self.parse.deps[governing], self._main(governing)
        personal = facts.gender in ("m", "f")
        if facts.quote >= 0 and mention.quote < 0 and facts.gender not in ("m", "f"):
            return 0.0
        if facts.quote < 0 and self._speaking(facts) and self._is_quoted_by(facts, mention):
            return 0.0  # nobody speaks of himself by name
        weight = WEIGHTS.get(dep, _OTHER) * 0.5**gone
        if dep == "nsubj" and not main and not personal:
            weight *= _EMBEDDED
        if mention.quote != facts.quote and not (mention.quote >= 0 and facts.quote >= 0):
            weight *= 0.4 if mention.quote >= 0 else 0.8
        if dep == "nsubj" and (gone == 0 or (main and (facts.subject or not personal))):
            weight *= 1.2
        return weight

    def _is_predicate(self, mention: Facts) -> bool:
        """What only says what another is stands for nobody: "is listed as a terrorist group"."""
        parse, head = self.parse, mention.head
        if mention.form is not Form.NOMINAL or mention.definite:
            return False
        dep, governor = parse.deps[head], parse.heads[head]
        counted = dep == "pobj" and parse.lower[governor] in self.tables.counting_as
        called = dep == "dobj" and parse.child(governor, "nsubjpass") is not None  # "is designated a …"
        return counted or called or dep in ("attr", "oprd")

    def _is_quoted_by(self, facts: Facts, mention: Facts) -> bool:
        """Whether a mention stands in a quotation of the pronoun's sentence, however long ago that began."""
        if mention.quote < 0:
            return False
        start = self.parse.starts[self.parse.sentences[facts.sentence].start]
        return self.draft.quotations[mention.quote].span.end > start

    def _speaking(self, facts: Facts) -> bool:
        """Whether a pronoun is subject of a verb of speaking."""
        return facts.subject and self.parse.lemmas[self.parse.heads[facts.head]] in self.tables.speech_verbs

    def _main(self, token: int) -> bool:
        """Whether a token is subject of its sentence's main clause."""
        verb = self.parse.heads[token]
        return self.parse.heads[verb] == verb

    def governing(self, token: int) -> int:
        """The token whose function counts: the first of conjuncts, the amount in "dozens of men"."""
        parse = self.parse
        while parse.deps[token] == "conj":
            token = parse.heads[token]
        if parse.deps[token] == "pobj":
            amount = parse.heads[parse.heads[token]]
            if parse.lower[parse.heads[token]] in self.words.linking_of and (
                parse.lemmas[amount] in self.words.people.amounts or parse.pos[amount] == "NUM"
            ):
                return amount
        return token
