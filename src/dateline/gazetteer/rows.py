"""What a source of places gives to the builder."""

from dataclasses import dataclass

from dateline.gazetteer.place import Place


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its other names; `codes` stand for it: "AFG" and ".af" for a country, "AF.18" for a province."""

    place: Place
    also: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
