"""Made-up reports of any number and length, from sentences of our own: the same number gives the same
report.

A stream of them has the proportions of news. A few casts are in the news all the time, and new ones come
up without end; each story is told by several reports in other words; every seventh report is a reprint.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bench.speed.wording import GAPS, GIVEN_NAMES, OPENINGS, OUTLETS, SENTENCES

_FIRST_DAY = date(2015, 1, 1)
_SYLLABLES = tuple(consonant + vowel for consonant in "bdgklmnrstvz" for vowel in "aeiou")
_NAME_LETTERS = 6
_TOLD_BY = 3  # reports of one story
_A_DAY = 9  # reports
_REPRINTS = 7  # every so manieth is one …
_SINCE = 60  # … of a report at most so long ago
_PEOPLE = ("leader", "rival")
_PLACES = ("group", "town", "other", "third", "fourth")
_FAMOUS = 20  # the less, the more reports are about the most famous cast: here one in twenty

type Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report, the pattern it was made from, and the words that were put in."""

    id: str
    text: str
    outlet: str
    published: str
    title: str
    pattern: int
    names: Names


def made_report(number: int, *, patterns: int = 400, sentences: int = 8) -> MadeReport:
    """Report `number`, some 120 words, in one of `patterns` wordings; a reprint is cut at its end."""
    first = copied(number)
    source = number if first is None else first
    wording = random.Random(source % patterns)
    told = [wording.choice(OPENINGS), *wording.sample(SENTENCES, sentences)]
    names = {**_cast(source // _TOLD_BY), **_gaps(random.Random(f"gaps {source}"))}
    lines = [sentence.format(**names) for sentence in told]
    return MadeReport(
        id=f"made-{number}",
        text=" ".join(lines if first is None else lines[:-2]),
        outlet=OUTLETS[(number + number // len(OUTLETS)) % len(OUTLETS)],
        published=(_FIRST_DAY + timedelta(days=number // _A_DAY)).isoformat(),
        title=f"{names['group']} Front and army over {names['town']}",
        pattern=source % patterns + (0 if first is None else patterns),
        names=names,
    )


def copied(number: int) -> int | None:
    """The report that report `number` is made a reprint of; None where it is none."""
    if number % _REPRINTS or number < _SINCE:
        return None
    choice = random.Random(f"copy {number}")
    source = number - choice.randrange(1, _SINCE)
    return source if source % _REPRINTS else source - 1


def _cast(story: int) -> dict[str, str]:
    """The names of a story: the fame of casts has a long tail (Lomax)."""
    fame = int(_FAMOUS * (1 / (1 - random.Random(f"story {story}").random()) - 1))
    choice = random.Random(f"cast {fame}")
    given = choice.sample(GIVEN_NAMES, 2)
    people = {
        role: f"{name} {_invented(choice)}" for role, name in zip(("leader", "rival"), given, strict=True)
    }
    return {**people, **{place: _invented(choice) for place in _PLACES}}


def _gaps(choice: random.Random) -> dict[str, str]:
    count, more = choice.sample(range(11, 99), 2)
    return {
        **{gap: choice.choice(words) for gap, words in GAPS.items()},
        "count": str(count),
        "more": str(more),
    }


def _invented(choice: random.Random) -> str:
    return "".join(choice.choice(_SYLLABLES) for _ in range(_NAME_LETTERS // 2)).capitalize()


def long_text(words: int) -> str:
    """One document of at least so many words, in paragraphs."""
    return "\n\n".join(_paragraphs(words))


def _paragraphs(words: int) -> Iterator[str]:
    count = number = 0
    while count < words:
        paragraph = made_report(number).text
        yield paragraph
        count += len(paragraph.split())
        number += 1
