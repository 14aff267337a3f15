"""The words for what is wanted, and for of whom, around a word that tells a want."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.analysis.clauses import is_subjunctive
from dateline.analysis.syntax import Parse
from dateline.analysis.wants.lexicon import PREPOSITION, Cue, GoalWords

INFINITIVE, FINITE, MANDATE, ACCUSATIVE, GERUND, OBJECT, PREDICATE = (
    "to",
    "that",
    "that_do",
    "for_to",
    "ing",
    "np",
    "attr",
)
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl", "oprd")
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECT = "object"
_QUOTE = '"'
_ADDED = frozenset(("advcl", "relcl", "appos", "acl", "prep", "advmod", "npadvmod"))
_BREAKS = frozenset((";", ":", "—", "(", ")", "--"))


@dataclass(frozen=True, slots=True)
class Goal:
    """Tokens `[start, end)` around `head`; `subject` is who is to do it, when that is said."""

    head: int
    start: int
    end: int
    subject: int | None = None


@dataclass(frozen=True, slots=True)
class GoalFinder:
    """Finds goals in one parse. `hosts` are the tokens that what belongs to a word may hang on."""

    parse: Parse
    words: GoalWords

    def find(self, hosts: tuple[int, ...], cue: Cue, frame: str) -> Goal | None:
        """The goal of a cue in one of its frames."""
        if frame == INFINITIVE:
            return self._infinitive(hosts, cue)
        if frame == ACCUSATIVE:
            return self._accusative(hosts)
        if frame == FINITE:
            return self._finite(hosts)
        if frame == MANDATE:
            goal = self._finite(hosts)
            return goal if goal is not None and is_subjunctive(self.parse, goal.head, hosts[0]) else None
        if frame == GERUND:
            return self._gerund(hosts)
        if frame == OBJECT:
            return self._object(hosts[0])
        if frame == PREDICATE:
            return self._predicate(hosts)
        return self._prepositional(hosts, frame.removeprefix(PREPOSITION))

    # ---------------------------------------------------------------- frames
    def _clauses(self, hosts: tuple[int, ...]) -> Iterator[int]:
        parse = self.parse
        for host in hosts:
            for child in parse.children[host]:
                if child > hosts[0] and parse.deps[child] in _CLAUSES:
                    yield child

    def _infinitive(self, hosts: tuple[int, ...], cue: Cue) -> Goal | None:
        parse = self.parse
        raised = _OBJECT in cue.toward  # an infinitive's subject is the one who is asked
        for clause in self._clauses(hosts):
            to = self._to(clause)
            subject = parse.child(clause, *_SUBJECTS)
            if to is None or (subject is not None and not (raised and subject < to)):
                continue
            doer = parse.child(hosts[0], "dobj")
            if not raised and ACCUSATIVE in cue.goal and doer is not None and hosts[0] < doer < to:
                return Goal(clause, parse.left[doer], self.end(clause), doer)
            return Goal(clause, self._from(to, clause), self.end(clause), subject)
        return None

    def _from(self, to: int, clause: int) -> int:
        """The infinitive's first word, with a "not" before it."""
        return min([to, *(c for c in self.parse.with_dep(clause, "neg") if c == to - 1)])

    def _accusative(self, hosts: tuple[int, ...]) -> Goal | None:
        parse = self.parse
        for clause in self._clauses(hosts):
            subject = parse.child(clause, *_SUBJECTS)
            if subject is None or subject < hosts[0]:
                continue
            if self._to(clause) is not None or self._verbless(clause):
                return Goal(clause, parse.left[subject], self.end(clause), subject)
        return self._elsewhere(hosts[0])

    def _verbless(self, clause: int) -> bool:
        """A clause without a finite verb: "the minister dead", "the law repealed"."""
        parse = self.parse
        if parse.with_dep(clause, "aux", "auxpass", "mark"):
            return False
        return parse.pos[clause] in ("ADJ", "ADV", "ADP") or parse.has(clause, "Tense=Past")

    def _elsewhere(self, host: int) -> Goal | None:
        """Somebody wanted somewhere else: "the army out of the valley"."""
        parse = self.parse
        thing = parse.child(host, "dobj")
        if thing is None:
            return None
        for child in (*parse.with_dep(host, "prep", "advmod"), *parse.with_dep(thing, "prep", "advmod")):
            if thing < child and parse.lower[child] in self.words.away:
                return Goal(child, parse.left[thing], self.end(child), thing)
        return None

    def _finite(self, hosts: tuple[int, ...]) -> Goal | None:
        parse = self.parse
        for clause in self._clauses(hosts):
            subject = parse.child(clause, *_SUBJECTS)
            if parse.deps[clause] in ("ccomp", "acl") and subject is not None and self._to(clause) is None:
                if parse.deps[clause] == "acl" and parse.child(clause, "mark") is None:
                    continue
                mark = parse.child(clause, "mark")
                if mark is not None and parse.lower[mark] in self.words.marks:
                    continue
                if any(parse.tags[c].startswith("W") for c in parse.children[clause]):
                    continue
                return Goal(clause, parse.left[clause], self.end(clause), subject)
        return None

    def _gerund(self, hosts: tuple[int, ...]) -> Goal | None:
        parse = self.parse
        for clause in self._clauses(hosts):
            if parse.deps[clause] in ("xcomp", "ccomp") and self._is_gerund(clause):
                return Goal(clause, clause, self.end(clause))
        return None

    def _object(self, host: int) -> Goal | None:
        parse = self.parse
        thing = parse.child(host, "dobj")
        receiver = parse.child(host, "dative")
        if thing is None and receiver is not None and parse.pos[receiver] in ("VERB", "NOUN"):
            thing = parse.child(receiver, "dobj")  # "offered the Chin rebels a truce", misread
        if thing is None:  # a noun misread as a clause
            thing = next((c for c in parse.with_dep(host, "xcomp", "oprd") if parse.pos[c] == "NOUN"), None)
        if thing is None and parse.child(host, "agent") is not None:
            thing = parse.child(host, "nsubjpass")
            return None if thing is None else self._thing(thing)
        if thing is not None and thing > host:
            return self._thing(thing) or self._meant(host, thing)
        return None

    def _meant(self, host: int, pronoun: int) -> Goal | None:
        """What "it" stands for, when a fronted if-clause has just one thing in it."""
        parse = self.parse
        if parse.pos[pronoun] != "PRON" or not parse.has(pronoun, "Gender=Neut"):
            return None
        clauses = [c for c in parse.with_dep(host, "advcl") if c < host]
        things = [
            t
            for clause in clauses[:1]
            for t in parse.subtree(clause)
            if parse.deps[t] in ("dobj", "pobj") and parse.pos[t] == "NOUN"
        ]
        return self._thing(things[0]) if len(things) == 1 else None

    def _predicate(self, hosts: tuple[int, ...]) -> Goal | None:
        """What a noun is said to be: "our goal is a federal state"."""
        parse = self.parse
        if parse.deps[hosts[0]] != "nsubj":
            return None
        thing = parse.child(hosts[-1], "attr")
        return None if thing is None else self._thing(thing)

    def _prepositional(self, hosts: tuple[int, ...], preposition: str) -> Goal | None:
        parse = self.parse
        for host in hosts:
            for prep in parse.with_dep(host, "prep"):
                if prep < hosts[0] or parse.lower[prep] != preposition:
                    continue
                thing = parse.child(prep, "pobj")
                if thing is not None:
                    return self._thing(thing)
                deed = parse.child(prep, "pcomp")
                if deed is not None and self._is_gerund(deed):
                    return Goal(deed, parse.left[deed], self.end(deed), parse.child(deed, *_SUBJECTS))
        return None

    def _thing(self, thing: int) -> Goal | None:
        if self.parse.lower[thing] in self.words.empty or self.parse.lemmas[thing] in self.words.empty:
            return None
        return Goal(thing, self.parse.left[thing], self.end(thing))

    # ---------------------------------------------------------------- parts
    def _to(self, clause: int) -> int | None:
        """The infinitive's particle."""
        parse = self.parse
        return next((c for c in parse.with_dep(clause, "aux") if parse.pos[c] == "PART"), None)

    def _is_gerund(self, token: int) -> bool:
        return self.parse.has(token, "Aspect=Prog") or self.parse.tags[token] == "VBG"

    # ---------------------------------------------------------------- where a goal ends
    def end(self, head: int) -> int:
        """One past the last token of a goal: what follows as a clause or remark of its own is left out."""
        parse = self.parse
        end = head + 1
        for child in parse.children[head]:
            if child < head or parse.deps[child] in ("punct", "cc"):
                continue
            if self._ends_before(head, child):
                break
            end = max(end, self.end(child))
        return end

    def _ends_before(self, head: int, child: int) -> bool:
        parse = self.parse
        dep, left = parse.deps[child], parse.left[child]
        before = parse.lower[left - 1] if left else ""
        if before in _BREAKS or dep == "parataxis":
            return True
        if dep == "conj":
            apart = parse.child(child, *_SUBJECTS) is not None or parse.tags[child] in ("VBD", "VBZ", "VBP")
            return apart or any(parse.pos[c] != "PART" for c in parse.with_dep(child, "aux"))
        if dep == "appos" and parse.child(child, "conj") is not None:
            return False  # "A, B and C", read as if A were B and C
        if dep in _ADDED and (before == "," or (before == _QUOTE and self._closes(left - 1))):
            return dep != "prep" or parse.pos[head] in ("VERB", "AUX")
        if dep == "prep":
            apart = parse.pos[head] == "NOUN" and parse.lower[child] in self.words.marks
            return self.opens_condition(child) or (apart and parse.child(child, "pcomp") is not None)
        if dep == "advmod" and parse.child(child, "advcl") is not None:
            return True  # "as soon as", "as long as" and their clause
        if dep == "advcl":
            if parse.lower[left] in self.words.limits:
                return False  # "elections only after a census": without it the goal would be another
            return any(parse.lower[c] in self.words.marks for c in parse.with_dep(child, "mark", "advmod"))
        return dep == "ccomp" and parse.lower[left] == _QUOTE

    def opens_condition(self, preposition: int) -> bool:
        """Whether a phrase is one as "on condition that", and not "for better conditions"."""
        parse = self.parse
        noun = parse.child(preposition, "pobj")
        return noun is not None and parse.lower[noun] in self.words.condition_nouns

    def _closes(self, quote: int) -> bool:
        """A quotation mark that stands right behind a word."""
        return quote > 0 and self.parse.starts[quote] == self.parse.ends[quote - 1]
