"""Reads documents into a store: what is known is passed over, what is new analysed, what is bad named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dateline.errors import InputError
from dateline.model.report import Document
from dateline.runtime.local import Failure, Result, Workers, analyse_all
from dateline.store import Added, Store, Writer, fingerprint


class Unread(Protocol):
    """An input that a reader could make nothing of."""

    @property
    def origin(self) -> str: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one input: `added`, with so many reports; or skipped, for a `reason`."""

    origin: str
    added: Added | None = None
    reports: int = 0
    reason: str | None = None


def read_into(
    store: Store, inputs: Iterable[Document | Unread], workers: Workers | None = None
) -> Iterator[Step]:
    """One step for every input, in order; each document is in the store when its step is given.

    It may be broken off anywhere and started again: what is in the store is not analysed again, and the
    store ends up the same. Of different documents in one run that bear the same id, the first counts.
    """
    with store.writer() as writer:
        for given, result in analyse_all(_sorted_out(inputs, writer), workers or Workers()):
            yield given if isinstance(given, Step) else _kept(given, result, writer)


def _sorted_out(
    inputs: Iterable[Document | Unread], writer: Writer
) -> Iterator[tuple[Document | Step, Document | None]]:
    """Each input, or the step it comes to at once; and again where it has to be analysed."""
    seen: dict[str, str] = {}
    for given in inputs:
        step = _at_once(given, writer, seen) if isinstance(given, Document) else _skipped(given)
        if step is not None:
            yield step, None
        elif isinstance(given, Document):
            yield given, given


def _skipped(given: Unread) -> Step:
    return Step(given.origin, reason=given.reason)


def _at_once(document: Document, writer: Writer, seen: dict[str, str]) -> Step | None:
    """The step of a document that needs no analysis; None for the others."""
    version = fingerprint(document)
    first = seen.setdefault(document.id, version)
    if first != version:
        return Step(_origin(document), reason=f"another document before it has the same id, {document.id}")
    if writer.knows(document):
        return Step(_origin(document), Added.KNOWN)
    return None


def _kept(document: Document, result: Result | None, writer: Writer) -> Step:
    if isinstance(result, Failure):
        return Step(_origin(document), reason=result.reason)
    analyses = result or ()
    try:
        return Step(_origin(document), writer.add(document, analyses), len(analyses))
    except InputError as error:
        return Step(_origin(document), reason=str(error))


def _origin(document: Document) -> str:
    return document.origin or document.id
