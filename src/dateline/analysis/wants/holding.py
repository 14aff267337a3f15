"""Whether a want is held: not denied, supposed, asked or over; and whether it hangs on an if."""

from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.factuality.conditions import is_conditional
from dateline.analysis.factuality.lexicon import Modality
from dateline.analysis.syntax import Parse
from dateline.analysis.wants.goals import Goal
from dateline.analysis.wants.lexicon import Cue, WantWords
from dateline.model.factuality import Factuality
from dateline.model.want import WantKind

_NEGATIVE = frozenset((Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT))
_HELD = frozenset((Factuality.CERTAIN, Factuality.PROBABLE, Factuality.CERTAIN_UNKNOWN))
_ANSWERS = frozenset((WantKind.REFUSE, WantKind.OPPOSE))


@dataclass(frozen=True, slots=True)
class Holding:
    """Reads how the words of a want are held."""

    draft: Draft
    words: WantWords
    modality: Modality

    @property
    def parse(self) -> Parse:
        return self.draft.parse

    def polarity(self, token: int, cue: Cue) -> str | None:
        """The want's polarity; None when the word is not held to be so."""
        value = self.draft.factuality(token)
        if self._is_bygone(token):
            return None
        if value in _NEGATIVE:
            return cue.denied
        if cue.denied_only:
            return None
        if value in _HELD:
            nested = value is Factuality.CERTAIN_UNKNOWN and self.parse.deps[token] in (
                "xcomp",
                "advcl",
                "acl",
            )
            return None if nested else cue.polarity
        if cue.auxiliaries:
            return cue.polarity if not self._supposed(token) else None
        if self.parse.pos[token] == "NOUN" and self._given(token):
            return cue.polarity
        return cue.polarity if self.conditional(token) and not self._supposed(token) else None

    def factuality(self, token: int) -> Factuality:
        """How certain a want that is held is, whatever its polarity."""
        weak = self.draft.factuality(token) in (Factuality.PROBABLE, Factuality.PROBABLE_NOT)
        return Factuality.PROBABLE if weak else Factuality.CERTAIN

    def _is_bygone(self, token: int) -> bool:
        """Held in the past only: "initially wanted"."""
        parse, bygone = self.parse, self.words.goal.bygone
        past = parse.has(token, "Tense=Past")
        return past and any(parse.lower[t] in bygone for t in parse.with_dep(token, "advmod"))

    def past_perfect(self, token: int) -> bool:
        """Over by then: "had hoped", "is said to have planned"."""
        parse, perfect = self.parse, self.modality.grammar.perfect
        auxiliaries = parse.with_dep(token, "aux")
        infinitive = any(parse.pos[c] == "PART" for c in auxiliaries)
        return any(
            parse.lemmas[c] in perfect and (infinitive or parse.has(c, "Tense=Past")) for c in auxiliaries
        )

    def _given(self, noun: int) -> bool:
        """Told as known: "the army's offer", "rejected a demand by the union"."""
        parse = self.parse
        if parse.child(noun, "poss") is not None:
            return True
        verb = parse.heads[noun]
        kinds = {cue.kind for cue in self.words.cues.get(("v", parse.lemmas[verb]), ())}
        return parse.deps[noun] == "dobj" and not kinds.isdisjoint(_ANSWERS) and self._is_told(verb)

    def _is_told(self, token: int) -> bool:
        return self.draft.factuality(token) in _HELD

    def _supposed(self, token: int) -> bool:
        """Whether a clause is itself only supposed or asked."""
        parse = self.parse
        if "?" in parse.lower[token : parse.sentences[parse.sentence_of[token]].end]:
            return True
        return is_conditional(parse, self.modality.clauses, token) or parse.deps[token] in ("xcomp", "advcl")

    def conditional(self, token: int) -> bool:
        """Whether an if-clause hangs on a token or on the words it completes."""
        parse, clauses = self.parse, self.modality.clauses
        while True:
            for child in parse.children[token]:
                if is_conditional(parse, clauses, child) and not self._concedes(child):
                    return True
                if (
                    parse.lower[child] in self.words.goal.conditions
                    and parse.child(child, "advcl") is not None
                ):
                    return True
            if parse.deps[token] not in ("acomp", "attr", "xcomp", "oprd"):
                return False
            token = parse.heads[token]

    def _concedes(self, clause: int) -> bool:
        parse = self.parse
        return any(parse.lower[c] in self.words.goal.concessions for c in parse.children[clause])

    def hangs(self, token: int, goal: Goal) -> bool:
        """Whether a want, told by a token, or its goal hangs on a condition."""
        return self.conditional(token) or self.conditional(goal.head) or self.condition_follows(goal.end)

    def condition_follows(self, end: int) -> bool:
        """Whether a condition begins right behind a goal, whatever the parser hangs it on."""
        parse = self.parse
        if end < len(parse) and parse.lower[end] == ",":
            end += 1
        if end >= len(parse):
            return False
        noun = parse.child(end, "pobj")
        if noun is not None and parse.lower[noun] in self.words.goal.condition_nouns:
            return True
        return parse.deps[end] == "mark" and parse.lower[end] in self.modality.clauses.conditions
