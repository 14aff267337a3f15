"""Which actor a name means."""

from dateline.model.records import ActorMatch, ActorRecord
from dateline.store.view import View

_SURE = 0.85  # a spelling this close is taken for the name
_MARGIN = 0.08  # unless another actor's is about as close
# By how many times an actor's reports must outnumber those of all rivals together to be meant nevertheless.
_OVERWHELMING = 10


def find_actor(view: View, name: str) -> tuple[ActorRecord | None, list[ActorMatch]]:
    """The one actor a name means and no candidates; or None and the actors it may mean.

    An id is its actor's. Of several whom the name fits about as well, one is meant only where ten times as
    many reports speak of it as of all the others together. Words before the name are dropped one by one while
    nothing fits ("the anti-junta Arakan Army").
    """
    if ":" in name and (known := view.actor(name)) is not None:
        return known, []
    words = name.split()
    candidates: list[ActorMatch] = []
    for start in range(len(words)):
        if start and words[start].islower() and not words[start - 1].islower():
            break  # "the Platform of the North" is not the North
        matches = view.find_actors(" ".join(words[start:]))
        candidates = candidates or matches
        if matches and matches[0].score >= _SURE:
            fitting = [m for m in matches if matches[0].score - m.score < _MARGIN]
            meant = _overwhelming(fitting)
            return (None, fitting) if meant is None else (meant.actor, [])
    return None, candidates


def _overwhelming(fitting: list[ActorMatch]) -> ActorMatch | None:
    """The only one, or the one whom nearly all reports mean."""
    most = max(fitting, key=lambda m: len(m.actor.reports))
    others = sum(len(m.actor.reports) for m in fitting if m is not most)
    return most if len(most.actor.reports) >= _OVERWHELMING * others else None


def find_place(view: View, name: str) -> tuple[ActorRecord | None, list[ActorMatch]]:
    """The same for a name that is said to be a place's: where others bear it too, the one place is meant."""
    places = [m.actor for m in view.find_actors(name) if m.score >= _SURE and m.actor.entity.type == "place"]
    return (places[0], []) if len(places) == 1 else find_actor(view, name)
