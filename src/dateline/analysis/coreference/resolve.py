"""The stage: mentions joined to entities, names first, then in text order."""

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.descriptions import Describer
from dateline.analysis.coreference.entities import entity
from dateline.analysis.coreference.facts import Facts, Reader
from dateline.analysis.coreference.names import NameMatcher
from dateline.analysis.coreference.pronouns import Resolver
from dateline.analysis.coreference.statements import Statements
from dateline.analysis.coreference.tables import descriptions
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import vocabulary
from dateline.model.entity import Entity, Form


def resolve(draft: Draft) -> tuple[tuple[Entity, ...], tuple[str | None, ...]]:
    """The entities of a report by first mention, and for every mention its entity's id or None.

    Every mention but pronouns has an entity. A pronoun, or a description that might stand for two, is
    left open rather than guessed (a description then is an entity of its own).
    """
    words, tables = vocabulary(draft.language), descriptions(draft.language)
    facts = Reader(draft, words).all()
    board = Board(facts)
    NameMatcher(board, draft.parse, words, tables).match()
    Statements(board, draft, words, tables).read()
    _in_order(
        facts,
        board,
        Describer(board, draft.parse, words, tables),
        Resolver(draft, board, words, tables),
    )
    return _numbered(draft, board)


def _in_order(facts: list[Facts], board: Board, describer: Describer, resolver: Resolver) -> None:
    seen: dict[int, Cluster] = {}
    for one in facts:
        cluster = board.cluster(one)
        if one.form is Form.PRONOUN:
            cluster = resolver.place(one, list(seen.values()))
        elif cluster is None and one.age and not any(c.age == one.age for c in seen.values()):
            cluster = resolver.aged(one, list(seen.values()))
        elif cluster is None:
            cluster = describer.place(one, list(seen.values()))
        elif cluster.members[0] is one or id(cluster) not in seen:
            again = describer.again if one.form is Form.NOMINAL else describer.introduced
            cluster = again(one, cluster, list(seen.values()))
        if cluster is not None:
            seen[id(cluster)] = cluster


def _numbered(draft: Draft, board: Board) -> tuple[tuple[Entity, ...], tuple[str | None, ...]]:
    entities: list[Entity] = []
    links: list[str | None] = [None] * len(draft.mentions)
    for number, cluster in enumerate(board.clusters(), 1):
        made = entity(draft, cluster, number)
        entities.append(made)
        for member in cluster.members:
            links[member.position] = made.id
    return tuple(entities), tuple(links)
