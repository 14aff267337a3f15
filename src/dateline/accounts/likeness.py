"""How well a name that is asked for fits one that is known."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from dateline.language.folding import Folder, initials
from dateline.model.entity import Label

# Below this likeness (0..100) of two folded names, a match misleads more often than it helps.
CLOSE = 84.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that is looked for: its keys, as the name of a person (without titles) and of anything else."""

    keys: frozenset[str]
    acronym: str | None

    @staticmethod
    def of(name: str, folder: Folder) -> "Wanted":
        keys = frozenset(folder.name(name, label) for label in (Label.PERSON, Label.ORGANIZATION)) - {""}
        letters = "".join(c for c in name if c.isalnum())
        return Wanted(keys, letters.casefold() if len(letters) > 1 and letters.isupper() else None)

    def score(self, key: str) -> float:
        """1 for the same name; less for a part of it, its acronym or a close spelling; 0 for none of it."""
        if key in self.keys:
            return 1.0
        words = key.split()
        fits = [max(_contained(wanted, key, words), _close(wanted, key, words)) for wanted in self.keys]
        if self.acronym is not None and len(words) > 1 and initials(key) == self.acronym:
            fits.append(0.85)
        return round(max(fits, default=0.0), 3)


def _contained(wanted: str, key: str, words: list[str]) -> float:
    """All words of the one among those of the other; but a single word says little of a longer name."""
    mine, theirs = set(wanted.split()), set(words)
    if not (mine <= theirs or (theirs <= mine and len(theirs) > 1)):
        return 0.0
    return 0.6 + 0.35 * min(len(wanted), len(key)) / max(len(wanted), len(key))


def _close(wanted: str, key: str, words: list[str]) -> float:
    """Likeness of spelling: of the whole, or of every wanted word to some word of the name."""
    whole = fuzz.ratio(wanted, key, score_cutoff=CLOSE) * 0.95
    total, number = 0.0, 0
    for word in wanted.split():
        best = max(fuzz.ratio(word, other, score_cutoff=CLOSE) for other in words)
        if best == 0.0:
            return whole / 100
        total, number = total + best, number + 1
    return max(whole, total / number * 0.85) / 100
