"""Where a report names places: by their own names, by adjectives, and as those who act in their name."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import Nation, Vocabulary
from dateline.model.entity import Form, Label


class Role(Enum):
    """What a name of a place stands for where it is written."""

    PLACE = "place"
    ACTOR = "actor"  # "France refused": its government
    PEOPLE = "people"  # "the French"
    ADJECTIVE = "adjective"  # "French troops"


@dataclass(frozen=True, slots=True)
class Spot:
    """A name of a place in tokens `[start, end)`. `mention` is the mention's position, `head` its head."""

    start: int
    end: int
    mention: int
    head: int
    role: Role


@dataclass(slots=True)
class Toponym:
    """A place of a report: all spots that name one entity. `nation` where a table of nations knows it.

    `filed` counts how often a dateline names it, which is no spot of the parse.
    """

    entity: str
    names: tuple[str, ...]
    nation: Nation | None = None
    spots: list[Spot] = field(default_factory=list)
    filed: int = 0

    @property
    def is_people(self) -> bool:
        """Whether only people of the place are spoken of: evidence for others, but no place itself."""
        return not self.filed and all(spot.role is Role.PEOPLE for spot in self.spots)

    @property
    def told(self) -> int:
        """How often a report names it."""
        return len(self.spots) + self.filed


def find_toponyms(draft: Draft, words: Vocabulary) -> list[Toponym]:
    """The places of a report in the order of their first mention."""
    found: dict[str, Toponym] = {}
    names: dict[str, dict[str, None]] = defaultdict(dict)
    spots = list(_spots(draft, words))
    towns = {_text(draft, spot): draft.links[spot.mention] for spot in spots if spot.role is Role.PLACE}
    for spot in spots:
        text, entity = draft.parse.text(spot.start, spot.end), draft.links[spot.mention]
        if spot.role is Role.ACTOR and text.lower() in words.capitals:
            entity = towns.get(text.lower())  # the capital's name may stand for the state, which is elsewhere
        if entity is None:
            continue
        toponym = found.setdefault(entity, Toponym(entity, ()))
        toponym.spots.append(spot)
        if spot.role in (Role.PLACE, Role.ACTOR):
            names[entity][text] = None
        toponym.nation = toponym.nation or nation_named(words, text)
    for entity, toponym in found.items():
        toponym.names = tuple(names[entity])
    return list(found.values())


def _text(draft: Draft, spot: Spot) -> str:
    return draft.parse.text(spot.start, spot.end).lower()


def nation_named(words: Vocabulary, text: str) -> Nation | None:
    """The nation of a name, adjective or noun for its people."""
    lower = text.lower()
    return words.nations.get(lower) or words.adjectives.get(lower) or words.nationals.get(lower)


def _spots(draft: Draft, words: Vocabulary) -> Iterator[Spot]:
    parse = draft.parse
    for position, mention in enumerate(draft.mentions):
        if mention.form not in (Form.NAME, Form.ADJECTIVE):
            continue
        tokens = parse.tokens_in(mention.span)
        role = _role(draft, words, position, parse.text(tokens.start, tokens.stop).lower())
        if role is not None:
            yield Spot(tokens.start, tokens.stop, position, mention.head, role)


def _role(draft: Draft, words: Vocabulary, position: int, text: str) -> Role | None:
    mention = draft.mentions[position]
    if mention.form is Form.ADJECTIVE:
        return Role.ADJECTIVE
    if mention.label is Label.PLACE:
        return Role.PLACE
    if mention.label is Label.ORGANIZATION and (text in words.nations or text in words.capitals):
        return Role.ACTOR
    nation = words.nationals.get(text)
    if mention.label is Label.GROUP and nation is not None and nation.code is not None:
        return Role.PEOPLE
    return None
