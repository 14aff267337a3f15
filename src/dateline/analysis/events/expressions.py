"""The words of an expression: "open fire", "martial law"."""

from dataclasses import dataclass, field
from functools import cached_property

from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import Sense


@dataclass(frozen=True)
class Expressions:
    """Finds the words of expressions in a report."""

    draft: Draft
    _bags: dict[int, set[str]] = field(default_factory=dict)

    def words(self, sense: Sense, kind: str, token: int) -> tuple[int, ...] | None:
        """The tokens of a sense's expression, the trigger first; None when they are not all there."""
        if not sense.expression:
            return (token,)
        if not self._bag(token).issuperset(sense.expression):
            return None
        if kind == "verbs":
            return self._below(sense.expression, token)
        return self._beside(sense.expression, token)

    def _bag(self, token: int) -> set[str]:
        """All words and lemmas of a token's sentence, for a quick no."""
        parse = self.draft.parse
        number = parse.sentence_of[token]
        if number not in self._bags:
            tokens = parse.sentences[number]
            self._bags[number] = {parse.lower[t] for t in tokens} | {parse.lemmas[t] for t in tokens}
        return self._bags[number]

    def _below(self, expression: tuple[str, ...], verb: int) -> tuple[int, ...] | None:
        """Each further word hangs on the verb or on a word found before it."""
        parse, words = self.draft.parse, [verb]
        for wanted in expression:
            found = next(
                (
                    child
                    for word in reversed(words)
                    for child in self._hanging(word)
                    if (parse.lower[child] == wanted or parse.lemmas[child] == wanted)
                    and child not in words
                    and parse.deps[child] not in ("conj", "nsubj")
                    and parse.tags[child] != "TO"  # "wants *to* speak" is no "speak to"
                    and not self._dates(child)
                    and not self._is_of_another(word, child)
                ),
                None,
            )
            if found is None:
                return None
            words.append(found)
        return tuple(words)

    def _is_of_another(self, verb: int, adjective: int) -> bool:
        """Whether an adjective is said of somebody else than the object: "left 200 dead and 90 *wounded*"."""
        parse, before = self.draft.parse, adjective - 1
        if parse.deps[adjective] != "oprd" or parse.pos[before] not in ("NUM", "NOUN"):
            return False
        things = [t for thing in parse.with_dep(verb, "dobj") for t in parse.conjuncts(thing)]
        return bool(things) and not any(before in parse.subtree(t) for t in things)

    def _dates(self, preposition: int) -> bool:
        """Whether a preposition only opens a date: who is taken away *on Monday* is not taken on."""
        return any(t in self._dated for t in self.draft.parse.with_dep(preposition, "pobj"))

    @cached_property
    def _dated(self) -> frozenset[int]:
        parse, points = self.draft.parse, ("DATE", "TIME")
        return frozenset(
            t for time in self.draft.times if time.type in points for t in parse.tokens_in(time.span)
        )

    def _hanging(self, word: int) -> list[int]:
        """What hangs on a word, and what is said of its object: "left two *dead*", "shot *dead* two men"."""
        parse = self.draft.parse
        described = [
            c
            for thing in parse.with_dep(word, "dobj")
            for c in parse.with_dep(thing, "amod")
            if c == word + 1 or c > thing
        ]
        return [*parse.children[word], *described]

    def _beside(self, expression: tuple[str, ...], first: int) -> tuple[int, ...] | None:
        """The further words follow; hyphens may stand between. The trigger is the head of them all."""
        parse, words, at = self.draft.parse, [first], first + 1
        for wanted in expression:
            if at < len(parse) and parse.lower[at] == "-":
                at += 1
            if at >= len(parse) or wanted not in (parse.lower[at], parse.lemmas[at]):
                return None
            if parse.pos[at] == "VERB" and parse.tags[at] != "VBG" and parse.lower[at] != wanted:
                return None  # "the military struck" is no military strike
            words.append(at)
            at += 1
        head = parse.head_of(first, at)
        return (head, *(w for w in words if w != head))
