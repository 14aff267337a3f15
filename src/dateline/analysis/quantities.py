"""How many: numbers in digits and words, with the bounds a report gives them."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.analysis.syntax import Parse
from dateline.errors import LexiconError
from dateline.language import Language

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_RANGE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)[-—](\d{1,3}(?:,\d{3})+|\d+)")
_COUNT = ("nummod", "quantmod", "amod", "compound", "nmod", "det", "appos")
_PLURAL = 2  # "thousands" are counted as two thousand at least
_MOST = 10**10  # a report that counts more people is not counting people


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
    sets: dict[str, int]
    vague: dict[str, int]
    articles: frozenset[str]
    partitive: frozenset[str]
    fractions: dict[tuple[str, ...], float]
    bounds: dict[str, tuple[tuple[str, ...], ...]]
    ranges: tuple[tuple[str, str], ...]

    def is_amount(self, word: str) -> bool:
        """Whether a word (lower case) is a number or says vaguely how many."""
        return word in self.vague or self._is_number(word)

    # ------------------------------------------------------------------ noun phrases
    def of_phrase(self, parse: Parse, head: int) -> Quantity | None:
        """How many a noun phrase is said to be: "at least three people", "dozens of them", "a soldier"."""
        if self._is_number(parse.lower[head]) or parse.lower[head] in self.vague:
            return self.quantity(parse, head)
        for child in parse.children[head]:
            if (
                child < head
                and parse.deps[child] in _COUNT
                and (found := self.quantity(parse, child)) is not None
            ):
                return found
        above = self._amount(parse, head)
        if above is not None:
            return self.of_phrase(parse, above)
        inner = self._made_of(parse, head)
        if inner is not None:
            return self.quantity(parse, inner)
        for child in parse.children[head]:
            if parse.lower[child] in self.articles and parse.tags[head] in ("NN", "NNP"):
                return Quantity(1, 1, child, head + 1)
        return None

    def _amount(self, parse: Parse, head: int) -> int | None:
        """The amount that a noun is the kind of: "dozens" of "dozens of villagers"."""
        if parse.deps[head] != "pobj" or parse.lower[parse.heads[head]] not in self.partitive:
            return None
        above = parse.heads[parse.heads[head]]
        word = parse.lower[above]
        return above if word in self.vague or self._is_number(word) else None

    def _made_of(self, parse: Parse, head: int) -> int | None:
        """The number a group is made of: "five" of "a family of five"."""
        for prep in parse.with_dep(head, "prep"):
            if parse.lower[prep] in self.partitive:
                for thing in parse.with_dep(prep, "pobj"):
                    if self._is_number(parse.lower[thing]):
                        return thing
        return None

    # ------------------------------------------------------------------ numbers
    def quantity(self, parse: Parse, token: int) -> Quantity | None:
        """The number that a token is part of, with its bounds; None when it is part of none."""
        match = _RANGE.fullmatch(parse.lower[token])
        if match is not None:
            low, high = (int(n.replace(",", "")) for n in match.groups())
            return Quantity(low, high, token, token + 1) if low < high else None
        start, end = self._extent(parse, token)
        value = self._value([parse.lower[t] for t in range(start, end)])
        if value is None:
            return self._vaguely(parse, token)
        if (several := self._several(parse, value, start, end)) is not None:
            return several
        for words, share in self.fractions.items():
            if tuple(parse.lower[max(0, start - len(words)) : start]) == words:
                value, start = int(value * share), start - len(words)
        return self._ranged(parse, value, start, end) or self._bounded(parse, value, start, end)

    def _several(self, parse: Parse, value: int, start: int, end: int) -> Quantity | None:
        """A vague amount of scales: "several thousand" are at least three times 1,000."""
        amount = self.vague.get(parse.lower[start - 1]) if start > 0 else None
        if amount is None or not {parse.lower[t] for t in range(start, end)} <= {*self.scales, *self.sets}:
            return None
        return Quantity(amount * value, None, start - 1, end)

    def _vaguely(self, parse: Parse, token: int) -> Quantity | None:
        """A vague amount, or one of scales: "hundreds of thousands" are at least 200 times 1,000."""
        if parse.lower[token] not in self.vague:
            return None
        start = end = token
        while self._is_vague(parse, start - 2) and parse.lower[start - 1] in self.partitive:
            start -= 2
        while self._is_vague(parse, end + 2) and parse.lower[end + 1] in self.partitive:
            end += 2
        low = self.vague[parse.lower[start]]
        for scale in range(start + 2, end + 1, 2):
            low = low * self.vague[parse.lower[scale]] // _PLURAL
        return Quantity(low, None, start, end + 1)

    def _is_vague(self, parse: Parse, token: int) -> bool:
        """Whether a noun is a vague amount, as the plurals of scales are."""
        return 0 <= token < len(parse) and parse.lower[token] in self.vague and parse.pos[token] == "NOUN"

    def _extent(self, parse: Parse, token: int) -> tuple[int, int]:
        start, end = token, token + 1
        while start > 0 and self._continues(parse, start - 1) and self._joins(parse, start - 1):
            start -= 1
        while end < len(parse) and self._continues(parse, end) and self._joins(parse, end - 1):
            end += 1
        while end - 1 > start and parse.lower[end - 1] == "-":
            end -= 1
        return start, end

    def _joins(self, parse: Parse, token: int) -> bool:
        """Whether a token and the next may be of one number: "3.5 million", not the last of "2024 four"."""
        word, following = parse.lower[token], parse.lower[token + 1]
        if following in self.scales or following in self.sets:
            return True
        return not _DIGITS.fullmatch(word) and not _DIGITS.fullmatch(following)

    def _continues(self, parse: Parse, token: int) -> bool:
        word = parse.lower[token]
        if word == "-":
            return 0 < token < len(parse) - 1 and parse.lower[token - 1] in self.units
        return self._is_number(word)

    def _is_number(self, word: str) -> bool:
        return word in self.units or word in self.scales or word in self.sets or bool(_DIGITS.fullmatch(word))

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
            elif word in self.sets:
                current = (current or 1) * self.sets[word]
            elif word in self.units:
                current += self.units[word]
            else:
                return None
            seen = True
        return int(total + current) if seen and total + current < _MOST else None

    # ------------------------------------------------------------------ bounds
    def _ranged(self, parse: Parse, value: int, start: int, end: int) -> Quantity | None:
        """ "between 30 and 40", "20 to 30", from either of its ends."""
        for opening, linking in self.ranges:
            if end + 1 < len(parse) and parse.lower[end] == linking and self._is_number(parse.lower[end + 1]):
                other = self._extent(parse, end + 1)
                high = self._value([parse.lower[t] for t in range(*other)])
                low, outer = value, (start, other[1])
            elif start > 1 and parse.lower[start - 1] == linking and self._is_number(parse.lower[start - 2]):
                other = self._extent(parse, start - 2)
                low_value = self._value([parse.lower[t] for t in range(*other)])
                if low_value is None:
                    continue
                low, high, outer = low_value, value, (other[0], end)
            else:
                continue
            opened = outer[0] > 0 and parse.lower[outer[0] - 1] == opening
            if (not opening or opened) and high is not None and low < high:
                return Quantity(low, high, outer[0] - bool(opening), outer[1])
        return None

    def _bounded(self, parse: Parse, value: int, start: int, end: int) -> Quantity:
        before = start - 1 if start > 0 and parse.lower[start - 1] in self.articles else start
        for kind, forms in self.bounds.items():
            for form in forms:
                if kind == "or_more":
                    if tuple(parse.lower[end : end + len(form)]) == form:
                        return Quantity(value, None, start, end + len(form))
                    continue
                for edge in {start, before}:
                    at = edge - len(form)
                    if at >= 0 and tuple(parse.lower[at:edge]) == form:
                        return self._kind(kind, value, at, end)
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
            units=table["units"],
            scales=table["scales"],
            sets=table["sets"],
            vague=table["vague"],
            articles=frozenset(table["articles"]["words"]),
            partitive=frozenset(table["partitive"]["words"]),
            fractions={tuple(form.split()): share for form, share in table["fractions"].items()},
            bounds={
                kind: tuple(tuple(form.split()) for form in forms) for kind, forms in table["bounds"].items()
            },
            ranges=tuple((opening, linking) for opening, linking in table["ranges"]["words"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LexiconError(f"language table {language.code}/numbers.toml: {error!r}") from None
