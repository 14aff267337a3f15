"""Sketches of events as they are kept, so that what is compared again and again is put together once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from dateline.accounts.sketch import Sketch, Spot, Who
from dateline.accounts.topics import Weights
from dateline.model.place import Geo
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.inserting import add_rows
from dateline.store.sketches import sketches

type Packed = list[Any]


@dataclass
class Sketches:
    """The sketches of a store, each loaded once."""

    connection: Connection
    _found: dict[int, Sketch] = field(default_factory=dict)
    _company: dict[int, frozenset[str]] = field(default_factory=dict)
    _topics: dict[int, Weights] = field(default_factory=dict)

    def of(self, events: Collection[int]) -> Mapping[int, Sketch]:
        """Those of some events, and perhaps of more."""
        for some in chunks(key for key in events if key not in self._found):
            self._load(some)
        return self._found

    def renew(self, events: Iterable[int]) -> Mapping[int, Sketch]:
        """Puts the sketches of some events together anew, and keeps them."""
        connection, found = self.connection, sketches(self.connection, events)
        for some in chunks(found):
            connection.execute(delete(t.event_sketches).where(t.event_sketches.c.event_id.in_(some)))
        rows = ({"event_id": key, "sketch": _packed(sketch)} for key, sketch in found.items())
        add_rows(connection, t.event_sketches, rows)
        self._company |= {report: s.company for s in found.values() for report in s.reports}
        self._topics |= {report: s.topic for s in found.values() for report in s.reports}
        companies = [
            {"report": report, "names": sorted(s.company)} for s in found.values() for report in s.reports
        ]
        if companies:
            ours = t.reports.c.id == bindparam("report")
            connection.execute(update(t.reports).where(ours).values(company=bindparam("names")), companies)
        self._found |= found
        return found

    def _load(self, events: Sequence[int]) -> None:
        c, r = t.event_sketches.c, t.reports.c
        query = (
            select(c.event_id, c.sketch, t.events.c.report_id)
            .join(t.events, c.event_id == t.events.c.id)
            .where(c.event_id.in_(events))
        )
        rows = self.connection.execute(query).all()
        missing = {row.report_id for row in rows} - self._company.keys()
        for some in chunks(missing):
            for found in self.connection.execute(select(r.id, r.company, r.topic).where(r.id.in_(some))):
                self._company[found.id] = frozenset(found.company)
                self._topics[found.id] = found.topic
        for row in rows:
            sketch = _unpacked(row.sketch, row.report_id)
            report = row.report_id
            self._found[row.event_id] = replace(
                sketch, company=self._company[report], topic=self._topics[report]
            )


def _packed(sketch: Sketch) -> Packed:
    """All of a sketch that its report does not say of all its events."""
    place = sketch.place
    return [
        sketch.rank,
        sketch.type,
        sorted(sketch.triggers),
        sorted(sketch.stems),
        sorted(sketch.modes),
        [_party(w) for w in sketch.actors],
        [_party(w) for w in sketch.recipients],
        place and _place(place),
        sketch.date,
        sketch.published,
        {kind: list(bounds) for kind, bounds in sketch.toll.items()},
        sketch.polarity,
        sketch.lead,
        sorted(sketch.judged),
        sorted(sketch.apart),
    ]


def _place(spot: Spot) -> Packed:
    geo = spot.geo and asdict(spot.geo)
    return [sorted(spot.stems), spot.actor, geo, spot.country, spot.nation, spot.capital]


def _party(who: Who) -> Packed:
    return [sorted(who.stems), who.actor, who.side, who.country, who.sector, who.anybody, who.thing]


def _unpacked(packed: Packed, report: int) -> Sketch:
    rank, type_, triggers, stems, modes, actors, recipients, place, date, published, toll, *rest = packed
    polarity, lead, judged, apart = rest
    return Sketch(
        rank,
        frozenset([report]),
        type_,
        frozenset(triggers),
        frozenset(stems),
        frozenset(modes),
        tuple(Who(frozenset(words), *rest) for words, *rest in actors),
        tuple(Who(frozenset(words), *rest) for words, *rest in recipients),
        place and _spot(*place),
        date,
        published,
        {kind: (low, high) for kind, (low, high) in toll.items()},
        polarity,
        lead,
        judged=frozenset(judged),
        apart=frozenset(apart),
    )


def _spot(stems: list[str], actor: str | None, geo: dict[str, Any] | None, *rest: Any) -> Spot:
    return Spot(frozenset(stems), actor, None if geo is None else Geo(**geo), *rest)
