"""Is it confirmed that …? Who asserts a statement, who denies it, who only passes it on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from dateline.model.attribution import Act
from dateline.model.factuality import Factuality
from dateline.model.records import Evidence, origins
from dateline.queries.answer import Statement
from dateline.queries.phrasing import Phrasing
from dateline.queries.question import QuestionGrammar
from dateline.store.view import View

_SHARED = 0.75  # the share of a statement's words that a sentence must have to speak of it …
_ALL_OF = 3  # … and up to so many words, all of them: half a short statement is another one
_HITS = 60
_VERDICTS = (
    ("own_voice", Factuality.CERTAIN),
    ("attributed", Factuality.UNKNOWN),
    ("denied", Factuality.CERTAIN_NOT),
    ("reserved", Factuality.UNKNOWN),
)


def confirm(view: View, statement: str, grammar: QuestionGrammar, phrasing: Phrasing) -> list[Statement]:
    """One statement a verdict, with every sentence that bears it out.

    dateline never says that something is true: it says who asserts it in which voice. A sentence that
    negates or hedges the matter counts as a reservation, whoever speaks.
    """
    matter = _Matter(grammar.content_words(statement))
    groups: dict[str, list[Evidence]] = {}
    for piece, passage in _told(view, matter):
        groups.setdefault(_verdict(piece, passage, grammar), []).append(piece)
    found = []
    for key, factuality in _VERDICTS:
        evidence = tuple(groups.get(key, ()))
        if not evidence:
            continue
        independent = len(origins(evidence))
        found.append(
            Statement(
                facet="confirmed",
                sentence=phrasing.verdict(key, independent),
                voices=phrasing.voices(evidence),
                factuality=factuality,
                record=f"verdict:{key}",
                about=None,
                independent=independent,
            )
        )
    return found


def first_told(view: View, statement: str, grammar: QuestionGrammar, phrasing: Phrasing) -> list[Statement]:
    """Who first reported a matter: the earliest dated report of it, and all others of that day."""
    told = [piece for piece, _ in _told(view, _Matter(grammar.content_words(statement)))]
    first = min((e.published for e in told if e.published), default=None)
    evidence = tuple(e for e in told if first is not None and e.published == first)
    if not evidence:
        return []
    made = Statement(
        facet="first_told",
        sentence=phrasing.first_told(evidence),
        voices=phrasing.voices(evidence),
        factuality=Factuality.UNKNOWN,
        record=f"passage:{evidence[0].report}:{evidence[0].start}",
        about=None,
        independent=len(origins(evidence)),
    )
    return [made]


@dataclass(frozen=True)
class _Matter:
    """The words of a statement, and whether a passage speaks of it."""

    words: list[str]

    def in_text(self, text: str) -> bool:
        count = len(self.words)
        needed = count if count <= _ALL_OF else ceil(count * _SHARED)
        present = {_stem(w) for w in re.findall(r"[\w'-]+", text)}
        return sum(any(p.startswith(_stem(w)) for p in present) for w in self.words) >= needed


def _told(view: View, matter: _Matter) -> Iterator[tuple[Evidence, str]]:
    """Who tells the matter, with the words of it: every speaker in a sentence apart, else the sentence."""
    if not matter.words:
        return
    for hit in view.search(" ".join(matter.words), _HITS, any_word=True):
        evidence = hit.evidence
        if not matter.in_text(evidence.text):
            continue
        sayings = view.sayings(evidence.report, evidence.start, evidence.end)
        told = [s for s in sayings if matter.in_text(s.content)]
        inner = {len(s.evidence.chain): s for s in told}
        if told:
            deepest = inner[max(inner)]
            yield deepest.evidence, deepest.content
        else:
            yield evidence, evidence.text


def _stem(word: str) -> str:
    """A crude stem, so that "fall", "fell"-like endings and plurals meet more often than not."""
    word = word.lower()
    return word[: max(4, len(word) - 3)] if len(word) > 5 else word


def _verdict(evidence: Evidence, passage: str, grammar: QuestionGrammar) -> str:
    if any(link.act is Act.DENY for link in evidence.chain):
        return "denied"
    if any(word in grammar.reservations for word in re.findall(r"[\w']+", passage.lower())):
        return "reserved"
    return "attributed" if evidence.chain else "own_voice"
