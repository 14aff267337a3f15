"""What judgements on tellings amount to."""

from dateline.accounts.bonds import Node, Sides, bonds, telling_key
from dateline.model.judgement import Decision


def nodes(words: str) -> frozenset[Node]:
    return frozenset((word, "shelled") for word in words.split())


def merge(one: str, other: str) -> Sides:
    return Sides(Decision.MERGE, nodes(one), nodes(other))


def split(one: str, other: str) -> Sides:
    return Sides(Decision.SPLIT, nodes(one), nodes(other))


def events(*judged: Sides) -> set[str]:
    """The tellings of each event, in words."""
    found: dict[str, list[str]] = {}
    for (report, _), bond in sorted(bonds(judged).items()):
        found.setdefault(bond.event, []).append(report)
    return {" ".join(reports) for reports in found.values()}


def test_merges_add_up() -> None:
    assert events(merge("a", "b"), merge("c", "b d")) == {"a b c d"}


def test_a_split_keeps_its_sides_together_and_apart() -> None:
    judged = split("a b", "c d")
    assert events(judged) == {"a b", "c d"}
    found = bonds([judged])
    one, other = found["a", "shelled"], found["d", "shelled"]
    assert one.others == {other.event}
    assert other.others == {one.event}


def test_of_contradictory_judgements_the_later_holds_and_of_the_earlier_what_still_can() -> None:
    assert events(merge("a b", "c"), split("a", "c")) == {"a b", "c"}
    assert events(split("a", "c"), merge("a", "c")) == {"a c"}
    assert not bonds([split("a", "c"), merge("a", "c")])["a", "shelled"].others


def test_what_is_one_event_with_either_side_is_kept_from_the_other() -> None:
    assert events(merge("x", "c"), merge("x", "a"), split("a", "c")) == {"a x", "c"}


def test_a_telling_is_known_by_what_it_says_in_any_order() -> None:
    assert telling_key("ASSAULT", "shell", ["rebel", "port"]) == telling_key(
        "ASSAULT", "shell", ["port", "rebel"]
    )
    assert telling_key("ASSAULT", "shell", ["rebel"]) != telling_key("ASSAULT", "bomb", ["rebel"])
