"""Sentences that take something back, or put a number right: runs of words that a language's table lists."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.language import Language, load_language
from dateline.language.runs import runs


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language, ready to be looked for."""

    retraction: re.Pattern[str]
    correction: re.Pattern[str]
    note: re.Pattern[str]

    def corrects(self, sentence: str) -> bool:
        return self.correction.search(sentence) is not None

    def is_correction(self, report: str) -> bool:
        """Whether a report is headed as a correction of an earlier one, or has a note that puts it right."""
        return self.note.search(report) is not None


@cache
def cues(language: Language | None = None) -> Cues:
    """The cues of a language; of English without one."""
    table = (language or load_language()).table("accounts")
    taking_back = table["retraction"]
    retraction = "|".join((runs(taking_back["cues"]).pattern, _taking_back(taking_back)))
    correction = table["correction"]
    headings = rf"^[ \t]*\(?{_any(correction['headings'])}\)?[ \t]*[:—–-]"
    note = "|".join((headings, runs(correction["notes"]).pattern))
    return Cues(
        re.compile(retraction, re.IGNORECASE),
        runs(correction["cues"]),
        re.compile(note, re.IGNORECASE | re.MULTILINE),
    )


def _taking_back(table: Mapping[str, Any]) -> str:
    """ "Withdrew its earlier report": a verb, the words that may stand between, what is taken back."""
    verbs, between, sayings = (_any(table[part]) for part in ("verbs", "between", "sayings"))
    return rf"\b{verbs}(?:\s+{between})*\s+{sayings}\b"


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', ' ') for word in words)})"
