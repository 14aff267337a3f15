"""What a source of places gives to the builder."""

from dataclasses import dataclass

from dateline.gazetteer.place import Place


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its other names; `codes` stand for it: "AFG", "iso:AF", ".af" for a country, "AF.18"."""

    place: Place
    also: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
