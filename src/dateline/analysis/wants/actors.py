"""Whose want it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.analysis.clauses import agents, antecedent, is_passive, subject
from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.analysis.wants.lexicon import Light, People
from dateline.model.entity import Form, Label, Participant
from dateline.model.span import Span

_SUBJECTS = ("nsubj", "nsubjpass")


def _above(parse: Parse, verb: int) -> int | None:
    """The verb whose clause a verb is coordinated with: "[said] A were B and promised"."""
    clause = parse.heads[verb]
    return parse.heads[clause] if parse.deps[clause] == "ccomp" else None


@dataclass(frozen=True)
class ActorFinder:
    """Finds whose want a word tells. Every answer is the head token of a mention of somebody.

    `none`: determiners that deny ("no government").
    """

    draft: Draft
    light: Light
    people: People
    none: frozenset[str]

    def of_verb(self, verb: int) -> list[int]:
        """The subject of a verb; of a passive, those by whom."""
        parse = self.draft.parse
        if parse.deps[verb] == "acl" and parse.child(verb, *_SUBJECTS) is None:
            noun = parse.heads[verb]
            if is_passive(parse, verb):
                return self._somebody(agents(parse, verb))
            if self._addressed(noun):
                return self._author(noun)
            return self._with_conjuncts(noun) or self.of_noun(noun) or self._author(noun)
        if is_passive(parse, verb) or self._fronted_passive(verb):
            return self._somebody(agents(parse, verb))
        return self._speaker(verb) or self._with_conjuncts(self.subject(verb))

    def _speaker(self, verb: int) -> list[int]:
        """The source of a verb without a subject that takes up another's saying: "said …, and asked …"."""
        parse = self.draft.parse
        if parse.deps[verb] != "conj" or parse.child(verb, *_SUBJECTS) is not None:
            return []
        source = self._sources.get(parse.starts[self._goes_on(verb)], ())
        spoken = [t for span in source[:1] for t in parse.tokens_in(span)]
        return self._with_conjuncts(parse.head_of(spoken[0], spoken[-1] + 1)) if spoken else []

    def _goes_on(self, verb: int) -> int:
        """The verb by whose speaker a verb with a clause of its own is said, however it is coordinated.

        In "he said the farmers were friends and promised that they would be helped" it is he who promised.
        """
        parse, said = self.draft.parse, _above(self.draft.parse, verb)
        clause = parse.child(verb, "ccomp")
        if said is None or clause is None or parse.child(clause, "mark") is None:
            return verb
        return said if parse.tags[said] == parse.tags[verb] else verb

    @cached_property
    def _sources(self) -> dict[int, tuple[Span, ...]]:
        """The source of an attribution, by where each span of its cue begins."""
        return {span.start: a.source for a in self.draft.attributions for span in a.cue}

    def _fronted_passive(self, verb: int) -> bool:
        """A past participle beside a clause: "asked to leave, they wept"."""
        parse = self.draft.parse
        participle = parse.has(verb, "VerbForm=Part") and parse.has(verb, "Tense=Past")
        return participle and parse.deps[verb] == "advcl" and not parse.with_dep(verb, "aux", *_SUBJECTS)

    def of_adjective(self, adjective: int) -> list[int]:
        """Who is ready, keen, opposed: the subject of the copula, or the noun it is an afterthought to."""
        parse = self.draft.parse
        dep, head = parse.deps[adjective], parse.heads[adjective]
        if parse.child(adjective, *_SUBJECTS) is not None:
            return self._with_conjuncts(self.subject(adjective))
        if dep in ("acomp", "oprd", "attr", "advcl", "conj", "xcomp"):
            return self._with_conjuncts(self.subject(head))
        if dep in ("acl", "amod") and adjective > head:
            return self._with_conjuncts(head)
        return []

    def of_noun(self, noun: int) -> list[int]:
        """Whose offer, demand or hope it is."""
        for candidate in self._owners(noun):
            found = self._with_conjuncts(candidate)
            if found:
                return found
        return []

    def subject(self, verb: int) -> int | None:
        """A verb's subject, through relative pronouns, coordination and control."""
        parse = self.draft.parse
        for _ in range(4):
            if parse.deps[verb] == "pcomp" and parse.child(verb, *_SUBJECTS) is None:
                thing = self._blamed(parse.heads[verb])
                if thing is not None:
                    return thing
            found = self._denier(verb)
            if found is None:
                found = subject(parse, verb)
            if found is not None:
                return antecedent(parse, found, parse.heads[found])
            if parse.deps[verb] not in ("xcomp", "conj", "acomp", "attr", "oprd"):
                return None
            verb = parse.heads[verb]
        return None

    def _denier(self, verb: int) -> int | None:
        """Who says what comes before a verb and does what it says: "denied that they pay and *offered* …"."""
        parse = self.draft.parse
        if parse.deps[verb] != "conj" or parse.child(verb, *_SUBJECTS) is not None:
            return None
        saying = self.draft.leaves(parse.heads[verb], verb)
        tokens = parse.tokens_in(saying.source[0]) if saying is not None and saying.source else range(0)
        return parse.head_of(tokens.start, tokens.stop) if tokens else None

    def _blamed(self, prep: int) -> int | None:
        """The object that a gerund behind a preposition is said of: "accuse them of seeking"."""
        parse = self.draft.parse
        if parse.lower[prep] in self.light.manner:
            return None
        return parse.child(parse.heads[prep], "dobj")

    def _addressed(self, noun: int) -> bool:
        """A noun behind "to", which a participle after it may or may not be said of."""
        parse = self.draft.parse
        head = parse.heads[noun]
        return parse.deps[noun] == "pobj" and parse.lower[head] in self.light.recipients

    def _author(self, noun: int) -> list[int]:
        """Whoever puts a want in writing: "filed a suit seeking", "wrote in a letter demanding"."""
        parse = self.draft.parse
        if parse.lemmas[noun] not in self.light.documents:
            return []
        verb, direct = parse.heads[noun], parse.deps[noun] == "dobj"
        if parse.deps[noun] == "pobj" and parse.lower[verb] in self.light.phrase_prepositions:
            verb = parse.heads[verb]
        elif not direct:
            return []
        if parse.pos[verb] != "VERB" or (direct and parse.lemmas[verb] not in self.light.authors):
            return []
        return [] if is_passive(parse, verb) else self._with_conjuncts(self.subject(verb))

    def in_phrase(self, noun: int) -> bool:
        """Whether a noun stands as in "in a bid to", "with the aim of"."""
        parse = self.draft.parse
        prep = parse.heads[noun]
        return (
            parse.deps[noun] == "pobj"
            and parse.lower[prep] in self.light.phrase_prepositions
            and parse.lemmas[noun] in self.light.phrase_nouns
        )

    def given_up(self, noun: int) -> bool:
        """Whether a noun's want is said to be over ("dropped its demand")."""
        parse = self.draft.parse
        verb = parse.heads[noun]
        particle = parse.child(verb, "prt")
        name = parse.lemmas[verb] + (f" {parse.lower[particle]}" if particle is not None else "")
        return parse.deps[noun] in ("dobj", "nsubjpass") and name in self.light.ends

    def _owners(self, noun: int) -> Iterator[int | None]:
        parse = self.draft.parse
        owners = parse.with_dep(noun, "poss")
        yield from owners
        if self.in_phrase(noun):
            governor = parse.heads[parse.heads[noun]]
            if parse.pos[governor] in ("VERB", "AUX"):
                yield self.subject(governor)
            return
        if parse.deps[noun] == "dobj" and parse.lemmas[parse.heads[noun]] in self.light.verbs and not owners:
            verb = parse.heads[noun]
            yield None if is_passive(parse, verb) else self.subject(verb)
        for prep in parse.with_dep(noun, "prep", "agent"):
            if parse.lower[prep] in self.light.by:
                yield parse.child(prep, "pobj")
        yield from parse.with_dep(noun, "compound", "amod", "nmod")

    # ---------------------------------------------------------------- who counts
    def participant(self, head: int) -> Participant:
        """Who a noun phrase is: its mention, or for people that are none its words."""
        if self.draft.mention_of(head) is None:
            parse = self.draft.parse
            return Participant(parse.span(parse.left[head], head + 1))
        return self.draft.participant(head)

    def can_be_asked(self, token: int) -> bool:
        """Whether a token is somebody, or a place that stands where somebody is asked."""
        return self.draft.mention_of(token) is not None or self._are_people(token)

    def _are_people(self, token: int) -> bool:
        parse = self.draft.parse
        plural = parse.pos[token] == "NOUN" and parse.has(token, "Number=Plur")
        return plural and self.people.holds(parse.lower[token])

    def _with_conjuncts(self, token: int | None) -> list[int]:
        return [] if token is None else self._somebody(self.draft.parse.conjuncts(token))

    def _somebody(self, tokens: list[int]) -> list[int]:
        """The heads of the mentions of somebody who can want, among tokens in a row."""
        return [head for head in (self._named(t) for t in tokens) if self.is_somebody(head)]

    def _named(self, token: int) -> int:
        """The head of the mention that a token belongs to: in "spokesman Omar Haji", the name."""
        draft = self.draft
        if draft.mention_of(token) is None:
            span = draft.parse.span(token, token + 1)
            for child in draft.parse.with_dep(token, "appos", "compound", "nmod"):
                position = draft.mention_of(child)
                if position is not None and draft.mentions[position].span.covers(span):
                    return child
            if draft.parse.deps[token] == "appos":
                return draft.parse.heads[token]
        return token

    def is_somebody(self, token: int) -> bool:
        """Whether a token heads a mention of a person, organisation or group, or of a place by name."""
        parse = self.draft.parse
        position = self.draft.mention_of(token)
        if position is None:
            return parse.deps[token] in (*_SUBJECTS, "conj") and self._are_people(token)
        mention = self.draft.mentions[position]
        if mention.label is Label.PLACE:
            return mention.form is Form.NAME
        if parse.has(token, "Gender=Neut") and self.draft.entity_of(position) is None:
            return False
        if parse.has(token, "Person=2"):
            return False
        denied = any(
            parse.has(c, "Polarity=Neg") or parse.deps[c] == "neg" or parse.lower[c] in self.none
            for c in parse.children[token]
        )
        return not denied
