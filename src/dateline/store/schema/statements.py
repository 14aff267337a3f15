"""The tables of what reports say of whom: entities, attributions, relations, wants."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table

from dateline.store.dialect import Words
from dateline.store.schema.columns import bounds, key, listed, metadata, refer, words

entities = Table(
    "entities",
    metadata,
    key(),
    refer("report_id", "reports"),
    words("local_id", nullable=False),
    Column("identity_id", Integer, ForeignKey("identities.id"), nullable=False, index=True),
    Column("mentions", Integer, nullable=False),
)

attributions = Table(
    "attributions",
    metadata,
    key(),
    refer("report_id", "reports"),
    words("local_id", nullable=False),
    *bounds(),
    listed("source"),
    refer("source_entity", "entities", nullable=True),
    # Whether the source is a bare pronoun; without an entity, nobody knows whose.
    Column("pronoun", Boolean, nullable=False),
    listed("cue"),
    listed("content"),
    # The same for the same content, however it is spelled.
    Column("content_key", Words, nullable=False, index=True),
    words("kind", nullable=False),
    words("act", nullable=False),
    words("hedge"),
    words("medium"),
    words("said"),
    refer("parent_id", "attributions", nullable=True),
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
    key(),
    refer("report_id", "reports"),
    *bounds(),
    # The innermost speech that makes up most of the sentence.
    refer("attribution_id", "attributions", nullable=True),
    sqlite_autoincrement=True,
)

mentions = Table(
    "mentions",
    metadata,
    key(),
    refer("report_id", "reports"),
    *bounds(),
    words("label", nullable=False),
    words("form", nullable=False),
    refer("entity_id", "entities", nullable=True),
    refer("sentence_id", "sentences", nullable=True),
)

# In relations, wants and events, `start` and `end` bound the sentences that show them.
relations = Table(
    "relations",
    metadata,
    key(),
    refer("report_id", "reports"),
    words("local_id", nullable=False),
    *bounds(),
    words("type", nullable=False),
    *bounds("subject_"),
    refer("subject_entity", "entities", nullable=True),
    *bounds("object_", nullable=True),
    refer("object_entity", "entities", nullable=True),
    words("value"),
    words("date"),
    words("factuality", nullable=False),
    refer("attribution_id", "attributions", nullable=True),
)

wants = Table(
    "wants",
    metadata,
    key(),
    refer("report_id", "reports"),
    words("local_id", nullable=False),
    *bounds(),
    *bounds("actor_"),
    refer("actor_entity", "entities", nullable=True),
    words("kind", nullable=False),
    words("polarity", nullable=False),
    *bounds("goal_"),
    Column("conditional", Boolean, nullable=False),
    Column("ready", Boolean, nullable=False),
    refer("attribution_id", "attributions", nullable=True),
)

want_toward = Table(
    "want_toward",
    metadata,
    key(),
    refer("want_id", "wants"),
    *bounds(),
    refer("entity_id", "entities", nullable=True),
)
