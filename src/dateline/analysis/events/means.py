"""The modes that the means of a deed give it."""

from dateline.analysis.events.lexicon import Sense, TriggerLexicon
from dateline.analysis.events.slots import Slots


def modes_of(lexicon: TriggerLexicon, sense: Sense, slots: Slots) -> tuple[str, ...]:
    """The sense's modes, and those of the means: "rocket attack", "with a knife", "a drone hit"."""
    table = lexicon.instruments.get(sense.type)
    if table is None or set(sense.modes) & set(table.values()):
        return sense.modes
    parse, trigger = slots.draft.parse, slots.trigger
    means = parse.with_dep(trigger, "compound", "amod", "nmod", "npadvmod")
    if slots.kind == "verbs":
        means += slots["subject"]
    means += [t for word in sorted(lexicon.with_means) for t in slots.after(trigger, word)]
    means += [c for t in means for c in parse.with_dep(t, "compound", "amod")]
    found = [table.get(parse.lemmas[t]) or table.get(parse.lower[t]) for t in means]
    return (*sense.modes, *dict.fromkeys(mode for mode in found if mode and mode not in sense.modes))
