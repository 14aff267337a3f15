"""Finds the events of a report: triggers, the sense that holds, and who takes part."""

from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import NOTHING, Sense, TriggerLexicon
from dateline.analysis.events.slots import Slots

_KINDS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its sense and participants, in tokens; `inner` are the events it speaks about."""

    trigger: int
    kind: str
    sense: Sense
    actors: tuple[int, ...]
    recipients: tuple[int, ...]


@dataclass(frozen=True)
class Finder:
    """Looks at every token that the lexicon knows."""

    draft: Draft
    lexicon: TriggerLexicon

    def found(self) -> list[Found]:
        """The triggers of a report in text order."""
        parse = self.draft.parse
        triggers = []
        for token, pos in enumerate(parse.pos):
            kind = _KINDS.get(pos)
            if kind is None:
                continue
            senses = self._senses(kind, token)
            if senses and (found := self._read(token, kind, senses)):
                triggers.append(found)
        return triggers

    def _senses(self, kind: str, token: int) -> tuple[Sense, ...]:
        by_lemma = {
            "verbs": self.lexicon.verbs,
            "nouns": self.lexicon.nouns,
            "adjectives": self.lexicon.adjectives,
        }[kind]
        parse = self.draft.parse
        senses = by_lemma.get(parse.lemmas[token]) or by_lemma.get(parse.lower[token], ())
        if kind == "nouns" and parse.deps[token] == "compound":
            return ()  # "the attack helicopter" tells no attack
        return senses

    def _read(self, token: int, kind: str, senses: tuple[Sense, ...]) -> Found | None:
        slots = Slots(self.draft, token, kind, self.lexicon.light)
        for sense in senses:
            if not self._holds(sense, slots):
                continue
            if sense.type == NOTHING:
                return None
            actors = self._filled(sense.actor, slots)
            recipients = [t for t in self._filled(sense.recipient, slots) if t not in actors]
            if sense.symmetric:
                actors, recipients = [*actors, *recipients], []
            return Found(token, kind, sense, tuple(actors), tuple(recipients))
        return None

    def _holds(self, sense: Sense, slots: Slots) -> bool:
        parse = self.draft.parse
        if sense.particle is not None:
            particle = parse.child(slots.trigger, "prt")
            if particle is None or parse.lower[particle] != sense.particle:
                return False
        for slot, names in sense.conditions.items():
            if not any(self.classes(t) & names for t in slots[slot]):
                return False
        return not any(self.classes(t) & names for slot, names in sense.barred.items() for t in slots[slot])

    def _filled(self, names: tuple[str, ...], slots: Slots) -> list[int]:
        """The fillers of the first slot that has any that can take part."""
        for name in names:
            found = [t for t in slots[name] if self._can_take_part(t)]
            if found:
                return found
        return []

    def _can_take_part(self, token: int) -> bool:
        return self.draft.mention_of(token) is not None or bool(
            self.lexicon.classes.get(self.draft.parse.lemmas[token])
        )

    def classes(self, token: int) -> frozenset[str]:
        """What a filler is: its mention's label, "someone" for those who act, and its noun's classes."""
        position = self.draft.mention_of(token)
        names = set(self.lexicon.classes.get(self.draft.parse.lemmas[token], ()))
        if position is not None:
            label = self.draft.mentions[position].label.value
            names.add(label)
            if label != "place":
                names.add("someone")
        return frozenset(names or {"thing"})
