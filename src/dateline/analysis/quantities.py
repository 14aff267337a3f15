"""How many: numbers in digits and words, with the bounds a report gives them."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.analysis.syntax import Parse
from dateline.errors import LexiconError
from dateline.language import Language

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_REACH = 4  # tokens before a number in which its bound may stand


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds (None: unbounded) and the tokens `[start, end)` that give it."""

    low: int | None
    high: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numerals:
    """A language's words for numbers."""

    units: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    articles: frozenset[str]
    bounds: dict[str, tuple[tuple[str, ...], ...]]

    def quantity(self, parse: Parse, token: int) -> Quantity | None:
        """The number that a token is part of, with its bounds; None when it is part of none."""
        start, end = token, token + 1
        while start > 0 and self._part(parse, start - 1, start):
            start -= 1
        while end < len(parse) and self._part(parse, end, end - 1):
            end += 1
        value = self._value([parse.lower[t] for t in range(start, end)])
        if value is None:
            low = self.vague.get(parse.lower[token])
            return None if low is None else Quantity(low, None, token, token + 1)
        return self._bounded(parse, value, start, end)

    def _part(self, parse: Parse, token: int, beside: int) -> bool:
        word = parse.lower[token]
        if word == "-":
            inner = parse.lower[token - 1] in self.units if token else False
            return inner and token + 1 < len(parse) and parse.lower[token + 1] in self.units
        return parse.heads[token] in (beside, parse.heads[beside]) and self._is_number(word)

    def _is_number(self, word: str) -> bool:
        return word in self.units or word in self.scales or bool(_DIGITS.fullmatch(word))

    def _value(self, words: list[str]) -> int | None:
        total, current, seen = 0.0, 0.0, False
        for word in words:
            if word == "-":
                continue
            if _DIGITS.fullmatch(word):
                current += float(word.replace(",", ""))
            elif word in self.scales:
                scale = self.scales[word]
                current = (current or 1) * scale
                if scale > 100:
                    total, current = total + current, 0
            elif word == "dozen":
                current = (current or 1) * self.units[word]
            elif word in self.units:
                current += self.units[word]
            else:
                return None
            seen = True
        return int(total + current) if seen else None

    def _bounded(self, parse: Parse, value: int, start: int, end: int) -> Quantity:
        for kind, forms in self.bounds.items():
            for form in forms:
                if kind == "or_more":
                    if tuple(parse.lower[end : end + len(form)]) == form:
                        return Quantity(value, None, start, end + len(form))
                    continue
                at = start - len(form)
                article = at - 0
                if at >= 0 and tuple(parse.lower[at:start]) == form:
                    return self._kind(kind, value, article, end)
                if (
                    at >= 1
                    and parse.lower[start - 1] in self.articles
                    and tuple(parse.lower[at - 1 : start - 1]) == form
                ):
                    return self._kind(kind, value, at - 1, end)
        return Quantity(value, value, start, end)

    @staticmethod
    def _kind(kind: str, value: int, start: int, end: int) -> Quantity:
        match kind:
            case "at_least":
                return Quantity(value, None, start, end)
            case "more_than":
                return Quantity(value + 1, None, start, end)
            case "at_most":
                return Quantity(None, value, start, end)
            case "less_than":
                return Quantity(None, value - 1, start, end)
        return Quantity(value, value, start, end)


@cache
def numerals(language: Language) -> Numerals:
    """The numerals of a language pack. Raises LexiconError when they are malformed."""
    table = language.table("numbers")
    try:
        return Numerals(
            table["units"],
            table["scales"],
            table["vague"],
            frozenset(table["articles"]["words"]),
            {
                k: tuple(tuple(form.split()) for form in forms)
                for k, forms in table["bounds"].items()
                if k != "examples"
            },
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"language table {language.code}/numbers.toml: {error!r}") from None
