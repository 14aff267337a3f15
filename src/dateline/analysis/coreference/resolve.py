"""The stage: mentions joined to entities, names first, then in text order."""

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.collectives import CollectiveNames
from dateline.analysis.coreference.descriptions import Describer
from dateline.analysis.coreference.entities import entity
from dateline.analysis.coreference.facts import Facts, Reader
from dateline.analysis.coreference.pairs import Pairs
from dateline.analysis.coreference.persons import PersonNames
from dateline.analysis.coreference.pronouns import Resolver
from dateline.analysis.coreference.salience import WINDOW
from dateline.analysis.coreference.statements import join_stated
from dateline.analysis.coreference.tables import descriptions
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import vocabulary
from dateline.model.entity import Entity, Form

_REACH = 80  # sentences back that a description may point


def resolve(draft: Draft) -> tuple[tuple[Entity, ...], tuple[str | None, ...]]:
    """The entities of a report by first mention, and for every mention its entity's id or None.

    Every mention but pronouns has an entity. A pronoun, or a description that might stand for two, is
    left open rather than guessed (a description then is an entity of its own).
    """
    words, tables = vocabulary(draft.language), descriptions(draft.language)
    board = Board(Reader(draft, words).all())
    PersonNames(board, draft.parse, words, tables).join()
    CollectiveNames(board, draft.parse, words, tables).join()
    join_stated(Pairs(board, draft, words, tables))
    seen, describer = _Seen(), Describer(board, draft.parse, words, tables)
    resolver = Resolver(
        draft, board, words, tables, lambda one: describer.place(one, seen.within(one, _REACH))
    )
    _in_order(board, seen, describer, resolver)
    return _numbered(draft, board)


def _in_order(board: Board, seen: "_Seen", describer: Describer, resolver: Resolver) -> None:
    for one in board.facts:
        cluster = board.cluster(one)
        if one.form is Form.PRONOUN:
            cluster = resolver.place(one, seen.within(one, WINDOW))
        elif cluster is None and one.age and not any(c.age == one.age for c in seen.within(one, _REACH)):
            cluster = resolver.aged(one, seen.within(one, WINDOW))
        elif cluster is None:
            cluster = describer.place(one, seen.within(one, _REACH))
        elif cluster not in seen:
            again = describer.again if one.form is Form.NOMINAL else describer.introduced
            cluster = again(one, cluster, seen.within(one, _REACH))
        if cluster is not None:
            seen.add(cluster, one)


class _Seen:
    """The entities met so far, the last mentioned last."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[Cluster, int]] = {}

    def __contains__(self, cluster: Cluster) -> bool:
        return id(cluster) in self._last

    def add(self, cluster: Cluster, facts: Facts) -> None:
        self._last.pop(id(cluster), None)
        self._last[id(cluster)] = cluster, facts.sentence

    def within(self, facts: Facts, reach: int) -> list[Cluster]:
        """Those mentioned at most so many sentences ago, the last mentioned first."""
        found = []
        for cluster, sentence in reversed(self._last.values()):
            if facts.sentence - sentence > reach:
                break
            found.append(cluster)
        return found


def _numbered(draft: Draft, board: Board) -> tuple[tuple[Entity, ...], tuple[str | None, ...]]:
    entities: list[Entity] = []
    links: list[str | None] = [None] * len(draft.mentions)
    for number, cluster in enumerate(board.clusters(), 1):
        made = entity(draft, cluster, number)
        entities.append(made)
        for member in cluster.members:
            links[member.position] = made.id
    return tuple(entities), tuple(links)
