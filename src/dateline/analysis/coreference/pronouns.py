"""Pronouns of the third person: by number, gender, syntax and salience.

Salience after Lappin and Leass (1994): every mention of an entity weighs by its grammatical function
and half as much with each sentence that passes. The heaviest candidate wins when it is clearly heavier
than the next; otherwise the pronoun stays open.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import Pronoun, Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

_WINDOW = 3  # sentences back
_MARGIN = 1.25  # how much heavier the winner must be, when gender helps to choose
_MARGIN_BARE = 1.5  # and when it does not: "it", "they"
_LEAST = 0.6  # what a winner must weigh
_WEIGHTS = {
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
        self.tables = tables
        self.reach = _WINDOW
        self.describe = describe
        self.by_head = {f.head: f for f in board.facts if f.form is not Form.ADJECTIVE}
        self.speakers = _speakers(draft, board.facts, tables)

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
        if not personal and best.weight < (_LEAST / 2 if self._owns_people(facts) else _LEAST):
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
            weight = self._salience(facts, cluster)
            weight *= self._fit(pronoun, cluster) * self._owns(facts, cluster)
            weight *= self._suffers(facts, cluster)
            if weight > 0:
                found.append(_Candidate(cluster, weight))
        return found

    def _side_by_side(self, a: Cluster, b: Cluster, facts: Facts) -> bool:
        """Whether two candidates were last joined by "and": neither is the one meant."""
        first, second = _last(a, facts), _last(b, facts)
        return first.sentence == second.sentence and self._governing(first.head) == self._governing(
            second.head
        )

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
        if self._owns_people(facts):
            return 1.5 if self._is_body(cluster) else 0.5
        return 1.0

    def _owns_people(self, facts: Facts) -> bool:
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

    def _salience(self, facts: Facts, cluster: Cluster) -> float:
        """The heaviest mention counts whole, the heaviest of every other sentence a third."""
        by_sentence: dict[int, float] = {}
        for m in cluster.backwards(facts, _WINDOW):
            weight = self._weight(m, facts)
            if weight > by_sentence.get(m.sentence, 0.0):
                by_sentence[m.sentence] = weight
        if not by_sentence:
            return 0.0
        best = max(by_sentence.values())
        return best + (sum(by_sentence.values()) - best) / 3

    def _agrees(self, cluster: Cluster, pronoun: Pronoun) -> bool:
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

    def _weight(self, mention: Facts, facts: Facts) -> float:
        if mention.form is Form.ADJECTIVE or self._is_predicate(mention):
            return 0.0
        gone = facts.sentence - mention.sentence
        if gone > _WINDOW or gone < 0:
            return 0.0
        governing = self._governing(mention.head)
        dep, main = self.parse.deps[governing], self._main(governing)
        personal = facts.gender in ("m", "f")
        if facts.quote >= 0 and mention.quote < 0 and facts.gender not in ("m", "f"):
            return 0.0
        if facts.quote < 0 and self._speaking(facts) and self._is_quoted_by(facts, mention):
            return 0.0  # nobody speaks of himself by name
        weight = _WEIGHTS.get(dep, _OTHER) * 0.5**gone
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

    def _governing(self, token: int) -> int:
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
        """The verb that an argument hangs on, through prepositions."""
        parse = self.parse
        at = parse.heads[token]
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
        if pronoun.gender in ("m", "f") or self._owns_people(facts):
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
            best = max(best, _WEIGHTS[parse.deps[token]] * 0.5**gone)
        return best


def _last(cluster: Cluster, facts: Facts) -> Facts:
    """The last mention of a cluster before another mention (there is one)."""
    return cluster.members[cluster.before(facts.position) - 1]


def _speakers(draft: Draft, facts: list[Facts], tables: Descriptions) -> dict[int, Facts]:
    """For every quotation the mention that is subject of a verb of speaking next to it, if one is."""
    parse = draft.parse
    by_sentence: dict[int, list[Facts]] = {}
    for f in facts:
        if f.quote < 0 and f.subject and parse.lemmas[parse.heads[f.head]] in tables.speech_verbs:
            by_sentence.setdefault(f.sentence, []).append(f)
    found: dict[int, Facts] = {}
    for number, quotation in enumerate(draft.quotations):
        tokens = parse.tokens_in(quotation.span)
        if not tokens:
            continue
        near = [
            f
            for s in {parse.sentence_of[tokens.start], parse.sentence_of[tokens.stop - 1]}
            for f in by_sentence.get(s, [])
        ]
        if not near and _goes_on(draft, number) and number - 1 in found:
            found[number] = found[number - 1]
        elif near:
            found[number] = min(
                near, key=lambda f: min(abs(f.head - tokens.start), abs(f.head - tokens.stop))
            )
    return found


def _goes_on(draft: Draft, number: int) -> bool:
    """Whether a quotation continues the one before: of the same paragraph, with at most a cue between."""
    if number == 0:
        return False
    before, span = draft.quotations[number - 1].span, draft.quotations[number].span
    between = draft.text[before.end : span.start]
    return before.end <= span.start and "\n" not in between and len(between.split()) <= 6
