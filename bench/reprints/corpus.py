"""A made-up corpus: wire stories, what papers make of them, and other reports on the same events."""

import random
import re
import tomllib
from collections import Counter, defaultdict
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
# Two stories fill the gaps of one pattern alike by chance. A wording with so much of an earlier one's runs of
# RUN words is tried again, up to TRIES times.
_ALIKE, _RUN, _TRIES = 0.3, 4, 40


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
    said = _Said()
    for number in range(stories):
        yield from _story(number, random.Random(f"{seed} story {number}"), said)


class _Said:
    """What was written so far, so that nobody writes by chance what another has written."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self._count = 0

    def fresh(self, pattern: str, facts: Facts, choice: random.Random) -> str:
        """A wording of a pattern that is not most of an earlier one; of many the least alike."""
        tried = []
        for _ in range(_TRIES):
            text = worded(pattern, choice).format(**facts)
            tried.append((self._likeness(text), text))
            if tried[-1][0] < _ALIKE:
                break
        text = min(tried)[1]
        for run in _runs(text):
            self._told[run].add(self._count)
        self._count += 1
        return text

    def _likeness(self, text: str) -> float:
        """The greatest share of its runs of words that one earlier paragraph has."""
        runs = _runs(text)
        shared = Counter(earlier for run in runs for earlier in self._told.get(run, ()))
        return max(shared.values(), default=0) / max(1, len(runs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _story(number: int, choice: random.Random, said: _Said) -> Iterator[MadeText]:
    matters = _told_of()["matter"]
    hands = choice.sample(matters[number % len(matters)]["hands"], 3)
    facts, spellings = _facts(choice)
    desk = _Desk(spellings, said)
    day = f"2024-{number % 12 + 1:02}-{number % 27 + 1:02}"
    wire = MadeText(
        f"{number}-wire", _title(facts, choice), _told(hands[0], facts, choice, said), "Reuters", day
    )
    wire = replace(wire, paragraphs=tuple(replace(p, story=number) for p in wire.paragraphs))
    yield wire
    for copy in range(choice.randint(4, 9)):
        yield _reprint(wire, number, copy, desk, choice)
    for other, hand in enumerate(hands[1:]):
        told = _told(hand, facts, choice, said)
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


def _told(hand: Sequence[str], facts: Facts, choice: random.Random, said: _Said) -> tuple[Paragraph, ...]:
    """One reporter's telling: the lead, and the rest in the same order, with one left out or none."""
    rest = list(hand[1:])
    if choice.random() < 0.5:
        del rest[choice.randrange(len(rest))]
    return tuple(Paragraph(said.fresh(p, facts, choice)) for p in (hand[0], *rest))


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
def _reprint(wire: MadeText, number: int, copy: int, desk: "_Desk", choice: random.Random) -> MadeText:
    """One to four things are done to the story; of what comes out, most is still the agency's."""
    ways = choice.sample(sorted(_WAYS), choice.randint(1, 4))
    paragraphs = wire.paragraphs
    for way in sorted(ways, key=list(_WAYS).index):
        paragraphs = _WAYS[way](paragraphs, desk, choice)
    while _share(paragraphs) < _MOSTLY:
        paragraphs = tuple(p for i, p in enumerate(paragraphs) if i != _last_own(paragraphs))
    title = wire.title if choice.random() < 0.3 else f"{choice.choice(_OUTLETS)} report: {wire.title.lower()}"
    day = f"{wire.published[:8]}{int(wire.published[8:]) + choice.randint(0, 1):02}"
    return MadeText(
        f"{number}-copy-{copy}", title, paragraphs, choice.choice(_OUTLETS), day, number, tuple(sorted(ways))
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """Whoever edits the reports of a story: how he may spell its names, what all have written."""

    spellings: dict[str, str]
    said: _Said


type _Paragraphs = tuple[Paragraph, ...]


def _cut(paragraphs: _Paragraphs, _: _Desk, choice: random.Random) -> _Paragraphs:
    kept = choice.sample(range(len(paragraphs)), max(2, round(len(paragraphs) * choice.uniform(0.3, 0.8))))
    return tuple(p for i, p in enumerate(paragraphs) if i in kept)


def _reordered(paragraphs: _Paragraphs, _: _Desk, choice: random.Random) -> _Paragraphs:
    return tuple(choice.sample(paragraphs, len(paragraphs)))


def _spelled(paragraphs: _Paragraphs, desk: _Desk, _: random.Random) -> _Paragraphs:
    return tuple(
        replace(p, text=_swapped(p.text, {**_told_of()["spellings"], **desk.spellings})) for p in paragraphs
    )


def _edited(paragraphs: _Paragraphs, _: _Desk, choice: random.Random) -> _Paragraphs:
    some = dict(choice.sample(sorted(_told_of()["edits"].items()), 3))
    return tuple(replace(p, text=_swapped(p.text, some)) for p in paragraphs)


def _added(paragraphs: _Paragraphs, desk: _Desk, choice: random.Random) -> _Paragraphs:
    own = [
        Paragraph(desk.said.fresh(p, {}, choice))
        for p in choice.sample(_told_of()["added"], choice.randint(1, 2))
    ]
    at = choice.randint(1, len(paragraphs))
    return (*paragraphs[:at], *own, *paragraphs[at:])


def _framed(paragraphs: _Paragraphs, _: _Desk, choice: random.Random) -> _Paragraphs:
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
