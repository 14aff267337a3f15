"""In whose company the reports of a store show identities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, select

from dateline.model.entity import Label
from dateline.store import schema as t
from dateline.store.dialect import chunks

# The kinds of those who keep company; nations are of another kind, since they keep it with everybody.
_COMPANY = (Label.PERSON, Label.ORGANIZATION)


@dataclass(slots=True)
class _Around:
    """Who else is in some reports: the identities, and the names of those who are company."""

    identities: set[int] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)

    def add(self, row: Any) -> None:
        self.identities.add(row.other)
        if row.local is None and row.kind in _COMPANY:
            self.names.add((row.kind, row.key))


@dataclass
class StoredCompany:
    """See accounts.resolve.Company. What is around somebody is looked up once."""

    connection: Connection
    _around: dict[int | frozenset[int], _Around] = field(default_factory=dict)

    def prepare(self, identities: Iterable[int]) -> None:
        """Looks up at once what is around each of some identities, as it will be asked for."""
        wanted = sorted(identities)
        self._around |= {i: _Around() for i in wanted}
        for some in chunks(wanted):
            for row in self.connection.execute(_beside(some)):
                self._around[row.one].add(row)

    def met(self, one: int, others: frozenset[int]) -> bool:
        return not others.isdisjoint(self._near(one).identities)

    def shared(self, one: int, others: frozenset[int]) -> bool:
        mine = self._near(one).names
        return bool(mine) and not self.met(one, others) and not mine.isdisjoint(self._of(others).names)

    def _near(self, one: int) -> _Around:
        if one not in self._around:
            self.prepare([one])
        return self._around[one]

    def _of(self, others: frozenset[int]) -> _Around:
        if others not in self._around:
            found = _Around()
            for some in chunks(others):
                for row in self.connection.execute(_beside(some)):
                    if row.other not in others:
                        found.add(row)
            self._around[others] = found
        return self._around[others]


def _beside(identities: Sequence[int]) -> Select[Any]:
    """Each of some identities with each other that is in a report of it."""
    e, beside, i = t.entities.c, t.entities.alias(), t.identities.c
    return (
        select(e.identity_id.label("one"), i.id.label("other"), i.kind, i.key, i.local)
        .join(beside, (beside.c.report_id == e.report_id) & (beside.c.identity_id != e.identity_id))
        .join(t.identities, beside.c.identity_id == i.id)
        .where(e.identity_id.in_(identities))
        .distinct()
    )
