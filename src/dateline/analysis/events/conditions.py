"""The conditions of a sense: voice, slots filled or empty, and by whom."""

from dateline.analysis.draft import Draft
from dateline.analysis.events.fillers import Fillers
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import CONTENT, Sense
from dateline.analysis.events.slots import Slots


def holds(fillers: Fillers, sense: Sense, slots: Slots, inner: Found | None) -> bool:
    """Whether the fillers of the slots, and the event spoken of, are as a sense asks."""
    if sense.voice and slots.kind == "verbs" and slots.passive != (sense.voice == "passive"):
        return False
    for slot, names in sense.where.items():
        if slot == CONTENT:
            if inner is None or inner.sense.type not in names:
                return False
        elif not any(fillers.is_one(t, names) for t in slots[slot]):
            return False
    if any(not slots[slot] for slot in sense.needs) or any(slots[slot] for slot in sense.lacks):
        return False
    for slot, names in sense.barred.items():
        if slot == CONTENT:
            if inner is not None and inner.sense.type in names:
                return False
        elif any(fillers.is_one(t, names) for t in slots[slot]):
            return False
    return not sense.own or _says_so(fillers.draft, slots, sense.actor)


def _says_so(draft: Draft, slots: Slots, actor: tuple[str, ...]) -> bool:
    """Whether those in the slots of the actor are those in whose words the trigger stands."""
    carrier = draft.carrier(draft.parse.span(slots.trigger, slots.trigger + 1))
    if carrier is None:
        return False
    positions = (draft.mention_of(t) for slot in actor for t in slots[slot])
    entities = {draft.entity_of(p) for p in positions if p is not None}
    return carrier.source_entity is not None and carrier.source_entity in entities
