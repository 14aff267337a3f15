"""Reads documents into a store: what is known is passed over, what is new analysed, what is bad named."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from dateline.analysis.pipeline import Analyser
from dateline.errors import InputError
from dateline.model.analysis import Analysis
from dateline.model.report import Document
from dateline.readers import ReadOptions, Skipped
from dateline.readers import read as read_source
from dateline.runtime.local import Failure, Result, analyse_all
from dateline.store import Added, Store, Writer, fingerprint


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one input: `added`, with so many reports; or skipped, for a `reason`.

    `note` marks a reason that is worth telling and no failure: see dateline.readers.Skipped.
    """

    origin: str
    added: Added | None = None
    reports: int = 0
    reason: str | None = None
    note: bool = False


@dataclass
class ReadResult:
    """What a run came to; `skipped` are the inputs that were not read, each with its reason."""

    reports: int = 0
    documents: int = 0
    replaced: int = 0
    known: int = 0
    skipped: list[Step] = field(default_factory=list)

    def count(self, step: Step) -> None:
        if step.added is Added.KNOWN:
            self.known += 1
        elif step.added is not None:
            self.documents += 1
            self.reports += step.reports
            self.replaced += step.added is Added.REPLACED
        elif not step.note:
            self.skipped.append(step)


def read(
    store: Store,
    *sources: Path | str,
    options: ReadOptions | None = None,
    analyser: Analyser | None = None,
    jobs: int | None = 1,
) -> ReadResult:
    """Reads files, folders and standard input ("-") into a store, as `dateline read` does.

    Raises FatalError when the run cannot go on; what was read until then is in the store.
    """
    inputs = chain.from_iterable(read_source(source, options) for source in sources)
    result = ReadResult()
    for step in read_into(store, inputs, analyser or Analyser(), jobs):
        result.count(step)
    return result


def analyse(
    documents: Iterable[Document], analyser: Analyser | None = None, jobs: int | None = 1
) -> Iterator[tuple[Analysis, ...] | Failure]:
    """The findings of each document, report by report, in order; no store has a part in it."""
    given = ((None, document) for document in documents)
    for _, result in analyse_all(given, analyser or Analyser(), jobs):
        yield result or ()


def read_into(
    store: Store,
    inputs: Iterable[Document | Skipped],
    analyser: Analyser,
    jobs: int | None = 1,
    on_settling: Callable[[], None] = lambda: None,
) -> Iterator[Step]:
    """One step for every input, in order; each document is in the store when its step is given.

    It may be broken off anywhere and started again: what is in the store is not analysed again, and the
    store ends up the same. Of different documents in one run that bear the same id, the first counts.
    `on_settling` is called once all are in it, before it is decided what they are to each other, which takes
    a while where they are many.
    """
    with store.writer() as writer:
        for given, result in analyse_all(_sorted_out(inputs, writer), analyser, jobs):
            yield given if isinstance(given, Step) else _kept(given, result, writer)
        on_settling()


def _sorted_out(
    inputs: Iterable[Document | Skipped], writer: Writer
) -> Iterator[tuple[Document | Step, Document | None]]:
    """Each input, or the step it comes to at once; and again where it has to be analysed."""
    seen: dict[str, str] = {}
    for given in inputs:
        step = _at_once(given, writer, seen) if isinstance(given, Document) else _skipped(given)
        if step is not None:
            yield step, None
        elif isinstance(given, Document):
            yield given, given


def _skipped(given: Skipped) -> Step:
    return Step(given.origin, reason=given.reason, note=given.note)


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
