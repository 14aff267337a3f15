"""Names that come from other scripts are written in several ways: one key for all of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Speller:
    """The rules of one language's romanising: see `[spelling]` of folding.toml."""

    rules: tuple[tuple[re.Pattern[str], str], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    shortest: int = 0

    @staticmethod
    def of(table: Mapping[str, Any]) -> "Speller":
        rules = tuple((re.compile(pattern), instead) for pattern, instead in table["rules"])
        return Speller(rules, table["words"], table["shortest"])

    def spelling(self, key: str) -> str:
        return " ".join(map(self._word, key.split()))

    def _word(self, word: str) -> str:
        if word in self.words:
            return self.words[word]
        if len(word) < self.shortest:
            return word
        for pattern, instead in self.rules:
            word = pattern.sub(instead, word)
        return word
