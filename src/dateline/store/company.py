"""In whose company the reports of a store show identities."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, exists, select

from dateline.accounts.identity import NATION
from dateline.model.entity import Label
from dateline.store import schema as t
from dateline.store.dialect import CHUNK

_COMPANY = (Label.PERSON, Label.ORGANIZATION)


@dataclass
class StoredCompany:
    """See accounts.resolve.Company. A third is a person or body by name; nations keep everybody company."""

    connection: Connection
    _near: dict[int, tuple[set[int], set[int]]] = field(default_factory=dict)

    def met(self, one: int, others: frozenset[int]) -> bool:
        return bool(self._beside(one)[0] & others)

    def shared(self, one: int, others: frozenset[int]) -> bool:
        thirds = self._beside(one)[1] - others - {one}
        if not thirds or self.met(one, others):
            return False
        keys = self._keys(thirds)
        return any(self._together(keys, some) for some in chunks(others))

    def _beside(self, one: int) -> tuple[set[int], set[int]]:
        """All identities in the reports of one, and those of them that are company."""
        if one not in self._near:
            e, i = t.entities.c, t.identities.c
            reports = select(e.report_id).where(e.identity_id == one)
            query = select(i.id, i.kind, i.local).join(t.entities, e.identity_id == i.id)
            rows = self.connection.execute(query.where(e.report_id.in_(reports)).distinct()).all()
            company = {r.id for r in rows if r.local is None and r.kind in _COMPANY and r.kind != NATION}
            self._near[one] = {r.id for r in rows} - {one}, company
        return self._near[one]

    def _keys(self, identities: set[int]) -> set[int]:
        """All identities that are called as some of these, however described."""
        i = t.identities.c
        named = select(i.kind, i.key).where(i.id.in_(identities)).distinct()
        found: set[int] = set()
        for kind, key in self.connection.execute(named).all():
            met = select(t.blocks.c.identity_id).where(t.blocks.c.block == f"{kind}|{key}")
            same = select(i.id).where(i.id.in_(met) & (i.kind == kind) & (i.key == key))
            found.update(self.connection.scalars(same))
        return found

    def _together(self, thirds: set[int], others: list[int]) -> bool:
        """Whether some report speaks of one of each."""
        theirs = t.entities.alias()
        beside = exists().where(
            (theirs.c.report_id == t.entities.c.report_id) & theirs.c.identity_id.in_(others)
        )
        for some in chunks(thirds - set(others)):
            query = select(t.entities.c.id).where(t.entities.c.identity_id.in_(some) & beside).limit(1)
            if self.connection.scalar(query) is not None:
                return True
        return False


def chunks[T: (int, str)](values: Iterable[T]) -> Iterator[list[T]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
