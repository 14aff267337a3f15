"""Who or what an actor is, in one line: name, other names, kind, country, where it lies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.language import Language
from dateline.model.entity import Entity
from dateline.model.place import Geo
from dateline.model.records import ActorRecord
from dateline.queries.answer import Statement
from dateline.queries.whereabouts import coordinates

_SPACE = re.compile(r"\s+")
_ORGANISED = ("organization", "group")


@dataclass(frozen=True, slots=True)
class Identity:
    """`also` are other names that tell more than the name; `kind` and `country` are words, not codes."""

    name: str
    also: tuple[str, ...]
    kind: str
    country: str | None
    geo: Geo | None

    def notes(self, also_known_as: str) -> list[str]:
        """What stands behind the name, part by part."""
        also = f"{also_known_as} {', '.join(self.also)}" if self.also else ""
        where = coordinates(self.geo) if self.geo else ""
        return [note for note in (also, self.kind, self.country, where) if note]


def identity(entity: Entity, language: Language) -> Identity:
    """An entity in the words of a language."""
    kinds = language.table("phrases")["kind"]
    sector = kinds["sector"].get(entity.sector) if entity.type in _ORGANISED else None
    nation = language.table("nations")["nations"].get(entity.country or "")
    country = nation["name"] if nation else kinds["world"].get(entity.country)
    return Identity(
        entity.name,
        telling_names(entity),
        sector or kinds.get(entity.type, entity.type),
        None if country == entity.name else country,
        entity.geo,
    )


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer: who the actor is, what bears out its other names, and the other statements."""

    identity: Identity
    named: tuple[Statement, ...]
    rest: tuple[Statement, ...]


def headed(actor: ActorRecord, statements: Iterable[Statement], language: Language) -> Head:
    """Statements that only tell a name which stands at the head are told by the head."""
    who = identity(actor.entity, language)
    names = {name.lower() for name in (who.name, *who.also)}
    given = list(statements)
    named = [s for s in given if s.alias is not None and s.alias.lower() in names]
    return Head(who, tuple(named), tuple(s for s in given if s not in named))


def telling_names(entity: Entity) -> tuple[str, ...]:
    """The aliases without those that are only parts of the name, or of another alias ("the Front")."""
    names = dict.fromkeys(_SPACE.sub(" ", alias).strip() for alias in entity.aliases)
    known = [_words(entity.name)]
    kept = []
    for alias in sorted(names, key=lambda a: (-len(a), a)):
        words = _words(alias)
        if not any(words <= other for other in known):
            known.append(words)
            kept.append(alias)
    return tuple(sorted(kept, key=list(names).index))


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.lower()))
