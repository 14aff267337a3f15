"""Findings in the forms other programs read: one file a format, one line in EXPORTS each."""

from collections.abc import Callable, Iterable
from typing import TextIO

from dateline.exports.csv import write_csv
from dateline.exports.event_tables import TABLES
from dateline.exports.evidence import Json
from dateline.exports.jsonl import write_jsonl
from dateline.exports.records import KINDS, export

__all__ = ["EXPORTS", "KINDS", "TABLES", "Json", "export"]

EXPORTS: dict[str, Callable[[Iterable[Json], TextIO], None]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
}
