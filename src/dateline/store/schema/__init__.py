"""The tables of a store.

What a report says is kept report by report and as it was said (documents … events); an *identity* is one
entity exactly as a report describes it, shared by all reports that describe it alike, and carries the
actor that accounts decided it is; an event carries the account it belongs to, in the same way. Nothing
merged is stored but these decisions: records are merged when asked for.
"""

from sqlalchemy import Column, Table

from dateline.store.dialect import Words
from dateline.store.schema.actors import blocks, identities, judgements, labels, name_grams, name_words, names
from dateline.store.schema.columns import metadata
from dateline.store.schema.events import (
    event_actors,
    event_blocks,
    event_links,
    event_mentions,
    event_recipients,
    event_sizes,
    event_sketches,
    events,
    happening_parties,
    happenings,
)
from dateline.store.schema.reports import derived, documents, loans, marks, passages, problems, reports, times
from dateline.store.schema.statements import (
    about,
    attributions,
    entities,
    mentions,
    relations,
    sentences,
    want_toward,
    wants,
)

# Raised with every change of the tables; a store of another version is refused, not guessed at.
SCHEMA_VERSION = 10

meta = Table("dateline_meta", metadata, Column("key", Words, primary_key=True), Column("value", Words))

__all__ = [
    "SCHEMA_VERSION",
    "about",
    "attributions",
    "blocks",
    "derived",
    "documents",
    "entities",
    "event_actors",
    "event_blocks",
    "event_links",
    "event_mentions",
    "event_recipients",
    "event_sizes",
    "event_sketches",
    "events",
    "happening_parties",
    "happenings",
    "identities",
    "judgements",
    "labels",
    "loans",
    "marks",
    "mentions",
    "meta",
    "metadata",
    "name_grams",
    "name_words",
    "names",
    "passages",
    "problems",
    "relations",
    "reports",
    "sentences",
    "times",
    "want_toward",
    "wants",
]
