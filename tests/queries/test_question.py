"""Questions are read as their askers mean them; every pattern of the language pack shows by example how."""

from typing import Any

import pytest

from dateline.language import load_language
from dateline.queries.question import Clause, question_grammar

_PATTERNS = load_language("en").table("questions")["pattern"]
_EXAMPLES = [(p, example) for p in _PATTERNS for example in p["examples"]]


@pytest.mark.parametrize(("pattern", "example"), _EXAMPLES, ids=[e["ask"] for _, e in _EXAMPLES])
def test_every_example_of_the_table_is_read_as_it_says(
    pattern: dict[str, Any], example: dict[str, Any]
) -> None:
    (clause,) = question_grammar(load_language("en")).read(example["ask"])
    wanted = {k: v for k, v in example.items() if k != "ask"}
    assert clause == Clause(tuple(pattern["facets"]), **wanted, types=tuple(pattern.get("types", ())))


def test_every_pattern_has_an_example() -> None:
    assert all(p["examples"] for p in _PATTERNS)


def test_a_headline_with_two_questions_asks_both_of_one_actor() -> None:
    question = "Myanmar: Who are the Arakan Army and what do they want?"
    clauses = question_grammar(load_language("en")).read(question)
    assert [(c.facets, c.subject) for c in clauses] == [(("who",), "Arakan Army"), (("want",), "Arakan Army")]


def test_a_pronoun_without_anybody_before_it_is_no_question_about_an_actor() -> None:
    assert question_grammar(load_language("en")).read("What do they want?") == ()
