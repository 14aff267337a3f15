"""The nearest of many points is the one that a look at each of them finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer.globe import kilometres
from dateline.gazetteer.nearest import Nearest

_POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(_POINTS, st.lists(_POINTS, max_size=40))
def test_the_distance_is_that_to_the_nearest(
    here: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    found = Nearest(enumerate(others)).kilometres(here)
    if not others:
        assert found is None
    else:
        assert found == pytest.approx(min(kilometres(here, o) for o in others), abs=1e-3)


def test_a_point_is_not_its_own_neighbour() -> None:
    towns = {"Mopti": (14.5, -4.2), "Sevare": (14.53, -4.1), "Gao": (16.27, -0.04)}
    nearest = Nearest(towns.items())
    assert nearest.kilometres(towns["Mopti"]) == 0
    assert nearest.kilometres(towns["Mopti"], without="Mopti") == pytest.approx(11.3, abs=0.2)


def test_who_stands_alone_has_no_neighbour() -> None:
    assert Nearest([("Gao", (16.27, -0.04))]).kilometres((16.27, -0.04), without="Gao") is None
