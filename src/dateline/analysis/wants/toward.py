"""Of whom something is wanted, and whom an offer or a hope that another passes on is for."""

from dataclasses import dataclass, replace

from dateline.analysis.factuality.lexicon import Modality
from dateline.analysis.syntax import Parse
from dateline.analysis.wants.actors import ActorFinder
from dateline.analysis.wants.goals import FINITE, OBJECT, Goal
from dateline.analysis.wants.lexicon import Cue, Light
from dateline.model.want import WantKind

# kinds that are put to somebody, who may be the subject of the clause that says what for
_PUT_TO = frozenset((WantKind.DEMAND, WantKind.APPEAL))
_ANSWERS = frozenset((WantKind.REFUSE, WantKind.OPPOSE))
_SUBJECT, _OBJECT, _DATIVE = "subject", "object", "dative"


@dataclass(frozen=True, slots=True)
class Addressees:
    """Finds the heads of those of whom a thing is wanted."""

    parse: Parse
    light: Light
    modality: Modality
    actors: ActorFinder

    def of(self, hosts: tuple[int, ...], cue: Cue, goal: Goal, frame: str) -> tuple[list[int], Goal]:
        """The heads of those of whom it is wanted, and the goal without the words for them."""
        parse = self.parse
        for place in cue.toward:
            if place == _SUBJECT:
                found = self._doer(cue, goal, frame)
            elif place == _OBJECT:
                found = parse.child(hosts[0], "dobj") if frame != OBJECT else None
                found = goal.subject if found is None else found
            elif place == _DATIVE:
                found = self._dative(hosts[0])
            else:
                found, goal = self._after(place, hosts[0], goal)
            if found is not None and self.actors.can_be_asked(found):
                return [t for t in parse.conjuncts(found) if self.actors.can_be_asked(t)], goal
            if found is not None and self._is_given(goal.head):
                return [found], goal
        return self._passed_on(hosts[0], cue, goal)

    def _doer(self, cue: Cue, goal: Goal, frame: str) -> int | None:
        """Who is to do it; nobody in "want the schools open", which tells how things are to be."""
        if self.parse.pos[goal.head] == "ADJ" or (frame == FINITE and cue.kind not in _PUT_TO):
            return None
        return goal.subject

    # ---------------------------------------------------------------- what another passes on
    def _passed_on(self, token: int, cue: Cue, goal: Goal) -> tuple[list[int], Goal]:
        """For whom a want is that another passes on: "convey their offer to X", "ask Y to tell X that …"."""
        parse, head = self.parse, self.parse.heads[token]
        found, anybody = None, False
        if parse.deps[token] == "dobj" and parse.lemmas[head] in self.light.conveying:
            to = next((p for p in self._preps(head, goal.head) if self._reaches(head, p)), None)
            if to is not None and parse.heads[to] == goal.head:  # however the parser attaches it
                goal = replace(goal, end=min(goal.end, to))
            anybody = to is not None and parse.lemmas[head] in self.light.messages
            found = self._dative(head) if to is None else parse.child(to, "pobj")
        elif parse.deps[token] == "ccomp" and cue.kind not in _ANSWERS and self._is_asked_to_tell(head):
            told = parse.child(head, "dobj")
            found = self._dative(head) if told is None else told
        those = [] if found is None else parse.conjuncts(found)
        return [t for t in those if anybody or self.actors.can_be_asked(t)], goal

    def _preps(self, *heads: int) -> list[int]:
        """The prepositions on some heads that stand behind the last of them."""
        parse, last = self.parse, max(heads)
        return sorted(p for h in heads for p in parse.with_dep(h, "prep") if p > last)

    def _reaches(self, verb: int, preposition: int) -> bool:
        """Whether somebody gets it behind a preposition; who is sent a message need be no known actor."""
        thing = self.parse.child(preposition, "pobj")
        if thing is None or self.parse.lower[preposition] not in self.light.addressing:
            return False
        return self.parse.lemmas[verb] in self.light.messages or self.actors.can_be_asked(thing)

    def _is_asked_to_tell(self, verb: int) -> bool:
        parse = self.parse
        tells = parse.lemmas[verb] in self.light.telling
        asked = parse.lemmas[parse.heads[verb]] in self.modality.clauses.requests
        return tells and asked and parse.deps[verb] in ("xcomp", "ccomp")

    # ---------------------------------------------------------------- where they stand
    def _dative(self, token: int) -> int | None:
        parse = self.parse
        dative = parse.child(token, "dative")
        if dative is not None and parse.pos[dative] == "VERB":  # "offered the Chin rebels a truce", misread
            return dative if self.actors.can_be_asked(dative) else parse.child(dative, "nsubj")
        if dative is None or parse.pos[dative] != "ADP":
            return dative
        return parse.child(dative, "pobj")

    def _after(self, preposition: str, token: int, goal: Goal) -> tuple[int | None, Goal]:
        parse = self.parse
        for prep in (*parse.with_dep(token, "prep"), *parse.with_dep(goal.head, "prep")):
            thing = parse.child(prep, "pobj")
            if parse.lower[prep] != preposition or thing is None:
                continue
            given = preposition in self.light.sources and self._is_given(goal.head)
            if not (self.actors.can_be_asked(thing) or given):
                continue
            if parse.heads[prep] != goal.head:
                return thing, goal
            if preposition in self.light.sources and goal.head < prep and parse.pos[goal.head] == "NOUN":
                return thing, replace(goal, end=min(goal.end, prep))
        return None, goal

    def _is_given(self, thing: int) -> bool:
        """What only somebody can give: whoever stands behind "from" is asked, by name or not."""
        return self.parse.lemmas[thing] in self.light.given
