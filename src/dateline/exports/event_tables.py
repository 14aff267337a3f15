"""Events as the tables that researchers of conflict load: tab-separated, one header, one row an event.

`plover` has the columns of POLECAT's releases, `cameo` those of ICEWS', each followed by dateline's own;
docs/howto/load-event-tables.md says what stands in each column.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import TextIO

from dateline.exports.csv import safe
from dateline.language import load_language
from dateline.model.edtf import first_day
from dateline.model.factuality import Factuality
from dateline.model.records import EventParty, EventRecord, ReportRecord
from dateline.ontology import EventType, ontology
from dateline.ontology.codes import plover_country
from dateline.store.view import View

type Cells = dict[str, str | int | float | None]

_QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
_HAPPENED = (Factuality.CERTAIN, Factuality.PROBABLE)
_TOLLS = ("dead", "injured", "arrested", "abducted", "displaced", "participants")


@dataclass(frozen=True, slots=True)
class Row:
    """An event with what its type says and the report it is first told in."""

    event: EventRecord
    report: ReportRecord | None

    @property
    def type(self) -> EventType:
        return ontology().types[self.event.type]

    @property
    def score(self) -> float:
        known = [m for m in self.event.modes if m in self.type.modes]
        return ontology().score(self.event.type, known)

    @property
    def coded(self) -> bool:
        """Whether a coder would code it: told as having happened, and complete as its type asks."""
        return self.event.factuality in _HAPPENED and bool(
            self.event.recipients or not self.type.recipient_required
        )

    @property
    def date(self) -> tuple[str | None, str | None]:
        """The day of the event and what it rests on: "event", else the day of "publication".

        An event that is dated less exactly than to a day has no day.
        """
        if self.event.date is not None:
            day = first_day(self.event.date)
            exact = day is not None and "/" not in self.event.date
            return (day.isoformat(), "event") if day and exact else (None, "imprecise")
        day = first_day(self.published)
        return (day.isoformat(), "publication") if day else (None, None)

    @property
    def published(self) -> str | None:
        return self.event.evidence[0].published


def write_plover(view: View, stream: TextIO, *, every: bool = False) -> None:
    """Writes events with the columns of POLECAT; `every` adds those that a coder would not code."""
    _write((_plover(row) for row in _rows(view, every)), stream, _PLOVER)


def write_cameo(view: View, stream: TextIO, *, every: bool = False) -> None:
    """Writes events with the columns of ICEWS, one row for each pair of source and target."""
    _write((cells for row in _rows(view, every) for cells in _cameo(row)), stream, _CAMEO)


#: Tables of events, by the name of their format.
TABLES: dict[str, Callable[..., None]] = {"plover": write_plover, "cameo": write_cameo}


def _rows(view: View, every: bool) -> Iterator[Row]:
    reports = {r.id: r for r in view.reports()}
    rows = (Row(e, reports.get(e.evidence[0].report)) for e in view.events())
    return (row for row in rows if every or row.coded)


def _write(rows: Iterable[Cells], stream: TextIO, columns: tuple[str, ...]) -> None:
    writer = csv.DictWriter(stream, columns, dialect="excel-tab", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: _cell(row.get(column)) for column in columns})


def _cell(value: str | float | None) -> str | int | float:
    if isinstance(value, str):
        return safe(" ".join(value.split()))
    return "" if value is None else value


# ---------------------------------------------------------------------- PLOVER
_PLACE = ("City", "District", "Province", "Country", "Latitude", "Longitude")
_OWN = (
    *("CAMEO Code", "Event Date EDTF", "Date Basis", "Factuality", "Attributed To", "Coded"),
    *("Independent", "Disputed"),
    *(f"{toll.title()} {bound}" for toll in _TOLLS for bound in ("Low", "High")),
    *("Story ID", "Headline", "URL", "Trigger", "Text"),
)
_PLOVER = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector"),
    *("Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", *_PLACE, "GeoNames ID", "Raw Placename", "Feature Type"),
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
    *_OWN,
)


def _plover(row: Row) -> Cells:
    event = row.event
    return {
        "Event ID": event.id,
        "Event Date": row.date[0],
        "Event Type": event.type,
        "Event Mode": _joined(event.modes),
        "Intensity": row.score,
        "Quad Code": _QUADS[row.type.quad],
        "Contexts": _joined(event.contexts),
        **_plover_side("Actor", _named(event.actors)),
        **_plover_side("Recipient", _named(event.recipients)),
        "Placename": event.place.name if event.place else None,
        "Raw Placename": event.place.name if event.place else None,
        **_place(row),
        "Source": event.evidence[0].outlet,
        "Publication Date": (row.published or "").partition("T")[0],
        "Language": row.report.language if row.report else None,
        **_own(row),
    }


def _plover_side(side: str, parties: tuple[EventParty, ...]) -> Cells:
    sectors = [p.sector for p in parties if p.sector]
    return {
        f"{side} Name": _joined(p.name for p in parties),
        f"{side} Country": _joined(filter(None, (plover_country(p.country) for p in parties))),
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": _joined(sectors),
        f"{side} Name Raw": _joined(p.name for p in parties),
    }


# ---------------------------------------------------------------------- CAMEO
_CAMEO = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text"),
    *("CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country"),
    *("Story ID", "Sentence Number", "Publisher", *_PLACE),
    *("Event Type", "Event Mode", "Quad Code"),
    *(c for c in _OWN if c not in ("CAMEO Code", "Story ID")),
)


def _cameo(row: Row) -> Iterator[Cells]:
    event = row.event
    pairs = _pairs(event)
    for number, (source, target) in enumerate(pairs, 1):
        yield {
            **_own(row),
            "Event ID": event.id if len(pairs) == 1 else f"{event.id}-{number}",
            "Event Date": row.date[0],
            **_cameo_side("Source", source),
            "Event Text": " ".join([event.type.capitalize(), *(f"({m})" for m in event.modes)]),
            "Intensity": row.score,
            **_cameo_side("Target", target),
            "Sentence Number": event.sentence,
            "Publisher": event.evidence[0].outlet,
            **_place(row),
            "Event Type": event.type,
            "Event Mode": _joined(event.modes),
            "Quad Code": row.type.quad,
        }


def _pairs(event: EventRecord) -> list[tuple[EventParty | None, EventParty | None]]:
    """Who did it to whom, one by one; in an event that all take part in alike, each to each other."""
    actors, recipients = _named(event.actors), _named(event.recipients)
    if len(actors) > 1 and not recipients:
        return list(permutations(actors, 2))
    return [(a, r) for a in actors or (None,) for r in recipients or (None,)]


def _cameo_side(side: str, party: EventParty | None) -> Cells:
    return {
        f"{side} Name": party.name if party else None,
        f"{side} Sectors": party.sector if party else None,
        f"{side} Country": plover_country(party.country) if party else None,
    }


# ---------------------------------------------------------------------- both
def _named(parties: tuple[EventParty, ...]) -> tuple[EventParty, ...]:
    """Those who have a name or are described: whom "they" means nobody could look up in a table."""
    pronouns = load_language().table("phrases")["event"]["pronouns"]
    return tuple(p for p in parties if p.entity is not None or p.name.lower() not in pronouns)


def _place(row: Row) -> Cells:
    place = row.event.place
    if place is None or place.geo is None:
        return {}
    geo = place.geo
    city = bool(geo.feature and geo.feature.startswith("PPL"))  # PCLI is a country, PEN a peninsula
    return {
        "City": place.name if city else None,
        "Province": geo.admin1,
        "Country": geo.country,
        "Latitude": geo.lat,
        "Longitude": geo.lon,
        "GeoNames ID": geo.geonameid,
        "Feature Type": geo.feature,
    }


def _own(row: Row) -> Cells:
    event, evidence = row.event, row.event.evidence[0]
    known = [m for m in event.modes if m in row.type.modes]
    tolls = {
        f"{kind.title()} {bound}": value
        for kind, toll in event.size.items()
        for bound, value in (("Low", toll.low), ("High", toll.high))
    }
    return {
        "CAMEO Code": event.cameo or ontology().cameo_code(event.type, known),
        "Event Date EDTF": event.date,
        "Date Basis": row.date[1],
        "Factuality": event.factuality.value,
        "Attributed To": " > ".join(link.source or link.hedge or "?" for link in evidence.chain),
        "Coded": "yes" if row.coded else "no",
        "Independent": event.independent,
        "Disputed": len(event.disputed_by),
        **tolls,
        "Story ID": evidence.report,
        "Headline": row.report.title if row.report else None,
        "URL": evidence.url,
        "Trigger": event.trigger,
        "Text": evidence.text,
    }


def _joined(values: Iterable[str]) -> str:
    return ";".join(dict.fromkeys(v.replace(";", ",") for v in values))
