"""What is told twice: a demand as a want, as an utterance, as an event, and as a sentence quoted whole."""

from collections.abc import Iterable

from dateline.queries.answer import Statement

_WANTS = ("want", "wanted_of")
_SAYINGS = ("said", "said_of")
_PASSAGE = "passage"
_MOST_OF = 0.6  # an utterance that shares so many of its words with what it passes on adds little


def without_echoes(statements: Iterable[Statement]) -> list[Statement]:
    """Statements without those that others of the same sentence say better.

    Left out are utterances that say no more than a want of the same actor, or that only pass on what another
    statement tells with the same speaker in its chain, acts of speech ("made a demand")
    where wants or utterances tell what was demanded, and sentences quoted whole that others rest on, or that
    another report has word for word.
    """
    given = list(statements)
    wants: dict[tuple[str | None, str, int], list[frozenset[str]]] = {}
    for statement in given:
        if statement.facet in _WANTS and statement.matter:
            for evidence in statement.evidence:
                key = (statement.about, evidence.report, evidence.start)
                wants.setdefault(key, []).append(_words(statement.matter))
    matters = [s for s in given if s.matter]
    told = [s for s in given if s.facet not in _SAYINGS or not _echoes(s, wants)]
    telling: dict[tuple[str, int], list[Statement]] = {}
    for statement in matters:
        for sentence in _sentences([statement]):
            telling.setdefault(sentence, []).append(statement)
    told = [s for s in told if s.facet not in _SAYINGS or not _passed_on(s, telling, matters)]
    spoken = _sentences(s for s in told if s.matter)
    told = [s for s in told if not (s.of_speech and _sentences([s]) <= spoken)]
    cited = _sentences(s for s in told if s.facet != _PASSAGE)
    quoted = {" ".join(s.sentence.split()): s for s in reversed(told) if s.facet == _PASSAGE}
    return [s for s in told if s.facet != _PASSAGE or (s in quoted.values() and not _sentences([s]) <= cited)]


def _sentences(statements: Iterable[Statement]) -> set[tuple[str, int]]:
    return {(e.report, e.start) for s in statements for e in s.evidence}


def _echoes(statement: Statement, wants: dict[tuple[str | None, str, int], list[frozenset[str]]]) -> bool:
    words = _words(statement.matter or "")
    sentences = [(statement.about, e.report, e.start) for e in statement.evidence]
    return bool(words) and all(any(words <= want for want in wants.get(s, ())) for s in sentences)


def _passed_on(
    statement: Statement, telling: dict[tuple[str, int], list[Statement]], every: list[Statement]
) -> bool:
    """Whether any statement tells what an utterance passes on; it rests on all sentences of the utterance."""
    sentences = _sentences([statement])
    near = telling.get(min(sentences), []) if sentences else every
    return any(_passes_on(statement, other) for other in near)


def _passes_on(statement: Statement, inner: Statement) -> bool:
    """Whether an utterance says little more than that somebody else said what `inner` tells."""
    if not _sentences([statement]) <= _sentences([inner]):
        return False
    mine, theirs = _words(statement.matter or ""), _words(inner.matter or "")
    chains = [v.names for v in inner.voices]
    outer = all(any(_within(v.names, chain) for chain in chains) for v in statement.voices)
    return outer and len(mine & theirs) >= _MOST_OF * len(mine)


def _within(names: tuple[str, ...], chain: tuple[str, ...]) -> bool:
    return len(chain) > len(names) and chain[: len(names)] == names


def _words(matter: str) -> frozenset[str]:
    return frozenset(matter.lower().split())
