"""Who takes part in an event, and who is counted."""

from collections.abc import Sequence

from dateline.analysis.events.fillers import Fillers
from dateline.analysis.events.lexicon import Sense
from dateline.analysis.events.slots import DOER, Slots


def roles_of(
    fillers: Fillers, sense: Sense, slots: Slots, words: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Actors, recipients, and those that are counted.

    A slot named for both roles is the recipient's, unless another one fills it.
    """
    doing = slots[DOER] if "possessive" in sense.actor else []
    slot, suffering = _filled(fillers, sense.recipient, slots, words, sense.counts is not None, doing)
    shared = slot if slot in sense.actor else None
    _, acting = _filled(fillers, tuple(s for s in sense.actor if s != shared), slots, words)
    acting = acting or doing
    actors = [t for t in map(fillers.people, acting) if fillers.acts(t)]
    recipients = [
        t
        for t in map(fillers.people, suffering)
        if t not in actors and (fillers.suffers(t) or (sense.counts is not None and fillers.is_counted(t)))
    ]
    counted = acting if sense.counts == "participants" else suffering
    if sense.symmetric:
        harmed = set(map(fillers.people, slots.harmed))
        actors, recipients = [t for t in (*actors, *recipients) if t not in harmed], []
    return tuple(actors), tuple(recipients), tuple(counted)


def _filled(
    fillers: Fillers,
    names: tuple[str, ...],
    slots: Slots,
    words: tuple[int, ...],
    counting: bool = False,
    barred: Sequence[int] = (),
) -> tuple[str | None, list[int]]:
    """The first slot that has any fillers that can take part, or be counted, and are not `barred`; these."""
    for name in names:
        free = (t for t in slots[name] if t not in words and t not in barred)
        found = [t for t in free if fillers.can_take_part(t, counting)]
        if found:
            return name, found
    for name in names:  # "seized twenty hostages"
        found = [t for t in slots[name] if t in words and fillers.draft.mention_of(t) is not None]
        if found:
            return name, found
    return None, []
