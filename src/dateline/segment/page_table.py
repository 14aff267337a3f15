"""The language table `page`, typed: what lines of a page are, as compiled patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import LexiconError
from dateline.language import Language
from dateline.language.agencies import agency_names
from dateline.language.calendar import Calendar, calendar_of
from dateline.model.report import Part

_MACRO = re.compile(r"@([a-z]+)\b")
_UPPER = "".join(chr(c) for c in range(0x41, 0x530) if chr(c).isupper())
_DEFAULT_WORDS = 80


@dataclass(frozen=True)
class LineRule:
    """One `[[line]]` or `[[tail]]` of the table. See the head of page.toml for the fields."""

    part: Part
    pattern: re.Pattern[str]
    closes: bool = False
    opens: str = ""
    where: str = ""
    named: bool = False
    unfinished: bool = False
    whole: bool = False
    maxwords: int = _DEFAULT_WORDS
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageTable:
    """All that a language knows about pages. `agencies` maps a lower-case spelling to the name to show."""

    lines: tuple[LineRule, ...]
    tails: tuple[LineRule, ...]
    agencies: Mapping[str, str]
    outlet_words: frozenset[str]
    no_place: frozenset[str]
    role: re.Pattern[str]
    calendar: Calendar

    def agency(self, name: str) -> str | None:
        """The wire service meant by a name, or None."""
        return self.agencies.get(name.strip().removeprefix("The ").removeprefix("the ").lower())

    def names_outlet(self, name: str) -> bool:
        """Whether one of a name's words is typical of outlets."""
        return any(w.lower() in self.outlet_words for w in re.findall(r"[^\W\d_]+", name))


@cache
def page_table(language: Language) -> PageTable:
    """A language's page table, checked. Raises LexiconError naming what is wrong."""
    table = language.table("page")
    try:
        return _compiled(table, calendar_of(language), agency_names(language))
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise LexiconError(f"language table {language.code}/page.toml: {error!r}") from None


def _compiled(table: Mapping[str, Any], calendar: Calendar, agencies: Mapping[str, str]) -> PageTable:
    macros = _macros(table, calendar)
    return PageTable(
        tuple(_rule(entry, macros, tail=False) for entry in table["line"]),
        tuple(_rule(entry, macros, tail=True) for entry in table["tail"]),
        agencies,
        frozenset(table["words"]["outlet"]),
        frozenset(table["words"]["no_place"]),
        re.compile(_expand(macros["role"], macros)),
        calendar,
    )


def _macros(table: Mapping[str, Any], calendar: Calendar) -> dict[str, str]:
    """What stands for the names that patterns use. Case matters in names, even where it does not else."""
    agencies = [s for spellings in table["agencies"].values() for s in spellings]
    photo = [*table["photo"]["names"], *agencies]
    word = rf"[{_UPPER}][\w’.&-]*"
    link = r"(?:(?:of|the|de|del|da|di|van|von|der|bin|ibn|al|el|for|and|e|y) )"
    name = rf"(?-i:{word}(?: {link}?(?:al-|el-)?{word}){{1,3}})"
    clock = r"(?:at )?\d{1,2}[:.] ?\d{2}(?:[:.]\d{2})?(?: ?(?:[ap]\.?m\b\.?))?(?: ?\(?(?-i:[A-Z]{2,5})\b\)?)?"
    hour = r"(?:at )?\d{1,2} ?[ap]\.?m\b\.?(?: (?-i:[A-Z]{2,4})\b)?"
    time = rf"(?:{clock}|{hour})"
    iso = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?"
    return {
        "name": name,
        "names": rf"(?P<author>{name}(?:(?:,? and |, | & ){name}){{0,5}})",
        "proper": rf"(?-i:{word}(?: {link}?{word}){{0,3}})",
        "outlet": rf"(?-i:(?:[Tt]he )?{word}(?: {link}?{word}){{0,4}})",
        "agency": f"(?-i:{_alternatives(agencies)})",
        "photo": f"(?-i:{_alternatives(photo)})",
        "role": f"(?i:{table['words']['role']})",
        "date": f"(?i:{calendar.written_date})",
        "stamp": rf"(?i:{iso}|(?:{time},? (?:on )?)?{calendar.written_date}(?:,? (?:\| |- |— |– )?{time})?)",
        "ago": _ago(table),
        "month": f"(?i:{calendar.month})",
    }


def _ago(table: Mapping[str, Any]) -> str:
    units = "|".join(u for spellings in table["ago"]["units"].values() for u in spellings)
    counts = "|".join([*table["ago"]["one"], r"\d{1,3}"])
    fixed = "|".join([*table["ago"]["days"], *table["ago"]["now"]])
    return rf"(?i:(?:{counts}) ?(?:{units}) (?:{'|'.join(table['ago']['ago'])})|{fixed})\b"


def _alternatives(names: list[str]) -> str:
    return "(?:" + "|".join(re.escape(n) for n in sorted(set(names), key=lambda n: (-len(n), n))) + r")\b"


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    """Replaces macros, those inside macros, too; a group that a pattern names twice is one only once."""
    for _ in range(3):
        pattern = _MACRO.sub(lambda m: macros.get(m.group(1), m.group()), pattern)
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        again = match.group(1) in seen
        seen.add(match.group(1))
        return "(?:" if again else match.group()

    return re.sub(r"\(\?P<(\w+)>", once, pattern)


def _rule(entry: Mapping[str, Any], macros: Mapping[str, str], *, tail: bool) -> LineRule:
    pattern = _expand(entry["pattern"], macros)
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    return LineRule(
        Part(entry["part"]),
        re.compile(rf"(?:{pattern})\s*$" if tail else pattern, flags),
        closes=bool(entry.get("closes", False)),
        opens=str(entry.get("opens", "")),
        where=str(entry.get("where", "")),
        named=bool(entry.get("named", False)),
        unfinished=bool(entry.get("unfinished", False)),
        whole=bool(entry.get("whole", False)),
        maxwords=int(entry.get("maxwords", _DEFAULT_WORDS)),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry.get("not", ())),
    )
