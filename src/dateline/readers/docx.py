"""Word documents (Office Open XML, ISO/IEC 29500): a ZIP archive with the words in word/document.xml."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from dateline.errors import UnreadableError
from dateline.model.report import Document
from dateline.readers.archive import ARCHIVE_FAULTS, packed
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sources import Source
from dateline.readers.text import plain_document
from dateline.readers.xml import local_name, parse_xml

DOCUMENT = "word/document.xml"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}


def read_docx(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    """One Word document, a paragraph a line, as it stands with all tracked changes accepted.

    Notes, comments, heads and feet of pages are left out, and so are its properties: they tell who made the
    file and when, not who reported and when it appeared. Raises InputError when it cannot be read.
    """
    text = _text(source.read(options.max_bytes), options.max_bytes)
    if not text:
        yield Skipped(source.origin, "no text in it")
        return
    yield plain_document(text, source, options)


def _text(data: bytes, limit: int) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            words = packed(archive, archive.getinfo(DOCUMENT))
            root = parse_xml(Source(DOCUMENT, ".xml", words).read(limit))
    except KeyError as error:
        raise UnreadableError("no Word document") from error
    except ARCHIVE_FAULTS as error:
        raise UnreadableError(f"a damaged Word document: {error}") from error
    paragraphs = (_words(e).strip() for e in root.iter() if local_name(e) == "p")
    return "\n\n".join(p for p in paragraphs if p)


def _words(paragraph: Any) -> str:
    """The words of a paragraph; those of a text box in it are paragraphs of their own."""
    found: list[str] = []
    for element in paragraph:
        name = local_name(element)
        if name == "t":
            found.append(element.text or "")
        elif name in _BREAKS:
            found.append(_BREAKS[name])
        elif name not in ("p", "pPr", "del", "moveFrom", "Fallback"):
            found.append(_words(element))
    return "".join(found)
