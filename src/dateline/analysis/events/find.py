"""Finds the events of a report: triggers, the sense that holds, and who takes part."""

from dataclasses import dataclass, field, replace

from dateline.analysis.attribution.circumstance import is_press
from dateline.analysis.clauses import SUBJECTS, prepositional
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import CONTENT, NOTHING, PRESS, Sense, TriggerLexicon
from dateline.analysis.events.other import is_other_matter
from dateline.analysis.events.slots import DOER, Slots
from dateline.analysis.quantities import Numerals, numerals
from dateline.language.cues import cues
from dateline.model.entity import Form, Label
from dateline.ontology import ontology

_KINDS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
_CONTENT = ("xcomp", "ccomp", "dobj", "prep", "acl", "pcomp", "pobj", "advcl", "conj", "attr", "relcl")
_CONTENT_DEEP = (*_CONTENT, "nsubj", "dative", "amod", "agent")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj", "attr", "pcomp")
_DEPTH = 4


@dataclass(frozen=True)
class Finder:
    """Looks at every token that the lexicon knows, last to first: what an event speaks of comes after it."""

    draft: Draft
    lexicon: TriggerLexicon
    _by_token: dict[int, Found] = field(default_factory=dict)
    _bags: dict[int, set[str]] = field(default_factory=dict)

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
        told = (f for f in self._by_token.values() if not self._is_told_by_verb(f))
        return sorted(told, key=lambda f: f.trigger)

    def _is_told_by_verb(self, found: Found) -> bool:
        """Whether a noun is the object of a verb that tells the same event: "provided *aid*"."""
        parse, token = self.draft.parse, found.trigger
        if found.kind != "nouns":
            return False
        while parse.deps[token] == "conj":
            token = parse.heads[token]
        verb = self._by_token.get(parse.heads[token])
        return (
            parse.deps[token] in ("dobj", "nsubjpass")
            and verb is not None
            and verb.kind == "verbs"
            and not verb.sense.embeds
            and verb.sense.type == found.sense.type
        )

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
            words = self._words(sense, kind, token)
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
            if not self._holds(sense, slots, inner):
                continue
            found = self._found(slots, sense, words, inner if sense.embeds else None)
            return None if is_other_matter(self.draft, self.lexicon, found, slots) else found
        return None

    def _found(self, slots: Slots, sense: Sense, words: tuple[int, ...], inner: Found | None) -> Found:
        actors, recipients, counted = self._roles(sense, slots, words)
        modes = self._modes(sense, slots)
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
            kind, *modes = ontology().rules.ended.get(ended.sense.type, ("",))
            if not kind:
                return None
            slots = Slots(self.draft, verb, "verbs", lexicon)
            actors = tuple(t for t in map(self._people, slots["subject"]) if self.acts(t))
            others = [t for t in (*ended.recipients, *ended.actors) if t not in actors]
            sense = replace(ended.sense, type=kind, modes=tuple(modes), counts=None, embeds=False)
            return Found(
                verb, "verbs", sense, actors, tuple(dict.fromkeys(others)), (verb, child), modes=tuple(modes)
            )
        return None

    def is_ender(self, verb: int) -> bool:
        parse = self.draft.parse
        particle = parse.child(verb, "prt")
        lemma = self.lexicon.lemma(parse, verb)
        return (lemma if particle is None else f"{lemma} {parse.lower[particle]}") in self.lexicon.enders

    # ------------------------------------------------------------------ the means
    def _modes(self, sense: Sense, slots: Slots) -> tuple[str, ...]:
        """The sense's modes, and those of the means: "rocket attack", "with a knife", "a drone hit"."""
        table = self.lexicon.instruments.get(sense.type)
        if table is None or set(sense.modes) & set(table.values()):
            return sense.modes
        parse, trigger = self.draft.parse, slots.trigger
        means = parse.with_dep(trigger, "compound", "amod", "nmod", "npadvmod")
        if slots.kind == "verbs":
            means += slots["subject"]
        means += [t for word in sorted(self.lexicon.with_means) for t in slots.after(trigger, word)]
        means += [c for t in means for c in parse.with_dep(t, "compound", "amod")]
        found = [table.get(parse.lemmas[t]) or table.get(parse.lower[t]) for t in means]
        return (*sense.modes, *dict.fromkeys(mode for mode in found if mode and mode not in sense.modes))

    # ------------------------------------------------------------------ the words of an expression
    def _words(self, sense: Sense, kind: str, token: int) -> tuple[int, ...] | None:
        """The tokens of a sense's expression, the trigger first; None when they are not all there."""
        if not sense.expression:
            return (token,)
        if not self._bag(token).issuperset(sense.expression):
            return None
        if kind == "verbs":
            return self._below(sense.expression, token)
        return self._beside(sense.expression, token)

    def _bag(self, token: int) -> set[str]:
        """All words and lemmas of a token's sentence, for a quick no."""
        parse = self.draft.parse
        number = parse.sentence_of[token]
        if number not in self._bags:
            tokens = parse.sentences[number]
            self._bags[number] = {parse.lower[t] for t in tokens} | {parse.lemmas[t] for t in tokens}
        return self._bags[number]

    def _below(self, expression: tuple[str, ...], verb: int) -> tuple[int, ...] | None:
        """Each further word hangs on the verb or on a word found before it."""
        parse, words = self.draft.parse, [verb]
        for wanted in expression:
            found = next(
                (
                    child
                    for word in reversed(words)
                    for child in parse.children[word]
                    if (parse.lower[child] == wanted or parse.lemmas[child] == wanted)
                    and child not in words
                    and parse.deps[child] not in ("conj", "nsubj")
                ),
                None,
            )
            if found is None:
                return None
            words.append(found)
        return tuple(words)

    def _beside(self, expression: tuple[str, ...], first: int) -> tuple[int, ...] | None:
        """The further words follow; hyphens may stand between. The trigger is the head of them all."""
        parse, words, at = self.draft.parse, [first], first + 1
        for wanted in expression:
            if at < len(parse) and parse.lower[at] == "-":
                at += 1
            if at >= len(parse) or wanted not in (parse.lower[at], parse.lemmas[at]):
                return None
            if parse.pos[at] == "VERB" and parse.tags[at] != "VBG" and parse.lower[at] != wanted:
                return None  # "the military struck" is no military strike
            words.append(at)
            at += 1
        head = parse.head_of(first, at)
        return (head, *(w for w in words if w != head))

    # ------------------------------------------------------------------ conditions
    def _inner(self, trigger: int) -> Found | None:
        """The nearest event below a trigger, by breadth."""
        parse = self.draft.parse
        level = [trigger]
        for _ in range(_DEPTH):
            level = [c for t in level for c in parse.children[t] if parse.deps[c] in _CONTENT and c > trigger]
            for token in level:
                if token in self._by_token:
                    return self._by_token[token]
        return None

    def _holds(self, sense: Sense, slots: Slots, inner: Found | None) -> bool:
        if sense.voice and slots.kind == "verbs" and slots.passive != (sense.voice == "passive"):
            return False
        for slot, names in sense.where.items():
            if slot == CONTENT:
                if inner is None or inner.sense.type not in names:
                    return False
            elif not any(self._is_one(t, names) for t in slots[slot]):
                return False
        if any(not slots[slot] for slot in sense.needs) or any(slots[slot] for slot in sense.lacks):
            return False
        for slot, names in sense.barred.items():
            if slot == CONTENT:
                if inner is not None and inner.sense.type in names:
                    return False
            elif any(self._is_one(t, names) for t in slots[slot]):
                return False
        return not sense.own or self._says_so(slots, sense.actor)

    def _says_so(self, slots: Slots, actor: tuple[str, ...]) -> bool:
        """Whether those in the slots of the actor are those in whose words the trigger stands."""
        draft = self.draft
        carrier = draft.carrier(draft.parse.span(slots.trigger, slots.trigger + 1))
        if carrier is None:
            return False
        positions = (draft.mention_of(t) for slot in actor for t in slots[slot])
        entities = {draft.entity_of(p) for p in positions if p is not None}
        return carrier.source_entity is not None and carrier.source_entity in entities

    def _is_one(self, token: int, names: frozenset[str]) -> bool:
        token = self._people(token)
        if self.classes(token) & names:
            return True
        parse = self.draft.parse
        return f"={parse.lemmas[token]}" in names or f"={parse.lower[token]}" in names

    def classes(self, token: int) -> frozenset[str]:
        """What a filler is: its mention's label and form, "someone" for those who act, its noun's classes."""
        position = self.draft.mention_of(token)
        parse, known = self.draft.parse, self.lexicon.classes
        names = set(known.get(parse.lemmas[token], ()))
        for before in parse.with_dep(token, "compound", "amod"):
            names.update(known.get(f"{parse.lower[before]} {parse.lemmas[token]}", ()))
        if position is not None:
            mention = self.draft.mentions[position]
            names |= {mention.label.value, mention.form.value}
            if mention.label.value != "place":
                names.add("someone")
            if is_press(self.draft, cues(self.draft.language), token):
                names.add(PRESS)
        if parse.pos[token] == "NUM" or self._is_number_of_people(token):
            names |= {"number", "someone"}
        return frozenset(names or {"thing"})

    def _is_number_of_people(self, token: int) -> bool:
        """Whether a word that is no mention stands for so many people: "wounded *dozens*", "86 *others*"."""
        parse, words = self.draft.parse, self.numerals
        if self.draft.mention_of(token) is not None or parse.child(token, "prep") is not None:
            return False
        if words.is_amount(parse.lower[token]):
            return parse.has(token, "Number=Plur") or parse.lower[token] != parse.lemmas[token]
        return parse.lemmas[token] in self.lexicon.anybody and any(
            words.is_amount(parse.lower[c]) for c in parse.with_dep(token, "nummod", "amod", "det")
        )

    # ------------------------------------------------------------------ roles
    def asked(self, found: Found) -> tuple[int, ...]:
        """Who is to do what is asked or refused: the subject of its clause, or whom it would be done with.

        "demanded that *the junta* yield", "called for *Chad* to act", "refused to talk to *the envoy*",
        "refused to lift the ban on *the union*".
        """
        parse, words = self.draft.parse, found.words
        below = [*words, *(p for w in words for p in parse.with_dep(w, "prep"))]
        clauses = [c for w in below for c in parse.with_dep(w, "xcomp", "ccomp", "pcomp")]
        doings = [c for c in clauses if parse.deps[c] == "xcomp"]
        things = [t for w in (*words, *doings) for t in parse.with_dep(w, "dobj", "nsubjpass")]
        people = [t for c in clauses for t in parse.with_dep(c, *SUBJECTS)]
        people += [t for d in doings for t in parse.with_dep(d, "dobj", "dative")]
        people += [t for w in (*doings, *things) for t in prepositional(parse, w, self.lexicon.addressing)]
        for token in people:
            if token not in found.actors and self._is_concerned(token, found):
                return tuple(t for t in parse.conjuncts(token) if self.draft.mention_of(t) is not None)
        return ()

    def concerned(self, found: Found) -> tuple[int, ...]:
        """Whom a speech act is about where its content is no event: "agreed to build a port in Kenya".

        The nearest mention below the content that is an object, or follows a preposition of `toward`.
        """
        parse, lexicon = self.draft.parse, self.lexicon
        level = list(found.words)
        for _ in range(_DEPTH + 2):
            level = [
                c
                for t in level
                for c in parse.children[t]
                if c > found.trigger and parse.deps[c] in _CONTENT_DEEP and c not in found.actors
            ]
            for token in level:
                if parse.deps[token] in ("dobj", "dative", "nsubj", "pobj") and self._is_concerned(
                    token, found
                ):
                    head = parse.heads[token]
                    if parse.deps[token] != "pobj" or parse.lower[head] in lexicon.toward:
                        return tuple(
                            t for t in parse.conjuncts(token) if self.draft.mention_of(t) is not None
                        )
        return ()

    def _is_concerned(self, token: int, found: Found) -> bool:
        position = self.draft.mention_of(token)
        if position is None or self.draft.mentions[position].form is Form.PRONOUN:
            return False
        entity = self.draft.entity_of(position)
        own = {self.draft.entity_of(p) for t in found.actors if (p := self.draft.mention_of(t)) is not None}
        return entity is None or entity not in own

    def slots(self, verb: int) -> Slots:
        """The slots of a verb that is no trigger itself."""
        return Slots(self.draft, verb, "verbs", self.lexicon)

    def _roles(
        self, sense: Sense, slots: Slots, words: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """Actors, recipients, and those that are counted.

        A slot named for both roles is the recipient's, unless another one fills it.
        """
        doing = slots[DOER] if "possessive" in sense.actor else []
        slot, suffering = self._filled(sense.recipient, slots, (*words, *doing), sense.counts is not None)
        shared = slot if slot in sense.actor else None
        _, acting = self._filled(tuple(s for s in sense.actor if s != shared), slots, words)
        acting = acting or doing
        actors = [t for t in map(self._people, acting) if self.acts(t)]
        recipients = [
            t
            for t in map(self._people, suffering)
            if t not in actors and (self._suffers(t) or (sense.counts is not None and self._is_counted(t)))
        ]
        counted = acting if sense.counts == "participants" else suffering
        if sense.symmetric:
            actors, recipients = [*actors, *recipients], []
        return tuple(actors), tuple(recipients), tuple(counted)

    def _filled(
        self, names: tuple[str, ...], slots: Slots, words: tuple[int, ...], counting: bool = False
    ) -> tuple[str | None, list[int]]:
        """The first slot that has any fillers that can take part, or be counted, and these."""
        for name in names:
            found = [t for t in slots[name] if t not in words and self._can_take_part(t, counting)]
            if found:
                return name, found
        for name in names:  # "seized twenty hostages"
            found = [t for t in slots[name] if t in words and self.draft.mention_of(t) is not None]
            if found:
                return name, found
        return None, []

    def _people(self, token: int) -> int:
        """Those that an amount is of: "villagers" for "dozens of villagers"."""
        parse = self.draft.parse
        if self.draft.mention_of(token) is not None:
            return token
        for prep in parse.with_dep(token, "prep"):
            amount = self.numerals.is_amount(parse.lower[token]) or parse.pos[token] in ("DET", "PRON")
            if amount and parse.lower[prep] in self.numerals.partitive:
                return parse.child(prep, "pobj") or token
        return token

    @property
    def numerals(self) -> Numerals:
        return numerals(self.draft.language)

    def _can_take_part(self, token: int, counting: bool) -> bool:
        return (
            self._suffers(token)
            or (counting and self._is_counted(token))
            or self.draft.parse.pos[token] == "NUM"
            or self.numerals.is_amount(self.draft.parse.lower[token])
            or self._suffers(self._people(token))
        )

    def _is_counted(self, token: int) -> bool:
        """Whether a noun that is no mention stands for people where people are counted: "six Jesuits"."""
        parse = self.draft.parse
        return (
            parse.pos[token] == "PROPN"
            or (parse.pos[token] == "NOUN" and parse.child(token, "nummod") is not None)
            or self._is_number_of_people(token)
        )

    def acts(self, token: int) -> bool:
        """Whether somebody can be the one who does it: a mention that is no thing, or a noun for people."""
        classes = self.lexicon.classes.get(self.draft.parse.lemmas[token], frozenset())
        position = self.draft.mention_of(token)
        if position is None:
            return bool(classes & self.lexicon.actors)
        if self.draft.mentions[position].label is Label.ORGANIZATION:
            return True  # a ministry or an embassy is a building only where it is a place
        return not classes & self.lexicon.things or bool(classes & self.lexicon.actors)

    def _suffers(self, token: int) -> bool:
        """Whether it can be done to them: mentions, and buildings, vehicles and the like."""
        if self.draft.mention_of(token) is not None:
            return True
        classes = self.lexicon.classes.get(self.draft.parse.lemmas[token])
        return classes is not None and bool(classes & self.lexicon.targets)
