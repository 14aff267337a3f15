"""The tables of who is who: identities, their names, and what was judged of them."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, Table

from dateline.store.dialect import Words
from dateline.store.schema.columns import key, listed, metadata, words

_BEARER = ("kind", "key", "label")

identities = Table(
    "identities",
    metadata,
    key(),
    Column("digest", Words, nullable=False, unique=True),
    words("type", nullable=False),
    words("name", nullable=False),
    listed("aliases"),
    words("country"),
    words("sector"),
    listed("roles"),
    listed("links"),
    Column("geo", JSON),
    # What accounts compares: see accounts.identity.Identity; `compared` is what SQL need not know of it.
    words("kind", nullable=False),
    words("key", nullable=False),
    words("local"),
    words("surname"),
    words("label"),
    listed("compared"),
    # How many entities, and how many mentions of them, are described so.
    Column("uses", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("actor", Words, index=True),
    # Why it is that actor and how sure that is: see accounts.resolve.Verdict.
    words("why"),
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
    key(),
    Column("public_id", Words, nullable=False, index=True),
    words("decision", nullable=False),
    *(words(f"{side}_{field}", nullable=field == "label") for side in ("one", "other") for field in _BEARER),
    words("made_by", nullable=False),
    words("made"),
    Column("score", Float, nullable=False),
    words("why", nullable=False),
    listed("features"),
    words("withdrawn"),
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
    words("label", nullable=False),
    sqlite_with_rowid=False,
)
