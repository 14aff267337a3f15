"""What a report tells of somebody beyond the name, as far as that can tell who it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.language.folding import Folder
from dateline.model.analysis import Analysis
from dateline.model.entity import Entity
from dateline.model.place import Geo
from dateline.model.relation import Relation, RelationType

_MONTH = re.compile(r"\d{4}-\d\d\b")
_OFFICE = (RelationType.HOLDS_ROLE, RelationType.LEADS)


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """An office as a report gives it: folded title, of whom ("" when it does not say), in which year.

    `of` is an ISO 3166-1 alpha-3 code for a country, else a folded name. `year` is that of publication, 0 for
    an undated report. `over`: the report says that it is no longer held.
    """

    title: str
    of: str
    year: int
    over: bool = False

    def words(self) -> str:
        held = f"{'former ' if self.over else ''}{self.title}{f' of {self.of}' if self.of else ''}"
        return f"{held} ({self.year})" if self.year else held


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies. `point` is degrees WGS 84."""

    country: str | None
    admin1: str | None
    point: tuple[float, float]
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Traits:
    """Of one entity of one report.

    `links` are (scheme, id) of known actors, `born` the year of birth (the age taken from the year of
    publication, so one year off at most), `kin` (term, folded name) of relatives.
    """

    country: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    spot: Spot | None = None
    born: int | None = None
    offices: tuple[Office, ...] = ()
    kin: tuple[tuple[str, str], ...] = ()

    def words(self) -> tuple[str, ...]:
        """What is told, for a human to read."""
        said = [self.country] if self.country else []
        said += [f"{scheme}: {value}" for scheme, value in self.links]
        if self.spot is not None:
            said.append(f"at {self.spot.point[0]:.2f}, {self.spot.point[1]:.2f}")
        if self.born is not None:
            said.append(f"born about {self.born}")
        said += [office.words() for office in self.offices]
        said += [f"{term} of {name}" for term, name in self.kin]
        return tuple(said)


NOTHING = Traits()


@dataclass(frozen=True)
class Reading:
    """One report's analysis, asked for the traits of its entities."""

    analysis: Analysis
    folder: Folder

    @property
    def _published(self) -> str:
        return self.analysis.report.published or self.analysis.report.document.published or ""

    @property
    def year(self) -> int:
        """The year of publication, 0 when it is not known."""
        return int(self._published[:4]) if self._published[:4].isdigit() else 0

    @property
    def month(self) -> str | None:
        """The month of publication, "2021-03"."""
        return self._published[:7] if _MONTH.match(self._published) else None

    def traits(self) -> dict[str, Traits]:
        """Entity id -> its traits."""
        entities = {e.id: e for e in self.analysis.entities}
        told: dict[str, list[Relation]] = {e: [] for e in entities}
        for relation in self.analysis.relations:
            if relation.subject.entity in told and relation.factuality.value == "CT+":
                told[relation.subject.entity].append(relation)
        return {key: self._of(entity, told[key], entities) for key, entity in entities.items()}

    def _of(self, entity: Entity, told: Iterable[Relation], entities: dict[str, Entity]) -> Traits:
        offices, kin, born = set(), set(), None
        for relation in told:
            other = entities.get((relation.object and relation.object.entity) or "")
            if relation.type in _OFFICE and relation.value:
                offices.add(self._office(relation, other, entity.country))
            elif relation.type is RelationType.KIN_OF and relation.value and other is not None:
                kin.add((self.folder.phrase(relation.value), self.folder.name(other.name, other.type)))
            elif relation.type is RelationType.HAS_AGE and self.year and (relation.value or "").isdecimal():
                born = self.year - int(relation.value or 0)
        return Traits(
            entity.country,
            tuple(sorted(entity.links.items())),
            None if entity.geo is None else _spot(entity.geo),
            born,
            tuple(sorted(offices)),
            tuple(sorted(kin)),
        )

    def _office(self, relation: Relation, of: Entity | None, country: str | None) -> Office:
        whose = country or ""
        if of is not None:
            whose = self._whose(of)
        title = self.folder.offices.usual(self.folder.phrase(relation.value or ""))
        return Office(title, whose, self.year, _over(relation.date))

    def _whose(self, of: Entity) -> str:
        key = self.folder.name(of.name, of.type)
        return of.country if of.country and self.folder.nation(key, of.country) else key


def _over(date: str | None) -> bool:
    """Whether an EDTF date is an interval that has ended."""
    return date is not None and "/" in date and (date.startswith("..") or not date.endswith(".."))


def _spot(geo: Geo) -> Spot:
    return Spot(geo.country, geo.admin1, (geo.lat, geo.lon), geo.geonameid)
