"""Sentences that take something back, or put a number right: runs of words that a language's table lists."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.language import Language, load_language
from dateline.language.runs import runs


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language, ready to be looked for."""

    retraction: re.Pattern[str]
    correction: re.Pattern[str]

    def retracts(self, sentence: str) -> bool:
        return self.retraction.search(sentence) is not None

    def corrects(self, sentence: str) -> bool:
        return self.correction.search(sentence) is not None


@cache
def cues(language: Language | None = None) -> Cues:
    """The cues of a language; of English without one."""
    table = (language or load_language()).table("accounts")
    return Cues(runs(table["retraction"]["cues"]), runs(table["correction"]["cues"]))
