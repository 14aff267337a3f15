"""Factuality: every example of the lexicon, and how the pieces compose."""

import re
from collections.abc import Callable, Iterator

import pytest

from dateline.analysis.draft import Draft
from dateline.language import load_language

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\]]+)\]")


def _examples() -> Iterator[str]:
    for section in load_language("en").table("modality").values():
        for entry in section if isinstance(section, list) else [section]:
            yield from entry["examples"]


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
