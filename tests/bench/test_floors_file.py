"""Floors rise freely and are lowered only with a reason that the changelog keeps."""

from pathlib import Path

import pytest

from bench.data import BenchError
from bench.floors import Fall, accept, falls, log_lowered, read_floors
from bench.metrics import Figures
from bench.runner import Outcome
from bench.tasks.aliases import TASK


def outcome(figures: Figures | None) -> Outcome:
    pending = frozenset() if figures else frozenset(line.figure for line in TASK.headlines)
    return Outcome("aliases", TASK, documents=1, figures=figures, pending=pending)


def test_floors_are_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"

    accept([outcome({"alias.r": 0.51239, "alias.p": 0.25})], "full", None, path)

    assert read_floors("full", path) == {"aliases": {"alias.r": 0.5124}}
    assert read_floors("slice", path) == {}


def test_the_small_slice_has_blunter_floors(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"

    accept([outcome({"alias.r": 0.51839, "alias.p": 0.25})], "slice", None, path)

    assert read_floors("slice", path) == {"aliases": {"alias.r": 0.49}}


def test_a_floor_is_not_lowered_without_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    accept([outcome({"alias.r": 0.5, "alias.p": 0.2})], "full", None, path)

    with pytest.raises(BenchError, match=r"needs --reason: aliases alias\.r 0\.500 -> 0\.400"):
        accept([outcome({"alias.r": 0.4, "alias.p": 0.3})], "full", None, path)

    assert read_floors("full", path)["aliases"] == {"alias.r": 0.5}


def test_a_lowered_floor_stands_in_the_changelog(tmp_path: Path) -> None:
    path, changelog = tmp_path / "floors.toml", tmp_path / "CHANGELOG.md"
    changelog.write_text("# Changelog\n\n## Unreleased\n", encoding="utf-8")
    accept([outcome({"alias.r": 0.5, "alias.p": 0.2})], "full", None, path)

    lowered = accept([outcome({"alias.r": 0.4, "alias.p": 0.3})], "full", "pronouns are no aliases", path)
    log_lowered(lowered, "pronouns are no aliases", changelog)
    log_lowered([Fall("times", "value_f", 0.7, 0.6)], "decades are vague", changelog)

    text = changelog.read_text(encoding="utf-8")
    assert "- aliases `alias.r` 0.5000 -> 0.4000: pronouns are no aliases" in text
    assert "- times `value_f` 0.7000 -> 0.6000: decades are vague" in text
    assert text.count("Benchmark floors lowered") == 1
    assert text.startswith("# Changelog\n\n## Unreleased\n")


def test_a_stage_that_vanishes_falls_to_zero() -> None:
    assert falls([outcome(None)], {"aliases": {"alias.r": 0.5}}) == [Fall("aliases", "alias.r", 0.5, 0.0)]


def test_rounding_is_no_fall() -> None:
    assert falls([outcome({"alias.r": 0.49996})], {"aliases": {"alias.r": 0.5}}) == []
