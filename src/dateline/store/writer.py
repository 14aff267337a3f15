"""Adding documents to a store and taking them out: one transaction each, all of it or nothing."""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, delete, select

from dateline.errors import InputError
from dateline.model.analysis import Analysis
from dateline.model.judgement import EVENT, Judgement
from dateline.model.report import Document
from dateline.store import event_judging, judgements, judging
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.forgetting import Forgotten, forget_reports
from dateline.store.inserting import Batch, Row
from dateline.store.judging import Ruling
from dateline.store.report_writer import Given, write_reports
from dateline.store.settling import settle

type Transaction = Callable[[], AbstractContextManager[Connection]]


class Added(StrEnum):
    """What became of a document."""

    NEW = "new"
    KNOWN = "known"  # the very same text with the same metadata was there
    REPLACED = "replaced"  # another version of it, by its id, was there and made way


class Writer:
    """Adds documents with their analyses.

    A document is known by its id. The same id with the same text and metadata adds nothing; with another
    text or other metadata it is a new version, which takes the place of the old one.
    Who is the same actor across reports is decided by `settle`, at the latest when the `with` ends.
    """

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading = reading
        self._writing = writing

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        # Broken off, there is no time for it; the next view finds it open and settles.
        if error is None:
            self.settle()

    def knows(self, document: Document) -> bool:
        """Whether this very version of a document is in the store, so that it need not be analysed."""
        with self._reading() as connection:
            return _versions(connection, [document.id]).get(document.id) == fingerprint(document)

    def add(self, document: Document, analyses: Sequence[Analysis]) -> Added:
        """Keeps a document and what was found in its reports.

        Raises InputError, and adds nothing, when a report of another document bears one's name.
        """
        [outcome] = self.add_all([(document, analyses)])
        if isinstance(outcome, InputError):
            raise outcome
        return outcome

    def add_all(self, given: Sequence[tuple[Document, Sequence[Analysis]]]) -> list[Added | InputError]:
        """Keeps some documents in one step, which takes much less time than one by one.

        Gives what became of each; the InputError is that of `add`, and hinders none of the others.
        """
        with self._writing() as connection:
            return _add(connection, given)

    def forget(self, name: str) -> tuple[Forgotten, ...]:
        """Takes a document, or one report of it, out of the store by its id, with all that only it says.

        Gives what was taken out, nothing if there was no such id. After settling the store is as if it had
        never been read; a document of which one report was forgotten is whole again when it is read again.
        """
        with self._writing() as connection:
            return forget_reports(
                connection, _reports_of(connection, name) or _report_called(connection, name)
            )

    def at(self, url: str) -> list[str]:
        """The ids of the documents with this address."""
        with self._reading() as connection:
            c = t.documents.c
            return list(connection.scalars(select(c.public_id).where(c.url == url).order_by(c.public_id)))

    def merge(self, one: str, other: str, ruling: Ruling) -> Judgement:
        """Judges that two actors, by their ids, are one. See store.judging."""
        with self._writing() as connection:
            return judging.merge(connection, one, other, ruling)

    def split_reports(
        self, actor: str, reports: Sequence[str], label: str | None, ruling: Ruling
    ) -> Judgement:
        """Judges that some reports mean another by an actor's name."""
        with self._writing() as connection:
            return judging.split_reports(connection, actor, reports, label, ruling)

    def split_names(self, actor: str, one: str, other: str, ruling: Ruling) -> Judgement:
        """Judges that two names of an actor are those of two."""
        with self._writing() as connection:
            return judging.split_names(connection, actor, one, other, ruling)

    def merge_events(self, one: str, other: str, ruling: Ruling) -> Judgement:
        """Judges that two events, by their ids, are one. See store.event_judging."""
        with self._writing() as connection:
            return event_judging.merge_events(connection, one, other, ruling)

    def split_event(self, event: str, reports: Sequence[str], ruling: Ruling) -> Judgement:
        """Judges that some reports tell of another event."""
        with self._writing() as connection:
            return event_judging.split_event(connection, event, reports, ruling)

    def undo(self, judgement: str, ruling: Ruling) -> Judgement | None:
        """Takes a judgement back, by its id; None when there is no such one."""
        with self._writing() as connection:
            found = judgements.judgement(connection, judgement)
            if found is None or found.one.kind != EVENT:
                return judging.undo(connection, judgement, ruling)
            event_judging.withdraw_event_judgement(connection, found, ruling.day)
            return found

    def settle(self) -> None:
        """Decides which reports are copies, which entities one actor and which events one, where open."""
        with self._writing() as connection:
            settle(connection)


def fingerprint(document: Document) -> str:
    """What tells one version of a document from another: its text and all that was said about it."""
    given = asdict(document)
    del given["origin"]
    return sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()


def _versions(connection: Connection, documents: Sequence[str]) -> dict[str, str]:
    """Document -> the fingerprint under which it is in the store, of those that are."""
    c = t.documents.c
    return {
        row.public_id: row.fingerprint
        for some in chunks(documents)
        for row in connection.execute(select(c.public_id, c.fingerprint).where(c.public_id.in_(some)))
    }


def _holders(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    """Report -> the document in the store that it is a report of, by the ids of both."""
    r, d = t.reports.c, t.documents.c
    query = select(r.public_id, d.public_id.label("document")).join(t.documents, r.document_id == d.id)
    return {
        row.public_id: row.document
        for some in chunks(reports)
        for row in connection.execute(query.where(r.public_id.in_(some)))
    }


def _add(
    connection: Connection, given: Sequence[tuple[Document, Sequence[Analysis]]]
) -> list[Added | InputError]:
    batch = Batch(connection)
    versions = _versions(connection, [document.id for document, _ in given])
    names = [[_report_name(d.id, a.report.id, len(analyses)) for a in analyses] for d, analyses in given]
    holders = _holders(connection, [name for some in names for name in some])
    reports: dict[str, Given] = {}
    waiting: set[str] = set()
    outcomes: list[Added | InputError] = []
    for (document, analyses), named in zip(given, names, strict=True):
        version, stored = fingerprint(document), versions.get(document.id)
        taken = next((n for n in named if holders.get(n, document.id) != document.id), None)
        if stored == version:
            outcomes.append(Added.KNOWN)
        elif taken is not None:
            words = f"the store has a report {taken} already, of another document"
            outcomes.append(InputError(words))
        else:
            if stored is not None:
                if document.id in waiting:
                    _write(batch, reports)
                forget_reports(connection, _reports_of(connection, document.id))
                connection.execute(delete(t.documents).where(t.documents.c.public_id == document.id))
            key = batch.add_one(t.documents, _document(document, version))
            reports |= {name: Given(a, key, name) for name, a in zip(named, analyses, strict=True)}
            waiting.add(document.id)
            versions[document.id] = version
            holders |= dict.fromkeys(named, document.id)
            outcomes.append(Added.NEW if stored is None else Added.REPLACED)
    _write(batch, reports)
    return outcomes


def _write(batch: Batch, reports: dict[str, Given]) -> None:
    write_reports(batch, list(reports.values()))
    batch.flush()
    reports.clear()


def _document(document: Document, version: str) -> Row:
    return {
        "public_id": document.id,
        "fingerprint": version,
        "text": document.text,
        "url": document.url,
        "retrieved": document.retrieved,
        "language": document.language or "en",
    }


def _report_name(document_id: str, report_id: str, count: int) -> str:
    """A report that is all of its document bears the document's id, so that it can be traced back."""
    return document_id if count == 1 else f"{document_id}#{report_id}"


def _reports_of(connection: Connection, document_id: str) -> list[int]:
    """The reports of a document."""
    d, r = t.documents.c, t.reports.c
    query = select(r.id).join(t.documents, r.document_id == d.id).where(d.public_id == document_id)
    return list(connection.scalars(query))


def _report_called(connection: Connection, report_id: str) -> list[int]:
    return list(connection.scalars(select(t.reports.c.id).where(t.reports.c.public_id == report_id)))
