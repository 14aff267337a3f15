"""The tables of a store.

What a report says is kept report by report and as it was said (documents … events); an *identity* is one
entity exactly as a report describes it, shared by all reports that describe it alike, and carries the
actor that accounts decided it is; an event carries the account it belongs to, in the same way. Nothing
merged is stored but these decisions: records are merged when asked for.
"""

from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table

from dateline.store.dialect import Verbatim, Words

# Raised with every change of the tables; a store of another version is refused, not guessed at.
SCHEMA_VERSION = 10

metadata = MetaData()


def _id() -> Column[Any]:
    return Column("id", Integer, primary_key=True)


def _refer(column: str, table: str, *, nullable: bool = False, index: bool = True) -> Column[Any]:
    """A reference; a row goes when what it refers to goes."""
    target = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(column, Integer, target, nullable=nullable, index=index)


def _bounds(prefix: str = "", *, nullable: bool = False) -> tuple[Column[Any], Column[Any]]:
    return (
        Column(f"{prefix}start", Integer, nullable=nullable),
        Column(f"{prefix}end", Integer, nullable=nullable),
    )


def _words(name: str, *, nullable: bool = True) -> Column[Any]:
    return Column(name, Words, nullable=nullable)


_BEARER = ("kind", "key", "label")


def _list(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False)


meta = Table("dateline_meta", metadata, Column("key", Words, primary_key=True), Column("value", Words))

documents = Table(
    "documents",
    metadata,
    _id(),
    Column("public_id", Words, nullable=False, unique=True),
    _words("fingerprint", nullable=False),
    Column("text", Verbatim, nullable=False),
    _words("url"),
    _words("retrieved"),
    _words("language", nullable=False),
    sqlite_autoincrement=True,
)

reports = Table(
    "reports",
    metadata,
    _id(),
    Column("public_id", Words, nullable=False, unique=True),
    _refer("document_id", "documents"),
    _words("local_id", nullable=False),
    *_bounds(),
    _words("title"),
    _words("outlet"),
    _list("authors"),
    _words("agency"),
    _words("dateline"),
    Column("published", Words, index=True),
    Column("words", Integer, nullable=False),
    # Characters of its body, and marks of its text: see accounts.fingerprint.
    Column("length", Integer, nullable=False),
    Column("marks", Integer, nullable=False),
    # The least has a shared passage first: see accounts.passages.
    _words("rank", nullable=False),
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
    "passages", metadata, _id(), _refer("report_id", "reports"), *_bounds(), _words("part", nullable=False)
)

problems = Table(
    "problems",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    _words("code", nullable=False),
    _words("message", nullable=False),
    *_bounds(nullable=True),
)

times = Table(
    "times",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    *_bounds(),
    _words("type", nullable=False),
    _words("value", nullable=False),
    _words("edtf"),
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
        name, metadata, _id(), _refer("report_id", "reports"), *_bounds(), _refer("source_id", "reports")
    )


# Passages of a report that another of lower rank has, too: all of them; and, once that is settled, those
# that count, apart from each other, each with the first report that has it.
loans = _taken("loans")
derived = _taken("derived_passages")

identities = Table(
    "identities",
    metadata,
    _id(),
    Column("digest", Words, nullable=False, unique=True),
    _words("type", nullable=False),
    _words("name", nullable=False),
    _list("aliases"),
    _words("country"),
    _words("sector"),
    _list("roles"),
    _list("links"),
    Column("geo", JSON),
    # What accounts compares: see accounts.identity.Identity; `compared` is what SQL need not know of it.
    _words("kind", nullable=False),
    _words("key", nullable=False),
    _words("local"),
    _words("surname"),
    _words("label"),
    _list("compared"),
    # How many entities, and how many mentions of them, are described so.
    Column("uses", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("actor", Words, index=True),
    # Why it is that actor and how sure that is: see accounts.resolve.Verdict.
    _words("why"),
    Column("score", Float),
    Column("open", Boolean, nullable=False),
    Column("settled", Boolean, nullable=False, index=True),
    sqlite_autoincrement=True,
)

blocks = Table(
    "identity_blocks",
    metadata,
    Column("block", Words, primary_key=True),
    Column(
        "identity_id", Integer, ForeignKey("identities.id", ondelete="CASCADE"), primary_key=True, index=True
    ),
    sqlite_with_rowid=False,
)

# What an identity may be found by. `named` is False where it is only described.
names = Table(
    "names",
    metadata,
    Column("named", Boolean, primary_key=True),
    Column("key", Words, primary_key=True),
    Column("written", Words, primary_key=True),
    Column(
        "identity_id", Integer, ForeignKey("identities.id", ondelete="CASCADE"), primary_key=True, index=True
    ),
    sqlite_with_rowid=False,
)

# What names are found by: see store.name_index.
name_words = Table(
    "name_words",
    metadata,
    Column("word", Words, primary_key=True),
    Column("key", Words, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
name_grams = Table(
    "name_grams",
    metadata,
    Column("gram", Words, primary_key=True),
    Column("word", Words, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Who is who: see model.judgement. Those of humans stay, whatever becomes of the reports; those of the machine
# are made anew with every settling that touches their names. `withdrawn` is the day one was taken back.
judgements = Table(
    "judgements",
    metadata,
    _id(),
    Column("public_id", Words, nullable=False, index=True),
    _words("decision", nullable=False),
    *(_words(f"{side}_{field}", nullable=field == "label") for side in ("one", "other") for field in _BEARER),
    _words("made_by", nullable=False),
    _words("made"),
    Column("score", Float, nullable=False),
    _words("why", nullable=False),
    _list("features"),
    _words("withdrawn"),
    Index("judged_by", "made_by"),
    Index("judged_one", "one_kind", "one_key"),
    Index("judged_other", "other_kind", "other_key"),
    sqlite_autoincrement=True,
)

# The reports in which a human said that a name has another bearer, whether they are in the store or not.
labels = Table(
    "labels",
    metadata,
    Column("report", Words, primary_key=True),
    Column("kind", Words, primary_key=True),
    Column("key", Words, primary_key=True),
    Column("judgement", Words, primary_key=True),
    _words("label", nullable=False),
    sqlite_with_rowid=False,
)

entities = Table(
    "entities",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    _words("local_id", nullable=False),
    Column("identity_id", Integer, ForeignKey("identities.id"), nullable=False, index=True),
    Column("mentions", Integer, nullable=False),
)

attributions = Table(
    "attributions",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    _words("local_id", nullable=False),
    *_bounds(),
    _list("source"),
    _refer("source_entity", "entities", nullable=True),
    # Whether the source is a bare pronoun; without an entity, nobody knows whose.
    Column("pronoun", Boolean, nullable=False),
    _list("cue"),
    _list("content"),
    # The same for the same content, however it is spelled.
    Column("content_key", Words, nullable=False, index=True),
    _words("kind", nullable=False),
    _words("act", nullable=False),
    _words("hedge"),
    _words("medium"),
    _words("said"),
    _refer("parent_id", "attributions", nullable=True),
)

about = Table(
    "attribution_about",
    metadata,
    Column("attribution_id", Integer, ForeignKey("attributions.id", ondelete="CASCADE"), primary_key=True),
    Column("entity_id", Integer, ForeignKey("entities.id", ondelete="CASCADE"), primary_key=True, index=True),
)

sentences = Table(
    "sentences",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    *_bounds(),
    # The innermost speech that makes up most of the sentence.
    _refer("attribution_id", "attributions", nullable=True),
    sqlite_autoincrement=True,
)

mentions = Table(
    "mentions",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    *_bounds(),
    _words("label", nullable=False),
    _words("form", nullable=False),
    _refer("entity_id", "entities", nullable=True),
    _refer("sentence_id", "sentences", nullable=True),
)

# In relations, wants and events, `start` and `end` bound the sentences that show them.
relations = Table(
    "relations",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    _words("local_id", nullable=False),
    *_bounds(),
    _words("type", nullable=False),
    *_bounds("subject_"),
    _refer("subject_entity", "entities", nullable=True),
    *_bounds("object_", nullable=True),
    _refer("object_entity", "entities", nullable=True),
    _words("value"),
    _words("date"),
    _words("factuality", nullable=False),
    _refer("attribution_id", "attributions", nullable=True),
)

wants = Table(
    "wants",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    _words("local_id", nullable=False),
    *_bounds(),
    *_bounds("actor_"),
    _refer("actor_entity", "entities", nullable=True),
    _words("kind", nullable=False),
    _words("polarity", nullable=False),
    *_bounds("goal_"),
    Column("conditional", Boolean, nullable=False),
    Column("ready", Boolean, nullable=False),
    _refer("attribution_id", "attributions", nullable=True),
)

want_toward = Table(
    "want_toward",
    metadata,
    _id(),
    _refer("want_id", "wants"),
    *_bounds(),
    _refer("entity_id", "entities", nullable=True),
)

events = Table(
    "events",
    metadata,
    _id(),
    _refer("report_id", "reports"),
    _words("local_id", nullable=False),
    *_bounds(),
    _words("type", nullable=False),
    _list("modes"),
    _list("contexts"),
    _words("cameo"),
    *_bounds("trigger_"),
    *_bounds("place_", nullable=True),
    _refer("place_entity", "entities", nullable=True),
    _words("date"),
    _words("factuality", nullable=False),
    _refer("attribution_id", "attributions", nullable=True),
    # What accounts compares besides: the stems of the trigger, of the sentence and of the place's words.
    _words("stem", nullable=False),
    _list("stems"),
    _list("place_stems"),
    # Whether the report tells it at its head: see store.report_writer.
    Column("lead", Boolean, nullable=False),
    # The first event of its report that is the same deed, which may be this one: it stands for all of them.
    Column("deed_id", Integer, ForeignKey("events.id", ondelete="CASCADE"), index=True),
    # Where it stands among the events of a block, whatever was read first: see accounts.blocks.
    Column("rank", BigInteger, nullable=False),
    Column("account", Words, index=True),
    _words("why"),
    Column("settled", Boolean, nullable=False, index=True),
)


def _parties(name: str) -> Table:
    return Table(
        name,
        metadata,
        _id(),
        _refer("event_id", "events"),
        *_bounds(),
        _refer("entity_id", "entities", nullable=True),
        # Of their words: all there is to compare where they name nobody.
        _list("stems"),
        # Whom a description belongs to: the Hill Army of "soldiers of the Hill Army".
        _refer("side_entity", "entities", nullable=True),
    )


event_actors = _parties("event_actors")
event_recipients = _parties("event_recipients")

# The further sentences that tell an event, each with the word that tells it there.
event_mentions = Table(
    "event_mentions",
    metadata,
    _id(),
    _refer("event_id", "events"),
    *_bounds(),
    *_bounds("trigger_"),
    _words("factuality", nullable=False),
    _refer("attribution_id", "attributions", nullable=True),
)

# How many were killed, injured …; `start` and `end` bound the sentence that tells it, which need not be
# that of the event, `attribution_id` is who carries the number.
event_sizes = Table(
    "event_sizes",
    metadata,
    _id(),
    _refer("event_id", "events"),
    *_bounds(),
    _words("kind", nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("of_recipients", Boolean, nullable=False),
    _refer("attribution_id", "attributions", nullable=True),
)

# Where other events could be met that are the same: see accounts.blocks.
event_blocks = Table(
    "event_blocks",
    metadata,
    Column("block", Words, primary_key=True),
    Column("rank", BigInteger, primary_key=True),
    Column("event_id", Integer, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Deeds as accounts compares them, but for the company and topic of their reports: see store.sketch_rows.
event_sketches = Table(
    "event_sketches",
    metadata,
    Column("event_id", Integer, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    _list("sketch"),
)

# Pairs of events that may be one: how likely (log-odds), why in words; whether groups were joined along it.
event_links = Table(
    "event_links",
    metadata,
    Column("one_id", Integer, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("other_id", Integer, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("one_rank", BigInteger, nullable=False),
    Column("other_rank", BigInteger, nullable=False),
    Column("score", Float, nullable=False),
    _words("why", nullable=False),
    Column("joined", Boolean, nullable=False),
    sqlite_with_rowid=False,
)


def _of_report(name: str, *columns: Column[Any]) -> Table:
    """A narrow table of very many rows that go with their report; `trigger_start` tells them apart.

    What they refer to besides is of the same report, and goes with it, too.
    """
    report = ForeignKey("reports.id", ondelete="CASCADE")
    return Table(
        name,
        metadata,
        Column("report_id", Integer, report, primary_key=True),
        Column("trigger_start", Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


# What else happened: see model.happening. `start` and `end` bound the sentence, `event_id` is the event that
# the word tells, too.
happenings = _of_report(
    "happenings",
    Column("trigger_end", Integer, nullable=False),
    *_bounds(),
    _words("family", nullable=False),
    _words("factuality", nullable=False),
    *_bounds("place_", nullable=True),
    Column("place_entity", Integer),
    _words("date"),
    Column("attribution_id", Integer),
    Column("event_id", Integer),
)

# Who takes part in them: subjects, and objects.
happening_parties = _of_report(
    "happening_parties",
    Column("object", Boolean, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("entity_id", Integer),
)
