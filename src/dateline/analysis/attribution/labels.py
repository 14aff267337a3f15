"""Speakers named without a verb: "SMITH: …" in a transcript, "…" — Jane Doe, "Report: army retreats"."""

from dateline.analysis.attribution.blocks import Block, Blocks
from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable, Frame
from dateline.model.attribution import Act
from dateline.model.entity import Form, Label

_LONGEST = 5  # tokens of a name before a colon
_TAIL = 14  # tokens of a signature behind a dash
_TOLD = 3  # tokens that are told at least
_SPEAKERS = frozenset({"PERSON", "ORG", "NORP"})
_NAMED = frozenset({Label.PERSON, Label.ORGANIZATION, Label.GROUP})
_DASHES = frozenset({"—", "–", "-", "--"})


def labelled(draft: Draft, table: CueTable, blocks: Blocks) -> list[Reading]:
    """A reading for every paragraph that begins with its speaker's name and a colon."""
    return _Labels(draft, table, blocks).find()


class _Labels:
    """The paragraphs of one report, of which some say at their head who speaks."""

    def __init__(self, draft: Draft, table: CueTable, blocks: Blocks) -> None:
        self.draft, self.parse, self.table, self.blocks = draft, draft.parse, table, blocks
        self.turns = _turns(draft)
        self.names = {n.start: n.end for n in draft.parse.names if n.label in _SPEAKERS}
        self.surnames = {
            draft.parse.lower[m.head]
            for m in draft.mentions
            if m.label is Label.PERSON and m.form is Form.NAME
        }

    def find(self) -> list[Reading]:
        found: list[Reading] = []
        paragraph = -1
        for sentence in self.parse.sentences:
            if sentence.paragraph == paragraph:
                continue
            paragraph = sentence.paragraph
            reading = self._read(sentence.start, sentence.title)
            if reading is not None:
                found.append(reading)
        return found

    def _read(self, start: int, title: bool) -> Reading | None:
        parse, end = self.parse, self.blocks.paragraph_end(start)
        if parse.pos[start] == "PUNCT" and start + 1 < end:
            start += 1
        if parse.lower[start] in self.table.words["notices"] and start + 1 < end:
            if parse.words[start + 1] not in _DASHES:
                return None
            start += 2  # "EXCLUSIVE — Jane Doe: …"
        courteous = parse.lower[start] in self.table.words["courtesies"] and start + 2 < end
        if courteous:
            start += 2 if parse.words[start + 1] == "." else 1  # "MR. DOE: …"
        reach = range(start + 1, min(end, start + _LONGEST + 1))
        colon = next((t for t in reach if parse.words[t] == ":"), None)
        if colon is None or end - colon <= _TOLD:
            return None
        called = (
            courteous and parse.text(start, colon) in self.turns and parse.lower[colon - 1] in self.surnames
        )
        if not called and not self._is_label(start, colon, title):
            return None
        source = Source(colon - 1, frozenset(range(start, colon)), colon - 1)
        return Reading(
            colon, None, Act.ASSERT, {colon}, set(range(colon + 1, end)), source, frame=Frame.QUOTE
        )

    def _is_label(self, start: int, colon: int, title: bool) -> bool:
        parse = self.parse
        if self.names.get(start) == colon:
            return True
        if parse.text(start, colon) in self.turns:
            return len(self.turns) > 1 or any(t in self.names for t in range(start, colon))
        single = colon == start + 1
        if single and parse.lemmas[start] in self.table.words["headline_sources"]:
            return True
        quoted = colon + 1 in self.blocks.inside and colon not in self.blocks.inside
        if not title and not quoted:
            return False
        return (single and parse.lower[start] in self.surnames) or self._is_somebody(start, colon)

    def _is_somebody(self, start: int, colon: int) -> bool:
        """Whether nothing but who somebody is stands before a colon: "Maiga: army will not retreat"."""
        position = self.draft.mention_of(colon - 1)
        if position is None:
            return False
        mention = self.draft.mentions[position]
        people = mention.form is Form.NOMINAL and mention.label is Label.GROUP
        named = mention.form is Form.NAME and mention.label in _NAMED
        return (people or named) and mention.span.start <= self.parse.starts[start]


def _turns(draft: Draft) -> set[str]:
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
    if dash + 1 >= len(parse) or parse.words[dash] not in _DASHES:
        return None
    if blocks.paragraph(dash) not in (block.paragraph, block.paragraph + 1):
        return None
    name = range(dash + 1, blocks.paragraph_end(dash))
    if not 0 < len(name) <= _TAIL or parse.pos[dash + 1] != "PROPN":
        return None
    if any(parse.pos[t] in ("VERB", "AUX") for t in name):
        return None
    head = dash + 1
    while head + 1 < name.stop and parse.pos[head + 1] == "PROPN":
        head += 1
    source = Source(head, frozenset(name), head)
    return Reading(
        dash, None, Act.ASSERT, {dash}, set(block.tokens), source, frame=Frame.QUOTE, quotes=[block.number]
    )
