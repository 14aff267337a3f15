"""PDF files: the words of their pages, taken out by pypdf."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from dateline.errors import UnreadableError
from dateline.model.report import Document
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.reflow import reflowed
from dateline.readers.sources import Source
from dateline.readers.text import plain_document

# What pypdf lets through of a file that is broken in a way it did not foresee.
_FAULTS = (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)


def read_pdf(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    """One PDF file, its lines joined to paragraphs again.

    Its properties are left alone: they tell who made the file, not who reported and when it appeared.
    Raises InputError when it cannot be read, is locked with a password, or when pypdf is not installed.
    """
    text = reflowed(_pages(source.read(options.max_bytes)))
    if not text:
        yield Skipped(source.origin, "no text in it, only pictures: a scan has to go through OCR first")
        return
    yield plain_document(text, source, options)


def _pages(data: bytes) -> list[str]:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError:
        raise UnreadableError("to read PDF files, install pypdf: pip install 'dateline[pdf]'") from None
    try:
        with _quiet():
            return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableError("a PDF file that is locked with a password") from error
    except (PyPdfError, *_FAULTS) as error:
        raise UnreadableError(f"a damaged PDF file: {error}") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps off the screen what pypdf logs of each small fault in a file that can be read all the same."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
