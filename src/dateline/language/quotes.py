"""Quotation marks of a language, typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from dateline.errors import LexiconError
from dateline.language import Language


@dataclass(frozen=True)
class Marks:
    """Which characters open, close or do either; `elisions` are words written with a leading apostrophe."""

    opening: frozenset[str]
    closing: frozenset[str]
    either: frozenset[str]
    single_opening: frozenset[str]
    single_either: frozenset[str]
    elisions: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any mark, longest first."""
        every = self.opening | self.closing | self.either | self.single_opening | self.single_either
        return re.compile("|".join(re.escape(m) for m in sorted(every, key=lambda m: (-len(m), m))))

    @cached_property
    def singles(self) -> frozenset[str]:
        return self.single_opening | self.single_either


@cache
def marks(language: Language) -> Marks:
    """The quotation marks of a language. Raises LexiconError when the table lacks a list."""
    table: Mapping[str, list[str]] = language.table("quotes")
    try:
        return Marks(**{name: frozenset(table[name]) for name in Marks.__dataclass_fields__})
    except KeyError as error:
        raise LexiconError(f"quotes.toml has no list {error}") from None
