"""Speakers named without a verb: "SMITH: …" in a transcript, "…" — Jane Doe, "Report: army retreats"."""

from dateline.analysis.attribution.blocks import Block, Blocks
from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable, Frame
from dateline.model.attribution import Act
from dateline.model.entity import Form, Label

_LONGEST = 5  # tokens of a name before a colon
_TAIL = 14  # tokens of a signature behind a dash
_SPEAKERS = frozenset({"PERSON", "ORG", "NORP"})


def labelled(draft: Draft, table: CueTable, blocks: Blocks) -> list[Reading]:
    """A reading for every paragraph that begins with its speaker's name and a colon."""
    parse = draft.parse
    found: list[Reading] = []
    speakers = _speakers(draft)
    named = {n.start: n for n in parse.names if n.label in _SPEAKERS}
    paragraph = -1
    for sentence in parse.sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        start = sentence.start
        end = blocks.paragraph_end(start)
        if parse.pos[start] == "PUNCT" and start + 1 < end:
            start += 1
        colon = next((t for t in range(start, min(end, start + _LONGEST + 1)) if parse.words[t] == ":"), None)
        if colon is None or colon == start or end - colon < 4:
            continue
        name = named.get(start)
        spoken = parse.text(start, colon) in speakers
        headline = sentence.title and _is_person(draft, start, colon)
        noun = colon == start + 1 and parse.lemmas[start] in table.words["headline_sources"]
        if not (
            noun
            or headline
            or (name is not None and name.end == colon)
            or (spoken and (any(t in named for t in range(start, colon)) or len(speakers) > 1))
        ):
            continue
        source = Source(colon - 1, frozenset(range(start, colon)), colon - 1)
        content = set(range(colon + 1, end))
        found.append(Reading(colon, None, Act.ASSERT, {colon}, content, source, frame=Frame.QUOTE))
    return found


def _is_person(draft: Draft, start: int, colon: int) -> bool:
    """Whether nothing but somebody's name stands before a colon: "Maiga: army will not retreat"."""
    position = draft.mention_of(colon - 1)
    if position is None:
        return False
    mention = draft.mentions[position]
    return (
        mention.label is Label.PERSON
        and mention.form is Form.NAME
        and mention.span.start <= draft.parse.starts[start]
    )


def _speakers(draft: Draft) -> set[str]:
    """Names in capitals that stand before a colon at least twice: the people of a transcript."""
    parse = draft.parse
    seen: dict[str, int] = {}
    for token, word in enumerate(parse.words):
        if word == ":" and token and parse.words[token - 1].isupper():
            start = token - 1
            while start and parse.words[start - 1].isupper() and token - start < _LONGEST:
                start -= 1
            name = parse.text(start, token)
            seen[name] = seen.get(name, 0) + 1
    return {name for name, count in seen.items() if count > 1 and len(name) > 1}


def signed(draft: Draft, blocks: Blocks, owner: dict[int, Reading]) -> list[Reading]:
    """A reading for every quotation that is signed behind a dash."""
    found: list[Reading] = []
    for block in blocks.all:
        if block.number not in owner and block.whole and block.parent is None:
            reading = _signature(draft, blocks, block)
            if reading is not None:
                owner[block.number] = reading
                found.append(reading)
    return found


def _signature(draft: Draft, blocks: Blocks, block: Block) -> Reading | None:
    parse, dash = draft.parse, block.end
    if dash + 1 >= len(parse) or parse.words[dash] not in ("—", "-", "--"):
        return None
    end = blocks.paragraph_end(block.start)
    name = range(dash + 1, end)
    if (
        blocks.paragraph(dash) != block.paragraph
        or not 0 < len(name) <= _TAIL
        or parse.pos[dash + 1] != "PROPN"
    ):
        return None
    if any(parse.pos[t] in ("VERB", "AUX") for t in name):
        return None
    head = dash + 1
    while head + 1 < end and parse.pos[head + 1] == "PROPN":
        head += 1
    source = Source(head, frozenset(name), head)
    return Reading(
        dash, None, Act.ASSERT, {dash}, set(block.tokens), source, frame=Frame.QUOTE, quotes=[block.number]
    )
