"""Bytes -> documents: one file a format, one line in READERS each.

read("pages/", ReadOptions(retrieved="2021-08-21")) gives a Document for each report or page it can
read and a Skipped for each it cannot, in a fixed order.
"""

import re
import sys
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from dateline.errors import InputError
from dateline.model.report import Document
from dateline.readers.archive import read_archive
from dateline.readers.docx import read_docx
from dateline.readers.feed import read_feed
from dateline.readers.html import read_html
from dateline.readers.jsonl import read_jsonl
from dateline.readers.mail import read_mail
from dateline.readers.pdf import read_pdf
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sniff import sniffed
from dateline.readers.sources import Source, files_of
from dateline.readers.text import read_text

__all__ = ["READERS", "ReadOptions", "Skipped", "read"]

# A source that a reader gives is packed in what it reads, and read in its turn.
type Reader = Callable[[Source, ReadOptions], Iterator[Document | Skipped | Source]]

STDIN = "-"
_ADDRESS = re.compile(r"(?:https?|ftp|file)://")
_FETCH = "nothing is fetched: save the page, or pass it on: curl -s ADDRESS | dateline read -"
_DEEPEST = 2  # archives and messages that a file may be packed in
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".eml": read_mail,
    ".zip": read_archive,
}


def read(
    source: Path | str, options: ReadOptions | None = None, stdin: BufferedReader | None = None
) -> Iterator[Document | Skipped]:
    """The documents of a file, of a folder and all folders in it, or of standard input (`-`).

    A file's format is known by its name's ending; other files named outright, and standard input, are told
    apart by their content. In a folder, files with other endings are passed over and named. Bad inputs become
    Skipped; nothing is raised for them.
    """
    options = options or ReadOptions()
    if source == STDIN:
        yield from _opened(Source(STDIN, "", stdin or _stdin()), options)
        return
    if _ADDRESS.match(str(source)):
        yield Skipped(str(source), _FETCH)
        return
    path = Path(source)
    if not path.is_dir():
        yield from _file(path, options)
        return
    for file in files_of(path):
        if isinstance(file, Skipped):
            yield file
        elif file.suffix.lower() in READERS:
            yield from _file(file, options)
        else:
            yield _unknown(str(file), file.suffix)


def _stdin() -> BufferedReader:
    return cast(BufferedReader, sys.stdin.buffer)


def _file(path: Path, options: ReadOptions) -> Iterator[Document | Skipped]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        yield Skipped(str(path), _reason(error))
        return
    with stream:
        yield from _opened(Source(str(path), path.suffix.lower(), stream), options)


def _opened(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    try:
        for found in _reader(source)(source, options):
            if isinstance(found, Source):
                yield from _packed(found, options)
            else:
                yield found
    except (InputError, OSError) as error:
        yield Skipped(source.origin, _reason(error))


def _packed(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    with source.stream:
        if source.suffix not in READERS:
            yield _unknown(source.origin, source.suffix)
        elif source.within > _DEEPEST:
            yield Skipped(source.origin, "packed in too many archives; unpack them")
        else:
            yield from _opened(source, options)


def _unknown(origin: str, suffix: str) -> Skipped:
    return Skipped(origin, f"no reader for files named *{suffix}", note=True)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _reader(source: Source) -> Reader:
    return READERS.get(source.suffix) or READERS[sniffed(source.head())]
