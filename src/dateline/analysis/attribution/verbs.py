"""From a verbal cue to its reading: cue words, content and source, as the lexicon lets the verb take them."""

from dateline.analysis.attribution.acts import act_of
from dateline.analysis.attribution.clausal import Clauses
from dateline.analysis.attribution.complement import OWN_SUBJECT, TO, WH, Complement, shape
from dateline.analysis.attribution.objects import Objects
from dateline.analysis.attribution.reading import Reading, descendants, verb_group
from dateline.analysis.attribution.sources import Control, beside, phrase, subject
from dateline.analysis.attribution.trimming import Trimmer
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable, Frame
from dateline.model.attribution import Act

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNVOUCHED = frozenset({Frame.TO, Frame.OTHER_TO, Frame.TOLD_TO, Frame.OBJECT, Frame.GERUND})
_AGAINST = frozenset({Act.DENY, Act.REFUSE, Act.ACCUSE})


class Verbs:
    """Reads verbal cues of one parse."""

    def __init__(self, parse: Parse, table: CueTable, control: Control, actors: frozenset[int]) -> None:
        self.parse, self.table, self.control = parse, table, control
        self.trimmer = Trimmer(parse, table, actors)
        self.clauses = Clauses(parse, table)
        self.objects = Objects(parse, table, self.trimmer)

    def read(self, token: int) -> Reading | None:
        """The reading of a verb that stands in the lexicon; its content is empty where no complement fits."""
        if self._is_conceded(token):
            return None
        for entry in self.table.verbs.get(self.parse.lemmas[token], ()):
            particle = self._particle(token, entry)
            if particle is None:
                continue
            reading = self._entry(token, entry, particle)
            if reading is not None:
                return reading
        return None

    def _is_conceded(self, token: int) -> bool:
        """Whether it does not matter what somebody says: "they will not leave, *whatever* he says"."""
        parse, concessive = self.parse, self.table.words["concessive"]
        return any(parse.lower[c] in concessive and c < token for c in parse.children[token])

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
        cue = verb_group(parse, token) | set(particle) | {t for c in found for t in c.cue}
        content -= cue
        frame = found[0].frame if found else Frame.QUOTE
        if frame == Frame.TO:
            content = {t for t in content if t > token}
        if frame in _UNVOUCHED or frame.startswith("prep:"):
            self.trimmer.trim_addition(token, content)
        if content:
            self.trimmer.trim(token, content)
        reading = Reading(
            token, entry, act_of(parse, self.table, token, entry, found), cue, content, frame=frame
        )
        reading.cue |= self._quoted_as(token)
        if is_passive:
            self._agent(token, reading)
        else:
            who = self._subject(token)
            if who is not None and self._is_means(token, who):
                return None
            if who is not None and who not in content and not self._empty(who):
                reading.source = phrase(parse, who, cue | content)
            if reading.source is None and content and min(content) > token and parse.tags[token] in _FINITE:
                reading.source = beside(parse, token, min(cue))
            if reading.source is None and frame not in (Frame.CLAUSE, Frame.QUOTE):
                return None
        return reading

    def _subject(self, token: int) -> int | None:
        """Who says it; of a participle behind a comma the nearest above who can speak."""
        parse, actors = self.parse, self.trimmer.actors
        who = subject(parse, self.trimmer.reattached.get(token, token), self.control)
        participle = parse.tags[token] == "VBG" and parse.deps[token] in ("advcl", "acl")
        if who is None or who in actors or not participle or not self.trimmer.comma_before(token):
            return who
        above = (parse.child(a, "nsubj", "nsubjpass") for a in parse.ancestors(token))
        return next((a for a in above if a in actors), who)

    def _is_means(self, token: int, who: int) -> bool:
        """Whether an infinitive tells what a thing is for: "pledged funds *to support* the force"."""
        parse = self.parse
        behind = parse.deps[token] in ("acl", "relcl") and parse.heads[token] == who
        return behind and who not in self.trimmer.actors and shape(parse, token) == TO

    def _is_passive(self, token: int) -> bool:
        """A passive, or a bare participle that modifies: "those said to be missing", "asked why, he …"."""
        parse = self.parse
        if parse.child(token, "auxpass") is not None:
            return True
        bare = parse.tags[token] == "VBN" and parse.child(token, "aux", "nsubj") is None
        return (bare and parse.deps[token] in ("acl", "advcl", "amod")) or self._headlined(token) is not None

    def _headlined(self, token: int) -> int | None:
        """Of a headline that leaves out "is": the participle of whom it tells, "envoy believed *wounded*"."""
        parse = self.parse
        if parse.tags[token] not in ("VBN", "VBD") or parse.child(token, "aux", "dobj", "mark") is not None:
            return None
        if parse.pos[parse.sentences[parse.sentence_of[token]].end - 1] == "PUNCT":
            return None
        below = parse.with_dep(token, "xcomp", "oprd", "ccomp", "acomp")
        told = [c for c in below if c == token + 1 and parse.tags[c] in ("VBN", "JJ")]
        alone = [c for c in told if parse.child(c, "aux", "auxpass", "mark", "dobj", *OWN_SUBJECT) is None]
        return alone[0] if alone else None

    def _empty(self, token: int) -> bool:
        return self.parse.deps[token] == "expl"

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

    # ------------------------------------------------------------------ complements
    def _active(self, token: int, entry: Cue) -> list[Complement]:
        found = self.clauses.find(token, entry) or self.objects.find(token, entry)
        found += self.objects.prepositional(token, entry, bool(found))
        if entry.bound and len(found) == 1 and found[0].frame == Frame.OBJECT:
            return []
        if entry.act == Act.ESTIMATE and entry.bound and not self._has_figure(found):
            return []
        if all(c.frame == Frame.OBJECT for c in found):
            return self._measured(token, entry) or found or self._antecedent(token, entry)
        return found

    def _has_figure(self, found: list[Complement]) -> bool:
        """Whether anything is counted: "puts the toll at nine", not "puts the town at risk"."""
        return any(self.parse.pos[t] == "NUM" for c in found for t in c.content)

    def _measured(self, token: int, entry: Cue) -> list[Complement]:
        """What a survey finds, as its object and all behind it: "a poll shows the truce losing support"."""
        parse = self.parse
        who, thing = parse.child(token, "nsubj"), parse.child(token, "dobj")
        if who is None or thing is None or Frame.CLAUSE not in entry.frames:
            return []
        if parse.lemmas[who] not in self.table.words["surveys"] or parse.tags[thing] in WH:
            return []
        content = {t for t in descendants(parse, token) if t >= parse.left[thing] and thing > token}
        for clause in parse.with_dep(token, "advcl"):
            if parse.lower[parse.left[clause]] in self.table.words["circumstances"]:
                content -= descendants(parse, clause)
        return [Complement(Frame.CLAUSE, thing, content)] if content else []

    def _antecedent(self, token: int, entry: Cue) -> list[Complement]:
        """The noun that a relative clause is about, as its object: "the raid the council condemned"."""
        parse = self.parse
        if parse.deps[token] != "relcl" or Frame.OBJECT not in entry.frames:
            return []
        joins = entry.joined | self.table.words["roles"]
        preps = [p for p in parse.with_dep(token, "prep") if p > token and parse.lower[p] in joins]
        own = parse.child(token, "nsubj")
        if own is None or parse.tags[own] in WH or not (preps or (entry.act in _AGAINST and not entry.bound)):
            return []
        noun = parse.heads[token]
        if parse.lemmas[noun] == parse.lemmas[own] and parse.deps[noun] == "pobj":
            noun = parse.heads[parse.heads[noun]]  # "a deal with the union, which the union denied"
            if parse.pos[noun] not in ("NOUN", "PROPN"):
                return []
        content = {t for t in descendants(parse, noun) if t < parse.left[token]}
        rest = set().union(*(descendants(parse, p) for p in preps))
        return [Complement(Frame.OBJECT, noun, content | rest)] if content else []

    def _passive(self, token: int, entry: Cue, what: int | None) -> list[Complement]:
        parse, frames = self.parse, entry.frames
        if what is None and self._headlined(token) is not None:
            what = parse.child(token, "nsubj")
        clauses: list[Complement] = []
        rest: list[Complement] = []
        for child in parse.children[token]:
            dep = parse.deps[child]
            opens = dep == "ccomp" or (dep == "advcl" and self.clauses.is_misread(token, child))
            if opens and Frame.CLAUSE in frames and shape(parse, child) != TO:
                clauses.append(Complement(Frame.CLAUSE, child, descendants(parse, child)))
            elif dep in ("xcomp", "ccomp") and shape(parse, child) == TO:
                if frames & {Frame.PASSIVE_TO, Frame.OTHER_TO, Frame.TOLD_TO}:
                    rest.append(Complement(Frame.PASSIVE_TO, child, descendants(parse, child)))
            elif dep in ("oprd", "xcomp") and Frame.PREDICATE in frames:
                rest.append(Complement(Frame.PREDICATE, child, descendants(parse, child)))
            elif dep == "prep" and (
                parse.lower[child] in entry.joined
                or (
                    Frame.OBJECT in frames
                    and parse.lower[child] in self.table.words["roles"]
                    and parse.child(child, "pcomp") is None
                )
            ):
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
        nobody = parse.child(token, "agent") is None
        if what is None and parse.deps[token] == "acl":
            what = parse.heads[token]
            plain = plain and not nobody
            if nobody and any(c.frame == Frame.PREDICATE and parse.pos[c.head] == "PROPN" for c in rest):
                return []  # "a militia called Red Dawn": its name is nobody's judgement
        if what is None or not (rest or plain):
            return []
        if parse.tags[what] in WH and not rest:
            return []
        if not rest and any(parse.child(p, "pcomp") is not None for p in parse.with_dep(token, "prep")):
            return []  # "was quoted as saying": the saying is the cue
        if not rest and (parse.pos[what] == "PRON" or (nobody and parse.pos[what] == "PROPN")):
            return []  # "Keita was announced": who it was, and no more, and nobody says it
        content = descendants(parse, what) - (
            descendants(parse, token) if parse.heads[token] == what else set()
        )
        if parse.tags[what] in WH:
            named = phrase(parse, what, {token})
            content |= named.tokens if named is not None else set()
        return [*rest, Complement(Frame.OBJECT, what, content)]
