"""A dump of GeoNames is read line by line, and its places are found with the others."""

import zipfile
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.gazetteer.geonames import import_dump
from dateline.gazetteer.index import load_gazetteer
from dateline.gazetteer.place import Place


def _line(number: int, name: str, feature: str = "P\tPPL", also: str = "", people: int = 0) -> str:
    """A place in Nangarhar as GeoNames writes it: nineteen fields between tabs."""
    where = f"34.1\t70.3\t{feature}\tAF\t\t18\t\t\t"
    return f"{number}\t{name}\t{name}\t{also}\t{where}\t{people}\t\t1200\tAsia/Kabul\t2020-01-31"


LINES = [
    _line(90_000_001, "Zerandabad Kalay", also="Zirandabad,زرنداباد,ZRD", people=70),
    _line(90_000_002, "Zerand Khwar", "H\tSTM"),
    _line(90_000_003, "Zerand Road", "R\tRD"),
    "",
]


def _dump(folder: Path, *lines: str) -> Path:
    file = folder / "AF.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def _only(name: str) -> Place:
    (match,) = load_gazetteer().lookup(name)
    return match.place


def test_places_of_a_dump_are_found(tmp_path: Path, own_cache: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    assert import_dump(_dump(tmp_path, *LINES), lambda *step: steps.append(step)) == 2
    village = _only("Zerandabad-Kalay")
    assert (village.country, village.lat, village.lon, village.population) == ("AFG", 34.1, 70.3, 70)
    assert village.admin1 == "Nangarhār"
    assert _only("Zirandabad") == village
    assert _only("Zerand Khwar").code == "STM"
    assert not load_gazetteer().known("Zerand Road")
    assert load_gazetteer().known("Kabul")
    assert steps[-1][1] == steps[-1][2] > 0


def test_a_zipped_dump_is_read_in_place(tmp_path: Path, own_cache: Path) -> None:
    with zipfile.ZipFile(tmp_path / "AF.zip", "w") as archive:
        archive.writestr("readme.txt", "what the fields mean")
        archive.write(_dump(tmp_path, *LINES), "AF.txt")
    assert import_dump(tmp_path / "AF.zip") == 2
    assert _only("Zerandabad Kalay").geonameid == 90_000_001


def test_a_file_of_the_same_name_takes_the_place_of_the_first(tmp_path: Path, own_cache: Path) -> None:
    import_dump(_dump(tmp_path, *LINES))
    import_dump(_dump(tmp_path, LINES[1]))
    assert not load_gazetteer().known("Zerandabad Kalay")
    assert load_gazetteer().known("Zerand Khwar")


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["one\ttwo"], "line 1: 2 fields"),
        ([LINES[0], LINES[1].replace("34.1", "north")], "line 2: .*north"),
        ([], "no place"),
    ],
)
def test_what_is_no_dump_is_named_and_changes_nothing(
    tmp_path: Path, own_cache: Path, lines: list[str], complaint: str
) -> None:
    import_dump(_dump(tmp_path, *LINES))
    with pytest.raises(UsageError, match=complaint):
        import_dump(_dump(tmp_path, *lines))
    assert load_gazetteer().known("Zerandabad Kalay")
    assert not list(own_cache.glob("*.part"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path, own_cache: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.txt"):
        import_dump(tmp_path / "none.txt")


def test_an_archive_of_several_tables_is_refused(tmp_path: Path, own_cache: Path) -> None:
    with zipfile.ZipFile(tmp_path / "AF.zip", "w") as archive:
        archive.writestr("AF.txt", "")
        archive.writestr("FR.txt", "")
    with pytest.raises(UsageError, match="one table"):
        import_dump(tmp_path / "AF.zip")
