"""How words embed clauses: the frames clauses come in, and the signature a word has in a frame."""

from dataclasses import dataclass

from dateline.analysis.factuality.lexicon import Modality
from dateline.analysis.factuality.scale import Signature, Value
from dateline.analysis.syntax import Parse

PASSIVE = "passive"
_VERBAL = frozenset(("VERB", "AUX"))
_KINDS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a"}


@dataclass(frozen=True, slots=True)
class Frames:
    """Reads the shape of clauses and looks up what embeds them."""

    parse: Parse
    words: Modality

    def embedders(self, token: int, value: Value) -> list[tuple[int, Value]]:
        """The words that may embed a clause hung on a token: with a copula, its predicate and its subject."""
        parse = self.parse
        if parse.pos[token] == "AUX" or parse.lemmas[token] in self.words.grammar.copulas:
            predicates = parse.with_dep(token, "acomp", "attr", "oprd")
            found = [(c, value) for c in predicates]
            subject = parse.child(token, "nsubj")
            if subject is not None and parse.pos[subject] == "NOUN" and not predicates:
                found.append((subject, value))
            return [*found, (token, value)]
        found = [(token, value)]
        beside = parse.with_dep(token, "acomp", "oprd", "advmod", "dobj")
        return found + [(c, value) for c in beside if parse.pos[c] != "ADV"]

    def frame(self, child: int) -> str:
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

    def frame_signature(self, embedder: int, frame: str) -> Signature | None:
        if frame in ("to", "that") and self.passive(embedder):
            signature = self.embedding(embedder, PASSIVE)
            if signature is not None:
                return signature
        return self.embedding(embedder, frame)

    def passive(self, token: int) -> bool:
        parse = self.parse
        if parse.pos[token] not in _VERBAL:
            return False
        labels = {parse.deps[c] for c in parse.children[token]}
        if labels & {"auxpass", "nsubjpass"}:
            return True
        if self._is_of_headline(token):
            return True
        return (
            parse.has(token, "VerbForm=Part")
            and parse.has(token, "Tense=Past")
            and not any(parse.lemmas[c] in self.words.grammar.perfect for c in parse.with_dep(token, "aux"))
            and parse.deps[token] in ("acl", "amod", "advcl", "acomp")
        )

    def _is_of_headline(self, token: int) -> bool:
        """Whether a headline leaves out the auxiliary over a bare participle: "Envoy *reported* killed"."""
        parse = self.parse
        if parse.tags[token] not in ("VBN", "VBD") or parse.child(token, "aux", "dobj", "mark") is not None:
            return False
        return any(
            parse.tags[c] in ("VBN", "JJ")
            and parse.child(c, "aux", "auxpass", "mark", "nsubj", "nsubjpass", "dobj") is None
            for c in parse.with_dep(token, "xcomp", "oprd", "ccomp", "acomp")
        )

    def embedding(self, token: int, frame: str) -> Signature | None:
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

    def past(self, token: int) -> bool:
        parse = self.parse
        return parse.has(token, "Tense=Past") or any(
            parse.has(c, "Tense=Past") for c in parse.with_dep(token, "aux", "auxpass")
        )

    def to(self, token: int) -> int | None:
        return next((c for c in self.parse.with_dep(token, "aux") if self.parse.pos[c] == "PART"), None)

    def finite_above(self, token: int) -> int:
        """The nearest finite verb above an infinitive: what a finite verb beside it goes with."""
        return next((a for a in self.parse.ancestors(token) if self.finite(a)), token)

    def finite(self, verb: int) -> bool:
        parse = self.parse
        return any(parse.has(c, "VerbForm=Fin") for c in (verb, *parse.with_dep(verb, "aux", "auxpass")))

    def subjunctive(self, clause: int) -> bool:
        """A bare verb form with a subject: "that the king step down"."""
        parse = self.parse
        return (
            parse.has(clause, "VerbForm=Inf")
            and parse.child(clause, "nsubj", "nsubjpass") is not None
            and parse.child(clause, "aux", "auxpass") is None
        )
