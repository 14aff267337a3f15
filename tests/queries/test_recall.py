"""What is remembered for one answer."""

from dataclasses import dataclass, field
from typing import Any

from dateline.model.entity import Entity
from dateline.model.records import ActorRecord
from dateline.queries.recall import recalling
from tests.queries.view import HandmadeView


@dataclass
class _Counted(HandmadeView):
    """Counts what it is asked."""

    asked: list[Any] = field(default_factory=list)

    def actor(self, actor_id: str) -> ActorRecord | None:
        self.asked.append(actor_id)
        return super().actor(actor_id)


def test_the_same_is_looked_up_once_and_given_every_time() -> None:
    view = _Counted(actors_=[ActorRecord(Entity("a", "Ann Bello", "person"), 1, ("r1",))])
    recalled = recalling(view)

    assert recalled.actor("a") == recalled.actor("a") == view.actors_[0]
    assert recalled.actor("b") is recalled.actor("b") is None
    assert view.asked == ["a", "b"]
    assert list(recalled.events("a", limit=3)) == list(recalled.events("a", limit=3)) == []


def test_who_an_actor_is_is_known_or_not() -> None:
    view = HandmadeView(actors_=[ActorRecord(Entity("a", "Ann Bello", "person"), 1, ("r1",))])
    recalled = recalling(view)

    assert recalled.entities(["a", "b"]) == {"a": view.actors_[0].entity}
    assert recalled.entities(["b", "a"]) == {"a": view.actors_[0].entity}
