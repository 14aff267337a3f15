"""Factuality, worked out from the top of each sentence downwards.

Every clause stands in a place that gives it a value (the root: CT+; the complement of "denied": CT-), its
own words change that value (negation, modals, adverbs), and with the result it sets the places below it. The
method is De Facto's (Saurí & Pustejovsky 2012), on a dependency tree.
"""

from dataclasses import dataclass, field
from functools import cached_property

from dateline.analysis.clauses import is_subjunctive
from dateline.analysis.draft import Draft
from dateline.analysis.factuality import scale
from dateline.analysis.factuality.clause import Clause, ClauseReader
from dateline.analysis.factuality.conditions import is_conditional
from dateline.analysis.factuality.embedding import PASSIVE, Frames
from dateline.analysis.factuality.lexicon import Modality, load_modality
from dateline.analysis.factuality.scale import CERTAIN, DENIED, OPEN, Signature, Value, negated
from dateline.analysis.syntax import Parse, Sentence
from dateline.model.attribution import Act, Attribution, Kind
from dateline.model.entity import Form, Label
from dateline.model.factuality import Factuality

_SILENT = frozenset(
    ("punct", "det", "aux", "auxpass", "neg", "case", "cc", "mark", "prt", "predet", "expl", "poss")
)
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
_VERBAL = frozenset(("VERB", "AUX"))
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


@dataclass
class _Walk:
    draft: Draft
    words: Modality
    values: dict[int, Value] = field(default_factory=dict)
    places: dict[int, Value] = field(default_factory=dict)
    asked: frozenset[int] = frozenset()
    standing: set[int] = field(default_factory=set)

    @cached_property
    def parse(self) -> Parse:
        return self.draft.parse

    @cached_property
    def frames(self) -> Frames:
        return Frames(self.parse, self.words)

    @cached_property
    def reader(self) -> ClauseReader:
        return ClauseReader(self.draft, self.words)

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
            clause = self.reader.read(token, place)
            if clause.value != CERTAIN and token not in self.standing:
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

    def _conditional(self, clause: int) -> bool:
        return is_conditional(self.parse, self.words.clauses, clause)

    # ---------------------------------------------------------------- the place a child stands in
    def _place(self, token: int, child: int, clause: Clause, place: Value) -> Value:
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
            signature = self.frames.embedding(token, PASSIVE) if self.frames.passive(token) else None
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

    def _conjunct(self, token: int, child: int, clause: Clause, place: Value) -> Value:
        """What is coordinated shares what stands before both: "may attack or shell"."""
        parse = self.parse
        if parse.pos[child] in _VERBAL and self.draft.leaves(token, child) is not None:
            return CERTAIN
        if parse.pos[child] in _NOMINAL:
            return place if parse.child(child, "det") is not None else clause.value
        own = any(
            parse.deps[c] in _SUBJECTS or (parse.deps[c] == "aux" and parse.pos[c] != "PART")
            for c in parse.children[child]
        )
        if (aim := self._aim_before(token, child)) is not None:
            return self._subclause(token, aim, clause)
        infinitive = parse.has(token, "VerbForm=Inf")
        if infinitive and self.frames.finite(child) and self.frames.to(token) is not None:
            return self.places.get(self.frames.finite_above(token), CERTAIN)
        if own or not (
            parse.tags[child] == parse.tags[token] or (infinitive and parse.has(child, "VerbForm=Inf"))
        ):
            return place
        if self._contrasts(token, child):
            return negated(clause.value) if clause.value[1] < 0 else clause.value
        return clause.value

    def _aim_before(self, token: int, child: int) -> int | None:
        """The infinitive that a verb goes on, parsed as a past: "planned to block roads, *cut* …".

        Only of verbs whose forms are alike, without a subject or auxiliary.
        """
        parse = self.parse
        if parse.lower[child] != parse.lemmas[child] or parse.tags[child] not in ("VBD", "VBN", "VBP"):
            return None
        if parse.lower[token] == parse.lemmas[token] or parse.child(child, "aux", *_SUBJECTS) is not None:
            return None
        aims = [c for c in parse.with_dep(token, "xcomp") if c < child and self.frames.to(c) is not None]
        return aims[-1] if aims else None

    def _contrasts(self, token: int, child: int) -> bool:
        parse = self.parse
        contrast = self.words.negation.contrast
        return any(parse.lower[c] in contrast and c < child for c in parse.with_dep(token, "cc"))

    def _relative(self, noun: int, child: int, clause: Clause) -> Value:
        """A relative clause tells a fact about its noun, unless the noun is nobody in particular."""
        if self.reader.none(noun):
            signature = self.frames.embedding(noun, "that")
            return signature.embed(clause.value) if signature else OPEN
        if self.parse.lower[noun] in self.words.clauses.unspecific:
            return OPEN
        if clause.value[1] == 0 and clause.value[0] == 0 and self.parse.has(noun, "VerbForm"):
            return OPEN
        parse = self.parse
        if parse.child(child, "mark") is not None:  # a content clause that the parser took for a relative one
            embedders = [(noun, clause.value)]
        elif parse.tags[parse.left[noun]].startswith("W"):  # "unclear how great a threat they pose"
            embedders = self.frames.embedders(parse.heads[noun], clause.value)
        else:
            return CERTAIN
        signatures = ((self.frames.embedding(e, "that"), value) for e, value in embedders)
        return next((s.embed(value) for s, value in signatures if s is not None), CERTAIN)

    def _object(self, token: int, child: int, clause: Clause) -> Value:
        if self._is_somebody(child):
            return CERTAIN
        value = clause.bare if child == clause.denying_noun else clause.value
        parse = self.parse
        signature = self.frames.embedding(token, "np")
        if signature is not None:
            if signature.holds == DENIED and parse.lemmas[child] in self.words.sayings:
                self.standing.add(child)  # "denied the *allegations*": they were made, whatever they say
            return signature.embed(value)
        if parse.lemmas[token] in self.words.containing:
            return OPEN if self._is_only_meant(token) else value
        return value if parse.lemmas[token] in self.words.performing else CERTAIN

    def _is_somebody(self, noun: int) -> bool:
        """Whether a noun stands for one who is there, whatever is said: "did not meet *its leader*"."""
        parse, owned = self.parse, self.parse.child(noun, "poss") is not None
        for head in (noun, *parse.with_dep(noun, "appos")):
            position = self.draft.mention_of(head)
            if position is None or self.draft.mentions[position].label is Label.PLACE:
                continue
            form = self.draft.mentions[position].form
            if form is Form.NAME or (owned and form is Form.NOMINAL):
                return True
        return False

    def _is_only_meant(self, verb: int) -> bool:
        """Whether what takes something in is no more than meant: "the *plan* included the kidnapping"."""
        container = self.parse.child(verb, "nsubj", "nsubjpass")
        signature = None if container is None else self.frames.embedding(container, "to")
        return signature is not None and signature.holds[1] == 0

    def _subject(self, token: int, child: int, clause: Clause) -> Value:
        parse = self.parse
        value = clause.bare if child == clause.denying_noun else clause.value
        if parse.deps[child] == "nsubjpass":
            return self._object(token, child, clause)
        if child == clause.denying_noun or self._happens(token):
            return value
        return OPEN if self._is_supposed(token, child, clause) else CERTAIN

    def _is_supposed(self, token: int, child: int, clause: Clause) -> bool:
        """Whether a noun stands for any such event: "*a clash* could set it off", "*any raid* would harm us".

        One that is told of besides, or dated, did take place: "a blast that killed six may lead to war".
        """
        parse, clauses = self.parse, self.words.clauses
        if clause.value[1] < 0 or clause.value[0] == CERTAIN[0] or parse.pos[child] != "NOUN":
            return False
        if any(parse.lemmas[c] in self.words.grammar.perfect for c in parse.with_dep(token, "aux")):
            return False
        determiners = {parse.lower[c] for c in parse.with_dep(child, "det")}
        if determiners & clauses.any:
            return True
        if not determiners & clauses.indefinite or parse.child(child, "relcl", "acl") is not None:
            return False
        return not any(t in self.draft.time_tokens for t in parse.subtree(child))

    def _happens(self, token: int) -> bool:
        """A verb whose subject takes place ("an attack may follow", "may take place")."""
        parse, happening = self.parse, self.words.happening
        lemma = parse.lemmas[token]
        if lemma in happening:
            return True
        return any(
            f"{lemma} {parse.lower[c]}" in happening for c in parse.with_dep(token, "dobj", "prt", "advmod")
        )

    def _preposition(self, token: int, child: int, clause: Clause) -> Value:
        parse = self.parse
        word = parse.lower[child]
        if f"{parse.lemmas[token]} {word}" in self.words.containers:
            return clause.value
        if word in self.words.prepositions:
            return self.words.prepositions[word]
        if child > 0 and parse.lower[child - 1] in self.words.prepositions:
            return self.words.prepositions[parse.lower[child - 1]]
        for embedder, value in self.frames.embedders(token, clause.value):
            signature = (
                self.frames.embedding(embedder, f"{PASSIVE} {word}")
                if self.frames.passive(embedder)
                else None
            )
            signature = signature or self.frames.embedding(embedder, word)
            if signature is not None:
                return signature.embed(value)
        noun = parse.child(child, "pobj")
        if noun is not None and parse.lemmas[noun] in self.words.clauses.condition_nouns:
            return OPEN
        if parse.child(child, "pcomp") is not None:
            return clause.value if parse.pos[token] in _VERBAL else CERTAIN
        return CERTAIN

    # ---------------------------------------------------------------- clauses below a word
    def _subclause(self, token: int, child: int, clause: Clause) -> Value:
        parse = self.parse
        dep = parse.deps[child]
        attribution = self._cues.get(token)
        if attribution is not None and attribution.kind is Kind.DIRECT and self._quoted(token, child):
            return OPEN if self._commands(child) else CERTAIN
        if dep == "advcl" and not self._complement_like(token, child):
            return self._adverbial(child, clause)
        frame = self.frames.frame(child)
        if frame == "whether":
            return OPEN
        if dep == "pcomp":
            return clause.value
        for embedder, value in self.frames.embedders(token, clause.value):
            signature = self.frames.frame_signature(embedder, frame)
            if signature is not None:
                if signature == _PLAIN and value == OPEN and self._passed_on(embedder):
                    return _PROBABLE
                if frame == "that" and self._to_be_done(embedder, child, signature):
                    return OPEN
                return signature.embed(value, past=self.frames.past(token))
        if attribution is not None:
            return _TO_ACT.get(attribution.act, _PLAIN).embed(clause.value)
        if dep == "acl":
            return OPEN if frame == "to" else CERTAIN
        if dep == "ccomp" and clause.value != CERTAIN:
            return OPEN if clause.value != scale.TO_COME else CERTAIN
        told = frame != "to" or (dep == "xcomp" and parse.lemmas[child] in self.words.clauses.results)
        return clause.value if told else OPEN

    def _to_be_done(self, embedder: int, clause: int, signature: Signature) -> bool:
        """A subjunctive: "insisted that she go"."""
        if signature.holds != CERTAIN:
            return self.frames.subjunctive(clause)
        mandating = self.parse.lemmas[embedder] in self.words.clauses.mandates
        return mandating and is_subjunctive(self.parse, clause, embedder)

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

    def _complement_like(self, token: int, child: int) -> bool:
        """An infinitive that the parser hangs beside a word which takes infinitives."""
        if self.frames.frame(child) != "to":
            return False
        embedders = self.frames.embedders(token, CERTAIN)
        return any(self.frames.frame_signature(e, "to") is not None for e, _ in embedders)

    def _adverbial(self, child: int, clause: Clause) -> Value:
        parse, clauses = self.parse, self.words.clauses
        if self._conditional(child):
            return OPEN
        if self._result(child) and clause.value[1] >= 0:
            return clause.value
        marks = {parse.lower[c] for c in parse.with_dep(child, "mark", "advmod")}
        if self.frames.frame(child) == "to":
            return clause.value if parse.lemmas[child] in clauses.results else OPEN
        if marks & clauses.temporal and clause.value[1] == 0 and not parse.has(child, "Tense=Past"):
            return OPEN
        return CERTAIN

    def _result(self, child: int) -> bool:
        """A participle behind its verb, which tells what came of it: "was reportedly hit, killing two"."""
        parse = self.parse
        return (
            child > parse.heads[child]
            and self.frames.frame(child) == "ing"
            and parse.child(child, "mark") is None
        )
