"""Messages as mail programs save them (RFC 5322, MIME): clippings that were sent on, alerts, newsletters."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr
from itertools import chain
from pathlib import PurePath

from dateline.errors import InputError, UnreadableError
from dateline.model.report import Document
from dateline.readers.days import day_of
from dateline.readers.html import read_html
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sources import Source, in_memory
from dateline.readers.text import plain_document

_SOFT_BREAK = re.compile(r" \r?\n(?!\s|-- )")  # of flowed text (RFC 3676)
_PASSED_ON = re.compile(r"(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)  # what programs put before a subject
_HEAD = ("From", "Date", "Subject", "MIME-Version")
_LIST_MARKS = ("List-Id", "List-Unsubscribe", "List-Post")
_FAULTS = (AttributeError, LookupError, TypeError, ValueError)


def read_mail(source: Source, options: ReadOptions) -> Iterator[Document | Skipped | Source]:
    """A message, and the files that are attached to it.

    What a mailing list or newsletter sends (RFC 2919) is a publication: the sender is the outlet, the
    message's day that of publication. Of any other message the day is when its text was at hand. Raises
    InputError when it cannot be read.
    """
    message = message_from_bytes(source.read(options.max_bytes), policy=default)
    try:
        if not any(field in message for field in _HEAD):
            raise UnreadableError("no message: it has no head")
        parts = chain(_said(message, source, _told(message, options)), _attached(message, source))
        first = next(parts, None)
        yield Skipped(source.origin, "no text in it") if first is None else first
        yield from parts
    except _FAULTS as error:
        raise UnreadableError(f"a damaged message: {error}") from error


def _said(message: EmailMessage, source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    """What the message itself says; files can be attached to one that says nothing, or nothing readable."""
    title = _PASSED_ON.sub("", str(message["Subject"] or ""), count=1).strip() or None
    body = message.get_body(("plain", "html"))
    if body is None:
        return
    try:
        for found in _body(body, source, options):
            yield replace(found, title=title or found.title) if isinstance(found, Document) else found
    except InputError as error:
        yield Skipped(source.origin, str(error))


def _told(message: EmailMessage, options: ReadOptions) -> ReadOptions:
    """What a message tells of where and when its text appeared."""
    day = day_of(str(message["Date"] or ""))
    if not any(mark in message for mark in _LIST_MARKS):
        return replace(options, retrieved=options.retrieved or day)
    sender, _ = parseaddr(str(message["From"] or ""))
    return replace(options, published=day or options.published, outlet=sender or options.outlet)


def _body(body: MIMEPart, source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    if body.get_content_subtype() == "html":
        page = Source(source.origin, ".html", in_memory(_bytes(body)))
        yield from read_html(page, options)
        return
    text = str(body.get_content())
    if body.get_param("format") == "flowed":
        text = _SOFT_BREAK.sub(" ", text)
    if text.strip():
        yield plain_document(text, source, options)
    else:
        yield Skipped(source.origin, "no text in it")


def _attached(message: EmailMessage, source: Source) -> Iterator[Source]:
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"attachment {number}"
        if part.get_content_type() == "message/rfc822":
            name, data = f"{name}.eml", part.get_content().as_bytes()
        else:
            data = _bytes(part)
        yield source.part(name, PurePath(name).suffix, in_memory(data))


def _bytes(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
