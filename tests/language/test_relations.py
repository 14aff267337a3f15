"""Every example of `relations.toml` and `bodies.toml` is read as it says."""

from typing import Any

import pytest

from dateline import Analyser, Document
from dateline.language import load_language
from dateline.model.relation import Relation


def _examples() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for _, sections in _sections():
        for section in sections if isinstance(sections, list) else [sections]:
            found += [
                (sentence, [w for w in wanted if w]) for sentence, *wanted in section.get("examples", [])
            ]
    return found


def _sections() -> list[tuple[str, Any]]:
    language = load_language("en")
    return [*language.table("relations").items(), *language.table("bodies").items()]


def _plain(words: str) -> str:
    parts = words.lower().split()
    return " ".join(parts[1:] if parts[0] in ("the", "a", "an") else parts)


def _says(relation: Relation, text: str, wanted: str) -> bool:
    """Whether a relation is "subject | type | object, value or date"; a mention may be longer."""
    subject, kind, other = (_plain(part.strip()) for part in wanted.split("|"))
    others: list[Any] = [relation.object and relation.object.span.of(text), relation.value, relation.date]
    return (
        relation.type.value == kind
        and subject in _plain(relation.subject.span.of(text))
        and any(other in _plain(words) for words in others if words)
    )


@pytest.mark.parametrize(("sentence", "wanted"), _examples())
def test_example(sentence: str, wanted: list[str], analyser: Analyser) -> None:
    (analysis,) = analyser.document(Document("x", sentence))
    shown = [
        (r.subject.span.of(sentence), r.type.value, r.object and r.object.span.of(sentence), r.value)
        for r in analysis.relations
    ]
    for one in wanted:
        assert any(_says(r, sentence, one) for r in analysis.relations), f"{one} is not in {shown}"
    assert wanted or not shown


def test_every_section_of_words_has_an_example() -> None:
    without = {"armed", "time"}  # told by the examples of other sections
    for name, sections in _sections():
        for section in sections if isinstance(sections, list) else [sections]:
            assert section.get("examples") or name in without, name
