"""Whether what stands where a goal stands is one: a deed, a thing, somebody in general."""

from bisect import bisect_right
from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.wants.actors import ActorFinder
from dateline.analysis.wants.goals import ACCUSATIVE, FINITE, INFINITIVE, OBJECT, Goal
from dateline.analysis.wants.lexicon import Cue, WantWords
from dateline.model.want import WantKind

# "pursue insurgents", "oppose the rebels" tell what is done to somebody, not what is wanted
_OWN_DEEDS = frozenset((WantKind.INTEND, WantKind.REFUSE, WantKind.OPPOSE))


@dataclass(frozen=True, slots=True)
class Aims:
    """Tells goals from what only looks like one."""

    draft: Draft
    words: WantWords
    actors: ActorFinder

    def is_goal(self, token: int, goal: Goal, frame: str, cue: Cue) -> bool:
        """A goal is a deed, a thing or somebody in general ("more doctors"), nobody in particular."""
        parse = self.draft.parse
        if self._is_formula(token, goal.head, cue.kind) or self._is_time(goal.head):
            return False
        if parse.lemmas[goal.head] in cue.excluded:
            return False
        if frame == FINITE and cue.kind is WantKind.PROMISE:
            return self._to_come(goal.head)
        if frame in (INFINITIVE, ACCUSATIVE) or goal.subject is not None:
            return True
        if not self.actors.is_somebody(goal.head):
            return True
        if frame == OBJECT and cue.kind in _OWN_DEEDS:
            return False
        articles = parse.with_dep(goal.head, "det")
        if parse.pos[goal.head] != "NOUN":  # "a free Tibet"
            return any(parse.has(c, "Definite=Ind") for c in articles)
        definite = any(parse.has(c, "Definite=Def") for c in articles)
        return not definite and parse.child(goal.head, "poss") is None

    def _is_formula(self, token: int, verb: int, kind: WantKind) -> bool:
        """Mere speech: "declined to comment", and of a first person "I want to say"."""
        parse, words = self.draft.parse, self.words.goal
        if parse.pos[verb] != "VERB":
            return False
        if parse.child(verb, "auxpass") is not None and parse.lemmas[verb] in words.unnamed:
            return True  # "asked not to be named"
        if kind is WantKind.REFUSE and parse.lemmas[verb] in words.silences:
            return True  # "refused to say"
        subject = parse.child(token, "nsubj")
        first = subject is not None and parse.lower[subject] in self.words.speech.first_person
        return parse.lemmas[verb] in words.formulas or (first and parse.lemmas[verb] in words.courtesies)

    def _is_time(self, token: int) -> bool:
        span, times = self.draft.parse.span(token, token + 1), self.draft.times
        at = bisect_right(times, span.start, key=lambda t: t.span.start) - 1
        return at >= 0 and times[at].span.covers(span)

    def _to_come(self, verb: int) -> bool:
        parse, speech = self.draft.parse, self.words.speech
        return any(
            parse.lower[c] in speech.will or parse.lower[c] in speech.backshift
            for c in parse.with_dep(verb, "aux")
        )
