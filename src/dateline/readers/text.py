"""Plain text: one document a file."""

from collections.abc import Iterator

from dateline.model.report import Document
from dateline.readers.charset import decode
from dateline.readers.identity import content_id
from dateline.readers.language_check import check_language
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sources import Source


def read_text(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    """A plain text file. Raises InputError when it cannot be read."""
    text = decode(source.read(options.max_bytes))
    if not text.strip():
        yield Skipped(source.origin, "no text in it")
        return
    yield plain_document(text, source, options)


def plain_document(text: str, source: Source, options: ReadOptions) -> Document:
    """The document of a text that says nothing of itself.

    Raises LanguageError when it is in another language than asked for.
    """
    return Document(
        id=content_id(text, options.outlet),
        text=text,
        outlet=options.outlet,
        published=options.published,
        retrieved=options.retrieved,
        language=check_language(text, options.language),
        origin=source.origin,
    )
