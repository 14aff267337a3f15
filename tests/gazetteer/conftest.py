"""A cache of a test's own, with the built index of places in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.gazetteer.index import ensure_gazetteer, load_gazetteer


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What is imported here is seen by nobody else."""
    built = ensure_gazetteer()
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / built.name).symlink_to(built)
    monkeypatch.setenv("DATELINE_CACHE", str(folder))
    load_gazetteer.cache_clear()
    yield folder
    load_gazetteer.cache_clear()
