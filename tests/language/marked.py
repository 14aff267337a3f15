"""Reads an example of the cue lexicon: "[The minister|source] [denied|cue] [losing the town|content]."."""

import re

_MARK = re.compile(r"\[([^\[\]|]*)\|(source|cue|content)\]")

type Parts = dict[str, list[tuple[int, int]]]


def read_marked(example: str) -> tuple[str, Parts]:
    """The plain sentence, and the offsets `[start, end)` of its parts in it."""
    parts: Parts = {"source": [], "cue": [], "content": []}
    text, last = "", 0
    for match in _MARK.finditer(example):
        text += example[last : match.start()]
        parts[match[2]].append((len(text), len(text) + len(match[1])))
        text += match[1]
        last = match.end()
    return text + example[last:], parts
