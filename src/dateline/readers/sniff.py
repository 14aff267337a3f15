"""Tells formats apart by how an input begins."""

import re

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\})')
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)

_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b|\s*<(?:rss|feed)\b"
)


def looks_like_json_lines(head: bytes) -> bool:
    """Whether an input begins with a JSON object."""
    return _JSON.match(head) is not None


def looks_like_html(head: bytes) -> bool:
    """Whether an input begins as web pages do."""
    return _HTML.match(head) is not None


def looks_like_feed(head: bytes) -> bool:
    """Whether an input begins as RSS and Atom feeds do."""
    return _FEED.match(head) is not None
