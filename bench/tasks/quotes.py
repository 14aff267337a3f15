"""Which characters stand inside double quotation marks, by a plain scan, for gold and predictions alike."""

import re

from bench.contract import Span

_MARK = re.compile(r"[\"“”„]|''|``")
_ALWAYS_OPEN = frozenset({"“", "„", "``"})
_ALWAYS_CLOSE = "”"


def quoted_spans(text: str) -> list[Span]:
    """The stretches between quotation marks; one left open ends with its paragraph."""
    found: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in _MARK.finditer(text, *paragraph.span()):
            if opened is None:
                opened = None if mark.group() == _ALWAYS_CLOSE else mark.end()
            elif mark.group() not in _ALWAYS_OPEN:
                found.append((opened, mark.start()))
                opened = None
        if opened is not None:
            found.append((opened, paragraph.end()))
    return found
