"""Names are found however they are written, and each with how good a name it is."""

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.errors import CacheError
from dateline.gazetteer.build import keys_of, write
from dateline.gazetteer.index import Gazetteer, load_gazetteer
from dateline.gazetteer.keys import key
from dateline.gazetteer.place import Naming, Place
from dateline.gazetteer.rows import Row


def _place(number: int, name: str, code: str = "PPL", population: int = 9_000) -> Place:
    return Place(number, name, 10.0, 20.0, code[0], code, ("TCD",), population=population)


ROWS = (
    Row(_place(1, "Al-Qasr"), ("El Kasr",)),
    Row(_place(2, "Mundara Province", "ADM1"), codes=("TD.01",)),
    Row(_place(3, "Saint-Étienne")),
    Row(_place(4, "Qandawa")),
    Row(_place(5, "Al-Qasr", population=300)),
)


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    write(tmp_path / "small.index", ROWS)
    return Gazetteer(tmp_path / "small.index")


def _found(places: Gazetteer, name: str) -> dict[int, Naming]:
    return {match.place.id: match.naming for match in places.lookup(name)}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Al-Qasr", {1: Naming.NAME, 5: Naming.NAME}),
        ("AL QASR", {1: Naming.NAME, 5: Naming.NAME}),
        ("El-Kasr", {1: Naming.OTHER}),
        ("Qasr", {1: Naming.PART, 5: Naming.PART}),
        ("the Mundara", {2: Naming.PART}),
        ("Mundara", {2: Naming.PART}),
        ("St. Etienne", {3: Naming.NAME}),
        ("Sainte Etienne", {3: Naming.NAME}),
        ("Kandawah", {4: Naming.ALIKE}),
        ("Nowhere", {}),
        ("?!", {}),
        ("", {}),
    ],
)
def test_a_name_is_found_as_written(small: Gazetteer, written: str, found: dict[int, Naming]) -> None:
    assert _found(small, written) == found


def test_a_unit_is_found_by_its_code(small: Gazetteer) -> None:
    unit = small.unit("TD.01")
    assert unit is not None
    assert unit.name == "Mundara Province"
    assert small.unit("TD.99") is None
    assert small.by_id(4) is not None
    assert small.by_id(99) is None


def test_a_second_index_is_looked_up_with_the_first(small: Gazetteer, tmp_path: Path) -> None:
    write(tmp_path / "more.index", [Row(_place(6, "Qasr"))])
    both = Gazetteer(*small.paths, tmp_path / "more.index")
    assert _found(both, "Qasr") == {1: Naming.PART, 5: Naming.PART, 6: Naming.NAME}


def test_threads_may_share_it(small: Gazetteer) -> None:
    names = ("Al-Qasr", "Mundara", "Qandawa", "Nowhere") * 500
    with ThreadPoolExecutor(8) as pool:
        found: Sequence[int] = list(pool.map(lambda name: len(small._lookup(name)), names))
    assert found == [2, 1, 1, 0] * 500


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(CacheError, match=r"gone\.index"):
        Gazetteer(tmp_path / "gone.index").lookup("Al-Qasr")


def test_a_file_that_is_no_index_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.index").write_text("this is no database")
    with pytest.raises(CacheError, match=r"bad\.index"):
        Gazetteer(tmp_path / "bad.index").lookup("Al-Qasr")


def test_the_file_cannot_be_written_to(small: Gazetteer) -> None:
    small.lookup("Qasr")
    with pytest.raises(sqlite3.OperationalError):
        small._connections()[0].execute("delete from place")


def test_a_place_has_a_key_for_each_of_its_names() -> None:
    keys = keys_of(Row(_place(1, "Al-Qasr Governorate"), ("Kasr", "", "?")))
    assert keys == {
        "al qasr governorate": Naming.NAME,
        "al qasr": Naming.PART,
        "qasr": Naming.PART,
        "kasr": Naming.OTHER,
    }


# ---------------------------------------------------------------- the index that everybody uses


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("Panjshir Valley", "AFG", "VAL"),
        ("Hodeidah", "YEM", "PPL"),
        ("Nangarhar", "AFG", "ADM1"),
        ("Nangrahar", "AFG", "ADM1"),
        ("Donbass", "UKR", "RGN"),
        ("Zaire", "COD", "PCLH"),
        ("Leningrad", "RUS", "PPLH"),
        ("Burma", "MMR", "PCLI"),
        ("UAE", "ARE", "PCLI"),
    ],
)
def test_places_of_the_news_are_in_it(name: str, country: str, code: str) -> None:
    matches = load_gazetteer().lookup(name)
    assert (country, code) in {(match.place.country, match.place.code) for match in matches}


def test_towns_lie_in_their_province_and_that_in_its_country() -> None:
    places = load_gazetteer()
    (town,) = [
        m.place for m in places.lookup("Jalalabad") if m.place.population > 250_000 and m.place.code == "PPL"
    ]
    assert town.admin1 is not None
    assert key(town.admin1) == "nangarhar"
    province = places.by_id(town.within[0])
    assert province is not None
    assert province.country == "AFG"
    assert abs(province.lat - town.lat) < 1


def test_every_country_is_found_by_its_codes() -> None:
    places = load_gazetteer()
    assert places.unit("AFG") == places.unit("iso:AF") == places.unit(".af")
