"""What the words of a clause itself say: negation, modals, adverbs, quantifiers, adjectives."""

from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.factuality import scale
from dateline.analysis.factuality.conditions import is_conditional
from dateline.analysis.factuality.lexicon import Auxiliary, Modality
from dateline.analysis.factuality.scale import CERTAIN, DENIED, OPEN, Signature, Value, both, negated
from dateline.analysis.syntax import Parse
from dateline.model.attribution import Kind

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
_QUANTIFIED = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "oprd", "expl", "dative"))


@dataclass(frozen=True, slots=True)
class Clause:
    """What a token's words make of its place: `value`; `bare` without what its quantified noun denies."""

    value: Value
    bare: Value
    denying_noun: int | None = None


@dataclass(frozen=True, slots=True)
class ClauseReader:
    """Reads what stands directly at a predicate or noun."""

    draft: Draft
    words: Modality

    @property
    def parse(self) -> Parse:
        return self.draft.parse

    def read(self, token: int, place: Value) -> Clause:
        if self.parse.pos[token] in _NOMINAL and self.parse.deps[token] != "ROOT":
            return self._noun(token, place)
        return self._predicate(token, place)

    def _noun(self, token: int, place: Value) -> Clause:
        parse, words = self.parse, self.words
        value = place
        for child in parse.children[token]:
            dep, word = parse.deps[child], parse.lower[child]
            if dep in ("det", "neg") and word in words.negation.determiners:
                value = DENIED if value == scale.TO_COME else negated(value)
            elif dep in ("amod", "advmod") and word in words.adjectives:
                value = both(value, words.adjectives[word])
            elif dep == "acl" and parse.tags[child] == "VBN":
                value = both(value, self._only_meant(child))
        return Clause(value, value)

    def _only_meant(self, participle: int) -> Value:
        """What a noun's participle leaves open: "an attack *planned* in Cork"."""
        signature = self.words.embeddings.get(("v", self.parse.lemmas[participle], "np"))
        return signature.holds if signature is not None and signature.holds[1] == 0 else CERTAIN

    def _predicate(self, token: int, place: Value) -> Clause:
        parse, words = self.parse, self.words
        negative, modal, perfect, to, denying = False, None, False, False, None
        extra = CERTAIN
        for child in parse.children[token]:
            dep, word = parse.deps[child], parse.lower[child]
            if dep == "neg":
                negative ^= self._denies(child)
            elif dep in ("aux", "auxpass"):
                if word in words.auxiliaries:
                    modal = words.auxiliaries[word]
                elif parse.lemmas[child] in words.grammar.perfect:
                    perfect = True
                elif parse.pos[child] == "PART":
                    to = True
            elif dep in _QUANTIFIED:
                if self.none(child):
                    negative, denying = not negative, child
            elif dep in ("advmod", "npadvmod", "acomp"):
                extra = both(extra, self._adverb(child))
                negative ^= any(self._denies(c) for c in parse.with_dep(child, "neg")) and dep == "advmod"
            elif dep in ("preconj", "cc") and word in words.negation.pairs and child < token:
                negative = not negative
            elif dep == "prep":
                negative ^= self._denying_phrase(child, token)
        if modal is not None and not self._modifies(token):
            modal = None
        signature = self._modal(token, modal, perfect=perfect)
        value = both(both(place, extra), signature.denied if negative else signature.holds)
        if to and parse.deps[token] == "ROOT":
            value = both(value, scale.TO_COME)
        if value == scale.TO_COME and self._hangs_on_condition(token):
            value = OPEN
        bare = value
        if denying is not None:
            bare = both(both(place, extra), signature.holds if negative else signature.denied)
        return Clause(value, bare, denying)

    def _modifies(self, token: int) -> bool:
        """Whether an auxiliary is a modal here: "she'd taken" has none."""
        parse = self.parse
        auxiliaries = parse.with_dep(token, "aux", "auxpass")
        return not parse.has(token, "VerbForm=Part") or any(parse.has(a, "VerbForm=Inf") for a in auxiliaries)

    def _modal(self, token: int, modal: Auxiliary | None, *, perfect: bool) -> Signature:
        if modal is None or (modal.ability and self.parse.lemmas[token] in self.words.clauses.perception):
            return Signature(CERTAIN, DENIED)
        if perfect:
            return modal.perfect
        if modal.reported != modal.plain and self._reported(token):
            return modal.reported
        return modal.plain

    def _reported(self, token: int) -> bool:
        """In the content of somebody's saying, told indirectly."""
        carrier = self.draft.carrier(self.parse.span(token, token + 1))
        if carrier is not None:
            return carrier.kind is not Kind.DIRECT
        head = self.parse.heads[token]
        return self.parse.deps[token] == "ccomp" and ("v", self.parse.lemmas[head]) in self.words.embedders

    def _denies(self, particle: int) -> bool:
        """Any particle but the one of "not only"."""
        parse = self.parse
        following = particle + 1
        return not (following < len(parse) and parse.lower[following] in self.words.negation.additive)

    def none(self, noun: int) -> bool:
        """Whether a noun phrase is quantified by "no" ("no group", "nobody", "none of them")."""
        parse, negation = self.parse, self.words.negation
        if parse.lower[noun] in negation.pronouns:
            return True
        return any(
            parse.deps[c] in ("det", "neg", "preconj", "cc")
            and c < noun
            and (parse.lower[c] in negation.determiners)
            for c in parse.children[noun]
        )

    def _denying_phrase(self, preposition: int, head: int) -> bool:
        """A fronted phrase that denies its clause: "at no point did they …"."""
        noun = self.parse.child(preposition, "pobj")
        if noun is None or preposition > head:
            return False
        return self.parse.lemmas[noun] in self.words.negation.phrase_nouns and self.none(noun)

    def _adverb(self, child: int) -> Value:
        return self.words.adverbs.get(self.parse.lower[child], CERTAIN)

    def _hangs_on_condition(self, token: int) -> bool:
        return any(
            is_conditional(self.parse, self.words.clauses, c)
            for c in self.parse.with_dep(token, "advcl", "ccomp")
        )
