"""Which events somebody's words tell: claims of one event by different speakers are claims on one matter."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from dateline.model.factuality import Factuality
from dateline.store import schema as t
from dateline.store.dialect import chunks

type Told = tuple[str, str]  # the id of an account, and whether it is said to have happened


def events_told(connection: Connection, attributions: Iterable[int]) -> dict[int, set[Told]]:
    """Attribution -> the events that its words tell or deny."""
    found: dict[int, set[Told]] = {}
    for some in chunks(attributions):
        for query in _telling():
            for row in connection.execute(query.where(query.selected_columns[0].in_(some))):
                polarity = Factuality(row.factuality).polarity
                if row.account is not None and polarity != "u":
                    found.setdefault(row.attribution_id, set()).add((row.account, polarity))
    return found


def of_the_same_events(connection: Connection, attributions: Iterable[int]) -> set[int]:
    """All attributions that tell or deny events of which some do."""
    accounts = {account for told in events_told(connection, attributions).values() for account, _ in told}
    found: set[int] = set()
    for some in chunks(accounts):
        for query in _telling():
            of_them = query.where(t.events.c.account.in_(some))
            found.update(row.attribution_id for row in connection.execute(of_them))
    return found


def _telling() -> Iterator[Select[Any]]:
    """Who tells which account: by an event's first word, and by its further ones."""
    e, m = t.events.c, t.event_mentions.c
    yield select(e.attribution_id, e.account, e.factuality).where(e.attribution_id.is_not(None))
    further = select(m.attribution_id, e.account, m.factuality).join(t.events, m.event_id == e.id)
    yield further.where(m.attribution_id.is_not(None))
