"""Every `.gold` file of this folder is a case: what is marked in it is what the analysis must give."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.gold.compare import differences
from tests.gold.notation import parse_gold

FILES = sorted(Path(__file__).parent.glob("*.gold"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_gold_report(
    path: Path,
    request: pytest.FixtureRequest,
    analyse_to_contract: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    gold = parse_gold(path.read_text(encoding="utf-8"))
    if gold.open:
        request.applymarker(pytest.mark.xfail(reason=gold.open, strict=True))
    found = differences(gold, analyse_to_contract(gold.document(path.stem)))
    if found:
        pytest.fail("\n  ".join([f"{path.name} ({gold.covers})", *found]), pytrace=False)
