"""The ontology is whole and agrees with itself."""

import pytest

from dateline.ontology import ontology

_ALL = ontology()


def test_all_of_plover_is_there() -> None:
    assert len(_ALL.types) == 16
    assert len(_ALL.contexts) == 37
    assert sum(len(t.modes) for t in _ALL.types.values()) == 67


@pytest.mark.parametrize("name", sorted(_ALL.types))
def test_a_type_scores_on_its_side_and_names_its_neighbours(name: str) -> None:
    entry = _ALL.types[name]
    scores = [entry.score, *(m.score for m in entry.modes.values())]
    if entry.quad in (1, 2):
        assert all(s > 0 for s in scores)
    else:
        assert all(s <= 0.5 for s in scores)
    assert entry.instead.keys() <= _ALL.types.keys() - {name}
    assert entry.definition
    assert entry.applies


def test_every_cameo_code_maps_into_plover() -> None:
    for code, coding in _ALL.cameo.items():
        assert coding.mode is None or coding.mode in _ALL.types[coding.type].modes, code
        assert set(coding.contexts) <= _ALL.contexts.keys(), code


def test_every_type_and_mode_has_a_cameo_code_of_its_own_kind() -> None:
    for entry in _ALL.types.values():
        for modes in [(), *((m,) for m in entry.modes)]:
            code = _ALL.cameo_code(entry.name, modes)
            back = _ALL.cameo.get(code)
            if back is not None and (entry.name, back.type) not in {
                ("RETREAT", "CONCEDE"),
                ("SANCTION", "COERCE"),
            }:
                assert _ALL.types[back.type].quad == entry.quad, (entry.name, modes, code)


def test_the_most_extreme_mode_gives_the_score() -> None:
    assert _ALL.score("ASSAULT") == -9.0
    assert _ALL.score("ASSAULT", ["beat", "suicide-attack"]) == -9.5
    assert _ALL.cameo_code("ASSAULT", ["suicide-attack"]) == "1831"
    assert _ALL.cameo_code("AID") == "070"
