"""Pronouns of the third person: by number, gender, syntax and salience.

The heaviest candidate wins when it is clearly heavier than the next; otherwise the pronoun stays open.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.quoters import quoters
from dateline.analysis.coreference.salience import WEIGHTS, Salience
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import Pronoun, Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

_MARGIN = 1.25  # how much heavier the winner must be, when gender helps to choose
_MARGIN_BARE = 1.5  # and when it does not: "it", "they"
_LEAST = 0.6  # what a winner must weigh


@dataclass(slots=True)
class _Candidate:
    cluster: Cluster
    weight: float


class Resolver:
    """Finds what a pronoun stands for among the entities before it."""

    def __init__(
        self,
        draft: Draft,
        board: Board,
        words: Vocabulary,
        tables: Descriptions,
        describe: Callable[[Facts], Cluster],
    ) -> None:
        """`describe` places a description that a pronoun points ahead to."""
        self.draft = draft
        self.parse: Parse = draft.parse
        self.board = board
        self.words = words
        self.describe = describe
        self.by_head = {f.head: f for f in board.facts if f.form is not Form.ADJECTIVE}
        self.speakers = quoters(draft, board.facts, tables)
        self.salience = Salience(draft, words, tables)

    def place(self, facts: Facts, seen: list[Cluster]) -> Cluster | None:
        """Joins a pronoun to its antecedent; leaves it off the board when it has none for certain."""
        pronoun = self.words.pronouns[self.parse.lower[facts.head]]
        if pronoun.person != 3:
            return None
        if pronoun.reflexive:
            return self._reflexive(facts, pronoun)
        found = self._ahead(facts, pronoun) or self._partner(facts, pronoun)
        if found is not None:
            return self.board.put(facts, found)
        candidates = self._weighed(facts, pronoun, seen)
        if not candidates:
            return None
        personal = pronoun.gender in ("m", "f")
        best = max(candidates, key=lambda c: c.weight)
        others = [c for c in candidates if c is not best]
        if any(self._side_by_side(best.cluster, c.cluster, facts) for c in others):
            return None
        second = max((c.weight for c in others), default=0.0)
        margin = _MARGIN if personal else _MARGIN_BARE * (2 if self._fronted(facts) else 1)
        if best.weight < margin * max(second, self._rival(facts, pronoun)):
            return None
        if not personal and best.weight < (_LEAST / 2 if self.salience.owns_people(facts) else _LEAST):
            return None
        if personal and not best.cluster.gender:
            best.cluster.gender = pronoun.gender
        return self.board.put(facts, best.cluster)

    def aged(self, facts: Facts, seen: list[Cluster]) -> Cluster:
        """ "the 71-year-old" of whom no age was told: the person who is clearly being spoken of."""
        anybody = Pronoun("s", "m", 3), Pronoun("s", "f", 3)
        young = [c for c in seen if not c.age]
        weighed = {id(c.cluster): c for p in anybody for c in self._weighed(facts, p, young)}
        ranked = sorted((c.weight for c in weighed.values()), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0] < _MARGIN_BARE * ranked[1]):
            return self.board.put(facts)
        best = next(c for c in weighed.values() if c.weight == ranked[0])
        return self.board.put(facts, best.cluster)

    # ------------------------------------------------------------------ candidates
    def _weighed(self, facts: Facts, pronoun: Pronoun, seen: Iterable[Cluster]) -> list[_Candidate]:
        found = []
        for cluster in seen:
            if not self._agrees(cluster, pronoun) or self._barred(facts, cluster):
                continue
            weight = self.salience.of(facts, pronoun, cluster)
            if weight > 0:
                found.append(_Candidate(cluster, weight))
        return found

    def _side_by_side(self, a: Cluster, b: Cluster, facts: Facts) -> bool:
        """Whether two candidates were last joined by "and": neither is the one meant."""
        first, second = _last(a, facts), _last(b, facts)
        heads = self.salience.governing(first.head), self.salience.governing(second.head)
        return first.sentence == second.sentence and heads[0] == heads[1]

    def _agrees(self, cluster: Cluster, pronoun: Pronoun) -> bool:
        """Whether number, gender and kind of an entity allow a pronoun to mean it."""
        if pronoun.number == "s" and pronoun.gender in ("m", "f"):
            return cluster.person and not cluster.plural and cluster.gender in ("", pronoun.gender)
        if cluster.person:
            return False
        if pronoun.number == "p":
            return cluster.plural or (
                cluster.labels[Label.ORGANIZATION] > 0
                and not (cluster.is_nation and cluster.labels[Label.PLACE] > 0)
            )
        return not cluster.plural and (
            cluster.labels[Label.ORGANIZATION] > 0 or cluster.labels[Label.PLACE] > 0
        )

    def _fronted(self, facts: Facts) -> bool:
        """Whether a pronoun stands in a clause put before the main subject: it may point ahead."""
        parse = self.parse
        subject = parse.child(parse.root(facts.head), "nsubj", "nsubjpass")
        return subject is not None and facts.head < parse.left[subject] and facts.head != subject

    def _ahead(self, facts: Facts, pronoun: Pronoun) -> Cluster | None:
        """ "In its report, the agency said": in a phrase put before the subject, the subject is meant."""
        parse, head = self.parse, facts.head
        sentence = parse.sentences[facts.sentence]
        root = parse.root(head)
        subject = parse.child(root, "nsubj", "nsubjpass")
        if subject is None or head >= parse.left[subject] or facts.quote >= 0:
            return None
        top = next((t for t in (head, *parse.ancestors(head)) if parse.heads[t] == root), None)
        if top is None or parse.deps[top] not in ("prep", "advcl") or parse.left[top] > sentence.start + 1:
            return None
        if parse.deps[head] != "poss" and parse.deps[top] != "advcl":
            return None
        if any(
            f.sentence == facts.sentence and f.position < facts.position
            for f in self.board.facts[max(0, facts.position - 12) : facts.position]
        ):
            return None
        for mention in self.board.facts[facts.position + 1 : facts.position + 25]:
            cluster = self.board.cluster(mention)
            if mention.head == subject and cluster is None and mention.form is Form.NOMINAL:
                cluster = self.describe(mention)
            if mention.head == subject and cluster is not None:
                return cluster if self._agrees(cluster, pronoun) else None
        return None

    def _partner(self, facts: Facts, pronoun: Pronoun) -> Cluster | None:
        """ "The envoy and his wife": what is joined to somebody as his is his."""
        parse, owned = self.parse, self.parse.heads[facts.head]
        if parse.deps[facts.head] != "poss" or parse.deps[owned] != "conj":
            return None
        mention = self.by_head.get(parse.heads[owned])
        cluster = self.board.cluster(mention) if mention is not None else None
        return cluster if cluster is not None and self._agrees(cluster, pronoun) else None

    # ------------------------------------------------------------------ what syntax rules out
    def _barred(self, facts: Facts, cluster: Cluster) -> bool:
        """The other arguments of its own verb, what it stands inside of, and its quotation's speaker."""
        speaker = self.speakers.get(facts.quote) if facts.quote >= 0 else None
        if speaker is not None and self.board.cluster(speaker) is cluster:
            return True
        parse, head = self.parse, facts.head
        if parse.deps[head] != "poss" and "Case=Nom" not in parse.morphs[head]:
            verb = self._clause(head)
            if parse.deps[head] == "nsubj" and "Case=Acc" in parse.morphs[head]:
                verb = parse.heads[verb]  # "the cousin wants *him* to come"
            if any(self._argument(m, verb) for m in cluster.beside(facts)):
                return True
            sharing = self._sharing(verb)
            if sharing is not None and any(m.head == sharing for m in cluster.beside(facts)):
                return True
        return any(m.start <= head < m.end for m in cluster.beside(facts)) or self._inside(facts, cluster)

    def _sharing(self, verb: int) -> int | None:
        """The subject that a verb shares with the one before it: "*she* met the envoy and urged him"."""
        parse = self.parse
        while parse.deps[verb] == "conj" and parse.child(verb, "nsubj", "nsubjpass") is None:
            verb = parse.heads[verb]
            if (subject := parse.child(verb, "nsubj", "nsubjpass")) is not None:
                return subject
        return None

    def _inside(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether a pronoun stands in a phrase that hangs on a candidate itself: "cooks for them"."""
        parse, heads = self.parse, {m.head for m in cluster.beside(facts)}
        at = facts.head
        while parse.deps[at] in ("pobj", "prep"):
            at = parse.heads[at]
            if at in heads:
                return True
        return False

    def _argument(self, mention: Facts, verb: int) -> bool:
        """Whether a mention is subject or object of a verb."""
        core = ("nsubj", "nsubjpass", "dobj", "dative")
        return self.parse.deps[mention.head] in core and self._clause(mention.head) == verb

    def _clause(self, token: int) -> int:
        """The verb that an argument hangs on, through prepositions and amounts: "killed two of *them*"."""
        parse = self.parse
        at = parse.heads[self.salience.governing(token)]
        while parse.pos[at] == "ADP" and parse.heads[at] != at:
            at = parse.heads[at]
        return at

    # ------------------------------------------------------------------ reflexives and rivals
    def _reflexive(self, facts: Facts, pronoun: Pronoun) -> Cluster | None:
        parse = self.parse
        verb = self._clause(facts.head)
        for token in (verb, *parse.ancestors(verb)):
            subject = parse.child(token, "nsubj", "nsubjpass")
            if subject is None:
                continue
            if parse.tags[subject] in ("WP", "WDT"):
                subject = parse.heads[token]
            mention = self.by_head.get(subject)
            cluster = self.board.cluster(mention) if mention is not None else None
            if cluster is None or not self._agrees(cluster, pronoun):
                return None
            return self.board.put(facts, cluster)
        return None

    def _rival(self, facts: Facts, pronoun: Pronoun) -> float:
        """The weight of a thing that "it" or "they" may as well stand for: a noun that is no mention."""
        parse = self.parse
        if pronoun.gender in ("m", "f") or self.salience.owns_people(facts):
            return 0.0
        best = 0.0
        plural = pronoun.number == "p"
        start = parse.sentences[max(0, facts.sentence - 1)].start
        for token in range(start, facts.head):
            if parse.pos[token] != "NOUN" or parse.deps[token] not in ("nsubj", "nsubjpass", "dobj"):
                continue
            if token in self.by_head or ("Number=Plur" in parse.morphs[token]) != plural:
                continue
            gone = facts.sentence - parse.sentence_of[token]
            best = max(best, WEIGHTS[parse.deps[token]] * 0.5**gone)
        return best


def _last(cluster: Cluster, facts: Facts) -> Facts:
    """The last mention of a cluster before another mention (there is one)."""
    return cluster.members[cluster.before(facts.position) - 1]
