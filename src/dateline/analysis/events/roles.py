"""Who takes part in an event, and who is counted."""

from collections.abc import Sequence

from dateline.analysis.events.counted_off import named_before
from dateline.analysis.events.fillers import Fillers
from dateline.analysis.events.lexicon import Sense
from dateline.analysis.events.slots import COMPOUND, DOER, SITE, Slots
from dateline.analysis.mentions.vocabulary import vocabulary
from dateline.model.entity import Form, Label


def roles_of(
    fillers: Fillers, sense: Sense, slots: Slots, words: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Actors, recipients, and those that are counted.

    A slot named for both roles is the recipient's, unless another one fills it.
    """
    doing = slots[DOER] if "possessive" in sense.actor else []
    slot, suffering = _filled(fillers, sense.recipient, slots, words, sense.counts is not None, doing)
    shared = slot if slot in sense.actor else None
    source, acting = _filled(fillers, tuple(s for s in sense.actor if s != shared), slots, words)
    if source == COMPOUND:
        acting, harmed = _beside_noun(fillers, sense, slots, acting)
        suffering = suffering or harmed
    acting = acting or doing
    if slot == COMPOUND:
        suffering = [t for t in suffering if not _is_place(fillers, t) and not _is_scene(fillers, sense, t)]
    suffering = suffering or _hit(fillers, sense, slots)
    actors = [t for t in map(fillers.people, acting) if fillers.acts(fillers.whole(t))]
    recipients = [
        t
        for t in map(fillers.people, suffering)
        if t not in actors
        and not (actors and fillers.classes(t) & _REFLEXIVE)
        and (fillers.suffers(fillers.whole(t)) or (sense.counts is not None and fillers.is_counted(t)))
    ]
    among = [*recipients, *map(fillers.whole, recipients)]
    recipients += [t for t in _members(fillers, slots, among) if t not in (*actors, *recipients)]
    counted = acting if sense.counts == "participants" else suffering
    if sense.symmetric:
        victims = set(map(fillers.people, slots.harmed))
        if actors or slots.kind != "verbs" or not slots["subject"]:
            those = [t for t in (*actors, *recipients) if t not in victims]
            actors, recipients = [named for t in those for named in named_before(fillers, t)], []
    return tuple(actors), tuple(recipients), tuple(counted)


_HARM = "ASSAULT"
# What is done to people only.
_OF_PEOPLE = frozenset(("arrested", "abducted"))


def _beside_noun(
    fillers: Fillers, sense: Sense, slots: Slots, compounds: list[int]
) -> tuple[list[int], list[int]]:
    """Of those named right before a noun, who does it and who suffers it.

    A place is where it was ("the *Turin* protest"), so is a country before harm to nobody who is named ("the
    *Kenya* attack", but "the Kenya attack on X"), and one person named before what is done to people is whom
    it was done to ("the *Okello* murder").
    """
    draft = fillers.draft
    acting, harmed = list[int](), list[int]()
    doers = [t for t in slots[SITE] if fillers.classes(t) & fillers.lexicon.actors]
    if doers and doers[-1] not in compounds:
        return doers[-1:], []  # "Haiti *gang* attacks"
    for token in compounds:
        position = draft.mention_of(token)
        if position is None or _is_place(fillers, token):
            continue
        if _is_scene(fillers, sense, token) and not any(slots[name] for name in _targets(sense)):
            continue
        mention = draft.mentions[position]
        single = mention.label is Label.PERSON and mention.form is Form.NAME
        (harmed if single and sense.counts in _DONE_TO else acting).append(token)
    return acting, harmed


def _is_place(fillers: Fillers, token: int) -> bool:
    """Whether a name is that of a place; "Turkish" is somebody."""
    position = fillers.draft.mention_of(token)
    mention = None if position is None else fillers.draft.mentions[position]
    return mention is not None and mention.label is Label.PLACE and mention.form is Form.NAME


def _is_scene(fillers: Fillers, sense: Sense, token: int) -> bool:
    """Whether harm is named after a country by its noun; "Turkish" and "US" say whose it is."""
    position = fillers.draft.mention_of(token)
    if position is None or sense.type != _HARM:
        return False
    name = fillers.draft.mentions[position].span.of(fillers.draft.text)
    return (
        name.casefold() in vocabulary(fillers.draft.language).nations and not name.replace(".", "").isupper()
    )


def _targets(sense: Sense) -> list[str]:
    """The slots behind a noun of those whom it was done to."""
    return [name for name in sense.recipient if name not in (COMPOUND, "object")]


def _hit(fillers: Fillers, sense: Sense, slots: Slots) -> list[int]:
    """The building named before what is done to it: "the Lyon *hospital* strike", no "house arrest"."""
    if ("on" not in sense.recipient and "of" not in sense.recipient) or sense.counts in _OF_PEOPLE:
        return []
    return [t for t in slots[SITE] if fillers.classes(t) & fillers.lexicon.sites]


def _members(fillers: Fillers, slots: Slots, people: list[int]) -> list[int]:
    """Those named among others: "arrested six people, including *Ama Boateng*"."""
    parse, parts = fillers.draft.parse, fillers.lexicon.parts
    mentions = fillers.draft.mentions
    return [
        member
        for head in (slots.trigger, *people)
        for prep in parse.with_dep(head, "prep")
        if people and parse.lower[prep] in parts
        for thing in parse.with_dep(prep, "pobj")
        for member in parse.conjuncts(thing)
        if (position := fillers.draft.mention_of(member)) is not None and mentions[position].form is Form.NAME
    ]


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


_REFLEXIVE = frozenset(("oneself",))  # the class of "themselves"
_DONE_TO = frozenset(("dead", "injured", "arrested", "abducted"))
