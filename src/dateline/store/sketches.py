"""Events as accounts compares them, loaded from the tables."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from dateline.accounts.identity import NATION
from dateline.accounts.sketch import Sketch, Spot, Who
from dateline.language import load_language
from dateline.language.stemming import stemmer
from dateline.model.factuality import Factuality
from dateline.model.place import Geo
from dateline.store import schema as t
from dateline.store.evidence import chunks


def sketches(connection: Connection, events: Iterable[int]) -> dict[int, Sketch]:
    """The events with these keys."""
    found: dict[int, Sketch] = {}
    for some in chunks(events):
        actors, recipients = (
            _parties(connection, t.event_actors, some),
            _parties(connection, t.event_recipients, some),
        )
        tolls = _tolls(connection, some)
        for row in connection.execute(_events().where(t.events.c.id.in_(some))):
            found[row.id] = Sketch(
                row.rank,
                row.report_id,
                row.type,
                row.stem,
                frozenset(row.stems),
                frozenset(row.modes),
                tuple(actors[row.id]),
                tuple(recipients[row.id]),
                _spot(row),
                row.date,
                row.published,
                tolls[row.id],
                Factuality(row.factuality).polarity,
            )
    return found


def _events() -> Any:
    e, i = t.events.c, t.identities.c
    columns = (e.id, e.rank, e.report_id, e.type, e.stem, e.stems, e.modes, e.date, e.factuality)
    return (
        select(*columns, e.place_start, e.place_stems, t.reports.c.published)
        .add_columns(i.actor, i.local, i.kind, i.country, i.geo)
        .join(t.reports, e.report_id == t.reports.c.id)
        .outerjoin(t.entities, e.place_entity == t.entities.c.id)
        .outerjoin(t.identities, t.entities.c.identity_id == i.id)
    )


def _parties(connection: Connection, table: Table, events: list[int]) -> dict[int, list[Who]]:
    c, i = table.c, t.identities.c
    query = (
        select(c.event_id, c.stems, i.actor, i.local, i.country, i.sector)
        .outerjoin(t.entities, c.entity_id == t.entities.c.id)
        .outerjoin(t.identities, t.entities.c.identity_id == i.id)
        .where(c.event_id.in_(events))
        .order_by(c.id)
    )
    found: dict[int, list[Who]] = defaultdict(list)
    for row in connection.execute(query):
        stems = frozenset(row.stems)
        anybody = bool(stems & _stems("anybody"))
        found[row.event_id].append(Who(stems, _shared(row), row.country, row.sector, anybody))
    return found


def _spot(row: Row[Any]) -> Spot | None:
    if row.place_start is None:
        return None
    geo = Geo(**row.geo) if row.geo else None
    stems, actor = frozenset(row.place_stems), _shared(row)
    capital = actor is None and bool(stems & _stems("capital"))
    country = geo.country if geo and geo.country else row.country
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
def _stems(name: str) -> frozenset[str]:
    """The stems of a list of words in the table `accounts`."""
    return frozenset(map(stemmer().stem, load_language().table("accounts")[name]["words"]))
