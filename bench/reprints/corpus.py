"""A made-up corpus: wire stories, what papers make of them, and other reports on the same events."""

import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

_OPEN = re.compile(r"\[([^\[\]]*)\]")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OUTLETS = tuple(f"{place} {kind}" for place in ("Valley", "Coast", "Northern", "Lake", "Plains") for kind in
                 ("Courier", "Herald", "Observer", "Gazette"))  # fmt: skip
# A reprint is a report of which at least so many words are the wire story's.
_MOSTLY = 0.6


@cache
def _told_of() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "matters.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and the story whose words it is; None where it is the report's own, or a `formula`."""

    text: str
    story: int | None = None
    formula: bool = False


@dataclass(frozen=True, slots=True)
class MadeText:
    """A report. `reprints` is the story that it reprints; `how` names what was done to it."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    outlet: str
    published: str
    reprints: int | None = None
    how: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join([self.title, *(p.text for p in self.paragraphs)])


type Facts = dict[str, str]


def corpus(stories: int, seed: int = 1) -> Iterator[MadeText]:
    """For each story: an agency's report, four to nine papers' versions of it, and two others' reports on the
    same event, of which one took a paragraph from the agency."""
    for number in range(stories):
        yield from _story(number, random.Random(f"{seed} story {number}"))


def _story(number: int, choice: random.Random) -> Iterator[MadeText]:
    matters = _told_of()["matter"]
    hands = choice.sample(matters[number % len(matters)]["hands"], 3)
    facts, spellings = _facts(choice)
    day = f"2024-{number % 12 + 1:02}-{number % 27 + 1:02}"
    wire = MadeText(f"{number}-wire", _title(facts, choice), _told(hands[0], facts, choice), "Reuters", day)
    wire = replace(wire, paragraphs=tuple(replace(p, story=number) for p in wire.paragraphs))
    yield wire
    for copy in range(choice.randint(4, 9)):
        yield _reprint(wire, number, copy, spellings, choice)
    for other, hand in enumerate(hands[1:]):
        told = _told(hand, facts, choice)
        if other == 0:
            taken = choice.choice([p for p in wire.paragraphs if "“" not in p.text])
            told = (*told[:2], taken, *told[2:])
        yield MadeText(f"{number}-own-{other}", _title(facts, choice), told, choice.choice(_OUTLETS), day)


def _facts(choice: random.Random) -> tuple[Facts, dict[str, str]]:
    """The facts of a story, and other spellings of them."""
    named = {name: choice.choice(values).split("|") for name, values in _told_of()["facts"].items()}
    numbers = {"dead": (11, 60), "hours": (2, 19), "fled": (120, 900), "many": (2, 90)}
    facts = {name: spelled[0] for name, spelled in named.items()}
    facts |= {name: str(choice.randint(*bounds)) for name, bounds in numbers.items()}
    facts |= {"day": choice.choice(_DAYS), "quote": choice.choice(_told_of()["quotations"])}
    facts["many"] += ",000"
    return facts, {spelled[0]: spelled[-1] for spelled in named.values()}


def _told(hand: Sequence[str], facts: Facts, choice: random.Random) -> tuple[Paragraph, ...]:
    """One reporter's telling: the lead, and the rest in the same order, with one left out or none."""
    rest = list(hand[1:])
    if choice.random() < 0.5:
        del rest[choice.randrange(len(rest))]
    return tuple(Paragraph(worded(p, choice).format(**facts)) for p in (hand[0], *rest))


def worded(pattern: str, choice: random.Random) -> str:
    """A pattern with one of the wordings in each gap."""
    while match := _OPEN.search(pattern):
        chosen = choice.choice(match[1].split("|"))
        pattern = pattern[: match.start()] + chosen + pattern[match.end() :]
    return re.sub(r" {2,}", " ", pattern)


def _title(facts: Facts, choice: random.Random) -> str:
    ways = (
        "{dead} dead as {town} counts its losses", "Fear and anger in {town}", "{group}: what now?",
        "{leader} under pressure after {day}", "In {town}, a {day} nobody will forget",
    )  # fmt: skip
    return choice.choice(ways).format(**facts)


# ---------------------------------------------------------------------- what papers do to a wire story
def _reprint(
    wire: MadeText, number: int, copy: int, spellings: dict[str, str], choice: random.Random
) -> MadeText:
    """One to four things are done to the story; of what comes out, most is still the agency's."""
    ways = choice.sample(sorted(_WAYS), choice.randint(1, 4))
    paragraphs = wire.paragraphs
    for way in sorted(ways, key=list(_WAYS).index):
        paragraphs = _WAYS[way](paragraphs, spellings, choice)
    while _share(paragraphs) < _MOSTLY:
        paragraphs = tuple(p for i, p in enumerate(paragraphs) if i != _last_own(paragraphs))
    title = wire.title if choice.random() < 0.3 else f"{choice.choice(_OUTLETS)} report: {wire.title.lower()}"
    day = f"{wire.published[:8]}{int(wire.published[8:]) + choice.randint(0, 1):02}"
    return MadeText(
        f"{number}-copy-{copy}", title, paragraphs, choice.choice(_OUTLETS), day, number, tuple(sorted(ways))
    )


type _Paragraphs = tuple[Paragraph, ...]


def _cut(paragraphs: _Paragraphs, _: dict[str, str], choice: random.Random) -> _Paragraphs:
    kept = choice.sample(range(len(paragraphs)), max(2, round(len(paragraphs) * choice.uniform(0.3, 0.8))))
    return tuple(p for i, p in enumerate(paragraphs) if i in kept)


def _reordered(paragraphs: _Paragraphs, _: dict[str, str], choice: random.Random) -> _Paragraphs:
    return tuple(choice.sample(paragraphs, len(paragraphs)))


def _spelled(paragraphs: _Paragraphs, spellings: dict[str, str], _: random.Random) -> _Paragraphs:
    return tuple(
        replace(p, text=_swapped(p.text, {**_told_of()["spellings"], **spellings})) for p in paragraphs
    )


def _edited(paragraphs: _Paragraphs, _: dict[str, str], choice: random.Random) -> _Paragraphs:
    some = dict(choice.sample(sorted(_told_of()["edits"].items()), 3))
    return tuple(replace(p, text=_swapped(p.text, some)) for p in paragraphs)


def _added(paragraphs: _Paragraphs, _: dict[str, str], choice: random.Random) -> _Paragraphs:
    own = [Paragraph(worded(p, choice)) for p in choice.sample(_told_of()["added"], choice.randint(1, 2))]
    at = choice.randint(1, len(paragraphs))
    return (*paragraphs[:at], *own, *paragraphs[at:])


def _framed(paragraphs: _Paragraphs, _: dict[str, str], choice: random.Random) -> _Paragraphs:
    lines = [
        Paragraph(x, formula=True) for x in choice.sample(_told_of()["boilerplate"], choice.randint(1, 3))
    ]
    return (*paragraphs, *lines)


_WAYS = {
    "cut": _cut,
    "reordered": _reordered,
    "spelled": _spelled,
    "edited": _edited,
    "added": _added,
    "boilerplate": _framed,
}


def _swapped(text: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        text = text.replace(old, new)
    return text


def _words(paragraphs: Iterable[Paragraph]) -> int:
    return sum(len(p.text.split()) for p in paragraphs)


def _share(paragraphs: _Paragraphs) -> float:
    return _words(p for p in paragraphs if p.story is not None) / _words(paragraphs)


def _last_own(paragraphs: _Paragraphs) -> int:
    return max(i for i, p in enumerate(paragraphs) if p.story is None)
