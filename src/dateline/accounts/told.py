"""A word of a report that tells a happening, as far as it is compared."""

from dataclasses import dataclass
from datetime import timedelta

from dateline.accounts.sketch import Period

# The family of words by which somebody is said to say something.
SAYING = "saying"

_SHORTEST = 3
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Told:
    """`order` is by date of publication, the report's public id and place; `story` and `report` are keys.

    `word` is its stem, `sentence` where the sentence begins. `people` are ids and words of the names of the
    persons it happened to, of a saying those of who says it; `when` the days it is dated to, `account` that
    of the event it is.
    """

    order: tuple[str, str, int]
    story: int
    report: int
    family: str
    word: str = ""
    sentence: int = 0
    people: frozenset[str] = frozenset()
    when: Period | None = None
    account: str | None = None

    @property
    def saying(self) -> bool:
        return self.family == SAYING

    @property
    def day(self) -> Period | None:
        """The days it is dated to, where that is no longer than a week."""
        when = self.when
        return when if when is not None and when.last - when.first <= _WEEK else None


def name_words(key: str) -> frozenset[str]:
    """What two names of one person share, mostly: the words of a folded name that are no initials."""
    return frozenset(word for word in key.split() if len(word) >= _SHORTEST)
