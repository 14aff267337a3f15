"""Factuality, worked out from the top of each sentence downwards.

Every clause stands in a place that gives it a value (the root: CT+; the complement of "denied": CT-), its
own words change that value (negation, modals, adverbs), and with the result it sets the places below it. The
method is De Facto's (Saurí & Pustejovsky 2012), on a dependency tree.
"""

from dataclasses import dataclass, field
from functools import cached_property

from dateline.analysis.draft import Draft
from dateline.analysis.factuality import scale
from dateline.analysis.factuality.conditions import is_conditional
from dateline.analysis.factuality.lexicon import Auxiliary, Modality, load_modality
from dateline.analysis.factuality.scale import CERTAIN, DENIED, OPEN, Signature, Value, both, negated
from dateline.analysis.syntax import Parse, Sentence
from dateline.model.attribution import Act, Attribution, Kind
from dateline.model.factuality import Factuality

_SILENT = frozenset(
    ("punct", "det", "aux", "auxpass", "neg", "case", "cc", "mark", "prt", "predet", "expl", "poss")
)
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
_QUANTIFIED = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "oprd", "expl", "dative"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
_VERBAL = frozenset(("VERB", "AUX"))
_KINDS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a"}
_CLAUSAL = frozenset(("ccomp", "xcomp", "csubj", "csubjpass", "acl", "pcomp", "advcl"))

_TO_ACT = {
    Act.DENY: Signature(DENIED, OPEN),
    Act.ASK: Signature(OPEN, OPEN),
    Act.DEMAND: Signature(OPEN, OPEN),
    Act.APPEAL: Signature(OPEN, OPEN),
    Act.PROMISE: Signature(scale.TO_COME, OPEN),
    Act.OFFER: Signature(OPEN, OPEN),
    Act.THREATEN: Signature(OPEN, OPEN),
    Act.REFUSE: Signature(DENIED, OPEN),
    Act.HOPE: Signature(OPEN, OPEN),
    Act.BELIEVE: Signature(Value(2, 1), Value(2, -1)),
    Act.ESTIMATE: Signature(Value(2, 1), Value(2, -1)),
}
_PASSIVE = "passive"
_PROBABLE = Value(2, 1)
_PLAIN = Signature(CERTAIN, OPEN)


def judge(draft: Draft) -> dict[int, Factuality]:
    """Token -> factuality, for all tokens whose factuality is not CT+.

    A value is relative to whoever presents the matter: the source of the attribution that carries it, else
    the outlet. Only the values of predicates (verbs, and nouns and adjectives that stand for an event or
    state) mean something; other tokens may carry the value of the place they stand in.
    """
    walk = _Walk(draft, load_modality(draft.language))
    for sentence in draft.parse.sentences:
        walk.sentence(sentence)
    return {token: scale.factuality(value) for token, value in sorted(walk.values.items())}


@dataclass(slots=True)
class _Clause:
    """What a token's words make of its place: `value`; `bare` without what its quantified noun denies."""

    value: Value
    bare: Value
    own: bool = False
    denying_noun: int | None = None


@dataclass
class _Walk:
    draft: Draft
    words: Modality
    values: dict[int, Value] = field(default_factory=dict)
    places: dict[int, Value] = field(default_factory=dict)
    asked: frozenset[int] = frozenset()

    @cached_property
    def parse(self) -> Parse:
        return self.draft.parse

    @cached_property
    def _cues(self) -> dict[int, Attribution]:
        """Cue token -> its attribution."""
        tokens_in = self.parse.tokens_in
        return {t: a for a in self.draft.attributions for span in a.cue for t in tokens_in(span)}

    # ---------------------------------------------------------------- a sentence from its roots down
    def sentence(self, sentence: Sentence) -> None:
        heads = self.parse.heads
        self.asked = self._asked(sentence)
        for token in sentence:
            if heads[token] == token:
                self._descend(token, OPEN if self._commands(token) else CERTAIN)

    def _descend(self, root: int, place: Value) -> None:
        children, deps, values, places = self.parse.children, self.parse.deps, self.values, self.places
        stack = [(root, place)]
        while stack:
            token, place = stack.pop()
            if token in self.asked:
                place = OPEN
            if place != CERTAIN:
                places[token] = place
            clause = self._clause(token, place)
            if clause.value != CERTAIN:
                values[token] = clause.value
            for child in children[token]:
                if deps[child] in _SILENT and not children[child]:
                    continue
                below = self._place(token, child, clause, place)
                if below != CERTAIN or children[child]:
                    stack.append((child, below))

    def _asked(self, sentence: Sentence) -> frozenset[int]:
        """The heads of the questions in a sentence: of a quoted one, not the verb that tells who asks."""
        parse = self.parse
        if "?" not in parse.lower[sentence.start : sentence.end]:
            return frozenset()
        found = []
        for mark in sentence:
            if parse.lower[mark] == "?":
                head = parse.heads[mark]
                quoted = [c for c in parse.with_dep(head, "ccomp", "parataxis") if c < mark]
                found.append(quoted[-1] if head in self._cues and quoted else head)
        return frozenset(found)

    def _commands(self, token: int) -> bool:
        """A bare verb form without a subject, as in "leave the city"."""
        parse = self.parse
        if parse.pos[token] != "VERB" or not (
            parse.has(token, "VerbForm=Inf") or parse.lower[token] in self.words.clauses.exhortation
        ):
            return False
        return not any(
            parse.deps[c] in _SUBJECTS
            or (parse.deps[c] in ("aux", "auxpass") and parse.lower[c] not in self.words.grammar.support)
            for c in parse.children[token]
        )

    # ---------------------------------------------------------------- what a token's own words say
    def _clause(self, token: int, place: Value) -> _Clause:
        if self.parse.pos[token] in _NOMINAL and self.parse.deps[token] != "ROOT":
            return self._noun(token, place)
        return self._predicate(token, place)

    def _noun(self, token: int, place: Value) -> _Clause:
        parse, words = self.parse, self.words
        value, own = place, False
        for child in parse.children[token]:
            dep, word = parse.deps[child], parse.lower[child]
            if dep in ("det", "neg") and word in words.negation.determiners:
                value, own = negated(value), True
            elif dep in ("amod", "advmod") and word in words.adjectives:
                value, own = both(value, words.adjectives[word]), True
        return _Clause(value, value, own)

    def _predicate(self, token: int, place: Value) -> _Clause:
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
                if self._none(child):
                    negative, denying = not negative, child
            elif dep in ("advmod", "npadvmod", "acomp"):
                extra = both(extra, self._adverb(child))
                negative ^= any(self._denies(c) for c in parse.with_dep(child, "neg")) and dep == "advmod"
            elif dep in ("preconj", "cc") and word in words.negation.pairs and child < token:
                negative = not negative
            elif dep == "prep":
                negative ^= self._denying_phrase(child, token)
        signature = self._modal(token, modal, perfect=perfect)
        value = both(both(place, extra), signature.denied if negative else signature.holds)
        if to and parse.deps[token] == "ROOT":
            value = both(value, scale.TO_COME)
        if value == scale.TO_COME and self._hangs_on_condition(token):
            value = OPEN
        bare = value
        if denying is not None:
            bare = both(both(place, extra), signature.holds if negative else signature.denied)
        return _Clause(value, bare, True, denying)

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

    def _none(self, noun: int) -> bool:
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
        return self.parse.lemmas[noun] in self.words.negation.phrase_nouns and self._none(noun)

    def _adverb(self, child: int) -> Value:
        return self.words.adverbs.get(self.parse.lower[child], CERTAIN)

    def _hangs_on_condition(self, token: int) -> bool:
        return any(self._conditional(c) for c in self.parse.with_dep(token, "advcl", "ccomp"))

    def _conditional(self, clause: int) -> bool:
        return is_conditional(self.parse, self.words.clauses, clause)

    # ---------------------------------------------------------------- the place a child stands in
    def _place(self, token: int, child: int, clause: _Clause, place: Value) -> Value:
        parse = self.parse
        dep = parse.deps[child]
        if child in self._cues and self._said_in(token, self._cues[child]):
            return CERTAIN
        if dep == "conj":
            return self._conjunct(token, child, clause, place)
        if dep == "relcl":
            return self._relative(token, child, clause)
        if dep in _CLAUSAL:
            return place if self._apart(token, child) else self._subclause(token, child, clause)
        if dep == "prep" or dep == "agent":
            return self._preposition(token, child, clause)
        if dep == "pobj":
            return place
        if dep in ("attr", "acomp", "oprd"):
            value = clause.bare if child == clause.denying_noun else clause.value
            signature = self._embedding(token, _PASSIVE) if self._passive(token) else None
            return signature.embed(value) if signature else value
        if dep == "dobj":
            return self._object(token, child, clause)
        if dep in ("nsubj", "nsubjpass"):
            return self._subject(token, child, clause)
        if dep == "advmod" and parse.lower[child] in self.words.prepositions:
            return self.words.prepositions[parse.lower[child]]
        return CERTAIN

    def _apart(self, token: int, child: int) -> bool:
        """A clause set beside another with a semicolon, which the parser takes for its complement."""
        between = range(child + 1, token) if child < token else range(token + 1, child)
        return self.parse.deps[child] == "ccomp" and any(self.parse.words[t] == ";" for t in between)

    def _said_in(self, token: int, attribution: Attribution) -> bool:
        """Whether a token stands in what somebody says; the words that tell who says so do not."""
        span = self.parse.span(token, token + 1)
        return any(content.covers(span) for content in attribution.content)

    def _conjunct(self, token: int, child: int, clause: _Clause, place: Value) -> Value:
        """What is coordinated shares what stands before both: "may attack or shell"."""
        parse = self.parse
        if parse.pos[child] in _NOMINAL:
            return place if parse.child(child, "det") is not None else clause.value
        own = any(
            parse.deps[c] in _SUBJECTS or (parse.deps[c] == "aux" and parse.pos[c] != "PART")
            for c in parse.children[child]
        )
        infinitive = parse.has(token, "VerbForm=Inf")
        if infinitive and self._finite(child) and self._to(token) is not None:
            return self.places.get(self._finite_above(token), CERTAIN)
        if own or not (
            parse.tags[child] == parse.tags[token] or (infinitive and parse.has(child, "VerbForm=Inf"))
        ):
            return place
        if self._contrasts(token, child):
            return negated(clause.value) if clause.value[1] < 0 else clause.value
        return clause.value

    def _to(self, token: int) -> int | None:
        return next((c for c in self.parse.with_dep(token, "aux") if self.parse.pos[c] == "PART"), None)

    def _finite_above(self, token: int) -> int:
        """The nearest finite verb above an infinitive: what a finite verb beside it goes with."""
        return next((a for a in self.parse.ancestors(token) if self._finite(a)), token)

    def _finite(self, verb: int) -> bool:
        parse = self.parse
        return any(parse.has(c, "VerbForm=Fin") for c in (verb, *parse.with_dep(verb, "aux", "auxpass")))

    def _contrasts(self, token: int, child: int) -> bool:
        parse = self.parse
        contrast = self.words.negation.contrast
        return any(parse.lower[c] in contrast and c < child for c in parse.with_dep(token, "cc"))

    def _relative(self, noun: int, child: int, clause: _Clause) -> Value:
        """A relative clause tells a fact about its noun, unless the noun is nobody in particular."""
        if self._none(noun):
            signature = self._embedding(noun, "that")
            return signature.embed(clause.value) if signature else OPEN
        if self.parse.lower[noun] in self.words.clauses.unspecific:
            return OPEN
        if clause.value[1] == 0 and clause.value[0] == 0 and self.parse.has(noun, "VerbForm"):
            return OPEN
        parse = self.parse
        if parse.child(child, "mark") is not None:  # a content clause that the parser took for a relative one
            embedders = [(noun, clause.value)]
        elif parse.tags[parse.left[noun]].startswith("W"):  # "unclear how great a threat they pose"
            embedders = self._embedders(parse.heads[noun], clause)
        else:
            return CERTAIN
        signatures = ((self._embedding(e, "that"), value) for e, value in embedders)
        return next((s.embed(value) for s, value in signatures if s is not None), CERTAIN)

    def _object(self, token: int, child: int, clause: _Clause) -> Value:
        value = clause.bare if child == clause.denying_noun else clause.value
        signature = self._embedding(token, "np")
        if signature is not None:
            return signature.embed(value)
        return value if self.parse.lemmas[token] in self.words.performing else CERTAIN

    def _subject(self, token: int, child: int, clause: _Clause) -> Value:
        parse = self.parse
        value = clause.bare if child == clause.denying_noun else clause.value
        if parse.deps[child] == "nsubjpass":
            return self._object(token, child, clause)
        return value if child == clause.denying_noun or self._happens(token) else CERTAIN

    def _happens(self, token: int) -> bool:
        """A verb whose subject takes place ("an attack may follow", "may take place")."""
        parse, happening = self.parse, self.words.happening
        lemma = parse.lemmas[token]
        if lemma in happening:
            return True
        return any(
            f"{lemma} {parse.lower[c]}" in happening for c in parse.with_dep(token, "dobj", "prt", "advmod")
        )

    def _preposition(self, token: int, child: int, clause: _Clause) -> Value:
        parse = self.parse
        word = parse.lower[child]
        if word in self.words.prepositions:
            return self.words.prepositions[word]
        if child > 0 and parse.lower[child - 1] in self.words.prepositions:
            return self.words.prepositions[parse.lower[child - 1]]
        for embedder, value in self._embedders(token, clause):
            signature = self._embedding(embedder, f"{_PASSIVE} {word}") if self._passive(embedder) else None
            signature = signature or self._embedding(embedder, word)
            if signature is not None:
                return signature.embed(value)
        noun = parse.child(child, "pobj")
        if noun is not None and parse.lemmas[noun] in self.words.clauses.condition_nouns:
            return OPEN
        if parse.child(child, "pcomp") is not None:
            return clause.value if parse.pos[token] in _VERBAL else CERTAIN
        return CERTAIN

    # ---------------------------------------------------------------- clauses below a word
    def _subclause(self, token: int, child: int, clause: _Clause) -> Value:
        parse = self.parse
        dep = parse.deps[child]
        if dep == "advcl" and not self._complement_like(token, child):
            return self._adverbial(child, clause)
        if dep == "pcomp":
            return clause.value
        attribution = self._cues.get(token)
        frame = self._frame(child)
        if frame == "whether":
            return OPEN
        if attribution is not None and attribution.kind is Kind.DIRECT and self._quoted(token, child):
            return CERTAIN
        for embedder, value in self._embedders(token, clause):
            signature = self._frame_signature(embedder, frame)
            if signature is not None:
                if signature == _PLAIN and value == OPEN and self._passed_on(embedder):
                    return _PROBABLE
                if frame == "that" and self._subjunctive(child) and signature.holds != CERTAIN:
                    return OPEN
                return signature.embed(value, past=self._past(token))
        if attribution is not None:
            return _TO_ACT.get(attribution.act, _PLAIN).embed(clause.value)
        if dep == "acl":
            return OPEN if frame == "to" else CERTAIN
        if dep == "ccomp" and clause.value != CERTAIN:
            return OPEN if clause.value != scale.TO_COME else CERTAIN
        return OPEN if frame == "to" else clause.value

    def _quoted(self, cue: int, clause: int) -> bool:
        """Whether a quotation mark stands between a cue and what it says: speech of its own."""
        first = self.parse.left[clause] if clause > cue else clause
        return '"' in self.parse.words[min(cue, first) : max(cue, first) + 1]

    def _passed_on(self, verb: int) -> bool:
        """Whether somebody is asked to say so: "asked Oslo to tell them that …"."""
        parse = self.parse
        head = parse.heads[verb]
        return (
            parse.deps[verb] in ("xcomp", "ccomp")
            and parse.lemmas[head] in self.words.clauses.requests
            and self.values.get(head, CERTAIN) == CERTAIN
        )

    def _subjunctive(self, clause: int) -> bool:
        """A bare verb form with a subject: "that the king step down"."""
        parse = self.parse
        return (
            parse.has(clause, "VerbForm=Inf")
            and parse.child(clause, "nsubj", "nsubjpass") is not None
            and parse.child(clause, "aux", "auxpass") is None
        )

    def _complement_like(self, token: int, child: int) -> bool:
        """An infinitive that the parser hangs beside a word which takes infinitives."""
        if self._frame(child) != "to":
            return False
        embedders = self._embedders(token, _Clause(CERTAIN, CERTAIN))
        return any(self._frame_signature(e, "to") is not None for e, _ in embedders)

    def _adverbial(self, child: int, clause: _Clause) -> Value:
        parse, clauses = self.parse, self.words.clauses
        if self._conditional(child):
            return OPEN
        if self._result(child) and clause.value[1] >= 0:
            return clause.value
        marks = {parse.lower[c] for c in parse.with_dep(child, "mark", "advmod")}
        if self._frame(child) == "to":
            return clause.value if parse.lemmas[child] in clauses.results else OPEN
        if marks & clauses.temporal and clause.value[1] == 0 and not parse.has(child, "Tense=Past"):
            return OPEN
        return CERTAIN

    def _result(self, child: int) -> bool:
        """A participle behind its verb, which tells what came of it: "was reportedly hit, killing two"."""
        parse = self.parse
        return (
            child > parse.heads[child] and self._frame(child) == "ing" and parse.child(child, "mark") is None
        )

    def _embedders(self, token: int, clause: _Clause) -> list[tuple[int, Value]]:
        """The words that may embed a clause hung on a token: with a copula, its predicate and its subject."""
        parse = self.parse
        if parse.pos[token] == "AUX" or parse.lemmas[token] in self.words.grammar.copulas:
            predicates = parse.with_dep(token, "acomp", "attr", "oprd")
            found = [(c, clause.value) for c in predicates]
            subject = parse.child(token, "nsubj")
            if subject is not None and parse.pos[subject] == "NOUN" and not predicates:
                found.append((subject, clause.value))
            return [*found, (token, clause.value)]
        found = [(token, clause.value)]
        beside = parse.with_dep(token, "acomp", "oprd", "advmod", "dobj")
        return found + [(c, clause.value) for c in beside if parse.pos[c] != "ADV"]

    def _frame(self, child: int) -> str:
        """How a clause is built: "to", "ing", "whether", or "that" for a finite one."""
        parse = self.parse
        gerund = parse.has(child, "Aspect=Prog") and parse.has(child, "VerbForm=Part")
        finite = False
        for c in parse.children[child]:
            dep = parse.deps[c]
            if dep == "aux":
                if parse.pos[c] == "PART":
                    return "to"
                finite = True
            elif dep in ("mark", "nsubj", "nsubjpass", "auxpass"):
                if dep == "mark" and parse.lower[c] in self.words.clauses.conditions:
                    return "whether"
                finite = finite or not gerund
        return "that" if finite or not gerund else "ing"

    def _frame_signature(self, embedder: int, frame: str) -> Signature | None:
        if frame in ("to", "that") and self._passive(embedder):
            signature = self._embedding(embedder, _PASSIVE)
            if signature is not None:
                return signature
        return self._embedding(embedder, frame)

    def _passive(self, token: int) -> bool:
        parse = self.parse
        if parse.pos[token] not in _VERBAL:
            return False
        labels = {parse.deps[c] for c in parse.children[token]}
        if labels & {"auxpass", "nsubjpass"}:
            return True
        return (
            parse.has(token, "VerbForm=Part")
            and parse.has(token, "Tense=Past")
            and not any(parse.lemmas[c] in self.words.grammar.perfect for c in parse.with_dep(token, "aux"))
            and parse.deps[token] in ("acl", "amod", "advcl", "acomp")
        )

    def _embedding(self, token: int, frame: str) -> Signature | None:
        """What a word makes of what stands in one of its frames."""
        parse, words = self.parse, self.words
        lemma, pos = parse.lemmas[token], parse.pos[token]
        kind = _KINDS.get(pos)
        if kind is None:
            return None
        for beside in parse.children[token] if kind == "v" else ():
            if parse.deps[beside] in ("prt", "advmod"):
                signature = words.embeddings.get((kind, f"{lemma} {parse.lower[beside]}", frame))
                if signature is not None:
                    return signature
        if (kind, lemma) not in words.embedders and kind == "a" and parse.tags[token].startswith("V"):
            kind = "v"
        return words.embeddings.get((kind, lemma, frame))

    def _past(self, token: int) -> bool:
        parse = self.parse
        return parse.has(token, "Tense=Past") or any(
            parse.has(c, "Tense=Past") for c in parse.with_dep(token, "aux", "auxpass")
        )
