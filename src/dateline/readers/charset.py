"""Bytes to text."""

import codecs
import re

from charset_normalizer import from_bytes

from dateline.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_SAMPLE = 100_000  # bytes from which an encoding is guessed
_FEW = 0.08  # share of high bytes up to which text is Western, in the old Windows encoding
_NOISE = 0.02  # share of control characters beyond which nothing is text
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = bytes(range(0x80, 0x100))


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in some bytes, line breaks as they are, without a byte order mark.

    Tried in order: the byte order mark, UTF-8, the encoding the input declares, UTF-16 by its zero
    bytes, and what the bytes look like (Windows-1252 when nearly all of them are ASCII).
    Raises UnreadableError when they are no text.
    """
    for start, kind in _KINDS:
        if data.startswith(start):
            raise UnreadableError(f"{kind}, not text")
    text = _decoded(data, declared)
    noise = sum(1 for _ in _CONTROL.finditer(text, 0, _SAMPLE))
    if noise > _NOISE * min(len(text), _SAMPLE):
        raise UnreadableError("binary data, not text")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    for encoding in _candidates(data, declared):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableError("binary data, not text" if 0 in data else "text in an unknown encoding")


def _candidates(data: bytes, declared: str | None) -> list[str]:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        return [marked]
    return (
        ["utf-8", *([declared] if declared else []), *_guesses(data)] if data.count(0) == 0 else _wide(data)
    )


def _wide(data: bytes) -> list[str]:
    """Encodings of text with zero bytes: UTF-16 has them at every other place; else control characters."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > len(data) / 8 and min(even, odd) < max(even, odd) / 10:
        return ["utf-16-be" if even > odd else "utf-16-le"]
    return ["utf-8", "cp1252"]


def _guesses(data: bytes) -> list[str]:
    sample = data[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, _HIGH))
    if high <= _FEW * len(sample):
        return ["cp1252", "latin-1"]
    best = from_bytes(sample).best()
    return [best.encoding] if best else []
