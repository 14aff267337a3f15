"""Adjectives that are cues: "is confident that …", "ready to …", "opposed to …"."""

from dateline.analysis.attribution.acts import is_negated, unwilling
from dateline.analysis.attribution.complement import TO, Complement, shape
from dateline.analysis.attribution.reading import Reading, descendants
from dateline.analysis.attribution.sources import Control, phrase, subject
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable, Frame
from dateline.model.attribution import Act

_COPULAS = frozenset({"AUX", "VERB"})


class Adjectives:
    """Reads the adjectives of one parse."""

    def __init__(self, parse: Parse, table: CueTable, control: Control) -> None:
        self.parse, self.table, self.control = parse, table, control

    def read(self, token: int) -> Reading | None:
        """ "is confident that …", "ready to …", "opposed to …"."""
        active = self.parse.child(token, "auxpass") is None and self.parse.child(token, "nsubj") is not None
        if self.parse.pos[token] == "VERB" and (active or self.parse.child(token, "dobj") is not None):
            return None
        if any(e.particle == self.parse.lower[token] for e in self._verbs_above(token)):
            return None  # "made clear that …" is read at its verb
        for entry in self.table.adjectives.get(self.parse.lower[token], ()):
            found = self._complements(token, entry)
            if found:
                return self._reading(token, entry, found)
        return None

    def _verbs_above(self, token: int) -> tuple[Cue, ...]:
        return self.table.verbs.get(self.parse.lemmas[self.parse.heads[token]], ())

    def _complements(self, token: int, entry: Cue) -> list[Complement]:
        parse, frames = self.parse, entry.frames
        for child in parse.children[token]:
            dep, word = parse.deps[child], parse.lower[child]
            if child < token:
                continue
            if dep in ("ccomp", "advcl", "xcomp"):
                infinitive = any(parse.tags[c] == "TO" for c in parse.with_dep(child, "aux"))
                mark = parse.child(child, "mark")
                if infinitive and Frame.TO in frames:
                    return [Complement(Frame.TO, child, descendants(parse, child))]
                opens = mark is None or parse.lower[mark] in self.table.words["clause_openers"]
                if not infinitive and dep == "ccomp" and Frame.CLAUSE in frames and opens:
                    return [Complement(Frame.CLAUSE, child, descendants(parse, child))]
                if mark is not None and dep == "advcl" and Frame.CLAUSE in frames and opens:
                    return [Complement(Frame.CLAUSE, child, descendants(parse, child))]
            elif dep in ("prep", "agent") and word in entry.preps:
                goal = parse.child(child, "pobj", "pcomp")
                if goal is not None:
                    content = descendants(parse, goal)
                    content |= self._purpose(token, max(content))
                    return [Complement(f"prep:{word}", goal, content, (child,))]
        return []

    def _purpose(self, token: int, last: int) -> set[int]:
        """An infinitive right behind a phrase, which mostly describes it: "wary of a plan to leave"."""
        parse = self.parse
        for child in parse.with_dep(token, "xcomp", "advcl"):
            if parse.left[child] == last + 1 and shape(parse, child) == TO:
                return descendants(parse, child)
        return set()

    def _act(self, token: int, act: Act) -> Act | None:
        """What the source does by being of a mind; None where it is only told what is not so."""
        parse = self.parse
        denied = is_negated(parse, self.table, token) or (
            parse.pos[parse.heads[token]] in _COPULAS and is_negated(parse, self.table, parse.heads[token])
        )
        return unwilling(act) if denied else act

    def _reading(self, token: int, entry: Cue, found: list[Complement]) -> Reading | None:
        parse = self.parse
        copula = parse.heads[token]
        cue = {token, *(t for c in found for t in c.cue)}
        content = set().union(*(c.content for c in found)) - cue
        frame = found[0].frame
        act = self._act(token, entry.act_of(frame))
        if act is None:
            return None
        reading = Reading(token, entry, act, cue, content, frame=frame)
        if parse.pos[token] == "VERB" or parse.child(token, "nsubj", "nsubjpass") is not None:
            who = subject(parse, token, self.control)
        elif (
            parse.deps[token] in ("acomp", "oprd", "attr", "conj", "xcomp", "ccomp")
            and parse.pos[copula] in _COPULAS
        ):
            thing = parse.child(copula, "dobj") if parse.deps[token] == "oprd" else None
            who = thing if thing is not None else subject(parse, copula, self.control)
            cue.add(copula)
        elif parse.deps[token] in ("amod", "acl", "appos"):
            who = copula
        else:
            return None
        if who is None or parse.deps[who] == "expl":
            return None
        if frame == Frame.CLAUSE and parse.pos[who] == "PRON" and parse.has(who, "Gender=Neut"):
            return None
        reading.source = phrase(parse, who, cue | content)
        return reading if reading.source is not None else None
