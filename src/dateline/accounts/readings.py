"""Which families a word may tell besides its own: `happenings/readings` of the language packs."""

from collections.abc import Iterable
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language, language_of
from dateline.model.happening import ALONE


def readings(languages: Iterable[str | None]) -> dict[str, frozenset[str]]:
    """Family -> the families that its words may tell, too; what languages say is put together."""
    found: dict[str, frozenset[str]] = {}
    for language in {language_of(code).code: language_of(code) for code in languages}.values():
        for family, others in _of(language).items():
            found[family] = found.get(family, frozenset()) | others
    return found


@cache
def _of(language: Language) -> dict[str, frozenset[str]]:
    table = language.table("happenings/readings")
    try:
        senses = {ALONE + verb: families for verb, families in table["verbs"].items()}
        return {family: frozenset(others) for family, others in (senses | table["general"]).items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise LexiconError(f"language table {language.code}/happenings/readings.toml: {error!r}") from None
