"""Our own places: every entry of every file can be put on a map, and none stands twice."""

from collections import Counter
from pathlib import Path

import pytest

from dateline.errors import LexiconError
from dateline.gazetteer import own
from dateline.gazetteer.globe import kilometres
from dateline.gazetteer.keys import key
from dateline.gazetteer.packages import Packages
from dateline.gazetteer.rows import Row

ROWS = list(own.own_places())


def _named(name: str) -> Row:
    (row,) = [row for row in ROWS if row.place.name == name]
    return row


def test_there_are_places_enough_of_the_worlds_conflicts() -> None:
    assert len(ROWS) >= 600


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.place.name)
def test_a_place_lies_in_countries_that_exist(row: Row) -> None:
    assert set(row.place.countries) <= own.countries().keys()


def test_no_name_stands_twice() -> None:
    names = Counter(name for row in ROWS for name in {key(n) for n in (row.place.name, *row.also)})
    assert [name for name, count in names.items() if count > 1] == []


def test_disputed_places_have_no_one_country() -> None:
    for name in ("Kashmir", "Crimea", "Spratly Islands", "Golan Heights"):
        assert _named(name).place.country is None


def test_a_place_is_not_far_from_the_country_it_lies_in() -> None:
    """A slip in a coordinate mostly sends a place to another continent."""
    countries = own.countries()
    for row in ROWS:
        place = row.place
        gaps = [kilometres((place.lat, place.lon), countries[code].point) for code in place.countries]
        assert not gaps or min(gaps) < 6_000, place.name


def test_every_country_has_a_point() -> None:
    assert len(own.countries()) >= 240
    assert set(own.countries()) <= set(Packages({}).countries.values())


def _file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "made.toml").write_text(text)
    monkeypatch.setattr(own, "DATA", tmp_path)


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('{ at = [95.0, 10.0], code = "RGN" }', "off the globe"),
        ('{ at = [5.0], code = "RGN" }', "latitude, longitude"),
        ('{ at = [5.0, 10.0], code = "NOWHERE" }', "feature code"),
        ('{ at = [5.0, 10.0], code = "RGN", colour = "red" }', "colour"),
    ],
)
def test_a_mistake_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str, complaint: str
) -> None:
    _file(tmp_path, monkeypatch, f'[places]\n"Made Valley" = {entry}\n')
    with pytest.raises(LexiconError, match=complaint):
        list(own.own_places())


def test_a_file_that_is_no_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file(tmp_path, monkeypatch, "places = oops")
    with pytest.raises(LexiconError, match=r"made\.toml"):
        list(own.own_places())
