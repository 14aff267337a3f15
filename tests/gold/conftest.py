"""The analysis that gold reports are held against: the public one, in contract form."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline import Analyser, Document
from dateline.exports.contract import to_contract


@pytest.fixture(scope="session")
def analyse_to_contract(analyser: Analyser) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Analyse one input line of the contract; give its output line."""

    def analyse(given: dict[str, Any]) -> dict[str, Any]:
        return to_contract(given["id"], analyser.document(Document(**given)))

    return analyse
