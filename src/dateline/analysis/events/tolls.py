"""Whose toll it is: a harm told with no word of who did it, and the attack that it was done in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found, is_as_sure, is_harm, lend
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.people import may_be_same
from dateline.analysis.events.setting import Dates, place_of

_HARM = "ASSAULT"
_NEAR = 2  # sentences after an attack, or after what was told of its toll, in which more of it may be told


@dataclass(frozen=True)
class Tolls:
    """Gives an attack the victims that the next sentences tell, and their harm its means, date and place.

    "Gunmen attacked a market. Eleven people were killed." A harm with a doer, a day or a place of its own is
    no toll of an attack that has not the same, and the attackers' own dead are no victims of their attack.
    """

    draft: Draft
    lexicon: TriggerLexicon
    by_token: dict[int, Found]

    def join(self) -> None:
        """Puts the tolls into `by_token`."""
        for harm, attack in list(self._pairs()):
            self._give(harm, attack)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """A harm and the attack before it, in text order."""
        sentence_of = self.draft.parse.sentence_of
        attack, last = None, 0
        for token in sorted(t for t, found in self.by_token.items() if found.sense.type == _HARM):
            found, sentence = self.by_token[token], sentence_of[token]
            if found.sense.counts is None and not is_harm(found):
                attack, last = token, sentence
            elif attack in found.part_of:
                last = sentence
            elif (
                attack is not None
                and sentence_of[attack] < sentence <= last + _NEAR
                and self._is_toll(found, self.by_token[attack])
            ):
                last = sentence
                yield token, attack

    def _is_toll(self, harm: Found, attack: Found) -> bool:
        return (
            is_harm(harm)
            and not (harm.actors or harm.part_of)
            and not (self._are_attackers(harm) and not attack.actors)
            and self._is_plain(harm)
            and is_as_sure(self.draft, harm.trigger, attack.trigger)
            and self._is_there_and_then(harm, attack)
        )

    def _are_attackers(self, harm: Found) -> bool:
        """Whether those who fell may have been the attackers: gunmen, and an attack by nobody knows whom."""
        lemmas = self.draft.parse.lemmas
        return any(lemmas[t] in self.lexicon.raiders for t in harm.recipients) or any(
            lemmas[c] in self.lexicon.raiders
            for t in harm.recipients
            for c in self.draft.parse.with_dep(t, "compound")
        )

    def _is_there_and_then(self, harm: Found, attack: Found) -> bool:
        """Whether a harm is told with no day, no span of time and no place that is not the attack's."""
        if self._is_apart(harm.trigger):
            return False
        if self._dates.is_timed(harm.trigger):
            ours, theirs = self._dates.of(harm.trigger), self._dates.of(attack.trigger)
            if ours is None or theirs is None or ours[1] != theirs[1]:
                return False
        here, there = place_of(self.draft, harm), place_of(self.draft, attack)
        if here is None or there is None:
            return here is None
        return here.entity == there.entity or here.span.of(self.draft.text) == there.span.of(self.draft.text)

    def _is_apart(self, token: int) -> bool:
        """Whether the sentence turns to something else: "*Elsewhere*, …", "killed, *not* in the attack"."""
        parse = self.draft.parse
        above = (token, *parse.ancestors(token))
        if any(parse.lower[c] in self.lexicon.apart for t in above for c in parse.children[t]):
            return True
        return any(parse.child(c, "neg") is not None for c in parse.with_dep(token, "prep", "agent"))

    @cached_property
    def _dates(self) -> Dates:
        return Dates(self.draft, of_deeds=True)

    def _is_plain(self, harm: Found) -> bool:
        """Whether a harm is told as done, and with no cause of its own ("the bomb had killed two guests")."""
        parse, token = self.draft.parse, harm.trigger
        cause = parse.child(token, "nsubj")
        if (
            cause is not None
            and cause not in harm.recipients
            and cause not in harm.counted
            and harm.kind == "verbs"
        ):
            return False
        within = [t for p in parse.with_dep(token, "prep") for t in parse.with_dep(p, "pobj")]
        if any(parse.lemmas[t] in self.lexicon.wars for t in within):
            return False  # "killed in the war" counts the dead of more than one attack
        nobody = any(parse.has(c, "PronType=Neg") for t in harm.recipients for c in parse.with_dep(t, "det"))
        return not nobody and self.draft.factuality(token).value.endswith("+")

    def _give(self, harm: int, attack: int) -> None:
        one, other = self.by_token[harm], self.by_token[attack]
        own_side = may_be_same(self.draft, one.recipients, other.actors)
        if not (own_side or other.sense.symmetric):
            self.by_token[attack] = lend(other, one.recipients)
        ways = self.lexicon.instruments.get(other.sense.type, {}).values()
        modes = tuple(dict.fromkeys((*one.modes, *(m for m in other.modes if m in ways))))
        self.by_token[harm] = replace(one, modes=modes, part_of=(*one.part_of, attack))
