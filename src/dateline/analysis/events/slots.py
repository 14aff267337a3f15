"""Who fills which slot of a trigger: subject, object, possessor, compound, prepositions."""

from dataclasses import dataclass, field

from dateline.analysis.clauses import SUBJECTS, agents, antecedent, is_passive, subject
from dateline.analysis.draft import Draft
from dateline.model.entity import Form

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")


@dataclass
class Slots:
    """The fillers of one trigger's slots, as head tokens, found when asked for."""

    draft: Draft
    trigger: int
    kind: str
    light: dict[str, str]
    _found: dict[str, list[int]] = field(default_factory=dict)

    def __getitem__(self, slot: str) -> list[int]:
        if slot not in self._found:
            self._found[slot] = [t for t in self._fill(slot) if self.draft.parse.pos[t] in _NOMINAL]
        return self._found[slot]

    def _fill(self, slot: str) -> list[int]:
        if self.kind == "verbs":
            return self._of_verb(slot)
        return self._of_noun(slot) if self.kind == "nouns" else self._of_adjective(slot)

    # ------------------------------------------------------------------ verbs
    def _of_verb(self, slot: str) -> list[int]:
        parse, verb = self.draft.parse, self.trigger
        passive = is_passive(parse, verb)
        if slot == "subject":
            return agents(parse, verb) if passive else self._subject(verb)
        if slot == "object":
            if passive:
                return self._subject(verb)
            return [t for thing in parse.with_dep(verb, "dobj", "dative") for t in parse.conjuncts(thing)]
        return self._after(verb, slot)

    def _subject(self, verb: int) -> list[int]:
        parse = self.draft.parse
        found = subject(parse, verb)
        if found is None and parse.deps[verb] == "relcl":
            found = parse.heads[verb]
        if found is None:
            return []
        if parse.deps[found] in SUBJECTS:
            found = antecedent(parse, found, parse.heads[found])
        return parse.conjuncts(found)

    def _after(self, head: int, preposition: str) -> list[int]:
        parse = self.draft.parse
        return [
            member
            for prep in parse.with_dep(head, "prep", "agent", "dative")
            if parse.lower[prep] == preposition
            for thing in parse.with_dep(prep, "pobj")
            for member in parse.conjuncts(thing)
        ]

    # ------------------------------------------------------------------ nouns
    def _of_noun(self, slot: str) -> list[int]:
        parse, noun = self.draft.parse, self.trigger
        role = self._light_role()
        if slot == "possessive":
            found = [m for t in parse.with_dep(noun, "poss") for m in parse.conjuncts(t)]
            return found or (self._subject(parse.heads[noun]) if role == "actor" else [])
        if slot == "compound":
            return [t for t in parse.with_dep(noun, "compound", "amod", "nmod") if self._is_actor(t)]
        found = self._after(noun, slot)
        if not found and role is not None:
            found = self._after(parse.heads[noun], slot)
        if not found and role == "recipient" and slot in ("on", "against", "of"):
            found = self._subject(parse.heads[noun])
        return found

    def _light_role(self) -> str | None:
        """What the subject of a light verb is to the noun: "carried out a strike", "came under fire"."""
        parse, noun = self.draft.parse, self.trigger
        verb = parse.heads[noun]
        if parse.deps[noun] == "dobj" and not is_passive(parse, verb):
            return self.light.get(parse.lemmas[verb])
        if parse.deps[noun] == "pobj" and parse.heads[verb] != verb:
            return self.light.get(f"{parse.lemmas[parse.heads[verb]]} {parse.lower[verb]}")
        return None

    def _is_actor(self, token: int) -> bool:
        position = self.draft.mention_of(token)
        return position is not None and (
            self.draft.mentions[position].form in (Form.NAME, Form.ADJECTIVE, Form.NOMINAL)
        )

    # ------------------------------------------------------------------ adjectives
    def _of_adjective(self, slot: str) -> list[int]:
        parse, adjective = self.draft.parse, self.trigger
        if slot == "subject":
            if parse.deps[adjective] in ("amod", "acl"):
                return [parse.heads[adjective]]
            return self._subject(parse.heads[adjective]) if parse.deps[adjective] == "acomp" else []
        return self._after(adjective, slot)
