"""The columns that many tables share."""

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Integer, MetaData

from dateline.store.dialect import Words

metadata = MetaData()


def key() -> Column[Any]:
    return Column("id", Integer, primary_key=True)


def refer(column: str, table: str, *, nullable: bool = False, index: bool = True) -> Column[Any]:
    """A reference; a row goes when what it refers to goes."""
    target = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(column, Integer, target, nullable=nullable, index=index)


def bounds(prefix: str = "", *, nullable: bool = False) -> tuple[Column[Any], Column[Any]]:
    return (
        Column(f"{prefix}start", Integer, nullable=nullable),
        Column(f"{prefix}end", Integer, nullable=nullable),
    )


def words(name: str, *, nullable: bool = True) -> Column[Any]:
    return Column(name, Words, nullable=nullable)


def listed(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False)
