"""The mentions of a report by where they stand, and what joins two of them."""

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label


class Pairs:
    """What finders of stated identities share: names and descriptions by place, and joining two."""

    def __init__(self, board: Board, draft: Draft, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse: Parse = draft.parse
        self.text = draft.text
        self.words = words
        self.tables = tables
        self.starting: dict[int, Facts] = {}
        self.ending: dict[int, list[Facts]] = {}
        self.by_head: dict[int, Facts] = {}
        for facts in board.facts:
            if facts.form in (Form.PRONOUN, Form.ADJECTIVE):
                continue
            self.starting.setdefault(facts.start, facts)
            self.ending.setdefault(facts.end, []).append(facts)
            if facts.form is Form.NAME or facts.head not in self.by_head:
                self.by_head[facts.head] = facts

    def join(self, a: Facts, b: Facts) -> None:
        """Makes two mentions one entity, unless what is known of them forbids it."""
        first, second = self.board.cluster(a), self.board.cluster(b)
        if first is None:
            first = self.board.put(a)
        if second is None:
            self.board.put(b, first)
        elif not clash(first, second):
            self.board.merge(first, second)

    def before(self, end: int, like: Facts | None) -> Facts | None:
        """The longest mention that ends at a token, of the same kind as another if one is given."""
        fits = [f for f in self.ending.get(end, ()) if like is None or same_kind(f, like)]
        return min(fits, key=lambda f: (like is not None and f.number != like.number, f.start), default=None)


def add_role(cluster: Cluster, role: str) -> None:
    """Notes what somebody is called, once."""
    role = role.strip()
    if role and role not in cluster.roles:
        cluster.roles.append(role)


def same_kind(a: Facts, b: Facts) -> bool:
    """Whether two mentions may be one by their labels: organisations and groups are not told apart."""
    people = (Label.ORGANIZATION, Label.GROUP)
    return a.label is b.label or (a.label in people and b.label in people)


def clash(a: Cluster, b: Cluster) -> bool:
    """Two clusters that cannot be one: two full names of persons, two nations, two genders."""
    if a is b:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return True
    return a.is_nation and b.is_nation
