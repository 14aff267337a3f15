"""The samples are what their README says, and say of themselves that they are samples."""

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.name != "README.md")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sample_says_that_it_is_no_real_report(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    texts = [json.loads(line)["text"] for line in text.splitlines()] if path.suffix == ".jsonl" else [text]
    for each in texts:
        assert "ample for dateline" in each
        assert "not a real report" in each


def test_readme_lists_every_sample() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if f"| {path.name} |" not in readme] == []
