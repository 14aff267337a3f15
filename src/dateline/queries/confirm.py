"""Is it confirmed that …? Who asserts a statement, who denies it, who only passes it on."""

import re
from collections.abc import Iterable
from math import ceil

from dateline.model.attribution import Act
from dateline.model.factuality import Factuality
from dateline.model.records import Evidence, SearchHit
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
    words = grammar.content_words(statement)
    groups: dict[str, list[Evidence]] = {}
    for hit in _hits(view, words):
        groups.setdefault(_verdict(hit.evidence, grammar), []).append(hit.evidence)
    found = []
    for key, factuality in _VERDICTS:
        evidence = tuple(groups.get(key, ()))
        if not evidence:
            continue
        origins = view.origins(e.report for e in evidence)
        found.append(
            Statement(
                facet="confirmed",
                sentence=phrasing.verdict(key, origins),
                voices=phrasing.voices(evidence),
                factuality=factuality,
                record=f"verdict:{key}",
                about=None,
                independent=origins,
            )
        )
    return found


def _hits(view: View, words: list[str]) -> Iterable[SearchHit]:
    if not words:
        return []
    needed = len(words) if len(words) <= _ALL_OF else ceil(len(words) * _SHARED)
    stems = [_stem(w) for w in words]
    hits = []
    for hit in view.search(" ".join(words), _HITS, any_word=True):
        present = {_stem(w) for w in re.findall(r"[\w'-]+", hit.evidence.text)}
        if sum(any(p.startswith(s) for p in present) for s in stems) >= needed:
            hits.append(hit)
    return hits


def _stem(word: str) -> str:
    """A crude stem, so that "fall", "fell"-like endings and plurals meet more often than not."""
    word = word.lower()
    return word[: max(4, len(word) - 3)] if len(word) > 5 else word


def _verdict(evidence: Evidence, grammar: QuestionGrammar) -> str:
    if any(link.act is Act.DENY for link in evidence.chain):
        return "denied"
    if any(word in grammar.reservations for word in re.findall(r"[\w']+", evidence.text.lower())):
        return "reserved"
    return "attributed" if evidence.chain else "own_voice"
