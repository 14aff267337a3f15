"""JSON Lines: one record a line."""

import json
from collections.abc import Iterable
from typing import Any, TextIO


def write_jsonl(records: Iterable[dict[str, Any]], stream: TextIO) -> None:
    for record in records:
        stream.write(line(record) + "\n")


def line(record: dict[str, Any]) -> str:
    """A record as one line of JSON; escaped all through where it holds what no encoding can carry."""
    text = json.dumps(record, ensure_ascii=False)
    return text if _encodable(text) else json.dumps(record)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
