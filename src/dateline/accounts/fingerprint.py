"""Which reports are copies of one story: overlap of word shingles.

Broder, "On the resemblance and containment of documents" (1997): hashes of all runs of WORDS words, of
which those divisible by SAMPLE are kept, so that two reports can be compared without their texts.
"""

from collections.abc import Iterable
from hashlib import blake2b

from dateline.language.folding import fold

WORDS = 5
SAMPLE = 4
# Of the shorter report's shingles, so many must be in the longer one. Reports that quote the same
# statement share some; copies that an editor cut or gave a new top share most.
SHARE = 0.6
# With fewer shingles in the sample than this, chance decides: then only the whole set counts.
FEW = 12


def shingles(body: str) -> frozenset[int]:
    """The sampled shingles of a report's body, as signed 64-bit integers; order and layout do not matter.

    A body shorter than FEW sampled shingles is known by one hash of all its words.
    """
    words = fold(body).split()
    if not words:
        return frozenset()
    runs = {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}
    sample = frozenset(h for h in map(_hash, runs) if h % SAMPLE == 0)
    return sample if len(sample) >= FEW else frozenset([_hash(" ".join(words))])


def copies(shared: int, one: int, other: int) -> bool:
    """Whether two reports with `one` and `other` shingles, `shared` of them in common, are one story."""
    return shared > 0 and shared >= SHARE * min(one, other)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


type Rank = tuple[str, str]


def originals(reports: dict[int, Rank], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The first report of every cluster of copies; a report without copies is its own.

    `reports` maps each report to what it is ranked by (date of publication, id): the least is the first.
    """
    members = {r: {r} for r in reports}
    for one, other in pairs:
        together = members[one] | members[other]
        for report in together:
            members[report] = together
    return {r: min(members[r], key=reports.__getitem__) for r in reports}
