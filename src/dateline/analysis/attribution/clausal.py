"""Clauses that a verbal cue takes: "said that …", "vowed to …", "denied losing …", "urged them to …"."""

from dateline.analysis.attribution.complement import CLAUSE, GERUND, TO, WH, Complement, has_subject, shape
from dateline.analysis.attribution.reading import descendants
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable, Frame

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = ("dobj", "xcomp", "csubj", "nsubj", "npadvmod")  # what the parser makes of one that it misses
_ADVERBIAL = frozenset({"ADV", "ADP", "ADJ"})
_ADDRESSED = frozenset({Frame.TOLD_TO, Frame.OTHER_TO})


class Clauses:
    """Finds the clauses of one parse that the lexicon lets a verb take."""

    def __init__(self, parse: Parse, table: CueTable) -> None:
        self.parse, self.table = parse, table

    def find(self, token: int, entry: Cue) -> list[Complement]:
        """The clausal complements of an active verb, in text order."""
        parse = self.parse
        thing = parse.child(token, "dobj", "dative")
        found: list[Complement] = []
        for child in parse.children[token]:
            found.extend(self._clausal(token, child, entry, thing))
        found = self._one_side(token, found)
        if not found and thing is not None and Frame.CLAUSE in entry.frames and entry.frames & _ADDRESSED:
            found = self._behind_addressee(token, thing)
        if not found and thing is None and {Frame.CLAUSE, Frame.QUOTE} <= entry.frames:
            found = self._behind_phrase(token)
        return found

    def _behind_addressee(self, token: int, thing: int) -> list[Complement]:
        """A clause without "that" which the parser hung elsewhere: "told the office they would come"."""
        parse = self.parse
        others = [c for a in parse.ancestors(token) for c in parse.with_dep(a, "ccomp") if c > thing]
        for child in (*parse.with_dep(thing, "relcl"), *others):
            below = descendants(parse, child)
            if parse.child(child, "nsubj", "nsubjpass") is None or min(below) != thing + 1:
                continue
            if not any(parse.tags[t] in WH for t in below if parse.heads[t] == child):
                return [Complement(Frame.CLAUSE, child, below)]
        return []

    def _behind_phrase(self, token: int) -> list[Complement]:
        """A clause that the parser hung on a phrase: "said for the first time that it lost …"."""
        parse = self.parse
        for prep in parse.with_dep(token, "prep", "npadvmod"):
            for noun in range(max(prep, token + 1), parse.right[prep]):
                if self._says(noun):
                    break
                for child in parse.with_dep(noun, "relcl", "acl"):
                    if self._opens_with_that(child) and has_subject(parse, child):
                        return [Complement(Frame.CLAUSE, child, descendants(parse, child))]
        return []

    def _says(self, noun: int) -> bool:
        """Whether a noun holds a saying of its own, no medium: "responded to claims that …"."""
        lemma, table = self.parse.lemmas[noun], self.table
        return lemma not in table.words["media"] and any(
            Frame.CLAUSE in entry.frames for entry in table.nouns.get(lemma, ())
        )

    def _opens_with_that(self, clause: int) -> bool:
        """Whether a conjunction that only introduces, no pronoun, opens a clause."""
        parse, mark = self.parse, self.parse.left[clause]
        known = parse.lower[mark] in self.table.words["complementizers"]
        return known and parse.deps[mark] == "mark" and parse.heads[mark] == clause

    def _one_side(self, token: int, clauses: list[Complement]) -> list[Complement]:
        """Of clauses on both sides of a cue, those behind it when one follows without a comma."""
        right = [c for c in clauses if min(c.content) > token]
        if (
            right
            and len(right) < len(clauses)
            and self.parse.pos[min(min(c.content) for c in right) - 1] != "PUNCT"
        ):
            return right
        return clauses

    def _clausal(self, token: int, child: int, entry: Cue, thing: int | None) -> list[Complement]:
        parse, frames = self.parse, entry.frames
        dep = parse.deps[child]
        if dep not in ("ccomp", "xcomp", "advcl") or self._is_apart(token, child):
            return []
        form = shape(parse, child)
        own = has_subject(parse, child)
        if dep == "advcl" and not self.is_misread(token, child):
            return self._asked_of(child, entry, thing)
        if form == CLAUSE and dep != "xcomp" and Frame.CLAUSE in frames and (own or dep == "ccomp"):
            content = descendants(parse, child)
            if not own and dep == "ccomp":
                content |= self._estranged(token, child)
            return [Complement(Frame.CLAUSE, child, content)]
        if form == TO and dep != "advcl":
            return self._infinitive(child, entry, own, thing)
        if form == GERUND and Frame.GERUND in frames and dep != "advcl":
            return [Complement(Frame.GERUND, child, descendants(parse, child))]
        if dep == "ccomp" and Frame.PREDICATE in frames:
            return [Complement(Frame.PREDICATE, child, descendants(parse, child))]
        return []

    def _is_apart(self, token: int, clause: int) -> bool:
        """A clause set beside another with a semicolon, which the parser takes for its complement."""
        parse = self.parse
        between = range(parse.right[clause], token) if clause < token else range(token, parse.left[clause])
        return any(parse.words[t] == ";" for t in between)

    def _estranged(self, token: int, clause: int) -> set[int]:
        """A subject that the parser hung on the cue: "said the bridge over the canal is open"."""
        parse = self.parse
        aux = parse.child(clause, "aux", "auxpass")
        finite = parse.tags[clause if aux is None else aux] in _FINITE
        if not finite or parse.child(clause, "mark") is not None or parse.tags[parse.left[clause]] in WH:
            return set()
        subject: set[int] = set()
        for child in parse.children[token]:
            if token < child < clause and (
                parse.deps[child] in _SUBJECTS or (subject and parse.deps[child] == "prep")
            ):
                subject |= descendants(parse, child)
        if not subject:
            return set()
        between = range(max(subject) + 1, parse.left[clause])
        if not all(parse.pos[t] == "PUNCT" for t in between):
            return set()
        addition = any(parse.pos[t] == "PUNCT" for t in subject)  # "the pass, which is high, is open"
        return subject if addition or not between else set()

    def _asked_of(self, child: int, entry: Cue, thing: int | None) -> list[Complement]:
        """What the object is asked to do where the parser makes it the purpose: "urged the men to stay"."""
        parse = self.parse
        if thing is None or shape(parse, child) != TO:
            return []
        between = range(parse.right[thing], parse.left[child])
        if any(parse.pos[t] not in _ADVERBIAL for t in between):  # "urged the men *in particular* to stay"
            return []
        if not entry.frames & _ADDRESSED:
            return []
        return self._infinitive(child, entry, True, thing)

    def _infinitive(self, child: int, entry: Cue, own: bool, thing: int | None) -> list[Complement]:
        parse, frames = self.parse, entry.frames
        content = descendants(parse, child)
        if own or (thing is not None and thing < child):
            if Frame.OTHER_TO in frames:
                return [
                    Complement(
                        Frame.OTHER_TO,
                        child,
                        content | (descendants(parse, thing) if thing is not None else set()),
                    )
                ]
            if Frame.TOLD_TO in frames:
                return [Complement(Frame.TOLD_TO, child, content)]
        if Frame.TO in frames:
            return [Complement(Frame.TO, child, content)]
        return []

    def is_misread(self, token: int, child: int) -> bool:
        """An adverbial clause that is really the content: "told them if he …", where no comma sets it off."""
        parse = self.parse
        mark = parse.child(child, "mark")
        if mark is None and parse.tags[parse.left[child]] in WH and parse.child(token, "neg") is not None:
            mark = parse.left[child]
            return child > token and mark == token + 1
        return (
            mark is not None
            and child > token
            and parse.lower[mark] in self.table.words["clause_openers"]
            and parse.pos[parse.left[child] - 1] != "PUNCT"
        )
