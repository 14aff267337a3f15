"""What somebody is to do before another stops: "will fight on until the army leaves the valley"."""

from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.wants.actors import ActorFinder
from dateline.analysis.wants.goals import Goal, GoalFinder
from dateline.analysis.wants.lexicon import UltimatumWords, WantWords

_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE = ("relcl", "acl", "dobj", "xcomp", "pobj", "prep")  # from a verb up to the one it is inside of
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Ultimatum:
    """A demand in tokens: who makes it by which verb, of whom, and what is to be done."""

    threat: int
    actors: tuple[int, ...]
    goal: Goal


@dataclass(frozen=True, slots=True)
class UltimatumReader:
    """Reads the deed that a threat is tied to by "until" or "unless" as a demand.

    Only of a threat to come, by somebody else than the one who is to act: "will attack unless …", "vowed to
    strike until …", "will not disarm until …".
    """

    draft: Draft
    words: WantWords
    goals: GoalFinder
    actors: ActorFinder

    def read(self, clause: int) -> Ultimatum | None:
        """The demand that a clause tells, None when it tells none."""
        parse, words = self.draft.parse, self.words.ultimatum
        marks = [t for t in parse.with_dep(clause, "mark") if parse.lower[t] in words.marks]
        doer, threat = parse.child(clause, *_SUBJECTS), self._above(clause)
        if (
            parse.deps[clause] != "advcl"
            or not marks
            or doer is None
            or parse.child(clause, "neg") is not None
        ):
            return None
        if threat is None or not self.actors.can_be_asked(doer):
            return None
        threatening = tuple(self.actors.of_verb(threat))
        if not threatening or self._is_same(doer, threatening):
            return None
        return Ultimatum(threat, threatening, Goal(clause, parse.left[doer], self.goals.end(clause), doer))

    def _above(self, clause: int) -> int | None:
        """The verb that threatens above a clause, which the parser may hang on what the threat is to."""
        parse, token = self.draft.parse, self.draft.parse.heads[clause]
        for _ in range(_STEPS):
            if self._threatens(token, self.words.ultimatum):
                vow = parse.heads[token] if parse.deps[token] == "xcomp" else token
                return vow if parse.lemmas[vow] in self.words.ultimatum.vowing else token
            if parse.deps[token] not in _INSIDE:
                return None
            token = parse.heads[token]
        return None

    def _is_same(self, doer: int, others: tuple[int, ...]) -> bool:
        """Whether who is to act may be who threatens: by entity, or a pronoun of which nobody knows."""
        mine = self.actors.participant(doer).entity
        return mine is None or any(self.actors.participant(t).entity == mine for t in others)

    def _threatens(self, verb: int, words: UltimatumWords) -> bool:
        """Whether a verb tells a hostile deed to come, or that something is not given before."""
        parse, speech = self.draft.parse, self.words.speech
        helpers = {parse.lower[t] for t in parse.with_dep(verb, "aux")}
        if parse.lemmas[verb] in words.vowing:
            deed = parse.child(verb, "xcomp")
            return deed is not None and self._threatens(deed, words)
        to_come = not helpers.isdisjoint(speech.will | speech.backshift)
        vowed = parse.deps[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in words.vowing
        if not (to_come or vowed):
            return False
        denied = parse.child(verb, "neg") is not None
        return parse.lemmas[verb] in (words.withheld if denied else words.hostile)
