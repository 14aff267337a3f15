"""Mentions that stand for one entity, and the board they are moved on."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.analysis.coreference.facts import Facts
from dateline.analysis.mentions.vocabulary import Nation
from dateline.model.entity import Form, Label


@dataclass(eq=False)
class Cluster:
    """What is known of one entity so far. `nouns` are lemmas by which it may be described."""

    members: list[Facts] = field(default_factory=list)
    labels: Counter[Label] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    described: set["Words"] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    age: str = ""
    generation: str = ""
    agrees: set[str] = field(default_factory=set)
    nation: Nation | None = None
    is_nation: bool = False
    dead: bool = False
    plural_name: bool = False
    plural_noun: bool = False

    @property
    def named(self) -> bool:
        return bool(self.keys)

    @property
    def label(self) -> Label:
        return max(self.labels, key=lambda label: self.labels[label])

    @property
    def person(self) -> bool:
        return self.labels[Label.PERSON] > 0

    @property
    def plural(self) -> bool:
        """Whether this is several; what has a name is what its name says ("the Front … the rebels")."""
        return self.plural_name if self.keys else self.plural_noun

    def before(self, position: int) -> int:
        """How many members stand before a mention, given by its position."""
        return bisect_left(self.members, position, key=_position)

    def last_before(self, position: int) -> Facts | None:
        """The last member before a mention, given by its position."""
        at = self.before(position)
        return self.members[at - 1] if at else None

    def backwards(self, facts: Facts, sentences: int) -> Iterator[Facts]:
        """The members before a mention, nearest first, of its sentence and so many before it."""
        for at in range(self.before(facts.position) - 1, -1, -1):
            if facts.sentence - self.members[at].sentence > sentences:
                return
            yield self.members[at]

    def beside(self, facts: Facts) -> Iterator[Facts]:
        """The members in the sentence of a mention, before it and after it."""
        yield from self.backwards(facts, 0)
        for member in self.members[self.before(facts.position) :]:
            if member.sentence > facts.sentence:
                return
            yield member

    def take(self, facts: Facts) -> None:
        insort(self.members, facts, key=_position)
        several = facts.number == "p"
        self.plural_name |= several and facts.form is Form.NAME
        self.plural_noun |= several and facts.form is Form.NOMINAL
        if facts.form is Form.NOMINAL:
            self.described.add(words_of(facts))
        if facts.form in (Form.NAME, Form.NOMINAL) or not self.labels:
            self.labels[facts.label] += facts.form is not Form.PRONOUN
        if facts.form is Form.NAME:
            self.keys.add(facts.key)
        if facts.agrees and facts.form is Form.NAME:
            self.agrees.add(facts.agrees)
        if facts.noun:
            self.nouns.add(facts.noun)
            self.modifiers |= facts.modifiers
        if facts.gender in ("m", "f") and facts.label is Label.PERSON and not self.gender:
            self.gender = facts.gender
        self.age = self.age or facts.age
        if self.nation is None:
            self.nation = facts.nation


type Words = tuple[str, frozenset[str], str, bool]


def words_of(facts: Facts) -> Words:
    """The words of a description by which it is told again, and whether they point at something known."""
    return facts.noun, facts.modifiers, facts.number, facts.definite or facts.nation is not None


def _position(facts: Facts) -> int:
    return facts.position


class Board:
    """The clusters of one report. Each mention lies in at most one."""

    def __init__(self, facts: list[Facts]) -> None:
        self.facts = facts
        self.of: dict[int, Cluster] = {}

    def cluster(self, facts: Facts) -> Cluster | None:
        return self.of.get(facts.position)

    def put(self, facts: Facts, cluster: Cluster | None = None) -> Cluster:
        """Adds a mention to a cluster, or to a new one of its own."""
        cluster = cluster or Cluster()
        cluster.take(facts)
        self.of[facts.position] = cluster
        return cluster

    def merge(self, into: Cluster, other: Cluster) -> Cluster:
        """Moves all of one cluster into another."""
        if into is other:
            return into
        for facts in other.members:
            into.take(facts)
            self.of[facts.position] = into
        into.nouns |= other.nouns
        into.roles += [r for r in other.roles if r not in into.roles]
        into.gender = into.gender or other.gender
        into.generation = into.generation or other.generation
        into.is_nation = into.is_nation or other.is_nation
        into.dead = into.dead or other.dead
        return into

    def clusters(self) -> Iterable[Cluster]:
        """All clusters, by their first mention."""
        seen: set[int] = set()
        for facts in self.facts:
            cluster = self.of.get(facts.position)
            if cluster is not None and id(cluster) not in seen:
                seen.add(id(cluster))
                yield cluster
