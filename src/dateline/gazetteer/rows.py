"""What a source of places gives to the builder."""

from dataclasses import dataclass

from dateline.gazetteer.place import Place


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its other names; `unit` is its code where it is an administrative unit ("AF.18")."""

    place: Place
    also: tuple[str, ...] = ()
    unit: str | None = None
