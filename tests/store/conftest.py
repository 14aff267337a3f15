"""An empty store for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.sqlite", create=True) as opened:
        yield opened
