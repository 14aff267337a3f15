"""Runs of words with gaps, as tables of cues list them: "not * verified" ("*" is up to three words)."""

import re
from collections.abc import Iterable

_GAP = r"(?:\s+\S+){0,3}?\s+"


def runs(cues: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some runs of words, in whatever case; the longest that fits is found."""
    gapped = (_GAP.join(re.escape(part.strip()) for part in cue.split("*")) for cue in cues)
    words = "|".join(run.replace(r"\ ", r"\s+") for run in sorted(gapped, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
