"""Datelines: "MOSCOW — …", "KABUL (Reuters) - …", "LONDON, Aug 3 (AFP) – …", "Goma, DR Congo | …".

A dateline names the place a report was filed from, and often the wire service and the day. Its parts
come in one order: place, region, day, service, dash.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from dateline.language import Language
from dateline.segment.lines import Line
from dateline.segment.page_table import PageTable, page_table

_REACH = 170  # characters of a line that a dateline can take up
_UPPER = "".join(chr(c) for c in range(0x41, 0x530) if chr(c).isupper())
_DASHES = ("—", "–", "--", "-", "_", ":", "|", "\x97", "\x96", "―", "•")
_OPENING = re.compile(rf"""["'“”‘’«(\[\d{_UPPER}…]|``""")
_BRACKETED = re.compile(r"\(([^()]{4,60}\d)\)(?=\s*[—–-])")
_NOTES = re.compile(r"(?:\s*\[[A-Z][^\[\]]{0,120}\])+\s*")


@dataclass(frozen=True)
class Dateline:
    """A dateline at the head of a line. `length` counts its characters, the dash and blanks included.

    `sure` says that it is one beyond doubt: a known service, or a day beside a place. `loose` says
    that only its place speaks for it, and not in capitals or not before a dash.
    """

    length: int
    place: str | None
    agency: str | None
    date: str | None
    sure: bool
    loose: bool


def find_dateline(line: Line, language: Language, context: str = "") -> Dateline | None:
    """The dateline that a line begins with.

    `context` is text of the same report: a word that stands there in small letters names no place.
    """
    bracketed = _BRACKETED.match(line.text)
    if bracketed is not None:  # "(Bangkok, 4 November 2026) – …"
        plain = replace(line, text=bracketed[1] + line.text[bracketed.end() :])
        found = find_dateline(plain, language, context)
        return replace(found, length=found.length + 2) if found and found.sure else None
    match = _pattern(language).match(line.text[:_REACH])
    found = _judge(match, line, page_table(language)) if match else None
    return None if found and not found.sure and _is_word(found, context) else found


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    calendar = page_table(language).calendar
    capitals = rf"[{_UPPER}][{_UPPER}.’'\-]*(?:[ /-][{_UPPER}][{_UPPER}.’'\-]*){{0,4}}"
    titled = (
        rf"[{_UPPER}][\w.’'\-]+(?:[ /-](?:(?:of|de|la|el|al|the|es|du|do|da) )?[{_UPPER}][\w.’'\-]+){{0,3}}"
    )
    word = rf"[{_UPPER}](?:[\w.’']|-(?=\w))*"  # a hyphen at its end is a dash
    region = rf"{word}(?: (?:of |the )?{word}){{0,3}}"
    named = rf"{calendar.month} {calendar.day}|{calendar.day} {calendar.month}"
    day = rf"(?i:(?:{calendar.weekday},? )?(?:{named})(?:,? (?:\d{{4}}|\d\d)\b)?)"
    return re.compile(
        rf"(?:(?P<place>(?:(?P<capitals>{capitals})(?![\w])|{titled})(?: ?\({region}\)(?=,| ?\())?"
        rf"(?:, (?!(?i:{calendar.month} \d)){region})?)(?=[ ,(:|_\-–—\x96\x97―]))?"
        rf"(?:,? ?(?P<date>{day}))?"
        rf"(?:[,.]? ?[(\[](?P<agency>[^()\[\]]{{1,60}})[)\]])?"
        rf"(?:,? ?(?P<late>{day}))?"
        rf"(?P<dash> ?(?:—|–|--+|―|\x96|\x97)| -(?= |$)|-(?= )| ?_| ?\| ?|:(?= )| •)?(?P<rest>\s*)"
    )


def _judge(match: re.Match[str], line: Line, table: PageTable) -> Dateline | None:
    place, named = match["place"], match["agency"]
    town, comma, service = (place or "").rpartition(", ")
    if comma and not named and table.agency(service):
        place, named = town, service  # "Damascus, SANA- …"
    day = match["date"] or match["late"]
    agency = table.agency(named) if named else None
    dash = (match["dash"] or "").strip()
    rest = line.text[match.end() : match.end() + 2]
    if named and agency is None and not (place and dash and (day or match["capitals"])):
        return None
    if not (dash or agency) or (not place and not (agency and (dash or not rest[:1].islower()))):
        return None
    if place and not dash and (not match["capitals"] or line.text[:_REACH].isupper()):
        return None
    if place and _names_no_place(place, table):
        return None
    if rest and not _OPENING.match(rest) and not (named or day):
        return None
    sure = agency is not None or (place is not None and day is not None)
    loose = not sure and not named and not (match["capitals"] and dash not in (":", "-"))
    if loose and not _plausible(match, dash):
        return None
    return Dateline(
        length=_with_notes(line.text, match.end()),
        place=place,
        agency=agency or named,
        date=day,
        sure=sure,
        loose=loose,
    )


def _names_no_place(place: str, table: PageTable) -> bool:
    first = re.split(r"[ ,.]", place, maxsplit=1)[0].lower()
    calendar = table.calendar
    return (
        place.rstrip(".").lower() in table.no_place or first in calendar.weekdays or first in calendar.months
    )


def _is_word(dateline: Dateline, context: str) -> bool:
    """Whether what stands for the place is made of common words ("CHARGED WITH MURDER: …")."""
    words = [w.lower() for w in re.findall(r"[^\W\d_]{3,}", dateline.place or "")]
    hits = [re.search(rf"\b{re.escape(word)}\b", context) is not None for word in words]
    return any(hits) if dateline.loose else bool(hits) and all(hits)


def _plausible(match: re.Match[str], dash: str) -> bool:
    """A place alone, with little that speaks for it: "Goma, DR Congo |", "ISLAMABAD:", "Kabul —"."""
    if dash == ":":
        return bool(match["capitals"]) and len(match["place"].split()) <= 3
    if dash == "|":
        return True
    return dash != "_" and len(match["place"].split()) <= (4 if dash != "-" or match["capitals"] else 0)


def _with_notes(text: str, end: int) -> int:
    """Monitoring services put notes in brackets between a dateline and the text: "-- [Report] [Text]"."""
    notes = _NOTES.match(text, end, end + 400)
    return notes.end() if notes else end
