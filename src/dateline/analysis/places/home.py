"""Where a report comes from: its outlet's country, and the place it was filed from."""

import re

from dateline.gazetteer.index import Gazetteer
from dateline.gazetteer.place import Place
from dateline.model.report import Report

_HOST = re.compile(r"(?:\w+://)?(?:[^/@\s]*@)?([\w.-]+\.[a-z]{2,})(?:[:/]|$)", re.IGNORECASE)
_GENERIC = frozenset((".tv", ".io", ".co", ".me", ".ai", ".fm", ".cc", ".ly", ".to", ".ws"))  # for sale
_SHORTEST = 5  # letters of a name that is looked for in a domain


def home_country(report: Report, gazetteer: Gazetteer) -> Place | None:
    """The country that the domain of a report's outlet belongs to."""
    for host in _hosts(report):
        ending = "." + host.rsplit(".", 1)[1]
        if ending not in _GENERIC and (country := gazetteer.unit(ending)) is not None:
            return country
    return None


def is_named_after(report: Report, name: str) -> bool:
    """Whether the outlet bears a place's name, in its own name or its domain: it is the place's paper."""
    letters = "".join(c for c in name.lower() if c.isalnum())
    if len(letters) < _SHORTEST:
        return False
    texts = [report.outlet or "", *_hosts(report)]
    return any(letters in "".join(c for c in text.lower() if c.isalnum()) for text in texts)


def _hosts(report: Report) -> list[str]:
    found = (_HOST.match(text) for text in (report.document.url or "", report.outlet or ""))
    return [match[1].lower() for match in found if match]
