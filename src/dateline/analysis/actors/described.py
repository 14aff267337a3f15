"""What a report says of every entity: its names, and the words by which it describes it."""

from collections import defaultdict
from dataclasses import dataclass, field

from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import vocabulary
from dateline.analysis.sectors import Sectors, sectors
from dateline.model.entity import Entity, Form, Mention

_REACH = 8  # tokens before the head of a name that may describe it


@dataclass(slots=True)
class Described:
    """An entity, the positions of its mentions, and the sectors that words said of it tell.

    `named`: the report calls it by a name; `well_known`: by a surname that needs no more.
    """

    entity: Entity
    mentions: list[int] = field(default_factory=list)
    sectors: set[str] = field(default_factory=set)
    named: bool = False
    well_known: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All names that the report calls it by."""
        return (self.entity.name, *self.entity.aliases) if self.named else ()


def describe(draft: Draft) -> list[Described]:
    """One record for every entity of a draft, in their order."""
    table = sectors(draft.language)
    of_entity: dict[str, list[int]] = defaultdict(list)
    for position in range(len(draft.mentions)):
        if (entity := draft.entity_of(position)) is not None:
            of_entity[entity].append(position)
    return [_described(draft, table, entity, of_entity[entity.id]) for entity in draft.entities]


def _described(draft: Draft, table: Sectors, entity: Entity, mentions: list[int]) -> Described:
    known = vocabulary(draft.language).given.well_known
    found = Described(entity, mentions, well_known=_surname(entity) in known)
    for position in mentions:
        mention = draft.mentions[position]
        if mention.form is Form.NOMINAL:
            found.sectors |= table.told(mention.span.of(draft.text))
        elif mention.form is Form.NAME:
            found.sectors |= table.told(_before(draft, mention))
        found.named |= mention.form in (Form.NAME, Form.ADJECTIVE)
    for role in entity.roles:
        found.sectors |= table.told(role)
    return found


def _surname(entity: Entity) -> str:
    return entity.name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1].lower()


def _before(draft: Draft, name: Mention) -> str:
    """The words that stand before a name in its phrase: "the media watchdog", "the former commander"."""
    parse = draft.parse
    start = max(parse.left[name.head], name.head - _REACH)
    return draft.text[parse.starts[start] : name.span.start]
