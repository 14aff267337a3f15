"""Puts wants into plain sentences: who wants what, of whom, on what condition."""

import re
from dataclasses import dataclass

from dateline.language import Table
from dateline.model.records import WantRecord
from dateline.model.want import WantKind
from dateline.queries.phrasing import Phrasing, capitalised

_NEGATIVE_KINDS = {WantKind.REFUSE, WantKind.OPPOSE}
_NEAR = 40  # so many characters of a goal tell where it stands


@dataclass(frozen=True)
class WantPhrasing:
    """Sentences about wants, in the words of a phrasing."""

    words: Phrasing

    @property
    def extra(self) -> Table:
        table: Table = self.words.table["want_extra"]
        return table

    def sentence(self, record: WantRecord, actor_type: str | None) -> str:
        """The want in one sentence; `actor_type` as in model.entity, None where it is not known."""
        table, names = self.words.table, self.words.names
        negative = record.polarity == "-" and record.kind not in _NEGATIVE_KINDS
        told = f"want{'_ready' if record.ready else ''}{'_not' if negative else ''}"
        forms = table[told][record.kind.value]
        goal = self._whom(record) or self._goal(record)
        plural = names.plural(record.actor.name, actor_type)
        others = [names.name(p, record.evidence) for p in record.toward if p.name.lower() not in goal.lower()]
        verb = forms[plural + 2 * goal.lower().startswith(self.words.clause_openers)]
        asking = table["want_of"].get(record.kind.value)
        if asking and self._infinitive(goal) and not self._own_deed(record):
            verb = asking[plural]
            goal = f"{', '.join(others) or self.extra['others']} {self._negated(goal) if negative else goal}"
            others = []
        notes = [self.extra["toward"].format(toward=", ".join(others))] if others else []
        notes += [str(self.extra["conditional"])] if record.conditional else []
        told = f"{names.name(record.actor, record.evidence)} {verb.format(goal=goal)}"
        told += f" ({'; '.join(notes)})" if notes else ""
        return capitalised(told) + self.words.reservation(record.factuality)

    def tellable(self, record: WantRecord) -> bool:
        """Whether a reader can tell whose want it is, and what is wanted: neither hangs on a bare pronoun."""
        named = record.actor.name.lower() not in self.words.table["event"]["pronouns"]
        return named and not self._dangling(record.goal)

    def _dangling(self, goal: str) -> bool:
        """Whether a goal is a verb and a pronoun, of which the sentence would not say whom it means."""
        verb, _, last = goal.lower().rpartition(" ")
        small = {self.extra["not"], *self.extra["infinitive"]}
        content = [word for word in verb.split() if word not in small]
        return last in self.extra["third_person"] and len(content) == 1

    def _goal(self, record: WantRecord) -> str:
        """The words of the report; a bare verb ("will not lift …") becomes an infinitive, "our" is quoted.

        What a threat waits for ("until the army leaves") becomes a clause.
        """
        goal = " ".join(record.goal.split())
        before = self._before(record, goal)
        if before and before[-1] in self.extra["until"]:
            past = any(
                word.endswith(tuple(self.words.table["claim"]["past_endings"])) for word in goal.split()
            )
            return str(self.extra["clause_past" if past else "clause"]).format(goal=goal)
        if not before or before[-1] not in self.extra["modals"]:
            return goal
        own = set(re.findall(r"[\w’']+", goal.lower())) & set(self.extra["first_person"])
        return f"{self.extra['infinitive'][0]} {f'“{goal}”' if own else goal}"

    def _whom(self, record: WantRecord) -> str | None:
        """The actor that is all of a goal, as sentences call it: "the Houthis" for "anti-Houthi"."""
        goal = " ".join(record.goal.split())
        if len(record.toward) != 1 or not goal[:1].isupper():
            return None
        (whom,) = record.toward
        return self.words.names.name(whom, record.evidence) if goal == whom.name or " " not in goal else None

    def _own_deed(self, record: WantRecord) -> bool:
        """Whether what is demanded is to do something oneself: "demanded to know"."""
        before = self._before(record, " ".join(record.goal.split()))
        return not record.toward and bool(before) and before[-1].startswith(tuple(self.extra["asking_stems"]))

    def _before(self, record: WantRecord, goal: str) -> list[str]:
        """The words before a goal in its sentence, in small letters."""
        text = " ".join(record.evidence[0].text.split()) if record.evidence else ""
        head, found, _ = text.partition(f" {goal[:_NEAR]}")
        return head.lower().split() if found else []

    def _infinitive(self, goal: str) -> bool:
        return goal.lower().startswith(tuple(f"{opener} " for opener in self.extra["infinitive"]))

    def _negated(self, goal: str) -> str:
        """An infinitive with its negation, unless the goal has one."""
        no = str(self.extra["not"])
        return goal if goal.lower().startswith(f"{no} ") else f"{no} {goal}"
