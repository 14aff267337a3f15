"""Whether a description can mean an entity: kind, label, number, gender, nation, and what its words add."""

from collections.abc import Iterator

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts, is_backing
from dateline.analysis.coreference.kinds import KindNouns
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

PEOPLE = (Label.ORGANIZATION, Label.GROUP)
_REACH = 80  # sentences back that are looked through


class Fitting:
    """Compares descriptions with the entities before them."""

    def __init__(self, board: Board, parse: Parse, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse = parse
        self.words = words
        self.tables = tables
        self.kinds = KindNouns(parse, words, tables)
        self._by_token = {
            f.start: c for f in board.facts if f.form is Form.NAME and (c := board.cluster(f)) is not None
        }

    def fits(self, facts: Facts, cluster: Cluster) -> bool:
        if not self._is_such(facts, cluster) or not self.label_fits(facts, cluster):
            return False
        if self._named_below(facts, cluster) or self._is_possessor(facts, cluster):
            return False
        if facts.label is Label.PERSON and (
            facts.gender and cluster.gender and facts.gender != cluster.gender
        ):
            return False
        if facts.nation is not None and cluster.nation is not None and facts.nation is not cluster.nation:
            return False
        return self._modifiers_fit(facts, cluster)

    def _named_below(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether the name follows in the clause of which the description is subject: then it is another's.

        "The group sought peace with the Front" (Chomsky's Principle C).
        """
        if not facts.subject:
            return False
        parse = self.parse
        clause = parse.subtree(parse.heads[facts.head])
        return any(
            m.form is Form.NAME and facts.head < m.head and m.head in clause for m in cluster.beside(facts)
        )

    def _is_possessor(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether it is whose the cluster is: in "the Sand Front, the movement's armed wing" two bodies."""
        if self.parse.deps[facts.head] != "poss":
            return False
        owned = self.parse.heads[facts.head]
        return any(
            m.head == owned or owned in self.parse.with_dep(m.head, "appos") for m in cluster.beside(facts)
        )

    def _is_such(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether an entity is known to be what a description says."""
        noun = facts.noun
        owned = facts.modifiers & self.tables.state_owned.get(noun, frozenset())
        if owned and not self._is_of_state(cluster, owned):
            return False
        if noun in cluster.nouns or noun in self.kinds.of(cluster):
            return True
        nameless = not cluster.named and not cluster.person
        if nameless and any(noun in self.tables.same.get(n, ()) for n in cluster.nouns):
            return True
        if facts.label is Label.GROUP and not cluster.named and cluster.plural and noun in self.tables.armed:
            return not cluster.nouns.isdisjoint(self.tables.armed)
        offices = cluster.nouns if facts.nation is None else cluster.nouns - self.tables.commanding
        return cluster.person and any(noun in self.tables.persons.get(n, ()) for n in offices)

    def _is_of_state(self, cluster: Cluster, called: frozenset[str]) -> bool:
        """Whether a body may be the state's: by its name, because the name says so itself, or without one."""
        names = [key.split() for key in cluster.keys]
        return not names or any(
            self.kinds.is_of_state(cluster, name) or not called.isdisjoint(name) for name in names
        )

    def label_fits(self, facts: Facts, cluster: Cluster) -> bool:
        if facts.label is Label.PERSON:
            return cluster.person and facts.number == "s" and not cluster.plural
        if facts.label in PEOPLE:
            if cluster.person:
                return False
            if facts.label is Label.GROUP and not cluster.named:
                return cluster.plural
            if facts.number == "s" and cluster.plural and not cluster.named:
                return False
            if facts.label is Label.ORGANIZATION and facts.number == "p" and not cluster.plural:
                return facts.noun in self.words.organisations_of_people
            state = cluster.is_nation and facts.noun in self.words.states
            return state or cluster.labels[Label.ORGANIZATION] + cluster.labels[Label.GROUP] > 0
        return cluster.labels[Label.PLACE] > 0 or cluster.is_nation

    def _modifiers_fit(self, facts: Facts, cluster: Cluster) -> bool:
        """New modifiers must not single out something else: names and numbers never are news."""
        parse = self.parse
        known = cluster.modifiers | {w for k in cluster.keys for w in k.split()}
        if facts.noun in self.words.titles.ranks and not self._same_rank(facts, cluster):
            return False
        for token in range(facts.start, facts.end):
            word = parse.lower[token]
            if token == facts.head or word not in facts.modifiers or word in known:
                continue
            if parse.words[token][0].isupper() and not self._explained(facts, token, cluster):
                return False
            if parse.pos[token] == "NUM" or word in self.words.place_parts:
                return False
            if not cluster.named and parse.pos[token] in ("NOUN", "PROPN", "ADJ"):
                return False
        return True

    def _same_rank(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether a rank agrees with the one told before a name: no major general is "the senior general"."""
        titles = self.words.titles
        for member in cluster.members:
            told = {w.lower() for w in member.title}
            if facts.noun in told:
                higher = facts.modifiers & (titles.before | titles.ranks)
                return higher <= told
        return True

    def _explained(self, facts: Facts, token: int, cluster: Cluster) -> bool:
        """A capitalised modifier that is no news: faith, politics, its own nation, whom it leads."""
        word = self.parse.lower[token]
        if cluster.named and not cluster.is_nation and is_backing(self.parse, token):
            return True  # "the Iran-backed group"
        named = self._by_token.get(token)
        if named is not None and any(
            self.board.cluster(other) is named
            for m in cluster.members
            if m.form is Form.NOMINAL
            for other in self._inside(m)
        ):
            return True
        nation = self.words.adjectives.get(word) or self.words.nations.get(word)
        if nation is not None and nation.code is None and cluster.is_nation:
            return True  # "the West African nation"
        if nation is not None and cluster.nation is None and cluster.person:
            return self.distance(facts, cluster) <= 1
        if nation is not None:
            return cluster.nation is nation
        return word in self.words.creeds

    def _inside(self, facts: Facts) -> Iterator[Facts]:
        """The mentions within the words of one, itself among them."""
        every, at = self.board.facts, facts.position
        while at > 0 and every[at - 1].start >= facts.start:
            at -= 1
        while at < len(every) and every[at].start < facts.end:
            if every[at].end <= facts.end:
                yield every[at]
            at += 1

    def distance(self, facts: Facts, cluster: Cluster) -> int:
        before = cluster.backwards(facts, _REACH)
        last = next((m for m in before if m.form is not Form.ADJECTIVE), None)
        return facts.sentence - last.sentence if last is not None else 10_000
