"""What is told twice: a demand as a want, and again as what somebody said."""

from collections.abc import Iterable

from dateline.queries.answer import Statement

_WANTS = ("want", "wanted_of")
_SAYINGS = ("said", "said_of")


def without_echoes(statements: Iterable[Statement]) -> list[Statement]:
    """Statements without those of speech that say no more than a want told of the same sentence and actor."""
    given = list(statements)
    wants: dict[tuple[str | None, str, int], list[frozenset[str]]] = {}
    for statement in given:
        if statement.facet in _WANTS and statement.matter:
            for evidence in statement.evidence:
                key = (statement.about, evidence.report, evidence.start)
                wants.setdefault(key, []).append(_words(statement.matter))
    return [s for s in given if s.facet not in _SAYINGS or not _echoes(s, wants)]


def _echoes(statement: Statement, wants: dict[tuple[str | None, str, int], list[frozenset[str]]]) -> bool:
    words = _words(statement.matter or "")
    sentences = [(statement.about, e.report, e.start) for e in statement.evidence]
    return bool(words) and all(any(words <= want for want in wants.get(s, ())) for s in sentences)


def _words(matter: str) -> frozenset[str]:
    return frozenset(matter.lower().split())
