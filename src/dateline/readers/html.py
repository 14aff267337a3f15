"""Web pages: the report's text and what the page says of it, found by trafilatura."""

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import UnreadableError
from dateline.model.edtf import is_edtf
from dateline.model.report import Document
from dateline.readers.charset import decode
from dateline.readers.identity import content_id
from dateline.readers.language_check import check_language
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sources import Source

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# The page's own date or none: a search of its text would guess, and by a clock at that.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2100-01-01",
}
_BETWEEN = re.compile(r"\s*;\s*")


def read_html(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    """One web page. Raises InputError when it cannot be read or holds no report."""
    data = source.read(options.max_bytes)
    declared = _CHARSET.search(data, 0, 4096)
    page = decode(data, declared.group(1).decode("ascii") if declared else None)
    found = _extract(page)
    text = found.get("text") or ""
    if not text.strip():
        yield Skipped(source.origin, "no report found in the page")
        return
    outlet, url = found.get("sitename") or options.outlet, found.get("url")
    yield Document(
        id=content_id(text, outlet, url),
        text=text,
        title=found.get("title"),
        outlet=outlet,
        authors=tuple(a for a in _BETWEEN.split(found.get("author") or "") if a),
        url=url,
        published=_date(found.get("date")) or options.published,
        retrieved=options.retrieved,
        language=check_language(text, options.language),
        origin=source.origin,
    )


def _extract(page: str) -> dict[str, Any]:
    from trafilatura import bare_extraction  # here, not above: importing it takes a second
    from trafilatura.settings import Document as Extracted

    try:
        found = bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise UnreadableError(f"not a readable web page: {error}") from error
    return found.as_dict() if isinstance(found, Extracted) else {}


def _date(found: str | None) -> str | None:
    return found if found and is_edtf(found) else None
