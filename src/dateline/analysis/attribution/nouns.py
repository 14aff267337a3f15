"""Nouns that are cues: "the minister's claim that …", "issued a warning about …", "drew criticism from …"."""

from dateline.analysis.attribution.acts import act_of_noun, nothing
from dateline.analysis.attribution.complement import Complement
from dateline.analysis.attribution.reading import Reading, Source, descendants, verb_group
from dateline.analysis.attribution.sources import Control, phrase, subject
from dateline.analysis.attribution.trimming import is_comment
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable, Frame
from dateline.model.attribution import Act

# What a report may mention without saying whose it is: "accusations of treason", "questions about the raid".
_UNSIGNED = frozenset({Act.ASK, Act.ACCUSE})
# What can be drawn from others; a promise or an offer that one gets is about something else.
_ATTITUDES = frozenset({Act.AGREE, Act.ACCUSE, Act.REFUSE, Act.DENY, Act.BELIEVE, Act.HOPE})
# What one has from others.
_GIVEN = frozenset({Act.OFFER, Act.APPEAL, Act.DEMAND, Act.THREATEN, Act.WARN})
_COPULAS = frozenset({"AUX", "VERB"})


class Nouns:
    """Reads the nouns of one parse. `actors` holds the head tokens of those who can speak."""

    def __init__(self, parse: Parse, table: CueTable, control: Control, actors: frozenset[int]) -> None:
        self.parse, self.table, self.control, self.actors = parse, table, control, actors

    def read(self, token: int) -> Reading | None:
        """ "the minister's claim that …", "a promise to …", "issued a warning about …"."""
        entries = self.table.nouns.get(self.parse.lemmas[token], ())
        taken = ((entry, self._noun_complements(token, entry)) for entry in entries)
        entry, found = next(((e, f) for e, f in taken if f), (None, []))
        drawn = self._drawn(token) if not found or found[0].frame != Frame.CLAUSE else None
        if drawn is not None or entry is None:
            return drawn
        return self._noun_reading(token, entry, found)

    def _drawn(self, token: int) -> Reading | None:
        """What calls forth somebody's word: "the raid drew criticism from the clans"."""
        parse, words = self.parse, self.table.words
        verb = parse.heads[token]
        what = parse.child(verb, "nsubj")
        if parse.deps[token] != "dobj" or parse.lemmas[verb] not in words["drawing"] or what is None:
            return None
        preps = [p for p in (*parse.with_dep(token, "prep"), *parse.with_dep(verb, "prep")) if p > token]
        prep = next((p for p in preps if parse.lower[p] in words["sides"]), None)
        who = parse.child(prep, "pobj") if prep is not None else None
        if who is None or prep is None or who not in self.actors:
            return None
        entry = self.table.nouns[parse.lemmas[token]][0]
        act = self._act(token, entry, Frame.OBJECT) if entry.act in _ATTITUDES else None
        if act is None or parse.has(what, "Gender=Neut") or self._is_held(token, entry, prep):
            return None
        cue = {*verb_group(parse, verb), token, prep}
        what = subject(parse, verb, self.control)
        held = phrase(parse, what, cue) if what is not None else None
        source = phrase(parse, who, cue)
        if held is None or source is None:
            return None
        return Reading(token, entry, act, cue, set(held.tokens), source, frame=Frame.OBJECT)

    def _is_held(self, token: int, entry: Cue, prep: int) -> bool:
        """Whether "of" tells what an attitude is about, no holder: "has a low view of the king"."""
        if self.parse.lower[prep] not in self.table.words["owners"]:
            return False
        dets = self.parse.with_dep(token, "det")
        indefinite = any(self.parse.has(d, "Definite=Ind") for d in dets)
        return entry.act is not Act.AGREE or indefinite

    def _noun_complements(self, token: int, entry: Cue) -> list[Complement]:
        parse, frames = self.parse, entry.frames
        for child in parse.children[token]:
            dep, word = parse.deps[child], parse.lower[child]
            if dep in ("acl", "ccomp", "relcl", "advcl") and child > token:
                infinitive = any(parse.tags[c] == "TO" for c in parse.with_dep(child, "aux"))
                mark = parse.child(child, "mark")
                if infinitive and Frame.TO in frames and dep != "relcl":
                    return [Complement(Frame.TO, child, descendants(parse, child))]
                if not infinitive and Frame.CLAUSE in frames and mark is not None and dep != "relcl":
                    return [Complement(Frame.CLAUSE, child, descendants(parse, child))]
            elif dep == "prep" and word in entry.preps and child > token:
                goal = parse.child(child, "pobj", "pcomp")
                if goal is not None:
                    return [Complement(f"prep:{word}", goal, descendants(parse, goal), (child,))]
        return self._predicated(token, entry) or self._borrowed(token, entry)

    def _predicated(self, token: int, entry: Cue) -> list[Complement]:
        """What a noun is said to be: "the army's position is that …"."""
        parse, verb = self.parse, self.parse.heads[token]
        owned = parse.child(token, "poss") is not None
        if parse.deps[token] != "nsubj" or Frame.CLAUSE not in entry.frames or not owned:
            return []
        if parse.pos[verb] != "AUX" or parse.child(verb, "attr", "acomp") is not None:
            return []
        for child in parse.with_dep(verb, "ccomp"):
            if child > verb and parse.child(child, "mark") is not None:
                return [Complement(Frame.CLAUSE, child, descendants(parse, child), (verb,))]
        return []

    def _borrowed(self, token: int, entry: Cue) -> list[Complement]:
        """A complement that the parser hung on the verb: "made the case that …", "made a call for …"."""
        parse, verb = self.parse, self.parse.heads[token]
        if parse.deps[token] != "dobj" or parse.lemmas[verb] not in self.table.words["carriers"]:
            return []
        for child in parse.children[verb]:
            if child <= token:
                continue
            dep, word = parse.deps[child], parse.lower[child]
            if dep == "ccomp" and Frame.CLAUSE in entry.frames and parse.child(child, "mark") is not None:
                return [Complement(Frame.CLAUSE, child, descendants(parse, child))]
            if dep == "prep" and word in entry.preps:
                goal = parse.child(child, "pobj", "pcomp")
                if goal is not None:
                    return [Complement(f"prep:{word}", goal, descendants(parse, goal), (child,))]
        return []

    def _noun_reading(self, token: int, entry: Cue, found: list[Complement]) -> Reading | None:
        self._cut_predicate(token, found[0])
        frame = found[0].frame
        cue = {token, *nothing(self.parse, self.table, token), *(t for c in found for t in c.cue)}
        content = set().union(*(c.content for c in found)) - cue
        act = self._act(token, entry, frame)
        if act is None:
            return None
        reading = Reading(token, entry, act, cue, content, frame=frame)
        reading.source = self._owner(token, reading)
        if reading.source is None and is_comment(self.parse, token):
            return None
        reading.source = reading.source or self._bearer(token, reading) or self._sharer(token, reading)
        reading.source = reading.source or self._attribute(token, reading)
        about = entry.act in _ATTITUDES and self._is_about(token, frame)
        told = frame == Frame.CLAUSE or about or entry.act in _UNSIGNED
        if reading.source is None and not told:
            return None
        return reading

    def _is_about(self, token: int, frame: str) -> bool:
        """Whether an attitude is told of, whosoever: "concern over the dam", "a desire to talk".

        Not in "hopes to win support for the truce": there is none yet.
        """
        parse, above = self.parse, self.parse.heads[token]
        if any(parse.tags[a] == "TO" for a in parse.with_dep(above, "aux")):
            return False
        kind, _, word = frame.partition(":")
        return frame == Frame.TO or (kind == "prep" and word in self.table.words["topics"])

    def _act(self, token: int, entry: Cue, frame: str) -> Act | None:
        verb = self.parse.heads[token]
        carrier = verb if self.parse.deps[token] == "dobj" else None
        return act_of_noun(self.parse, self.table, token, entry, frame, carrier)

    def _cut_predicate(self, token: int, complement: Complement) -> None:
        """Gives the sentence its predicate back: of "a promise to reopen the road was kept" the parser
        makes a road that was kept."""
        parse = self.parse
        if parse.root(token) != token:
            return
        clause = parse.child(complement.head, "nsubj", "csubj")
        if complement.frame == Frame.CLAUSE and clause is not None and parse.pos[clause] == "VERB":
            mark = parse.with_dep(complement.head, "mark")
            complement.content.intersection_update({*mark, *descendants(parse, clause)})
            return
        for child in parse.with_dep(complement.head, "ccomp"):
            thing = parse.child(child, "nsubj", "nsubjpass")
            if thing is not None and parse.child(child, "mark") is None:
                complement.content.difference_update(descendants(parse, child) - descendants(parse, thing))

    def _owner(self, token: int, reading: Reading) -> Source | None:
        """The possessor, or who a claim comes from: "his claim", "a claim by the army"."""
        parse = self.parse
        owner = parse.child(token, "poss")
        if owner is None:
            for prep in parse.with_dep(token, "prep"):
                if parse.lower[prep] in self.table.words["origins"]:
                    owner = parse.child(prep, "pobj")
                    if owner is not None and owner not in reading.content:
                        break
                    owner = None
        if owner is None:
            return None
        source = phrase(parse, owner, reading.cue | reading.content)
        if source is None:
            return None
        case = {c for c in parse.children[owner] if parse.deps[c] == "case"}
        return Source(source.head, source.tokens - case, source.refers)

    def _attribute(self, token: int, reading: Reading) -> Source | None:
        """Whose it is by the adjective or name before it: "Iranian threats to …", "NATO support for …"."""
        before = self.parse.with_dep(token, "amod", "compound", "nmod")
        who = next((c for c in before if c < token and c in self.actors), None)
        return phrase(self.parse, who, reading.cue | reading.content) if who is not None else None

    def _bearer(self, token: int, reading: Reading) -> Source | None:
        """The subject of a verb that only carries the noun: "made a promise", "there is" excepted."""
        parse = self.parse
        verb = parse.heads[token]
        if parse.deps[token] != "dobj" or parse.lemmas[verb] not in self.table.words["carriers"]:
            return None
        who = subject(parse, verb, self.control)
        if who is None or parse.child(verb, "nsubjpass") is not None:
            return None
        if parse.lemmas[verb] in self.table.words["holding"] and reading.act in _GIVEN:
            return None  # "has an offer to publish": somebody else's
        if any(parse.tags[a] == "TO" for a in parse.with_dep(verb, "aux")):
            return None  # "hopes to make a promise": nothing is promised yet
        reading.cue |= verb_group(parse, verb)
        return phrase(parse, who, reading.cue | reading.content)

    def _sharer(self, token: int, reading: Reading) -> Source | None:
        """The subject of what is done or stands "in favor of" something, or done "with plans to …"."""
        parse, prep = self.parse, self.parse.heads[token]
        carries = reading.frame in (Frame.TO, Frame.CLAUSE)
        opens = parse.left[token] == prep + 1 if carries else prep == token - 1
        if not opens or parse.lower[prep] not in self.table.words["companions" if carries else "stances"]:
            return None
        verb = parse.heads[prep]
        who = subject(parse, verb, self.control) if parse.pos[verb] in _COPULAS else None
        if who is None or (carries and who not in self.actors):
            return None
        reading.cue |= {prep}
        return phrase(parse, who, reading.cue | reading.content)
