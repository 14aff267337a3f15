"""What is read: a document as given, and the reports that stand in it."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One input as given: a text and what its giver said about it.

    `published` and `retrieved` are EDTF dates. `origin` says where it was read from (a path, `-`, a
    line of a file) and is for messages only.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    origin: str | None = None


class Part(StrEnum):
    """What a passage of a page is. Only BODY and TITLE are analysed; the rest is kept for display."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMOTION = "promotion"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report's text and what it is. Passages of a report never overlap and stand in order."""

    span: Span
    part: Part


@dataclass(frozen=True, slots=True)
class Report:
    """One report inside a document.

    All offsets refer to `document.text`. `dateline` is the place a report says it was filed from;
    `agency` the wire service it is credited to. `published` is EDTF, or None when nothing tells.
    """

    id: str
    document: Document
    span: Span
    passages: tuple[Passage, ...]
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    dateline: str | None = None
    published: str | None = None

    @property
    def text(self) -> str:
        """The whole document's text: the one that offsets slice."""
        return self.document.text

    def body(self) -> tuple[Passage, ...]:
        """The passages that are analysed."""
        return tuple(p for p in self.passages if p.part in (Part.TITLE, Part.BODY))
