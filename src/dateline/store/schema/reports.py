"""The tables of what was read: documents, their reports, and what these took from each other."""

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Integer, Table

from dateline.store.dialect import Verbatim, Words
from dateline.store.schema.columns import bounds, key, listed, metadata, refer, words

documents = Table(
    "documents",
    metadata,
    key(),
    Column("public_id", Words, nullable=False, unique=True),
    words("fingerprint", nullable=False),
    Column("text", Verbatim, nullable=False),
    words("url"),
    words("retrieved"),
    words("language", nullable=False),
    sqlite_autoincrement=True,
)

reports = Table(
    "reports",
    metadata,
    key(),
    Column("public_id", Words, nullable=False, unique=True),
    refer("document_id", "documents"),
    words("local_id", nullable=False),
    *bounds(),
    words("title"),
    words("outlet"),
    listed("authors"),
    words("agency"),
    words("dateline"),
    Column("published", Words, index=True),
    Column("words", Integer, nullable=False),
    # Characters of its body, and marks of its text: see accounts.fingerprint.
    Column("length", Integer, nullable=False),
    Column("marks", Integer, nullable=False),
    # The least has a shared passage first: see accounts.passages.
    words("rank", nullable=False),
    # The first report that has most of its text, which may be itself; None while that is open.
    Column("origin_id", Integer, index=True),
    Column("reprint_share", Float),
    # Whom it names, as accounts compares it: see accounts.sketch.Sketch.company.
    Column("company", JSON),
    # What it is about: stem -> weight, see accounts.topics.
    Column("topic", JSON, nullable=False),
    sqlite_autoincrement=True,
)

passages = Table(
    "passages", metadata, key(), refer("report_id", "reports"), *bounds(), words("part", nullable=False)
)

problems = Table(
    "problems",
    metadata,
    key(),
    refer("report_id", "reports"),
    words("code", nullable=False),
    words("message", nullable=False),
    *bounds(nullable=True),
)

times = Table(
    "times",
    metadata,
    key(),
    refer("report_id", "reports"),
    *bounds(),
    words("type", nullable=False),
    words("value", nullable=False),
    words("edtf"),
)

# The marks of all texts; of each the reports that have it, by rank.
marks = Table(
    "marks",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    Column("rank", Words, primary_key=True),
    Column("report_id", Integer, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)


def _taken(name: str) -> Table:
    return Table(
        name, metadata, key(), refer("report_id", "reports"), *bounds(), refer("source_id", "reports")
    )


# Passages of a report that another of lower rank has, too: all of them; and, once that is settled, those
# that count, apart from each other, each with the first report that has it.
loans = _taken("loans")
derived = _taken("derived_passages")
