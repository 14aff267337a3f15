"""Sentences that take something back, or put a number right: runs of words that a language's table lists."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.language import Language, load_language

_GAP = r"(?:\s+\S+){0,3}?\s+"


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
    return Cues(_pattern(table["retraction"]), _pattern(table["correction"]))


def _pattern(entry: dict[str, Any]) -> re.Pattern[str]:
    runs = (_GAP.join(re.escape(part.strip()) for part in cue.split("*")) for cue in entry["cues"])
    words = "|".join(run.replace(r"\ ", r"\s+") for run in sorted(runs, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
