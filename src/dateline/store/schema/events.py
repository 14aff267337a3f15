"""The tables of what happened: events, what accounts compares of them, and happenings."""

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Integer, Table

from dateline.store.dialect import Words
from dateline.store.schema.columns import bounds, key, listed, metadata, refer, words

events = Table(
    "events",
    metadata,
    key(),
    refer("report_id", "reports"),
    words("local_id", nullable=False),
    *bounds(),
    words("type", nullable=False),
    listed("modes"),
    listed("contexts"),
    words("cameo"),
    *bounds("trigger_"),
    *bounds("place_", nullable=True),
    refer("place_entity", "entities", nullable=True),
    words("date"),
    words("factuality", nullable=False),
    refer("attribution_id", "attributions", nullable=True),
    # What accounts compares besides: the stems of the trigger, of the sentence and of the place's words.
    words("stem", nullable=False),
    listed("stems"),
    listed("place_stems"),
    # Whether the report tells it at its head: see store.finding_writer.
    Column("lead", Boolean, nullable=False),
    # The first event of its report that is the same deed, which may be this one: it stands for all of them.
    Column("deed_id", Integer, ForeignKey("events.id", ondelete="CASCADE"), index=True),
    # Where it stands among the events of a block, whatever was read first: see accounts.blocks.
    Column("rank", BigInteger, nullable=False),
    Column("account", Words, index=True),
    words("why"),
    Column("settled", Boolean, nullable=False, index=True),
)


def _parties(name: str) -> Table:
    return Table(
        name,
        metadata,
        key(),
        refer("event_id", "events"),
        *bounds(),
        refer("entity_id", "entities", nullable=True),
        # Of their words: all there is to compare where they name nobody.
        listed("stems"),
        # Whom a description belongs to: the Hill Army of "soldiers of the Hill Army".
        refer("side_entity", "entities", nullable=True),
    )


event_actors = _parties("event_actors")
event_recipients = _parties("event_recipients")

# The further sentences that tell an event, each with the word that tells it there.
event_mentions = Table(
    "event_mentions",
    metadata,
    key(),
    refer("event_id", "events"),
    *bounds(),
    *bounds("trigger_"),
    words("factuality", nullable=False),
    refer("attribution_id", "attributions", nullable=True),
)

# How many were killed, injured …; `start` and `end` bound the sentence that tells it, which need not be
# that of the event, `attribution_id` is who carries the number.
event_sizes = Table(
    "event_sizes",
    metadata,
    key(),
    refer("event_id", "events"),
    *bounds(),
    words("kind", nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("of_recipients", Boolean, nullable=False),
    refer("attribution_id", "attributions", nullable=True),
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
    listed("sketch"),
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
    words("why", nullable=False),
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
    *bounds(),
    words("family", nullable=False),
    words("factuality", nullable=False),
    *bounds("place_", nullable=True),
    Column("place_entity", Integer),
    words("date"),
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
