"""A view asked many things at once: the same is looked up once, and who is who for many at a time."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from dateline.model.entity import Entity
from dateline.model.records import ClaimRecord, EventRecord, Party, RelationRecord, WantRecord
from dateline.store.view import View

_REMEMBERED = ("relations", "wants", "claims", "events", "mentions", "actor")

type Record = RelationRecord | WantRecord | ClaimRecord | EventRecord


def recalling(view: View) -> View:
    """The same view for the time of one answer, in which the store is taken not to change."""
    return cast(View, _Recalling(view))


class _Recalling:
    """Hands on what it is asked for, and remembers it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._answers: dict[tuple[Any, ...], Any] = {}
        self._entities: dict[str, Entity | None] = {}
        self._spoken_of: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._view, name)
        return self._remembering(name, asked) if name in _REMEMBERED else asked

    def _remembering(self, name: str, asked: Any) -> Any:
        def answer(*given: Any, **named: Any) -> Any:
            key = (name, given, tuple(sorted(named.items())))
            if key not in self._answers:
                found = asked(*given, **named)
                self._answers[key] = self._noted(found) if isinstance(found, Iterator) else found
            found = self._answers[key]
            return iter(found) if isinstance(found, tuple) else found

        return answer

    def _noted(self, found: Iterator[Record]) -> tuple[Record, ...]:
        records = tuple(found)
        self._spoken_of.update(party.entity for r in records for party in _parties(r) if party.entity)
        return records

    def entities(self, actor_ids: Iterable[str]) -> dict[str, Entity]:
        """Those asked for, and, since they are likely to be asked for next, all that records speak of."""
        wanted = list(actor_ids)
        if any(one not in self._entities for one in wanted):
            missing = {*wanted, *self._spoken_of} - self._entities.keys()
            found = self._view.entities(missing)
            self._entities |= {one: found.get(one) for one in missing}
        return {one: entity for one in wanted if (entity := self._entities[one]) is not None}


def _parties(record: Record) -> Iterator[Party]:
    """Whom a record speaks of, as far as sentences name them."""
    match record:
        case RelationRecord():
            yield record.subject
            if record.object is not None:
                yield record.object
        case WantRecord():
            yield record.actor
            yield from record.toward
        case ClaimRecord():
            yield record.speaker
        case EventRecord():
            yield from (Party(p.name, p.entity) for p in (*record.actors, *record.recipients))
