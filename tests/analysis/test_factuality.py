"""Factuality: every example of the lexicon, and how the pieces compose."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from dateline import Analyser, Document
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.pipeline import STAGES
from dateline.language import load_language
from dateline.segment import segment

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\]]+)\]")


def _examples() -> Iterator[str]:
    for section in load_language("en").table("modality").values():
        for entry in section if isinstance(section, list) else [section]:
            yield from entry["examples"]


@pytest.fixture(scope="session")
def drafted(analyser: Analyser) -> Callable[[str], Draft]:
    """The draft of a text, up to its factualities."""

    def draft_of(text: str) -> Draft:
        (report,) = segment(Document(id="t", text=text), analyser.language)
        draft = Draft(report, analyser.language, parse(report, analyser.pipeline))
        for stage in STAGES:
            if "factualities" in stage.needs:
                break
            draft = replace(draft, **dict(zip(stage.gives, stage.run(draft), strict=True)))
        return draft

    return draft_of


def _check(marked: str, drafted: Callable[[str], Draft]) -> None:
    """Every `[word|value]` of a marked text is judged so."""
    plain, expected, at = "", [], 0
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        expected.append((len(plain), match[1], match[2]))
        plain, at = plain + match[1], match.end()
    draft = drafted(plain + marked[at:])
    found = [(s, w, str(draft.factuality(draft.parse.starts.index(s)))) for s, w, _ in expected]
    assert found == expected


@pytest.mark.parametrize("example", list(_examples()))
def test_examples_of_the_lexicon(example: str, drafted: Callable[[str], Draft]) -> None:
    _check(example, drafted)
