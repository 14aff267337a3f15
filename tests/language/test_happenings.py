"""Every example of the tables of happenings is read as it says."""

import re
from collections.abc import Iterator

import pytest

from dateline import Analyser, Document
from dateline.language import load_language

_MARK = re.compile(r"\[([^\]]+)\]")


def _tables() -> Iterator[tuple[str, dict[str, list[str]]]]:
    pack = load_language("en")
    for name in pack.tables("happenings"):
        yield from pack.table(name).get("families", {}).items()


@pytest.mark.parametrize(("family", "entry"), list(_tables()))
def test_examples_of_a_family(family: str, entry: dict[str, list[str]], analyser: Analyser) -> None:
    assert entry["examples"]
    for example in entry["examples"]:
        text = _MARK.sub(r"\1", example)
        (analysis,) = analyser.document(Document("x", text))
        told = [h.trigger.of(text) for h in analysis.happenings if h.family == family]
        wanted = [words.split()[0] for words in _MARK.findall(example)]
        assert told == wanted, f"{example}: {[(h.trigger.of(text), h.family) for h in analysis.happenings]}"


def test_readings_name_families_and_verbs_of_none() -> None:
    families = dict(_tables())
    told = {verb for entry in families.values() for verb in entry.get("verbs", [])}
    table = load_language("en").table("happenings/readings")
    assert not told & table["verbs"].keys(), "these verbs have a family, so that they are never read"
    assert table["general"].keys() <= families.keys()
    for words in (table["verbs"], table["general"]):
        assert {family for meant in words.values() for family in meant} <= families.keys()


@pytest.mark.parametrize("name", ["light", "aspectual", "states"])
def test_verbs_that_tell_nothing(name: str, analyser: Analyser) -> None:
    for example in load_language("en").table("happenings/verbs")[name]["examples"]:
        text = _MARK.sub(r"\1", example)
        (analysis,) = analyser.document(Document("x", text))
        told = [h.trigger.of(text) for h in analysis.happenings]
        assert told == _MARK.findall(example), f"{example}: {told}"
