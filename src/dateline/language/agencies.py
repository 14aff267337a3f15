"""News agencies of a language: the spellings of their names."""

from collections.abc import Mapping
from functools import cache

from dateline.language import Language


@cache
def agency_names(language: Language) -> Mapping[str, str]:
    """Lower-case spelling -> the name to show."""
    table: Mapping[str, list[str]] = language.table("page")["agencies"]
    return {spelling.lower(): name for name, spellings in table.items() for spelling in spellings}


def agency_called(name: str, language: Language) -> str | None:
    """The news agency meant by a name, or None."""
    return agency_names(language).get(name.strip().removeprefix("The ").removeprefix("the ").lower())
