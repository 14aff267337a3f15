"""Who fills which slot of a trigger: subject, object, possessor, compound, prepositions."""

from dataclasses import dataclass, field

from dateline.analysis.clauses import (
    SUBJECTS,
    agents,
    is_passive,
    is_relative,
    is_subjunctive,
    prepositional,
    subject,
)
from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.nouns import is_nominal
from dateline.analysis.events.relatives import meant_by
from dateline.analysis.quantities import numerals
from dateline.model.entity import Form

CLAUSE = "clause"  # the slot of the clauses that complete a trigger
TASK = "task"  # those of them that tell what is to be done: "told them *to go*", "that they *must go*"
AIM = "aim"  # the same, and those that tell what it is done for: "called her *to discuss* it"
DOER = "doer"  # the subject of the light verb over a noun: "*they* carried out a raid"
COMPOUND = "compound"  # the slot of those who are named right before a noun: "*Taliban* attack"
SURVIVOR = "survivor"  # the subject of "survived" over an attempt on somebody's life
DOES = "does"  # the verbs that tell what a noun did: "the strike *killed* two"
OWNER = "owner"  # whose the object is: "blocked *Ukraine*'s exports"
SITE = "site"  # the common nouns right before a noun: "*hospital* strike"
QUALITY = "quality"  # the slot of a noun's attributes, whatever their part of speech
_COMPLEMENTS = {
    "verbs": ("xcomp", "ccomp"),
    "nouns": ("acl", "ccomp", "xcomp"),
    "adjectives": ("xcomp", "ccomp"),
}
_DONE_TO = frozenset(("dead", "injured", "arrested", "abducted"))  # what senses count whose people suffer
_BARE = ("xcomp", "oprd", "ccomp", "advcl")
_HARM = frozenset(("dead", "injured"))
_THINGS = ("NOUN", "PROPN", "PRON", "NUM", "DET")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADV")


@dataclass
class Slots:
    """The fillers of one trigger's slots, as head tokens, found when asked for.

    `words` are all tokens of the trigger's expression: of a verb's, the nouns take prepositions, too.
    """

    draft: Draft
    trigger: int
    kind: str
    lexicon: TriggerLexicon
    words: tuple[int, ...] = ()
    _found: dict[str, list[int]] = field(default_factory=dict)

    def __getitem__(self, slot: str) -> list[int]:
        if slot not in self._found:
            self._found[slot] = self._clauses(slot) if slot in (CLAUSE, TASK, AIM) else self._nominal(slot)
        return self._found[slot]

    def _nominal(self, slot: str) -> list[int]:
        parse = self.draft.parse
        return [
            t
            for t in self._fill(slot)
            if t not in self.draft.time_tokens
            if slot in (QUALITY, DOES) or parse.pos[t] in _NOMINAL or is_nominal(parse, self.lexicon, t)
        ]

    def _clauses(self, slot: str) -> list[int]:
        """The verbs of the clauses that complete the trigger: "agreed *to go*", "a demand *that he go*".

        A quotation is none, unless it says what is to be done: "“Why fight?” he asked" asks nobody to fight.
        """
        parse = self.draft.parse
        found = parse.with_dep(self.trigger, *_COMPLEMENTS[self.kind])
        found = [c for c in found if not self._is_quoted(c) or self._is_obliging(c)]
        if slot == AIM:
            found += parse.with_dep(self.trigger, "advcl")
        return found if slot == CLAUSE else [c for c in found if self._is_task(c)]

    def _is_task(self, verb: int) -> bool:
        return self._is_obliging(verb) or is_subjunctive(self.draft.parse, verb, self.trigger)

    def _is_obliging(self, verb: int) -> bool:
        parse = self.draft.parse
        marks = parse.with_dep(verb, "aux", "auxpass")
        return any(parse.pos[m] == "PART" or parse.lower[m] in self.lexicon.obliging for m in marks)

    def _is_quoted(self, verb: int) -> bool:
        """Whether a quotation mark stands between the trigger and a clause that completes it."""
        parse = self.draft.parse
        near, far = sorted((self.trigger, verb))
        return '"' in parse.words[near:far]

    def _fill(self, slot: str) -> list[int]:
        if self.kind == "verbs":
            return self._of_verb(slot)
        return self._of_noun(slot) if self.kind == "nouns" else self._of_adjective(slot)

    # ------------------------------------------------------------------ verbs
    @property
    def passive(self) -> bool:
        """Whether the trigger is a verb in the passive, or a past participle before its noun."""
        parse, verb = self.draft.parse, self.trigger
        if self.kind != "verbs":
            return False
        if is_passive(parse, verb) or (parse.deps[verb] == "amod" and parse.tags[verb] != "VBG"):
            return True
        if parse.tags[verb] == "VBN" and self._is_bare(verb):
            return True
        return self._is_of_result(verb) or self._is_of_headline(verb) or self._is_of_end(verb)

    def _is_of_result(self, verb: int) -> bool:
        """Whether a participle tells more of what came of it: "left two dead and six *wounded*"."""
        parse = self.draft.parse
        return (
            parse.deps[verb] in ("conj", "ccomp")
            and parse.tags[verb] in ("VBN", "VBD")
            and self.lexicon.lemma(parse, parse.heads[verb]) in self.lexicon.resulting
            and self._counts(verb, _HARM)
            and parse.child(verb, "nsubj") is not None
            and parse.child(verb, "dobj", "aux", "prep", "agent") is None
        )

    def _is_bare(self, verb: int) -> bool:
        """Whether a participle stands alone below a verb: "reported *killed*", "*wounded* there, he …"."""
        parse = self.draft.parse
        return (
            parse.deps[verb] in _BARE
            and parse.child(verb, "dobj", "aux", "auxpass", "mark", "ccomp", *SUBJECTS) is None
        )

    def _is_of_headline(self, verb: int) -> bool:
        """Whether a headline leaves out the auxiliary: "Dozens *killed* in bombing of market".

        Only of verbs that say what is done to people, and where no stop ends the line. Behind a number of
        people no more need follow: "Police say 28 gunmen *killed*".
        """
        parse = self.draft.parse
        last = parse.sentences[parse.sentence_of[verb]].end - 1
        return (
            parse.deps[verb] in ("ROOT", "ccomp")
            and parse.tags[verb] in ("VBN", "VBD")
            and parse.pos[last] != "PUNCT"
            and self._counts(verb, _DONE_TO)
            and parse.child(verb, "nsubj") is not None
            and parse.child(verb, "dobj", "aux", "ccomp", "xcomp", "prt", "dative", "advmod", "mark") is None
            and (parse.child(verb, "prep", "agent") is not None or self._is_done_to(verb))
        )

    def _is_done_to(self, verb: int) -> bool:
        """Whether a verb can only be done to a number of people before it: "kill", not "die"."""
        parse, lexicon = self.draft.parse, self.lexicon
        senses = lexicon.senses["verbs"].get(lexicon.lemma(parse, verb), ())
        counted = [s for s in senses if s.counts in _DONE_TO and not s.expression]
        people = parse.with_dep(verb, "nsubj")
        return all("object" in s.recipient for s in counted) and any(
            parse.pos[t] == "NUM" or parse.child(t, "nummod") is not None for t in people
        )

    def _is_of_end(self, verb: int) -> bool:
        """Whether the subject suffered what came of it, there being no object: "Mayor *shot dead*"."""
        parse = self.draft.parse
        return (
            parse.deps[verb] in ("ROOT", "ccomp")
            and parse.tags[verb] in ("VBN", "VBD")
            and any(parse.pos[word] == "ADJ" for word in self.words if word != verb)
            and not any(
                parse.pos[t] in _THINGS for t in range(verb + 1, max(self.words) + 2) if t < len(parse)
            )
            and parse.child(verb, "nsubj") is not None
            and parse.child(verb, "dobj", "aux") is None
        )

    def _of_verb(self, slot: str) -> list[int]:
        parse, verb = self.draft.parse, self.trigger
        if slot == "speaker":
            return speakers(self.draft, verb)
        if parse.deps[verb] == "aux":  # "must" of "the army *must* leave"
            verb = parse.heads[verb]
            return self._subject(verb) if slot == "subject" and not is_passive(parse, verb) else []
        if slot == "subject":
            return self._agents(verb) if self.passive else self._subject(verb)
        if slot == "object":
            if self.passive:
                return self._subject(verb)
            found = [t for thing in parse.with_dep(verb, "dobj") for t in parse.conjuncts(thing)]
            found = found or self._bounded(verb)
            if not found:  # "threatened to attack the port", read as one expression
                inner = [w for w in self.words[1:] if parse.pos[w] == "VERB"]
                found = [
                    t for w in inner for thing in parse.with_dep(w, "dobj") for t in parse.conjuncts(thing)
                ]
            found = self._described_alike(found)
            return [self._behind_relative(t) for t in found] or self._shared_object(verb)
        if slot == "dative":
            return [t for thing in parse.with_dep(verb, "dative") for t in parse.conjuncts(thing)]
        if slot == "purpose":  # "sent soldiers to help *the victims*"
            inner = [w for w in self.words[1:] if parse.pos[w] == "VERB"]
            return [t for w in inner for thing in parse.with_dep(w, "dobj") for t in parse.conjuncts(thing)]
        if slot == DOES:
            return []
        if slot == OWNER:
            things = parse.with_dep(verb, "dobj", "nsubjpass")
            return [t for thing in things for t in (*parse.with_dep(thing, "poss"), *self.after(thing, "of"))]
        if slot == "predicate":  # "called her *a liar*"
            return parse.with_dep(verb, "oprd")
        # Parsers hang "reached a deal *with Chad*" and "lifted the ban *on imports*" on either word.
        words = [*self.words[1:], *(t for word in self.words[1:] for t in parse.with_dep(word, "pobj"))]
        if not any(parse.pos[w] in _NOMINAL and parse.deps[w] != "prt" for w in words):
            words += parse.with_dep(verb, "dobj", "nsubjpass")  # "broke off ties *with Chad*"
        found = self.after(verb, slot) or [t for word in dict.fromkeys(words) for t in self.after(word, slot)]
        return found or self._after_mission(verb, slot)

    def _described_alike(self, things: list[int]) -> list[int]:
        """Of several objects those the trigger's adjective is said of: "left *two* dead and six wounded"."""
        parse = self.draft.parse
        said = [w for w in self.words[1:] if parse.deps[w] == "amod" and parse.heads[w] in things]
        if not said:
            return things
        behind = {t: [c for c in parse.with_dep(t, "amod", "acl") if c > t] for t in things}
        return [t for t in things if not behind[t] or set(behind[t]) & set(said)]

    def _after_mission(self, verb: int, slot: str) -> list[int]:
        """What follows the noun a verb is done on or in: "sent troops on a mission *to Haiti*"."""
        parse = self.draft.parse
        missions = prepositional(parse, verb, self.lexicon.on_missions)
        return [t for m in missions if parse.pos[m] == "NOUN" for t in self.after(m, slot)]

    def _agents(self, verb: int) -> list[int]:
        parse = self.draft.parse
        return agents(parse, verb) or prepositional(parse, verb, self.lexicon.by)

    def _subject(self, verb: int) -> list[int]:
        parse = self.draft.parse
        if verb != self.trigger and parse.child(verb, "nsubjpass") is not None and self.kind == "nouns":
            return self._agents(verb)
        if self._is_harm_of_passive(verb):
            return self._agents(parse.heads[verb])
        if parse.deps[verb] == "conj" and parse.child(verb, "det") is not None:
            return parse.with_dep(verb, "det")  # "one was killed and *another* wounded"
        if parse.deps[verb] == "conj" and parse.child(verb, *SUBJECTS) is None:
            saying = self.draft.leaves(parse.heads[verb], verb)
            tokens = parse.tokens_in(saying.source[0]) if saying is not None and saying.source else range(0)
            if tokens:
                return parse.conjuncts(parse.head_of(tokens.start, tokens.stop))
        found = self._controller(verb)
        if found is None and parse.deps[verb] == "oprd" and not is_passive(parse, parse.heads[verb]):
            found = parse.child(parse.heads[verb], "dobj")  # "called *this* sabre-rattling"
            return [] if found is None else parse.conjuncts(found)
        if found is None and self._is_command(verb):
            return []
        if found is None:
            own = parse.child(verb, *SUBJECTS)
            if own is not None and is_relative(parse, own):
                return parse.conjuncts(meant_by(self.draft, own, verb))
            found = subject(parse, verb if not self._is_bare(verb) else parse.heads[verb])
        if found is None and parse.deps[verb] == "relcl" and self.passive:
            found = parse.heads[verb]
        if found is None:
            return []
        if parse.deps[verb] == "amod" and found == parse.heads[verb]:
            return self._attributed(found)
        if parse.deps[found] in SUBJECTS:
            found = meant_by(self.draft, found, parse.heads[found])
        return parse.conjuncts(found)

    def _is_command(self, verb: int) -> bool:
        """Whether a verb opens a quotation without a subject: who chants "free the monks" frees nobody."""
        parse = self.draft.parse
        opening = parse.tags[verb] == "VB" and parse.words[verb - 1 : verb] == ['"']
        return opening and parse.child(verb, "aux", *SUBJECTS) is None

    def _is_harm_of_passive(self, verb: int) -> bool:
        """Whether harm is told in a clause of a passive: who "was hit, killing two", killed nobody."""
        parse = self.draft.parse
        return (
            parse.deps[verb] == "advcl"
            and parse.tags[verb] == "VBG"
            and is_passive(parse, parse.heads[verb])
            and self._counts(verb, _HARM)
        )

    def _attributed(self, noun: int) -> list[int]:
        """What an attribute describes: its noun, and what is joined to it without a determiner of its own.

        "wounded men and women", but not "the ousted government and the resistance".
        """
        parse = self.draft.parse
        return [t for t in parse.conjuncts(noun) if t == noun or parse.child(t, "det", "poss") is None]

    def _controller(self, verb: int) -> int | None:
        """Whose deed it is where the verb has no subject of its own and its governor's object is meant.

        "accused the army of shelling", "plans of the army to shell", "advancing rebels".
        """
        parse, dep, head = self.draft.parse, self.draft.parse.deps[verb], self.draft.parse.heads[verb]
        if dep == "amod":
            return head
        if dep == "pcomp" and parse.lower[head] in self.lexicon.object_control:
            return parse.child(parse.heads[head], "dobj")
        if dep == "acl" and parse.tags[verb] == "VB":
            owner = parse.child(head, "poss")
            if owner is None:  # "an attempt *by traffickers* to oust him", "efforts *of Oman* to mediate"
                named = prepositional(parse, head, self.lexicon.by) or self.after(head, "of")
                named += parse.with_dep(head, "compound")  # "a *US* plan to end the war"
                owner = next((t for t in named if self._is_actor(t) and t < verb), None)
            if owner is not None:
                return owner
            if parse.deps[head] in ("dobj", "pobj", "attr"):
                return subject(
                    parse, parse.heads[head] if parse.deps[head] != "pobj" else parse.heads[parse.heads[head]]
                )
        return None

    def _behind_relative(self, token: int) -> int:
        """What a relative pronoun in the object's place stands for ("the town which they shelled")."""
        parse = self.draft.parse
        if is_relative(parse, token) and parse.deps[self.trigger] == "relcl":
            return parse.heads[self.trigger]
        return token

    def _bounded(self, verb: int) -> list[int]:
        """The object behind the preposition of a bound: "arrested up to 2,500 demonstrators"."""
        parse, words = self.draft.parse, numerals(self.draft.language)
        for prep in parse.with_dep(verb, "prep"):
            for thing in parse.with_dep(prep, "pobj"):
                number = parse.child(thing, "nummod")
                quantity = None if number is None else words.quantity(parse, number)
                if quantity is not None and quantity.start <= prep:
                    return parse.conjuncts(thing)
        return []

    def _shared_object(self, verb: int) -> list[int]:
        """The object of a later verb that stands for both: "attacked and killed three soldiers"."""
        parse = self.draft.parse
        for later in parse.with_dep(verb, "conj"):
            if parse.child(later, *SUBJECTS) is None and not parse.with_dep(
                verb, "prep", "prt", "ccomp", "xcomp"
            ):
                found = [t for thing in parse.with_dep(later, "dobj") for t in parse.conjuncts(thing)]
                if found:
                    return found
        return self._object_of_relative(verb)

    def _object_of_relative(self, verb: int) -> list[int]:
        """The noun of a relative clause without a pronoun: "the town they shelled"."""
        parse = self.draft.parse
        own = parse.child(verb, *SUBJECTS)
        if parse.deps[verb] != "relcl" or own is None or is_relative(parse, own):
            return []
        return [] if any(is_relative(parse, t) for t in parse.children[verb]) else [parse.heads[verb]]

    def after(self, head: int, preposition: str) -> list[int]:
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
        verb, role = self._light()
        if slot == "subject":
            return self._subject(verb) if role not in (None, SURVIVOR) else []
        if slot == SURVIVOR:
            return self._subject(verb) if role == SURVIVOR else []
        if slot == QUALITY:  # "a *scathing* attack"
            return parse.with_dep(noun, "amod", "compound")
        if slot == "possessive":
            found = [m for t in parse.with_dep(noun, "poss") for m in parse.conjuncts(t)]
            return found or self._leaders(parse.with_dep(noun, "amod")) or self[DOER]
        if slot == DOER:
            return self._subject(verb) if role == "actor" else []
        if slot == DOES:
            return self._done_by(noun)
        if slot == SITE:
            return [t for t in parse.with_dep(noun, "compound") if parse.pos[t] == "NOUN"]
        if slot == COMPOUND:
            beside = parse.with_dep(noun, "compound", "amod", "nmod")
            return [t for t in beside if self._is_actor(t)] or self._leaders(beside)
        found = self.after(noun, slot) or [t for word in self.words[1:] for t in self.after(word, slot)]
        found = found or self._after_last(noun, slot)
        if not found and slot in self.lexicon.by:  # often hung on the nearer noun: "the killing of X by Y"
            inner = [t for p in parse.with_dep(noun, "prep") for t in parse.with_dep(p, "pobj")]
            found = [m for t in inner for m in self.after(t, slot)]
        if not found and role is not None:
            found = self.after(verb, slot)
        if not found and slot in self.lexicon.suffered:
            found = self._subject(verb) if role == "recipient" else self._called_target()
        return found

    def _called_target(self) -> list[int]:
        """Whom a clause calls the target: "*the post* was the target of an attack"."""
        parse, noun = self.draft.parse, self.trigger
        target = parse.heads[parse.heads[noun]]
        if parse.deps[noun] != "pobj" or parse.lemmas[target] not in self.lexicon.struck:
            return []
        if parse.deps[target] == "appos":
            return parse.conjuncts(parse.heads[target])
        verb = parse.heads[target]
        if parse.deps[target] == "attr":
            return self._subject(verb)
        named = parse.child(verb, "attr") if parse.deps[target] in SUBJECTS else None
        return [] if named is None else parse.conjuncts(named)

    def _done_by(self, noun: int) -> list[int]:
        """The verbs that tell what a noun did: "the strike *killed* two", "the strike that *killed* two"."""
        parse = self.draft.parse
        clauses = [c for c in parse.with_dep(noun, "relcl", "acl") if not is_passive(parse, c)]
        return [*clauses, parse.heads[noun]] if parse.deps[noun] == "nsubj" else clauses

    def _after_last(self, noun: int, preposition: str) -> list[int]:
        """What follows the second of two nouns stands for both: "the killing and maiming *of farmers*"."""
        parse, second = self.draft.parse, noun + 2
        if parse.child(noun, "prep") is not None or second not in parse.with_dep(noun, "conj"):
            return []
        return self.after(second, preposition) if parse.pos[second] == parse.pos[noun] else []

    @property
    def harmed(self) -> list[int]:
        """Who came to harm in what a noun tells, and need be no side of it: who "died in fighting"."""
        verb, role = self._light() if self.kind == "nouns" else (self.trigger, None)
        return self._subject(verb) if role is not None and self._counts(verb, _HARM) else []

    def _counts(self, verb: int, kinds: frozenset[str]) -> bool:
        """Whether a verb says of how many people something was done to them, by any of its senses."""
        senses = self.lexicon.senses["verbs"].get(self.lexicon.lemma(self.draft.parse, verb), ())
        return any(sense.counts in kinds for sense in senses)

    def _leaders(self, modifiers: list[int]) -> list[int]:
        """The actor inside "US-led"."""
        parse = self.draft.parse
        return [
            t
            for participle in modifiers
            if parse.lower[participle] in self.lexicon.led
            for t in parse.children[participle]
            if t < participle and self._is_actor(t)
        ]

    def _light(self) -> tuple[int, str | None]:
        """The light verb over a noun, and what its subject is to it: "carried out", "came under"."""
        parse, noun, light = self.draft.parse, self.trigger, self.lexicon.light
        while parse.deps[noun] == "conj":
            noun = parse.heads[noun]
        verb = parse.heads[noun]
        if self._is_judged(noun, verb):
            return verb, None
        if parse.deps[noun] == "nsubjpass":
            return verb, light.get(self.lexicon.phrasal(parse, verb))
        if parse.deps[noun] == "dobj" and not is_passive(parse, verb):
            return verb, light.get(self.lexicon.phrasal(parse, verb))
        if parse.deps[noun] == "pobj" and parse.heads[verb] != verb:
            above = parse.heads[verb]
            return above, light.get(f"{self.lexicon.phrasal(parse, above)} {parse.lower[verb]}")
        return verb, None

    def _is_judged(self, noun: int, verb: int) -> bool:
        """Whether a verb says what somebody thinks of an event: "*called* the attack cowardly"."""
        parse = self.draft.parse
        said = parse.with_dep(verb, "oprd", "acomp", "ccomp", "xcomp")
        return parse.deps[noun] in ("dobj", "nsubjpass") and any(
            parse.deps[c] == "oprd" or parse.pos[c] == "ADJ" for c in said
        )

    def _is_actor(self, token: int) -> bool:
        position = self.draft.mention_of(token)
        means = any(self.draft.parse.lower[token] in words for words in self.lexicon.instruments.values())
        return (
            position is not None
            and not means  # "a *machinegun* attack"
            and self.draft.mentions[position].form in (Form.NAME, Form.ADJECTIVE, Form.NOMINAL)
        )

    # ------------------------------------------------------------------ adjectives
    def _of_adjective(self, slot: str) -> list[int]:
        if slot == "subject":
            return self._described()
        return self.after(self.trigger, slot)

    def _described(self) -> list[int]:
        """Whom an adjective describes: "the wounded boy", "two were dead", "left two dead"."""
        parse, adjective = self.draft.parse, self.trigger
        dep, head = parse.deps[adjective], parse.heads[adjective]
        own = parse.child(adjective, *SUBJECTS)
        if own is not None:
            return parse.conjuncts(own)
        if dep == "conj":
            dep, head = parse.deps[head], parse.heads[head]
        if dep == "amod":
            return self._attributed(head)
        if dep in ("acl", "appos"):
            return parse.conjuncts(head)
        if dep == "oprd" and parse.pos[head] in ("NOUN", "NUM"):  # "left two dead and *six* injured"
            return parse.conjuncts(head)
        if dep in ("acomp", "oprd", "xcomp", "ccomp"):
            thing = parse.child(head, "dobj") if not is_passive(parse, head) else None
            return self._subject(head) if thing is None else parse.conjuncts(thing)
        # "Four dead" as a heading, or "twelve dead" taken for a phrase
        return [c for c in parse.with_dep(adjective, "nummod") if c < adjective]


def speakers(draft: Draft, token: int) -> list[int]:
    """Those in whose words a token stands, by their heads."""
    parse = draft.parse
    carrier = draft.carrier(parse.span(token, token + 1))
    heads: list[int] = []
    for span in carrier.source if carrier else ():
        if tokens := parse.tokens_in(span):
            heads += parse.conjuncts(parse.head_of(tokens.start, tokens.stop))
    return list(dict.fromkeys(heads))
