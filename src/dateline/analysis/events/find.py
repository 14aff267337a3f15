"""Finds the events of a report: triggers, the sense that holds, and who takes part."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from dateline.analysis.clauses import SUBJECTS
from dateline.analysis.draft import Draft
from dateline.analysis.events.conditions import holds
from dateline.analysis.events.expressions import Expressions
from dateline.analysis.events.fillers import Fillers
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import CONTENT, NOTHING, Sense, TriggerLexicon
from dateline.analysis.events.means import modes_of
from dateline.analysis.events.mishaps import is_mishap, without_its_harm
from dateline.analysis.events.other import is_other_matter
from dateline.analysis.events.roles import roles_of
from dateline.analysis.events.slots import Slots
from dateline.ontology import ontology

_KINDS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
_CONTENT = ("xcomp", "ccomp", "dobj", "prep", "acl", "pcomp", "pobj", "advcl", "conj", "attr")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj", "attr", "pcomp")
_DEPTH = 4
_COOPERATION = (1, 2)  # the quad classes, verbal and material


@dataclass(frozen=True)
class Finder:
    """Looks at every token that the lexicon knows, last to first: what an event speaks of comes after it."""

    draft: Draft
    lexicon: TriggerLexicon
    _by_token: dict[int, Found] = field(default_factory=dict)
    _mishaps: set[int] = field(default_factory=set)

    @cached_property
    def _expressions(self) -> Expressions:
        return Expressions(self.draft)

    @cached_property
    def fillers(self) -> Fillers:
        return Fillers(self.draft, self.lexicon)

    def found(self) -> list[Found]:
        """The triggers of a report in text order."""
        parse = self.draft.parse
        for token in range(len(parse) - 1, -1, -1):
            kind = self._kind(token)
            if kind is None:
                continue
            senses = self._senses(kind, token)
            found = self._read(token, kind, senses) if senses else None
            if found is None and kind != "nouns":
                found = self._read(token, "nouns", self._compounds(token))
            if found is None and kind == "verbs":
                found = self._ending(token)
            if found is not None:
                self._put(found)
        told = [f for f in self._by_token.values() if not self._is_told_by_verb(f)]
        return sorted(without_its_harm(self.draft, told, self._mishaps), key=lambda f: f.trigger)

    def _is_told_by_verb(self, found: Found) -> bool:
        """Whether a noun tells the event of the verb above it: "provided *aid*", "met for *talks*".

        What was done in an attack or a raid is an event beside it.
        """
        parse, token = self.draft.parse, found.trigger
        if found.kind != "nouns":
            return False
        while parse.deps[token] == "conj":
            token = parse.heads[token]
        head = parse.heads[token]
        beside = parse.deps[token] == "pobj" and self._is_cooperation(found)
        verb = self._by_token.get(parse.heads[head] if beside else head)
        return (
            (beside or parse.deps[token] in ("dobj", "nsubjpass"))
            and verb is not None
            and verb.kind == "verbs"
            and not verb.sense.embeds
            and verb.sense.type == found.sense.type
        )

    @staticmethod
    def _is_cooperation(found: Found) -> bool:
        kind = ontology().types.get(found.sense.type)
        return kind is not None and kind.quad in _COOPERATION

    def _kind(self, token: int) -> str | None:
        """The kind of words a token is looked up among; gerunds without an object are nouns."""
        parse = self.draft.parse
        kind = _KINDS.get(parse.pos[token])
        if parse.deps[token] == "aux" and not self._is_demand(token):
            return None
        if (
            kind == "verbs"
            and parse.tags[token] == "VBG"
            and parse.deps[token] in _NOMINAL
            and parse.lower[token] in self.lexicon.senses["nouns"]
            and parse.child(token, "dobj", "aux", *SUBJECTS) is None
        ):
            return "nouns"
        return kind

    def _is_demand(self, auxiliary: int) -> bool:
        """Whether "must" asks for what its verb says, if that tells no event; "must have been" guesses."""
        parse, verb = self.draft.parse, self.draft.parse.heads[auxiliary]
        alone = len(parse.with_dep(verb, "aux")) == 1
        return parse.lower[auxiliary] in self.lexicon.obliging and alone and verb not in self._by_token

    def _put(self, found: Found) -> None:
        """An expression stands for all its words: none of them tells an event of its own."""
        for word in found.words:
            self._by_token.pop(word, None)
        if found.sense.type != NOTHING:
            self._by_token[found.trigger] = found

    def _senses(self, kind: str, token: int) -> tuple[Sense, ...]:
        by_word, parse = self.lexicon.senses[kind], self.draft.parse
        lemma = self.lexicon.lemma(parse, token) if kind == "verbs" else parse.lemmas[token]
        return by_word.get(lemma) or by_word.get(parse.lower[token], ())

    def _compounds(self, token: int) -> tuple[Sense, ...]:
        """Expressions of nouns that another kind of word opens: "martial law", "attempted coup"."""
        return tuple(
            s for s in self.lexicon.senses["nouns"].get(self.draft.parse.lower[token], ()) if s.expression
        )

    def _read(self, token: int, kind: str, senses: tuple[Sense, ...]) -> Found | None:
        slots: Slots | None = None
        for sense in senses:
            words = self._expressions.words(sense, kind, token)
            if words is None:
                continue
            trigger = words[0]
            if kind == "nouns" and self.draft.parse.deps[trigger] == "compound":
                continue  # "the attack helicopter" tells no attack
            if kind == "nouns" and trigger != token and self.draft.parse.pos[trigger] == "VERB":
                continue  # "a missile struck" is no "missile strike"
            if slots is None or slots.words != words:
                slots = Slots(self.draft, trigger, kind, self.lexicon, words)
            inner = self._inner(trigger) if sense.embeds or CONTENT in sense.where else None
            if not holds(self.fillers, sense, slots, inner):
                continue
            found = self._found(slots, sense, words, inner if sense.embeds else None)
            if is_mishap(self.draft, self.lexicon, found, slots):
                self._mishaps.add(trigger)
                return None
            return None if is_other_matter(self.draft, self.lexicon, found) else found
        return None

    def _inner(self, trigger: int) -> Found | None:
        """The nearest event below a trigger, by breadth."""
        parse = self.draft.parse
        level = [trigger]
        for _ in range(_DEPTH):
            level = [
                c
                for t in level
                for c in parse.children[t]
                if parse.deps[c] in _CONTENT and c > trigger and (t != trigger or parse.deps[c] != "conj")
            ]
            for token in level:
                if token in self._by_token:
                    return self._by_token[token]
        return None

    def _found(self, slots: Slots, sense: Sense, words: tuple[int, ...], inner: Found | None) -> Found:
        actors, recipients, counted = roles_of(self.fillers, sense, slots, words)
        modes = modes_of(self.lexicon, sense, slots)
        return Found(slots.trigger, slots.kind, sense, actors, recipients, words, inner, modes, counted)

    # ------------------------------------------------------------------ what is ended
    def _ending(self, verb: int) -> Found | None:
        """What it is to end the event below a verb: "suspended the talks", "stopped shelling the port"."""
        parse, lexicon = self.draft.parse, self.lexicon
        if not self.is_ender(verb):
            return None
        for child in parse.children[verb]:
            ended = self._by_token.get(child)
            if ended is None or parse.deps[child] not in ("dobj", "xcomp", "pcomp"):
                continue
            ending = ontology().rules.ending(ended.sense.type, ended.modes)
            if not ending:
                return None
            kind, *modes = ending
            slots = Slots(self.draft, verb, "verbs", lexicon)
            acting = map(self.fillers.people, slots["subject"])
            actors = tuple(t for t in acting if self.fillers.acts(self.fillers.whole(t)))
            suffering = ended.recipients or self._beside_ended(slots, ended.sense)
            others = [t for t in (*suffering, *ended.actors) if t not in actors]
            sense = replace(ended.sense, type=kind, modes=tuple(modes), counts=None, embeds=False)
            return Found(
                verb, "verbs", sense, actors, tuple(dict.fromkeys(others)), (verb, child), modes=tuple(modes)
            )
        return None

    def _beside_ended(self, slots: Slots, ended: Sense) -> tuple[int, ...]:
        """Whom what is ended was done to, where it hangs on the verb: "halted loans *to Zambia*"."""
        named = (t for slot in ended.recipient if slot not in (*ended.actor, "object") for t in slots[slot])
        return tuple(t for t in map(self.fillers.people, named) if self.fillers.suffers(t))

    def is_ender(self, verb: int) -> bool:
        return self.lexicon.phrasal(self.draft.parse, verb) in self.lexicon.enders

    def slots(self, verb: int) -> Slots:
        """The slots of a verb that is no trigger itself."""
        return Slots(self.draft, verb, "verbs", self.lexicon)
