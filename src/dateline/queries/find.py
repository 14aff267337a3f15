"""Which actor a name means."""

from dateline.model.records import ActorMatch, ActorRecord
from dateline.store.view import View

_SURE = 0.85  # a spelling this close is taken for the name
_MARGIN = 0.08  # unless another actor's is about as close


def find_actor(view: View, name: str) -> tuple[ActorRecord | None, list[ActorMatch]]:
    """The one actor a name means and no candidates; or None and the actors it may mean.

    Words before the name are dropped one by one while nothing fits ("the anti-junta Arakan Army").
    """
    words = name.split()
    candidates: list[ActorMatch] = []
    for start in range(len(words)):
        matches = view.find_actors(" ".join(words[start:]))
        candidates = candidates or matches
        if matches and matches[0].score >= _SURE:
            rivals = [m for m in matches[1:] if matches[0].score - m.score < _MARGIN]
            return (None, [matches[0], *rivals]) if rivals else (matches[0].actor, [])
    return None, candidates


def find_place(view: View, name: str) -> tuple[ActorRecord | None, list[ActorMatch]]:
    """The same for a name that is said to be a place's: where others bear it too, the one place is meant."""
    places = [m.actor for m in view.find_actors(name) if m.score >= _SURE and m.actor.entity.type == "place"]
    return (places[0], []) if len(places) == 1 else find_actor(view, name)
