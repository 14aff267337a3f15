"""Wants told by a prefix: "the anti-junta front" is against the junta."""

from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.wants.actors import ActorFinder
from dateline.analysis.wants.goals import Goal

_WITHIN = ("amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Leaning:
    """Who is against whom: both are head tokens of mentions; `goal` is the words behind the prefix."""

    holder: int
    against: int
    goal: Goal


@dataclass(frozen=True, slots=True)
class Leanings:
    """Reads prefixes of opposition before the name of an actor, where they describe somebody."""

    draft: Draft
    prefixes: frozenset[str]
    actors: ActorFinder

    def read(self, token: int) -> Leaning | None:
        """What a prefix tells, if a known actor stands behind its hyphen and it describes somebody."""
        parse, name = self.draft.parse, token + 2
        if parse.lower[token] not in self.prefixes or parse.words[token + 1 : name] != ["-"]:
            return None
        holder, against = parse.heads[token], self._opposed(name)
        if against is None or parse.deps[token] not in _WITHIN or holder <= against:
            return None
        if self.draft.mention_of(holder) is None or not self.actors.is_somebody(holder):
            return None
        return Leaning(holder, against, Goal(name, name, against + 1))

    def _opposed(self, first: int) -> int | None:
        """The head of the mention of a known actor that begins with a token."""
        draft = self.draft
        if first >= len(draft.parse):
            return None
        for head in range(first, min(first + 4, len(draft.parse))):
            position = draft.mention_of(head)
            if position is not None and draft.mentions[position].span.start == draft.parse.starts[first]:
                return head if draft.entity_of(position) is not None else None
        return None
