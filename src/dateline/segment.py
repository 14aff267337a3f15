"""A pasted page -> its reports."""

from dateline.language import Language
from dateline.model.report import Document, Part, Passage, Report
from dateline.model.span import Span


def segment(document: Document, language: Language) -> tuple[Report, ...]:
    """The reports that stand in a document, in text order."""
    span = Span(0, len(document.text))
    body = (Passage(span, Part.BODY),) if document.text else ()
    return (
        Report(
            "r1",
            document,
            span,
            body,
            document.title,
            document.outlet,
            document.authors,
            None,
            None,
            document.published,
        ),
    )
