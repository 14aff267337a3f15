"""Every PLOVER type, mode and coding rule has a marked sentence."""

from functools import cache

from dateline.ontology import ontology
from tests.gold.notation import Gold, parse_gold
from tests.gold.test_gold import FILES

_LEAST = 150  # marked sentences
_RULES = (
    "retreat-to-come",
    "cooperation-to-come",
    "harm-to-come",
    "summoned-ambassador",
    "forces-that-help",
    "forces-that-attack",
    "captured-fighters",
    "warrant-in-absentia",
    "convicted-and-jailed",
    "barred-and-expelled",
    "people-who-flee",
    "exercises",
    "topic-of-a-protest",
    "protest-in-words",
    "withdrawn-demand",
    "ordered-to-pay",
    "struck-with-bats",
    "end-of-the-conflict",
    "visitor-and-host",
    "several-actors",
)


@cache
def _told() -> dict[str, Gold]:
    """The gold files with events, but for those that are open, by name."""
    files = {path.stem: parse_gold(path.read_text(encoding="utf-8")) for path in FILES}
    return {name: gold for name, gold in files.items() if gold.events and not gold.open}


def test_every_type_and_mode_is_marked() -> None:
    marked = {(e.type, mode) for gold in _told().values() for e in gold.events for mode in ("", *e.modes)}
    wanted = {(t.name, mode) for t in ontology().types.values() for mode in ("", *t.modes)}
    assert wanted - marked == set()


def test_every_coding_rule_is_marked() -> None:
    marked = {name.removeprefix("event-rule-") for name in _told() if name.startswith("event-rule-")}
    assert marked == set(_RULES)


def test_there_are_enough_marked_sentences() -> None:
    lines = {
        (
            name,
            gold.text.count("\n", 0, e.spans["trigger"][0][0]),
            gold.text.count(". ", 0, e.spans["trigger"][0][0]),
        )
        for name, gold in _told().items()
        for e in gold.events
    }
    assert len(lines) >= _LEAST
