"""From a cue to its content: the complements that the lexicon lets a cue take, read off the parse."""

from dataclasses import dataclass

from dateline.analysis.attribution.reading import Reading, descendants
from dateline.analysis.attribution.sources import Control, phrase, subject
from dateline.analysis.attribution.trimming import Trimmer
from dateline.analysis.clauses import is_subjunctive
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable, Frame
from dateline.model.attribution import Act

_CLAUSE, _TO, _GERUND = "clause", "to", "gerund"
_MANDATE = "mandate"  # key of the act of a clause that tells what is to be done
_OWN = ("nsubj", "nsubjpass", "expl", "csubj")
_WH = frozenset({"WDT", "WP", "WRB", "WP$"})


@dataclass(frozen=True, slots=True)
class Complement:
    """A complement of a cue: its frame, head token, content, and the words it adds to the cue."""

    frame: str
    head: int
    content: set[int]
    cue: tuple[int, ...] = ()


class Verbs:
    """Reads verbal cues of one parse."""

    def __init__(self, parse: Parse, table: CueTable, control: Control, actors: frozenset[int]) -> None:
        self.parse, self.table, self.control = parse, table, control
        self.trimmer = Trimmer(parse, table, actors)

    def read(self, token: int) -> Reading | None:
        """The reading of a verb that stands in the lexicon; its content is empty where no complement fits."""
        for entry in self.table.verbs.get(self.parse.lemmas[token], ()):
            particle = self._particle(token, entry)
            if particle is None:
                continue
            reading = self._entry(token, entry, particle)
            if reading is not None:
                return reading
        return None

    def _particle(self, token: int, entry: Cue) -> tuple[int, ...] | None:
        """The particle's token, () where none is needed, None where the entry does not fit."""
        own = self.parse.with_dep(token, "prt")
        if entry.particle is None:
            return tuple(own)
        for child in self.parse.children[token]:
            loose = self.parse.deps[child] == "prt" or child == token + 1
            if loose and self.parse.lower[child] == entry.particle:
                return (child,)
        after = token + 1
        if after < len(self.parse) and self.parse.lower[after] == entry.particle:
            return (after,)
        return None

    def _entry(self, token: int, entry: Cue, particle: tuple[int, ...]) -> Reading | None:
        parse = self.parse
        passive = parse.child(token, "nsubjpass")
        is_passive = passive is not None or self._is_passive(token)
        found = self._passive(token, entry, passive) if is_passive else self._active(token, entry)
        if not found and not entry.frames & {Frame.QUOTE, Frame.CLAUSE}:
            return None
        content = set().union(*(c.content for c in found)) if found else set()
        cue = self._cue(token) | set(particle) | {t for c in found for t in c.cue}
        content -= cue
        frame = found[0].frame if found else Frame.QUOTE
        if frame == Frame.TO:
            content = {t for t in content if t > token}
        if content:
            self.trimmer.trim(token, content)
        reading = Reading(token, entry, self._act(token, entry, found), cue, content, frame=frame)
        reading.cue |= self._quoted_as(token)
        if is_passive:
            self._agent(token, reading)
        else:
            who = subject(parse, self.trimmer.reattached.get(token, token), self.control)
            if who is not None and who not in content and not self._empty(who):
                reading.source = phrase(parse, who, cue | content)
            if reading.source is None and frame not in (Frame.CLAUSE, Frame.QUOTE):
                return None
        return reading

    def _is_passive(self, token: int) -> bool:
        """A passive, or a bare participle that modifies: "those said to be missing", "asked why, he …"."""
        parse = self.parse
        if parse.child(token, "auxpass") is not None:
            return True
        bare = parse.tags[token] == "VBN" and parse.child(token, "aux", "nsubj") is None
        return bare and parse.deps[token] in ("acl", "advcl", "amod")

    def _empty(self, token: int) -> bool:
        return self.parse.deps[token] == "expl"

    def _act(self, token: int, entry: Cue, found: list[Complement]) -> Act:
        frame = found[0].frame if found else Frame.QUOTE
        act = entry.act_of(frame)
        if (
            frame == Frame.CLAUSE
            and _MANDATE in entry.acts
            and is_subjunctive(self.parse, found[0].head, token)
        ):
            act = entry.acts[_MANDATE]  # "insists that he go"
        if self._is_negated(token):
            if frame in (Frame.CLAUSE, Frame.TO) and self._is_open(found[0].head):
                return Act.REFUSE if act in _UTTERED else act  # "has not said whether" keeps silent
            clausal = frame in (Frame.CLAUSE, Frame.TO, Frame.OTHER_TO, Frame.QUOTE)
            return _NEGATED.get(act, act) if clausal else _SILENT.get(act, act)
        if act is Act.REFUSE and frame == Frame.OBJECT and self._is_claim(found[0].head):
            return Act.DENY
        return act

    def _is_open(self, clause: int) -> bool:
        """An indirect question: "whether it holds", "where he is"."""
        parse = self.parse
        mark = parse.child(clause, "mark")
        if mark is not None:
            return parse.lower[mark] in self.table.words["suppositions"]
        return parse.tags[parse.left[clause]] in _WH

    def _is_negated(self, token: int) -> bool:
        """Denied by its own word or by its subject: "did not say", "no one believes"."""
        parse = self.parse
        if parse.child(token, "neg") is not None:
            return True
        who, none = parse.child(token, "nsubj"), self.table.words["nobody"]
        if who is None:
            return False
        return parse.lower[who] in none or any(parse.lower[c] in none for c in parse.with_dep(who, "det"))

    def _is_claim(self, thing: int) -> bool:
        """A noun of asserting: to reject a claim is to deny it, to reject an offer to refuse it."""
        return any(c.act in _ASSERTING for c in self.table.nouns.get(self.parse.lemmas[thing], ()))

    def _quoted_as(self, token: int) -> set[int]:
        """The words that pass a saying on: "was quoted as" saying."""
        parse, prep = self.parse, self.parse.heads[token]
        verb = parse.heads[prep]
        if parse.deps[token] != "pcomp" or parse.child(verb, "auxpass") is None:
            return set()
        return {prep, verb, *parse.with_dep(verb, "auxpass", "aux")}

    def _agent(self, token: int, reading: Reading) -> None:
        agent = self.parse.child(token, "agent")
        head = self.parse.child(agent, "pobj") if agent is not None else None
        if head is not None and agent is not None:
            reading.source = phrase(self.parse, head, reading.cue)
            reading.cue.add(agent)
            reading.content -= descendants(self.parse, agent)

    def _cue(self, token: int) -> set[int]:
        """The verb with its auxiliaries and negation, as far as they stand right before it."""
        parse = self.parse
        cue = {token}
        own = {c for c in parse.children[token] if parse.deps[c] in ("aux", "auxpass", "neg", "advmod")}
        at = token - 1
        while at in own:
            cue.add(at)
            at -= 1
        while cue and parse.deps[min(cue)] == "advmod":
            cue.discard(min(cue))
        return cue

    # ------------------------------------------------------------------ complements
    def _active(self, token: int, entry: Cue) -> list[Complement]:
        parse = self.parse
        thing = parse.child(token, "dobj", "dative")
        found: list[Complement] = []
        clause: list[Complement] = []
        for child in parse.children[token]:
            clause.extend(self._clausal(token, child, entry, thing))
        clause = self._one_side(token, clause)
        if not clause and thing is not None and Frame.CLAUSE in entry.frames and entry.frames & _ADDRESSED:
            clause = self._behind_addressee(token, thing)
        found += clause
        if not clause:
            found += self._objects(token, entry)
        found += self._prepositional(token, entry, bool(found))
        if not found:
            found += self._antecedent(token, entry)
        if entry.bound and found and found[0].frame == Frame.OBJECT and len(found) == 1:
            return []
        return found

    def _antecedent(self, token: int, entry: Cue) -> list[Complement]:
        """The noun that a relative clause is about, as its object: "the raid the council condemned"."""
        parse = self.parse
        if parse.deps[token] != "relcl" or Frame.OBJECT not in entry.frames or entry.act not in _AGAINST:
            return []
        own = parse.child(token, "nsubj")
        if own is None or parse.tags[own] in _WH:
            return []
        noun = parse.heads[token]
        content = {t for t in descendants(parse, noun) if t < parse.left[token]}
        return [Complement(Frame.OBJECT, noun, content)] if content else []

    def _behind_addressee(self, token: int, thing: int) -> list[Complement]:
        """A clause without "that" which the parser hung elsewhere: "told the office they would come"."""
        parse = self.parse
        others = [c for a in parse.ancestors(token) for c in parse.with_dep(a, "ccomp") if c > thing]
        for child in (*parse.with_dep(thing, "relcl"), *others):
            below = descendants(parse, child)
            if parse.child(child, "nsubj", "nsubjpass") is None or min(below) != thing + 1:
                continue
            if not any(parse.tags[t] in _WH for t in below if parse.heads[t] == child):
                return [Complement(Frame.CLAUSE, child, below)]
        return []

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

    def _shape(self, clause: int) -> str:
        parse = self.parse
        aux = parse.with_dep(clause, "aux")
        if any(parse.tags[a] == "TO" for a in aux):
            return _TO
        if (
            parse.tags[clause] == "VBG"
            and not aux
            and not any(parse.deps[c] in _OWN for c in parse.children[clause])
        ):
            return _GERUND
        return _CLAUSE

    def _clausal(self, token: int, child: int, entry: Cue, thing: int | None) -> list[Complement]:
        parse, frames = self.parse, entry.frames
        dep = parse.deps[child]
        if dep not in ("ccomp", "xcomp", "advcl"):
            return []
        shape = self._shape(child)
        own = any(parse.deps[c] in _OWN for c in parse.children[child])
        if dep == "advcl" and not self._misread(token, child):
            return []
        if shape == _CLAUSE and dep != "xcomp" and Frame.CLAUSE in frames and (own or dep == "ccomp"):
            return [Complement(Frame.CLAUSE, child, descendants(parse, child))]
        if shape == _TO and dep != "advcl":
            return self._infinitive(child, entry, own, thing)
        if shape == _GERUND and Frame.GERUND in frames and dep != "advcl":
            return [Complement(Frame.GERUND, child, descendants(parse, child))]
        if dep == "ccomp" and Frame.PREDICATE in frames:
            return [Complement(Frame.PREDICATE, child, descendants(parse, child))]
        return []

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

    def _misread(self, token: int, child: int) -> bool:
        """An adverbial clause that is really the content: "told them if he …", where no comma sets it off."""
        parse = self.parse
        mark = parse.child(child, "mark")
        if mark is None and parse.tags[parse.left[child]] in _WH and parse.child(token, "neg") is not None:
            mark = parse.left[child]
            return child > token and mark == token + 1
        return (
            mark is not None
            and child > token
            and parse.lower[mark] in self.table.words["clause_openers"]
            and parse.pos[parse.left[child] - 1] != "PUNCT"
        )

    def _objects(self, token: int, entry: Cue) -> list[Complement]:
        parse = self.parse
        found: list[Complement] = []
        for child in parse.children[token]:
            dep = parse.deps[child]
            predicate = dep == "oprd" or (dep == "dative" and parse.pos[child] != "ADP")
            if predicate and Frame.PREDICATE in entry.frames:
                found.append(Complement(Frame.PREDICATE, child, descendants(parse, child)))
            elif dep == "dobj" and entry.frames & _OBJECTS and self._is_content(token, child):
                content = self._phrase(child)
                found.append(Complement(Frame.OBJECT, child, content | self._tail(token, max(content))))
        return self._plausible(entry, found)

    def _plausible(self, entry: Cue, found: list[Complement]) -> list[Complement]:
        """Without a predicate no predication; a second object behind a comma is a comment on the first."""
        objects = [c for c in found if c.frame == Frame.OBJECT]
        second = objects[1].head if len(objects) > 1 else None
        if second is not None and self.trimmer.comma_before(self.parse.left[second]):
            found = [c for c in found if c.head != second]
        if Frame.OBJECT in entry.frames or second is not None:
            return found
        return found if any(c.frame == Frame.PREDICATE for c in found) else []

    def _phrase(self, head: int) -> set[int]:
        """A noun phrase less what is only added to it behind a comma: the reporter vouches for that."""
        parse = self.parse
        content = descendants(parse, head)
        for child in parse.children[head]:
            if parse.deps[child] == "relcl" and parse.pos[parse.left[child] - 1] == "PUNCT":
                below = descendants(parse, child)
                if max(below) >= max(content) - 1:
                    content -= below
        return content - self._circumstances(head, content)

    def _circumstances(self, head: int, content: set[int]) -> set[int]:
        """A clause behind a noun that tells what else happens: "rejected the truce as shelling went on"."""
        parse, words = self.parse, self.table.words["circumstances"]
        for token in sorted(content):
            if token <= head or parse.lower[token] not in words:
                continue
            clause = parse.heads[token]
            if parse.deps[token] == "mark" and parse.deps[clause] == "advcl":
                if parse.child(clause, "nsubj", "nsubjpass") is not None and parse.left[clause] == token:
                    return {t for t in content if t >= token}
            elif parse.deps[token] == "prep" and parse.child(token, "pcomp") is not None and clause == head:
                return {t for t in content if t >= token}
        return set()

    def _tail(self, token: int, last: int) -> set[int]:
        """Phrases right behind an object: the parser hangs many on the verb that describe the object."""
        parse = self.parse
        tail: set[int] = set()
        for child in parse.children[token]:
            if parse.left[child] != last + 1:
                continue
            purpose = parse.deps[child] in ("xcomp", "advcl", "ccomp") and self._shape(child) == _TO
            if purpose or (parse.deps[child] == "prep" and not self._is_circumstance(child)):
                tail |= descendants(parse, child)
                last = max(tail)
        return tail

    def _is_circumstance(self, prep: int) -> bool:
        """A phrase of time or medium, which belongs to the saying: "on Monday", "in an interview"."""
        parse = self.parse
        goal = parse.child(prep, "pobj", "pcomp")
        if goal is None or goal in self.trimmer.times or parse.pos[goal] == "VERB":
            return True
        return parse.lemmas[goal] in self.table.words["media"]

    def _is_content(self, token: int, thing: int) -> bool:
        """An object that says something: no pronoun of a relative clause."""
        relative = self.parse.deps[token] == "relcl" and thing < token
        return self.parse.tags[thing] not in _WH and not relative

    def _prepositional(self, token: int, entry: Cue, joined: bool) -> list[Complement]:
        parse = self.parse
        found: list[Complement] = []
        for child in parse.children[token]:
            word = parse.lower[child]
            if parse.deps[child] in ("prep", "dative"):
                goal = parse.child(child, "pobj", "pcomp")
                if word in entry.preps and not joined and goal is not None:
                    content = self._phrase(goal) if parse.deps[goal] == "pobj" else descendants(parse, goal)
                    content |= self._action(token, max(content), Frame.OTHER_TO in entry.frames)
                    found.append(Complement(f"prep:{word}", goal, content, (child,)))
                elif joined and word in entry.joined and parse.children[child]:
                    found.append(Complement(f"object+{word}", child, descendants(parse, child)))
            elif parse.deps[child] in ("advcl", "ccomp", "xcomp") and not joined:
                mark = parse.child(child, "mark")
                if mark is not None and parse.lower[mark] in entry.preps and self._shape(child) == _TO:
                    content = descendants(parse, child) - {mark}
                    found.append(Complement(f"prep:{parse.lower[mark]}", child, content, (mark,)))
        return found

    def _action(self, token: int, last: int, anywhere: bool) -> set[int]:
        """What somebody named by a preposition is to do: "called on both sides to stop"."""
        parse = self.parse
        for child in parse.with_dep(token, "xcomp", "advcl", "ccomp"):
            if child > last and self._shape(child) == _TO and (anywhere or parse.left[child] == last + 1):
                return descendants(parse, child)
        return set()

    def _passive(self, token: int, entry: Cue, what: int | None) -> list[Complement]:
        parse, frames = self.parse, entry.frames
        clauses: list[Complement] = []
        rest: list[Complement] = []
        for child in parse.children[token]:
            dep = parse.deps[child]
            opens = dep == "ccomp" or (dep == "advcl" and self._misread(token, child))
            if opens and Frame.CLAUSE in frames and self._shape(child) != _TO:
                clauses.append(Complement(Frame.CLAUSE, child, descendants(parse, child)))
            elif dep in ("xcomp", "ccomp") and self._shape(child) == _TO:
                if frames & {Frame.PASSIVE_TO, Frame.OTHER_TO, Frame.TOLD_TO}:
                    rest.append(Complement(Frame.PASSIVE_TO, child, descendants(parse, child)))
            elif dep in ("oprd", "xcomp") and Frame.PREDICATE in frames:
                rest.append(Complement(Frame.PREDICATE, child, descendants(parse, child)))
            elif dep == "prep" and parse.lower[child] in entry.joined:
                rest.append(Complement(Frame.OBJECT, child, descendants(parse, child)))
            elif dep == "prep" and parse.lower[child] in entry.preps and Frame.CLAUSE in frames:
                goal = parse.child(child, "pobj", "pcomp")
                if goal is not None:
                    clauses.append(
                        Complement(f"prep:{parse.lower[child]}", goal, descendants(parse, goal), (child,))
                    )
        if clauses:
            return clauses[:1]
        plain = Frame.OBJECT in frames and not entry.bound
        if what is None and parse.deps[token] == "acl":
            what = parse.heads[token]
            plain = plain and parse.child(token, "agent") is not None
        if what is None or parse.tags[what] in _WH or not (rest or plain):
            return []
        if not rest and any(parse.child(p, "pcomp") is not None for p in parse.with_dep(token, "prep")):
            return []  # "was quoted as saying": the saying is the cue
        if parse.pos[what] == "PRON" and not rest:
            return []
        content = descendants(parse, what) - (
            descendants(parse, token) if parse.heads[token] == what else set()
        )
        return [*rest, Complement(Frame.OBJECT, what, content)]

    # ------------------------------------------------------------------ asides
    def _as_aside(self, token: int) -> bool:
        """ "as the general put it": the clause it hangs on is the content."""
        mark = self.parse.child(token, "mark")
        return mark is not None and self.parse.lower[mark] in self.table.words["aside_openers"]


_ADDRESSED = frozenset({Frame.TOLD_TO, Frame.OTHER_TO})
_OBJECTS = frozenset({Frame.OBJECT, Frame.PREDICATE})
_AGAINST = frozenset({Act.DENY, Act.REFUSE, Act.ACCUSE})
_UTTERED = frozenset({Act.ASSERT, Act.ANNOUNCE, Act.AGREE, Act.PROMISE})
_ASSERTING = frozenset({Act.ASSERT, Act.ACCUSE, Act.BELIEVE, Act.ESTIMATE})
# What is not said, believed or agreed to …
_NEGATED = {
    Act.ASSERT: Act.DENY,
    Act.ANNOUNCE: Act.DENY,
    Act.BELIEVE: Act.DENY,
    Act.ESTIMATE: Act.DENY,
    Act.AGREE: Act.REFUSE,
    Act.PROMISE: Act.REFUSE,
}
# … and what is not talked about: silence denies nothing.
_SILENT = {
    Act.ASSERT: Act.REFUSE,
    Act.ANNOUNCE: Act.REFUSE,
    Act.AGREE: Act.REFUSE,
    Act.PROMISE: Act.REFUSE,
    Act.BELIEVE: Act.DENY,
}
