"""The language table `times`, typed: every word's class, and the shapes that classes make.

A class is written as one character, so that the words of a text become a string of the same length
and a shape an ordinary regular expression over it. (The idea of typed time tokens is SynTime's:
Zhong, Sun and Cambria 2017.)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.analysis.times.named_days import is_rule
from dateline.errors import LexiconError
from dateline.language import Language
from dateline.language.calendar import calendar_of

# Classes that come of tables of their own; those of [classes] are added to them.
_CLASSES = (
    *("MONTH", "WEEKDAY", "WEEKDAYS", "UNIT", "UNITS", "WEEKEND", "QUARTER", "CENTURY", "SEASON", "PART"),
    *(
        "PARTUNIT",
        "NUM",
        "DAY",
        "ORD",
        "YEAR",
        "DECADE",
        "CLOCK",
        "RELDAY",
        "NOWADAYS",
        "ERA",
        "FREQ",
        "HOLIDAY",
        "MORE",
        "NUMERIC",
    ),
)
_MACROS = {
    "NUM": "(?:[{NUM}{DAY}](?:{HYPHEN}?[{NUM}{DAY}]){{0,5}})",
    "UNIT": "[{UNIT}{QUARTER}{CENTURY}]",
    "EARLY": "[{EARLY}{EARLIER}{LATER}]",
    "LAST": "[{LAST}{PAST}]",
    "YEAR": "(?:{YEAR}{MORE}*)",
    "HOLIDAY": "(?:{HOLIDAY}{MORE}*)",
}
OTHER = " "
_NAME = re.compile(r"[A-Z]+")
_SHORT = 4  # letters up to which a month's or weekday's name is an abbreviation


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is: its class and what it stands for (a month's number, a unit, …)."""

    name: str
    value: str | int = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """One `[[shape]]` of the table."""

    kind: str
    value: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Time words of several tokens.

    `firsts`: first token -> (number of tokens, phrases of that many tokens with their rule), longest first.
    `lasts` are their last tokens, after which a number may be a year. `centuries` begin a spelled year
    ("nineteen": 19, "two": 2000, which `thousand` must follow and one of `year_before` precede).
    """

    firsts: Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], str]], ...]]
    lasts: frozenset[str]
    centuries: Mapping[str, int]
    thousand: frozenset[str]
    year_before: frozenset[str]


@dataclass(frozen=True)
class TimeTable:
    """`words` maps a lower-case word to its class; `pos` to the parts of speech it needs for it."""

    words: Mapping[str, Word]
    codes: Mapping[str, str]
    pos: Mapping[str, frozenset[str]]
    units: Mapping[str, str]
    abbreviations: frozenset[str]
    prefixes: frozenset[str]
    phrases: Phrases
    future: frozenset[str]
    planned: frozenset[str]
    ahead_of: frozenset[tuple[str, ...]]
    scheduled: frozenset[str]
    present: frozenset[str]
    infinitive: frozenset[str]
    year_after: frozenset[str]
    clock_after: frozenset[str]
    day_parts: Mapping[str, str]
    pattern: re.Pattern[str]
    shapes: tuple[Shape, ...]

    def shape_of(self, match: re.Match[str]) -> Shape:
        """The shape that a match of `pattern` has."""
        return self.shapes[int((match.lastgroup or "s0")[1:])]


@cache
def time_table(language: Language) -> TimeTable:
    """A language's table of times. Raises LexiconError naming what is wrong with it."""
    try:
        return _compiled(language.table("times"), language)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, re.error) as error:
        raise LexiconError(f"language table {language.code}/times.toml: {error!r}") from None


def _compiled(table: Mapping[str, Any], language: Language) -> TimeTable:
    names = [*_CLASSES, *table["classes"]]
    codes = {name: chr(0x100 + i) for i, name in enumerate(names)}
    calendar = calendar_of(language)
    shapes = tuple(
        Shape(str(s["kind"]), str(s.get("value", "")), tuple(s["examples"])) for s in table["shape"]
    )
    forms = (f"(?P<s{i}>{_form(s['form'], codes)})" for i, s in enumerate(table["shape"]))
    return TimeTable(
        words=_words(table, language),
        codes=codes,
        pos={w: frozenset(p) for w, p in table["pos"].items()},
        units=dict(table["units"]),
        abbreviations=frozenset(
            w
            for w in (*calendar.months, *calendar.weekdays)
            if len(w) <= _SHORT and w not in table["full"]["names"]
        ),
        prefixes=frozenset(table["classes"]["EARLY"]) | frozenset(table["full"]["prefixes"]),
        phrases=_phrases(table),
        future=frozenset(table["grammar"]["future"]),
        planned=frozenset(table["grammar"]["planned"]),
        ahead_of=frozenset(tuple(w.split()) for w in table["grammar"]["ahead_of"]),
        scheduled=frozenset(table["grammar"]["scheduled"]),
        present=frozenset(table["grammar"]["present"]),
        infinitive=frozenset(table["grammar"]["infinitive"]),
        year_after=frozenset(table["grammar"]["year_after"]),
        clock_after=frozenset(table["grammar"]["clock_after"]),
        day_parts=dict(table["day_parts"]),
        pattern=re.compile("|".join(forms)),
        shapes=shapes,
    )


def _words(table: Mapping[str, Any], language: Language) -> dict[str, Word]:
    calendar = calendar_of(language)
    found: dict[str, Word] = {}
    for name, words in table["classes"].items():
        found.update({w: Word(name, w) for w in words})
    for key, name in (
        ("parts", "PART"),
        ("seasons", "SEASON"),
        ("frequencies", "FREQ"),
        ("references", "NOWADAYS"),
        ("numbers", "NUM"),
        ("ordinals", "ORD"),
        ("decades", "DECADE"),
        ("days", "RELDAY"),
        ("eras", "ERA"),
    ):
        found.update({w: Word(name, v) for w, v in table[key].items()})
    for unit in table["units"]:
        if unit not in table["ordinals"]:  # "second" alone is one
            found[unit] = Word(_unit_class(unit, table), unit)
    found.update({plural: Word("UNITS", unit) for plural, unit in table["plurals"].items()})
    found.update({w: Word("MONTH", n) for w, n in calendar.months.items()})
    found.update({w: Word("WEEKDAY", n) for w, n in calendar.weekdays.items()})
    full = [w for w in calendar.weekdays if len(w) > _SHORT]
    found.update({w + table["full"]["plural"]: Word("WEEKDAYS", calendar.weekdays[w]) for w in full})
    return found


def _phrases(table: Mapping[str, Any]) -> Phrases:
    sizes: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for phrase, rule in table["holidays"].items():
        if not is_rule(rule):
            raise ValueError(f"{phrase} = {rule}")
        tokens = tuple(phrase.split())
        sizes.setdefault(tokens[0], {}).setdefault(len(tokens), {})[tokens] = rule
    years = table["spelled_years"]
    return Phrases(
        {first: tuple(sorted(by.items(), reverse=True)) for first, by in sizes.items()},
        frozenset(phrase.split()[-1] for phrase in table["holidays"]),
        {str(w): int(n) for w, n in years["centuries"].items()},
        frozenset(years["thousand"]),
        frozenset(years["before"]),
    )


def _unit_class(unit: str, table: Mapping[str, Any]) -> str:
    if unit in table["parts"]:
        return "PARTUNIT"
    return {"WE": "WEEKEND", "3M": "QUARTER", "100Y": "CENTURY", "1000Y": "CENTURY"}.get(
        table["units"][unit], "UNIT"
    )


def _form(form: str, codes: Mapping[str, str]) -> str:
    def code(match: re.Match[str]) -> str:
        name = match.group()
        return _MACROS[name].format(**codes) if name in _MACROS else codes[name]

    return re.sub(r"\((?!\?)", "(?:", _NAME.sub(code, form).replace(" ", ""))
