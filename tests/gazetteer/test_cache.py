"""Indexes are built once, whole or not at all, and anew when what they are made of changes."""

import multiprocessing
import os
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import CacheError
from dateline.gazetteer.cache import Progress, Recipe, built, cache_folder, passing_folder


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _write(path: Path, progress: Progress) -> None:
    progress("writing", 1, 1)
    path.write_text("made")
    with (path.parent / "count").open("a") as count:
        count.write("x")


def _recipe(tmp_path: Path, content: str = "one") -> Recipe:
    data = tmp_path / "data.toml"
    data.write_text(content)
    return Recipe("towns", _write, files=(data,))


def test_it_is_built_on_the_first_call_only(tmp_path: Path, folder: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    recipe = _recipe(tmp_path)
    first = built(recipe, lambda *step: seen.append(step))
    assert built(recipe) == first
    assert first.read_text() == "made"
    assert (folder / "count").read_text() == "x"
    assert seen == [("writing", 1, 1)]


def test_other_data_mean_another_file(tmp_path: Path) -> None:
    first = built(_recipe(tmp_path))
    assert built(_recipe(tmp_path, "two")) != first


def test_another_version_of_a_package_means_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = replace(_recipe(tmp_path), packages=("platformdirs",))
    first = recipe.path()
    monkeypatch.setattr("dateline.gazetteer.cache.version", lambda _: "99")
    assert recipe.path() != first


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    with pytest.raises(CacheError, match="no-such-package"):
        replace(_recipe(tmp_path), packages=("no-such-package",)).path()


def test_what_breaks_off_leaves_nothing(tmp_path: Path, folder: Path) -> None:
    def broken(path: Path, _: Progress) -> None:
        path.write_text("half")
        raise RuntimeError("the lights went out")

    with pytest.raises(RuntimeError):
        built(replace(_recipe(tmp_path), build=broken))
    assert not [f for f in folder.iterdir() if f.suffix != ".lock"]
    assert built(_recipe(tmp_path)).read_text() == "made"


def test_what_a_killed_process_left_is_swept_up(tmp_path: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "towns-0123.index.77.part").write_text("half")
    built(_recipe(tmp_path))
    assert not list(folder.glob("*.part"))


def test_old_files_go_and_the_latest_stay(tmp_path: Path, folder: Path) -> None:
    made = []
    for number in range(10):
        made.append(built(_recipe(tmp_path, str(number))))
        os.utime(made[-1], (number, number))
    assert [file.exists() for file in made] == [False, False, *[True] * 8]


def _built_in_a_process(recipe: Recipe) -> str:
    return str(built(recipe))


def test_of_several_processes_one_builds(tmp_path: Path, folder: Path) -> None:
    recipe = _recipe(tmp_path)
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        paths = pool.map(_built_in_a_process, [recipe] * 3)
    assert set(paths) == {str(recipe.path())}
    assert (folder / "count").read_text() == "x"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "file" / "below"))
    with pytest.raises(CacheError, match="DATELINE_CACHE"):
        cache_folder()


def test_where_the_users_cache_cannot_be_written_a_temporary_folder_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.delenv("DATELINE_CACHE")
    monkeypatch.setattr("dateline.gazetteer.cache.user_cache_path", lambda *_, **__: tmp_path / "file" / "x")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert cache_folder().parent == tmp_path


def test_a_cache_that_cannot_be_written_is_left_for_a_temporary_folder_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the cache should be")
    monkeypatch.delenv("DATELINE_CACHE")
    monkeypatch.setattr("dateline.gazetteer.cache.user_cache_path", lambda *_, **__: taken / "dateline")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    passing = passing_folder()
    assert passing is not None
    assert passing.parent == tmp_path
    assert passing == cache_folder()


def test_a_named_folder_is_not_passing(folder: Path) -> None:
    assert passing_folder() is None
