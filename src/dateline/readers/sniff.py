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
_MAIL = re.compile(rb"(?:[!-9;-~]+:[ \t][^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}", re.ASCII)
_OF_MAIL = re.compile(rb"^(?:MIME-Version|Message-ID|Received):", re.IGNORECASE | re.MULTILINE)
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|word/")


def sniffed(head: bytes) -> str:
    """The ending that the name of a file which begins so should have; that of plain text if in doubt."""
    if head.startswith(_PDF):
        return ".pdf"
    if head.startswith(_ZIP):
        return ".docx" if _OFFICE.search(head) else ".zip"
    if _JSON.match(head):
        return ".jsonl"
    if _FEED.match(head):
        return ".xml"
    if _HTML.match(head):
        return ".html"
    fields = _MAIL.match(head)
    return ".eml" if fields and _OF_MAIL.search(fields.group()) else ".txt"
