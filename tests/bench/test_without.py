"""Words that were chosen with a split's misses in view can be left out, to see what they flatter."""

import tomllib
from pathlib import Path

import pytest

from bench import without
from dateline.language import Language

FILE = Path(without.__file__).with_name("read_off_development.toml")


@pytest.fixture
def language(monkeypatch: pytest.MonkeyPatch) -> Language:
    """A pack of its own, so that other tests keep all words."""
    pack = Language("en")
    monkeypatch.setattr(without, "load_language", lambda code: pack)
    return pack


def words(pack: Language, kind: str) -> set[str]:
    tables = [pack.table(name).get("families", {}) for name in pack.tables("happenings")]
    return {word for families in tables for entry in families.values() for word in entry.get(kind, ())}


def test_words_and_readings_are_left_out_and_others_stay(language: Language) -> None:
    without.forget({"verbs": ["sue"], "nouns": ["lawsuit"], "readings": {"arrest": ["book"]}})
    assert "sue" not in words(language, "verbs")
    assert "litigate" in words(language, "verbs")
    assert "lawsuit" not in words(language, "nouns")
    assert "arrest" not in language.table("happenings/readings")["verbs"]["book"]
    assert "arrest" in language.table("happenings/readings")["verbs"]["nail"]


def test_every_word_that_was_read_off_is_one_of_a_table(language: Language) -> None:
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert set(listed["verbs"]) <= words(language, "verbs")
    assert set(listed["nouns"]) <= words(language, "nouns")
