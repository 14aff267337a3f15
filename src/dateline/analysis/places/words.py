"""The words by which a text says where a name is, typed and checked on loading."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words in lower case; `abbreviations` as they are written, with the code of the unit they stand for."""

    kinds: Mapping[str, str]
    containing: frozenset[str]
    between: frozenset[str]
    distance_of: frozenset[str]
    near: frozenset[str]
    distance_between: frozenset[str]
    units: Mapping[str, float]
    bearings: Mapping[str, float]
    abbreviations: Mapping[str, str]


@cache
def place_words(language: Language) -> PlaceWords:
    """The table of a language, read once. Raises LexiconError when something is missing from it."""
    table = language.table("toponyms")
    try:
        containment, distance = table["containment"], table["distance"]
        return PlaceWords(
            kinds={noun: kind for kind, nouns in table["kinds"].items() for noun in nouns},
            containing=frozenset(containment["links"]),
            between=frozenset(containment["between"]),
            distance_of=frozenset(distance["of"]),
            near=frozenset(distance["near"]),
            distance_between=frozenset(distance["between"]),
            units=dict(distance["units"]),
            bearings=dict(distance["bearings"]),
            abbreviations={form: unit for unit, forms in table["abbreviations"].items() for form in forms},
        )
    except (KeyError, AttributeError, TypeError) as error:
        raise LexiconError(f"table toponyms: {error} is missing or malformed") from error
