"""Tells formats apart by how an input begins."""

import re

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\})')
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_json_lines(head: bytes) -> bool:
    """Whether an input begins with a JSON object."""
    return _JSON.match(head) is not None


def looks_like_html(head: bytes) -> bool:
    """Whether an input begins as web pages do."""
    return _HTML.match(head) is not None
