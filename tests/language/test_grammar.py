"""Whose doing a gerund is, by the examples of the grammar table."""

import pytest

from dateline import Analyser, Document
from dateline.analysis.clauses import subject
from dateline.analysis.parse import parse
from dateline.language import load_language
from dateline.segment import segment

_EXAMPLES = load_language("en").table("grammar")["examples"]


@pytest.mark.parametrize(("text", "doer"), _EXAMPLES)
def test_a_gerund_is_the_doing_of(analyser: Analyser, text: str, doer: str) -> None:
    (report,) = segment(Document("1", text), analyser.language)
    columns = parse(report, analyser.pipeline)
    (gerund,) = [t for t in range(len(columns)) if columns.deps[t] == "pcomp"]
    found = subject(columns, gerund)
    assert found is not None
    assert columns.words[found] == doer
