"""Time words of several tokens: named days ("Good Friday") and spelled-out years ("nineteen ninety-six").

The first token of a phrase gets its class, the others the class MORE; shapes then see one word.
"""

from collections.abc import Sequence

from dateline.analysis.times.table import Phrases, TimeTable, Word

_MORE = Word("MORE")
_CENTURY, _TENS = 100, 10


def put_phrases(lower: Sequence[str], words: list[Word], table: TimeTable) -> None:
    """Overwrites the words of a text where they make a phrase of the table; linear in the text's length."""
    phrases = table.phrases
    for i, text in enumerate(lower):
        if words[i] is _MORE:  # "Easter" of "Orthodox Easter"
            continue
        if text in phrases.firsts:
            _put(words, i, _named(lower, i, phrases))
        if text in phrases.centuries:
            _put(words, i, _year(lower, words, i, phrases))


def _put(words: list[Word], at: int, found: tuple[Word, int] | None) -> None:
    if found:
        words[at : at + found[1]] = [found[0], *[_MORE] * (found[1] - 1)]


def _named(lower: Sequence[str], at: int, phrases: Phrases) -> tuple[Word, int] | None:
    for size, named in phrases.firsts[lower[at]]:
        if tuple(lower[at : at + size]) in named:
            return Word("HOLIDAY", named[tuple(lower[at : at + size])]), size
    return None


def _year(lower: Sequence[str], words: Sequence[Word], at: int, phrases: Phrases) -> tuple[Word, int] | None:
    """A year in words: "nineteen ninety-six", "two thousand and four"; its number and how many tokens."""
    century = phrases.centuries[lower[at]]
    size = 1
    if century >= _CENTURY * _TENS:  # "two" is a century only before "thousand"
        if at + 1 >= len(lower) or lower[at + 1] not in phrases.thousand or not at:
            return None
        if lower[at - 1] not in phrases.year_before:
            return None
        size = 3 if at + 2 < len(lower) and words[at + 2].name == "AND" else 2
    tens = _numeral(words, at + size)
    if tens is None:
        return (Word("YEAR", century), 2) if century >= _CENTURY * _TENS else None
    if century < _CENTURY * _TENS and tens < _TENS:
        return None
    year = (century if century >= _CENTURY * _TENS else century * _CENTURY) + tens
    size += 1
    if tens >= 2 * _TENS and tens % _TENS == 0:
        gap = at + size < len(words) and words[at + size].name == "HYPHEN"
        unit = _numeral(words, at + size + gap)
        if unit is not None and unit < _TENS:
            return Word("YEAR", year + unit), size + 1 + gap
    return Word("YEAR", year), size


def _numeral(words: Sequence[Word], at: int) -> int | None:
    """The whole number below a hundred that stands in words at a token."""
    if at >= len(words) or words[at].name != "NUM" or not isinstance(words[at].value, int):
        return None
    return int(words[at].value) if 0 < int(words[at].value) < _CENTURY else None
