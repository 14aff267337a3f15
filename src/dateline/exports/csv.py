"""Comma-separated values (RFC 4180), for spreadsheets: one row a record, nested fields spread over columns.

A field of a field is `field.field`; lists of plain values are joined with "; "; a list of objects stays
JSON, since a cell has no better form for it. The evidence is counted and its first piece spelled out.
"""

import csv
import json
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, TextIO

# A spreadsheet takes a cell that starts so for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(records: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """Writes a header and a row for each record; nothing at all when there are none."""
    rows = [_flat(record) for record in records]
    columns = _columns(rows)
    if not columns:
        return
    writer = csv.DictWriter(stream, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)


def _columns(rows: list[dict[str, Any]]) -> list[str]:
    """All columns in order of first sight; a field that is spread in other rows needs none of its own."""
    columns = dict.fromkeys(column for row in rows for column in row)
    spread = {above for c in columns for above in accumulate(c.split(".")[:-1], "{}.{}".format)}
    return [c for c in columns if c not in spread]


def _flat(record: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    row: dict[str, Any] = {}
    for field, value in record.items():
        if field == "evidence":
            row["evidence.count"] = len(value)
            row |= _flat(value[0] if value else {}, "evidence.")
            row["evidence.chain"] = " > ".join(
                link["source"] or "?" for e in value[:1] for link in e["chain"]
            )
        elif isinstance(value, dict) and value:
            row |= _flat(value, f"{prefix}{field}.")
        else:
            row[prefix + field] = _cell(value)
    return row


def _cell(value: Any) -> Any:
    if value is None or value == {}:
        return ""
    if isinstance(value, list):
        plain = all(isinstance(v, str | int | float) for v in value)
        return safe("; ".join(map(str, value)) if plain else json.dumps(value, ensure_ascii=False))
    return safe(value) if isinstance(value, str) else value


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    text = text.encode("utf-8", "replace").decode()
    return "'" + text if len(text) > 1 and text.startswith(_FORMULA) else text
