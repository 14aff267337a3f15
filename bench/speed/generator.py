"""Made-up reports of any number and length, from sentences of our own: the same number gives the same
report.

Every name has as many letters as any other of its kind, so that one analysis of a pattern serves for all
reports made from it: putting other names in moves no span.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

_OPENINGS = (
    "{town} — Fighters of the {group} Front entered {town} on {day}, residents said.",
    "{town} — The {group} Front and the army agreed on {day} to meet in {other}, officials announced.",
    "{town} — Commander {leader} of the {group} Front was in {town} on {day}, two traders told reporters.",
)
_SENTENCES = (
    "{leader}, who leads the {group} Front, said his men would not leave the valley.",
    "“We want the road to {other} opened before winter,” {leader} told a local radio station.",
    "The army denied that its soldiers had shelled the market of {town}.",
    "According to the ministry of defence, {count} fighters of the {group} Front were killed near {other}.",
    "Governor {rival} demanded that the {group} Front release the prisoners it has held since spring.",
    "A nurse in {town} said that {count} wounded people had reached the clinic by {day}.",
    "{rival} accused {leader} of breaking the truce, which the {group} Front called a lie.",
    "The {group} Front is believed to have {count} armed men in the hills above {town}.",
    "Aid workers hope that the bridge at {other} can be repaired this week.",
    "{leader} offered to exchange prisoners if the army withdrew from {town}.",
    "Diplomats who met {rival} in {other} said that he had promised not to attack {town}.",
    "Hundreds of families fled {town} for {other} after the shelling, the mayor said.",
    "The {group} Front, an ally of the miners of {other}, controls most roads around {town}.",
    "“Nobody asked us,” said {rival}, who was deputy governor of {town} for nine years.",
    "It was not clear who had fired first, and neither side answered calls on {day}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_GIVEN = ("Omar", "Amal", "Juma", "Nora", "Rami", "Lina", "Zaki", "Yara", "Musa", "Hana")
_OUTLETS = ("Valley Courier", "Harbour Herald", "Northern Wire", "Plains Observer")
_FIRST_DAY = date(2023, 1, 2)
_SYLLABLES = tuple(consonant + vowel for consonant in "bdgklmnrstvz" for vowel in "aeiou")
_NAME_LETTERS = 6

type Names = dict[str, str]


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report, the pattern it was made from, and the names that were put in."""

    id: str
    text: str
    outlet: str
    published: str
    title: str
    pattern: int
    names: Names


def _invented(choice: random.Random) -> str:
    return "".join(choice.choice(_SYLLABLES) for _ in range(_NAME_LETTERS // 2)).capitalize()


def _names(choice: random.Random) -> Names:
    given = choice.sample(_GIVEN, 2)
    return {
        "leader": f"{given[0]} {_invented(choice)}",
        "rival": f"{given[1]} {_invented(choice)}",
        "group": _invented(choice),
        "town": _invented(choice),
        "other": _invented(choice),
    }


def made_report(number: int, *, patterns: int = 200, cast: int = 400, sentences: int = 8) -> MadeReport:
    """Report `number`, some 120 words, in one of `patterns` wordings, about one of `cast` sets of names."""
    pattern = number % patterns
    wording = random.Random(pattern)
    names = _names(random.Random(f"cast {random.Random(number).randrange(cast)}"))
    told = [wording.choice(_OPENINGS), *wording.sample(_SENTENCES, sentences)]
    rest = {"day": wording.choice(_DAYS), "count": str(wording.randrange(11, 90))}
    text = " ".join(sentence.format(**names, **rest) for sentence in told)
    published = _FIRST_DAY + timedelta(days=number % 700)
    return MadeReport(
        id=f"made-{number}",
        text=text,
        outlet=_OUTLETS[number % len(_OUTLETS)],
        published=published.isoformat(),
        title=f"{names['group']} Front and army over {names['town']}",
        pattern=pattern,
        names=names,
    )


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


def renamed[T](found: T, old: Names, new: Names) -> T:
    """A finding (frozen dataclasses, tuples, strings) with other names of the same length put in."""
    swaps = {
        before: after
        for kind in old
        for before, after in zip(old[kind].split(), new[kind].split(), strict=True)
    }
    result: T = _replaced(found, _Swap(re.compile("|".join(map(re.escape, swaps))), swaps))
    return result


@dataclass(frozen=True, slots=True)
class _Swap:
    """All names at once, so that a name that comes in is not taken for one that goes out."""

    pattern: re.Pattern[str]
    names: Names

    def of(self, text: str) -> str:
        return self.pattern.sub(lambda match: self.names[match.group()], text)


def _replaced(value: Any, swap: _Swap) -> Any:
    """The value with names swapped; the very same object where it holds none."""
    if type(value) is str:  # members of enumerations are strings, too, and stay
        return swap.of(value)
    if isinstance(value, tuple):
        parts = [_replaced(part, swap) for part in value]
        if all(new is old or new == old for new, old in zip(parts, value, strict=True)):
            return value
        return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
    if is_dataclass(value) and not isinstance(value, type):
        old = {column.name: getattr(value, column.name) for column in fields(value) if column.init}
        changed = {name: new for name, part in old.items() if (new := _replaced(part, swap)) != part}
        return replace(value, **changed) if changed else value
    return value
