"""`dateline gazetteer`: what it prints, and what a slip looks like."""

from pathlib import Path

import pytest

from tests.cli.test_app import dateline


def test_lookup_prints_the_likeliest_first_with_reasons() -> None:
    code, said, _ = dateline("gazetteer", "lookup", "Jalalabad")
    assert code == 0
    first = said.splitlines()[0]
    assert "Nangarhār, AFG" in first
    assert "inhabitants" in first
    assert "GeoNames" in said


def test_lookup_of_what_no_place_is_called() -> None:
    code, said, _ = dateline("gazetteer", "lookup", "Xqzzkltrw")
    assert code == 1
    assert "no place is called 'Xqzzkltrw'" in said


def test_build_says_where_the_index_is() -> None:
    code, said, _ = dateline("gazetteer", "build")
    assert code == 0
    assert Path(said.split(" (")[0]).is_file()


def test_a_cache_that_cannot_be_used_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "file"))
    code, _, complained = dateline("gazetteer", "build")
    assert code == 2
    assert "DATELINE_CACHE" in complained


def test_import_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    code, _, complained = dateline("gazetteer", "import", str(tmp_path / "none.txt"))
    assert code == 2
    assert "no such file" in complained
