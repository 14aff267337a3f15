"""Events as accounts compares them, loaded from the tables."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from dateline.accounts.bonds import telling_key
from dateline.accounts.identity import NATION
from dateline.accounts.sketch import Sketch, Spot, Who, rank_of_judged, together
from dateline.accounts.topics import Weights
from dateline.language import load_language
from dateline.language.folding import folder
from dateline.language.stemming import stemmer
from dateline.model.entity import Label
from dateline.model.factuality import Factuality
from dateline.model.place import Geo
from dateline.ontology import HISTORICAL
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.event_judging import bonds_of


def sketches(connection: Connection, events: Iterable[int]) -> dict[int, Sketch]:
    """The deeds whose first events have these keys, each as all words of its report tell it."""
    told: dict[int, list[Sketch]] = defaultdict(list)
    judged = bonds_of(connection)
    for deeds in chunks(events):
        some = list(connection.scalars(select(t.events.c.id).where(t.events.c.deed_id.in_(deeds))))
        actors, recipients = (
            _parties(connection, t.event_actors, some),
            _parties(connection, t.event_recipients, some),
        )
        tolls = _tolls(connection, some)
        rows = connection.execute(_events().where(t.events.c.id.in_(some))).all()
        company = _company(connection, (row.report_id for row in rows))
        topics = topics_of(connection, company)
        for row in rows:
            bond = judged.get((row.public_id, telling_key(row.type, row.stem, row.stems))) if judged else None
            sketch = Sketch(
                rank_of_judged(row.rank) if bond else row.rank,
                frozenset([row.report_id]),
                row.type,
                frozenset([row.stem]),
                frozenset(row.stems) - _stems("common"),
                frozenset(row.modes) - {HISTORICAL},  # which tells when it is told, not how it was done
                tuple(actors[row.id]),
                tuple(recipients[row.id]),
                _spot(row),
                row.date,
                row.published,
                tolls[row.id],
                Factuality(row.factuality).polarity,
                row.lead,
                company[row.report_id],
                topics[row.report_id],
                frozenset([bond.event] if bond else ()),
                bond.others if bond else frozenset(),
            )
            told[row.deed_id].append(sketch)
    return {deed: together(some) for deed, some in told.items()}


def _events() -> Any:
    e, i = t.events.c, t.identities.c
    columns = (e.id, e.deed_id, e.rank, e.report_id, e.type, e.stem, e.stems, e.modes, e.date, e.factuality)
    return (
        select(*columns, e.lead, e.place_start, e.place_stems, t.reports.c.published, t.reports.c.public_id)
        .add_columns(i.actor, i.local, i.kind, i.key, i.country, i.geo)
        .join(t.reports, e.report_id == t.reports.c.id)
        .outerjoin(t.entities, e.place_entity == t.entities.c.id)
        .outerjoin(t.identities, t.entities.c.identity_id == i.id)
    )


def _parties(connection: Connection, table: Table, events: list[int]) -> dict[int, list[Who]]:
    c, i = table.c, t.identities.c
    behind, side = t.entities.alias(), t.identities.alias()
    query = (
        select(c.event_id, c.entity_id, c.stems, i.actor, i.local, i.country, i.sector)
        .add_columns(side.c.actor.label("side"), side.c.local.label("side_local"))
        .outerjoin(t.entities, c.entity_id == t.entities.c.id)
        .outerjoin(t.identities, t.entities.c.identity_id == i.id)
        .outerjoin(behind, c.side_entity == behind.c.id)
        .outerjoin(side, behind.c.identity_id == side.c.id)
        .where(c.event_id.in_(events))
        .order_by(c.id)
    )
    found: dict[int, list[Who]] = defaultdict(list)
    for row in connection.execute(query):
        stems = frozenset(row.stems)
        anybody = bool(stems & _stems("anybody"))
        acts_for = row.side if row.side_local is None else None
        found[row.event_id].append(
            Who(stems, _shared(row), acts_for, row.country, row.sector, anybody, row.entity_id is None)
        )
    return found


def _company(connection: Connection, reports: Iterable[int]) -> dict[int, frozenset[str]]:
    """Whom each report names, and the countries that they belong to."""
    e, i = t.entities.c, t.identities.c
    query = select(e.report_id, i.actor, i.country, i.geo, i.kind, i.key).join(
        t.identities, e.identity_id == i.id
    )
    found: dict[int, set[str | None]] = {key: set() for key in reports}
    for some in chunks(found):
        named = query.where(e.report_id.in_(some) & i.local.is_(None) & i.actor.is_not(None))
        for row in connection.execute(named):
            country = row.country or (row.geo or {}).get("country") or _capitals().get(row.key)
            # A country is one thing, by whatever it is named: itself, its towns, its people.
            found[row.report_id].update(
                [country or row.actor] if row.kind == NATION else [row.actor, country]
            )
    return {key: frozenset(n for n in names if n is not None) for key, names in found.items()}


def topics_of(connection: Connection, reports: Iterable[int]) -> dict[int, Weights]:
    """What each report is about."""
    r = t.reports.c
    return {
        row.id: row.topic
        for some in chunks(reports)
        for row in connection.execute(select(r.id, r.topic).where(r.id.in_(some)))
    }


def _spot(row: Row[Any]) -> Spot | None:
    if row.place_start is None:
        return None
    geo = Geo(**row.geo) if row.geo else None
    stems, actor = frozenset(row.place_stems), _shared(row)
    capital = actor is None and bool(stems & _stems("capital"))
    country = geo.country if geo and geo.country else row.country or _capitals().get(row.key or "")
    return Spot(stems, actor, geo, country, row.kind == NATION, capital)


def _shared(row: Any) -> str | None:
    """The actor that a name holds together across reports."""
    return row.actor if row.local is None else None


def _tolls(connection: Connection, events: list[int]) -> dict[int, dict[str, tuple[int | None, int | None]]]:
    c = t.event_sizes.c
    found: dict[int, dict[str, tuple[int | None, int | None]]] = defaultdict(dict)
    for row in connection.execute(select(c.event_id, c.kind, c.low, c.high).where(c.event_id.in_(events))):
        found[row.event_id][row.kind] = (row.low, row.high)
    return found


@cache
def _capitals() -> dict[str, str]:
    """The countries of capitals, for places of which no point on the map is known."""
    nations = load_language().table("nations")["nations"]
    return {folder().name(n["capital"], Label.PLACE): code for code, n in nations.items() if "capital" in n}


@cache
def _stems(name: str) -> frozenset[str]:
    """The stems of a list of words in the table `accounts`."""
    return frozenset(map(stemmer().stem, load_language().table("accounts")[name]["words"]))
