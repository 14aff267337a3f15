"""Who a report speaks of: mentions, and the entities they stand for."""

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.place import Geo
from dateline.model.span import Span


class Label(StrEnum):
    """What a mention names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"


class Form(StrEnum):
    """How a mention refers."""

    NAME = "name"  # Amrullah Saleh, the Taliban
    NOMINAL = "nominal"  # the ambassador, former officials
    PRONOUN = "pronoun"  # he, they, we
    ADJECTIVE = "adjective"  # Afghan, Taliban-held


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where somebody or something is referred to.

    `head` is the index of its head token in the report's parse, -1 in a dateline, which is not parsed;
    `entity` the id of the entity it stands for, None while open or when two readings are equally good.
    """

    span: Span
    label: Label
    form: Form
    head: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something a report speaks of.

    `type` is a Label value, or "unnamed" for a source that is only described ("one protester").
    `aliases` are the other names the text itself uses. `country` is an ISO 3166-1 alpha-3 code, or PLOVER's
    code of those that no country is home to (UNO, IGO, NGO …), and `sector` a PLOVER sector code, where
    known. `links` are ids elsewhere: "dateline" in our base of known actors, "wikidata".
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    roles: tuple[str, ...] = ()
    links: dict[str, str] = field(default_factory=dict)
    geo: Geo | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entity is beyond its report: its codes and links, as they stand in Entity."""

    country: str | None = None
    sector: str | None = None
    links: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in a relation, want or event: the words, and the entity if known."""

    span: Span
    entity: str | None = None
