"""Codes of country and sector: of known actors, and of those that are described by their country or side."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.analysis.actors.described import Described
from dateline.analysis.actors.setting import Setting
from dateline.analysis.draft import Draft
from dateline.analysis.sectors import Sectors, sectors
from dateline.gazetteer.actors import Actor, Kind
from dateline.model.entity import Form, Label, Mention, Standing

_BESIDE = frozenset(("compound", "poss", "nmod", "amod"))
_HOMELESS = frozenset((Kind.AGENCY, Kind.BROADCASTER, Kind.NEWSPAPER, Kind.ONLINE, Kind.PLATFORM, Kind.AID))
# What a word says of somebody of an armed group: its officials and forces are the group's.
_OF_GROUP = frozenset((None, "MIL", "GOV", "COP", "SPY", "UAF"))
_OF_STATE = frozenset(("MIL", "COP", "GOV", "LEG", "JUD", "SPY"))


@dataclass
class Coder:
    """Works out the standings of a report's entities; who belongs to whom is asked of the grammar."""

    draft: Draft
    setting: Setting
    records: list[Described]
    actors: list[Actor | None]
    table: Sectors = field(init=False)
    _place: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.table = sectors(self.draft.language)
        self._place = {record.entity.id: i for i, record in enumerate(self.records)}

    def all(self) -> tuple[Standing, ...]:
        """The standings, in the order of the entities."""
        return tuple(
            self._described(record) if actor is None else self._known(record, actor)
            for record, actor in zip(self.records, self.actors, strict=True)
        )

    # ------------------------------------------------------------------ known actors
    def _known(self, record: Described, actor: Actor) -> Standing:
        country = actor.country or record.entity.country
        if actor.kind is Kind.NATION:
            sector = None if record.entity.type == Label.PLACE else actor.sector
        elif actor.kind is Kind.PERSON:
            sector = self._of_person(record, actor)
        else:
            sector = actor.sector_on(self.setting.day) or self._told(record)
        return Standing(country, sector, links_of(actor))

    def _of_person(self, record: Described, actor: Actor) -> str | None:
        if self.setting.day is not None and actor.offices(self.setting.day):
            return actor.sector
        return self._told(record)

    # ------------------------------------------------------------------ everybody else
    def _described(self, record: Described) -> Standing:
        entity = record.entity
        if entity.type == Label.PLACE:
            return Standing(entity.country)
        sector, country = self._told(record), entity.country
        owner = self._owner(record)
        if owner is not None:
            country = country or (None if owner.kind in _HOMELESS else owner.country)
            sector = self._of_side(record, owner, sector)
        country = country or self._of_place(record)
        if country is None and not record.named and sector in _OF_STATE:
            country = self.setting.sole
        return Standing(country, sector)

    def _told(self, record: Described) -> str | None:
        """The sector that the words of a name, description or office tell."""
        return next((code for text in self._texts(record) if (code := self.table.of(text)) is not None), None)

    def _texts(self, record: Described) -> Iterator[str]:
        """What an entity is called, then what it is described as, which ends where its head noun does."""
        if record.named:
            yield record.entity.name
        mentions = (self.draft.mentions[position] for position in record.mentions)
        yield from (self._phrase(m) for m in mentions if m.form is Form.NOMINAL)
        yield from record.entity.roles

    def _phrase(self, mention: Mention) -> str:
        """A description up to its head noun, or all of it where it goes on to say of whom."""
        parse, after = self.draft.parse, mention.head + 1
        goes_on = after < len(parse) and parse.lower[after] in self.table.links
        end = mention.span.end if goes_on else min(mention.span.end, parse.ends[mention.head])
        return self.draft.text[mention.span.start : end]

    def _of_side(self, record: Described, owner: Actor, sector: str | None) -> str | None:
        own = owner.sector_on(self.setting.day)
        if owner.kind is Kind.ARMED and sector in _OF_GROUP and (sector or self._speaks(record)):
            return own
        return own if sector is None and self._speaks(record) else sector

    def _speaks(self, record: Described) -> bool:
        """Whether somebody only leads, speaks for or belongs to whom they are told with: "a spokesman"."""
        return any(self.table.passes(text) for text in self._texts(record))

    def _owner(self, record: Described) -> Actor | None:
        """The known actor that an entity is told to be of: "Taliban fighters", "a member of Boko Haram"."""
        found = (self.actors[self._place[entity]] for entity in self._told_with(record))
        return next((a for a in found if a is not None and a.kind not in (Kind.NATION, Kind.PERSON)), None)

    def _of_place(self, record: Described) -> str | None:
        """The country of the place that somebody is told to be of: "Goma police", "residents of Gao"."""
        geos = self.draft.geos or {}
        found = (geos[e] for e in self._told_with(record) if e in geos and self._is_place(e))
        return next((geo.country for geo in found), None)

    def _is_place(self, entity: str) -> bool:
        return self.records[self._place[entity]].entity.type == Label.PLACE

    def _told_with(self, record: Described) -> Iterator[str]:
        """The entities that the phrases for an entity name as whose or of whom it is."""
        for position in record.mentions:
            for token in self._beside(self.draft.mentions[position].head, 2):
                other = self.draft.mention_of(token)
                entity = None if other is None or other == position else self.draft.entity_of(other)
                if entity is not None and entity != record.entity.id:
                    yield entity

    def _beside(self, head: int, depth: int) -> Iterator[int]:
        """The nouns that say whose or of whom a noun is."""
        parse = self.draft.parse
        for child in parse.children[head]:
            if parse.deps[child] in _BESIDE and child < head:
                yield child
                if depth > 1:
                    yield from self._beside(child, depth - 1)
            elif parse.deps[child] == "prep" and parse.lower[child] in self.table.links:
                yield from (t for t in parse.children[child] if parse.deps[t] == "pobj")


def links_of(actor: Actor) -> dict[str, str]:
    """An entity's links to a known actor."""
    wikidata = {} if actor.wikidata is None else {"wikidata": actor.wikidata}
    return {"dateline": actor.id, **wikidata}
