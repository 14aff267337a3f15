"""Average linkage: what resembles each other on the average is together, whatever the order."""

from itertools import permutations

from dateline.accounts.linkage import Group, linked

LIKE = {(1, 2): 0.9, (1, 3): 0.5, (2, 3): 0.1, (3, 4): 0.8}


def always(one: Group, other: Group, average: float) -> bool:
    return True


def sets(groups: list[Group]) -> set[frozenset[int]]:
    return {frozenset(group.members) for group in groups}


def test_the_likest_are_joined_first_and_groups_by_their_average() -> None:
    assert sets(linked([1, 2, 3, 4], LIKE, 0.3, always)) == {frozenset({1, 2}), frozenset({3, 4})}
    assert sets(linked([1, 2, 3, 4], LIKE, 0.1, always)) == {frozenset({1, 2, 3, 4})}


def test_the_order_changes_nothing() -> None:
    found = {frozenset(sets(linked(order, LIKE, 0.3, always))) for order in permutations([1, 2, 3, 4])}
    assert len(found) == 1


def test_what_does_not_fit_stays_apart_however_alike() -> None:
    def few(one: Group, other: Group, average: float) -> bool:
        return not {1, 2} <= {*one.members, *other.members}

    assert sets(linked([1, 2, 3, 4], LIKE, 0.3, few)) == {frozenset({1}), frozenset({2}), frozenset({3, 4})}


def test_a_group_knows_how_alike_its_members_are() -> None:
    (group,) = linked([1, 2, 3], {(1, 2): 0.9, (1, 3): 0.5, (2, 3): 0.1}, 0.2, always)
    assert group.likeness == (0.9 + 0.5 + 0.1) / 3
