"""What the furniture of a report tells about it: who wrote it, for whom, when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language import Language
from dateline.model.edtf import first_day
from dateline.model.report import Document, Part
from dateline.segment.datelines import Dateline
from dateline.segment.furniture import Marked
from dateline.segment.page_dates import page_dates
from dateline.segment.page_table import PageTable, page_table

_AND = re.compile(r",? and |, | & ", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?P<title>.{12,}?)(?P<mark> [|•»] | [-–—] )(?P<outlet>[^|•»–—]{2,50})$")
_LATE = 4  # lines from the first paragraph on in which bylines may still stand, below a summary
_NEAR = 3  # days between the day a report was filed and the day it was published


@dataclass(frozen=True)
class Facts:
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    agency: str | None
    published: str | None


def gather(
    document: Document,
    title: str | None,
    marked: Sequence[Marked],
    dateline: Dateline | None,
    language: Language,
) -> Facts:
    """What the lines of one report say of it."""
    table = page_table(language)
    title, titled_outlet = _without_outlet(title, table)
    bylines = [m.facts for m in _head(marked, dateline) if m.part is Part.BYLINE]
    others = [m.facts for m in marked if m.part is not Part.BYLINE]
    authors, agency = _authors(bylines, table)
    return Facts(
        title=title,
        outlet=_outlet(marked, table) or titled_outlet,
        authors=authors,
        agency=(dateline.agency if dateline else None) or agency or _agency(others, table),
        published=_published(document, bylines, language) or _filed(document, dateline, language),
    )


def _head(marked: Sequence[Marked], dateline: Dateline | None) -> Sequence[Marked]:
    """The lines in which bylines stand: those above the dateline, or about the first paragraph."""
    if dateline and dateline.place:
        place = dateline.place
        headed = next(
            (i for i, m in enumerate(marked) if m.part is None and m.line.text.startswith(place)), 0
        )
        return marked[: headed + _LATE]
    body = next((i for i, m in enumerate(marked) if m.part is None and m.line.paragraph), len(marked))
    return marked[: body + _LATE]


def _without_outlet(title: str | None, table: PageTable) -> tuple[str | None, str | None]:
    """Splits "Headline | Harbour Post" and "Headline - Harbour News"."""
    match = _SUFFIX.match(title) if title else None
    if not match:
        return title, None
    name = match["outlet"].strip()
    capital = all(w[0].isupper() or (w.isalpha() and len(w) <= 3) for w in name.split())
    sure = match["mark"].strip() in "|•»" or table.names_outlet(name)
    return (match["title"], name) if capital and sure and len(name.split()) <= 5 else (title, None)


def _authors(bylines: list[dict[str, str]], table: PageTable) -> tuple[tuple[str, ...], str | None]:
    """Persons named in bylines, and the wire service that stands there for one."""
    authors: list[str] = []
    agency = None
    for facts in bylines:
        agency = agency or (table.agency(facts["agency"]) if "agency" in facts else None)
        for name in _AND.split(facts.get("author", "")):
            service = table.agency(name)
            agency = agency or service
            if name and not service and name not in authors and not table.role.fullmatch(name):
                authors.append(name)
    return tuple(_cased(name) for name in authors), agency


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name


def _outlet(marked: Sequence[Marked], table: PageTable) -> str | None:
    """The outlet that bylines name, else plugs, else footers: "© 2021 The Independent"."""
    for part in (Part.BYLINE, Part.PROMOTION, Part.FOOTER, None):
        for item in marked:
            name = item.facts.get("outlet")
            if name and item.part is part and not table.agency(name) and _is_outlet(name, item, table):
                return name
    return None


def _is_outlet(name: str, item: Marked, table: PageTable) -> bool:
    """A footer names outlets only; elsewhere the place of a name, or one of its words, must speak for it."""
    if item.part in (Part.FOOTER, None):
        return not name[0].isdigit()
    return table.names_outlet(name) or "|" in item.line.text or ":" in item.line.text


def _agency(facts: list[dict[str, str]], table: PageTable) -> str | None:
    return next((table.agency(f["agency"]) for f in facts if "agency" in f), None)


def _published(document: Document, bylines: list[dict[str, str]], language: Language) -> str | None:
    """The date a byline gives; of an update only when nothing else is said."""
    dates, reference = page_dates(language), document.retrieved or document.published
    for key in ("published", "ago", "updated"):
        for facts in bylines:
            if key in facts:
                text = facts[key]
                found = dates.written(text, reference) or dates.since(text, document.retrieved)
                if found:
                    return found
    return None


def _filed(document: Document, dateline: Dateline | None, language: Language) -> str | None:
    """The day in a dateline, unless the document's own date is close to it."""
    if dateline is None or dateline.date is None:
        return None
    found = page_dates(language).written(dateline.date, document.published or document.retrieved)
    given, filed = first_day(document.published), first_day(found)
    if given and filed and 0 <= (given - filed).days <= _NEAR:
        return None
    return found
