"""What a report tells of itself that decides whom a name means: its day, and the countries it is about."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from dateline.analysis.draft import Draft
from dateline.gazetteer.actors import Actor
from dateline.model.edtf import extent
from dateline.model.entity import Entity, Label


@dataclass
class Setting:
    """The day of a report, and how often it names each country, a place there or an actor at home there."""

    day: date | None
    countries: Counter[str] = field(default_factory=Counter)

    @property
    def sole(self) -> str | None:
        """The one country that a report names; None when there are several."""
        return next(iter(self.countries)) if len(self.countries) == 1 else None

    def hears_of(self, actors: Iterable[Actor]) -> None:
        """Takes note of where actors are at home: who names them speaks of their countries."""
        for actor in actors:
            self.countries.update(c for c in actor.countries if c not in self.countries)


def setting_of(draft: Draft) -> Setting:
    """The setting of a report, from its publication and the entities that its mentions stand for."""
    day = extent(draft.report.published)[1] if draft.report.published else None
    countries = {e.id: c for e in draft.entities if (c := _country(draft, e)) is not None}
    return Setting(day, Counter(_told(draft, countries)))


def _told(draft: Draft, countries: dict[str, str]) -> Iterator[str]:
    for position in range(len(draft.mentions)):
        entity = draft.entity_of(position)
        if entity in countries:
            yield countries[entity]


def _country(draft: Draft, entity: Entity) -> str | None:
    """The country an entity is, belongs to, or lies in."""
    geo = (draft.geos or {}).get(entity.id) if entity.type == Label.PLACE else None
    return entity.country if geo is None else geo.country
