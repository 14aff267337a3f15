"""Carries the speaker through a run of quotations of which only one has a cue."""

from dateline.analysis.attribution.blocks import Block, Blocks, is_stop
from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.draft import Draft
from dateline.language.cues import Frame
from dateline.model.attribution import Act

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SENTENCE = 8  # tokens of a quotation, marks included, that is no title


class Runs:
    """Works through the quotations that no cue stands beside; `readings` gains what is new."""

    def __init__(
        self, draft: Draft, blocks: Blocks, readings: list[Reading], owner: dict[int, Reading]
    ) -> None:
        self.draft, self.parse, self.blocks = draft, draft.parse, blocks
        self.readings, self.owner = readings, owner
        self.in_sentence: dict[int, list[Reading]] = {}
        for reading in readings:
            if reading.content:
                self.in_sentence.setdefault(self.parse.sentence_of[reading.anchor], []).append(reading)

    def run(self) -> None:
        last: Block | None = None
        waiting: list[Block] = []
        for block in self.blocks.all:
            if block.parent is not None:
                continue
            if block.number not in self.owner and block.whole:
                self._carry(block, last)
            if block.number in self.owner:
                self._hand_back(waiting, block)
                last, waiting = block, []
            elif block.quotation.speech:
                waiting.append(block)

    def unowned(self) -> None:
        """A reading without a source for every quotation of a sentence or more that nobody is named for.

        What stands in it is somebody's word all the same.
        """
        held = {t for r in self.readings if r.anchor not in self.blocks.inside for t in r.content}
        for block in self.blocks.all:
            if block.number in self.owner or block.parent is not None or not self._is_statement(block):
                continue
            words = [t for t in block.tokens if self.parse.pos[t] != "PUNCT"]
            if sum(t in held for t in words) * 2 < len(words):
                self.readings.append(self._new(block, None))

    def _is_statement(self, block: Block) -> bool:
        """Whether a quotation is no title or slogan, as far as its length and its verbs tell."""
        finite = any(self.parse.tags[t] in _FINITE for t in block.tokens)
        return block.whole and finite and len(block.tokens) >= _SENTENCE

    def _give(self, reading: Reading, block: Block) -> None:
        reading.content |= set(block.tokens)
        reading.quotes.append(block.number)
        self.owner[block.number] = reading

    def _hand_back(self, waiting: list[Block], block: Block) -> None:
        """Quotations before the first cue of their paragraph: "One." "Two," she said."""
        reading = self.owner[block.number]
        if reading.frame != Frame.QUOTE or reading.anchor < block.start:
            return
        for earlier in reversed(waiting):
            if earlier.paragraph != block.paragraph or not self._only_quotes(earlier.end, block.start):
                return
            self._give(reading, earlier)
            block = earlier

    def _only_quotes(self, start: int, end: int) -> bool:
        return all(self.parse.pos[t] == "PUNCT" for t in range(start, end)) or end - start <= 2

    def _carry(self, block: Block, last: Block | None) -> None:
        if last is not None and self._runs_on(last, block):
            self._give(self.owner[last.number], block)
            return
        spoken = self._just_spoken(block) if self._opens_sentence(block) else None
        if spoken is None:
            return
        if (
            last is not None
            and last.paragraph == block.paragraph
            and self._same(spoken, self.owner[last.number])
        ):
            self._give(self.owner[last.number], block)
        elif self._speaks(spoken):
            self._give(spoken, block)
        elif spoken.source is not None:
            self.readings.append(self._new(block, spoken.source))

    def _opens_sentence(self, block: Block) -> bool:
        """Whether nothing but other quotations, or a "but", stands before a quotation in its sentence."""
        parse = self.parse
        before = range(parse.sentences[parse.sentence_of[block.start]].start, block.start)
        return all(parse.pos[t] in ("PUNCT", "CCONJ") or t in self.blocks.inside for t in before)

    def _new(self, block: Block, source: Source | None) -> Reading:
        reading = Reading(block.start, None, Act.ASSERT, set(), set(), source, frame=Frame.QUOTE)
        self._give(reading, block)
        return reading

    def _speaks(self, reading: Reading) -> bool:
        """Whether a reading is one of saying, so that the quotation behind it goes on with its content."""
        entry = reading.entry
        return (
            entry is not None
            and {Frame.QUOTE, Frame.CLAUSE} <= entry.frames
            and reading.frame == Frame.CLAUSE
        )

    def _runs_on(self, before: Block, block: Block) -> bool:
        """Nothing but the cue in between, or a paragraph that only goes on quoting."""
        reading = self.owner[before.number]
        if before.paragraph == block.paragraph:
            return not self._another_sentence(before, block.start, reading)
        if before.paragraph + 1 != block.paragraph or self.blocks.paragraph_start(block.start) != block.start:
            return False
        if before.quotation.span.end == before.quotation.inner.end:
            return True  # never closed: the next paragraph opens anew
        end = self.blocks.paragraph_end(before.start)
        return self._fills(block) and not self._another_sentence(before, end, reading)

    def _another_sentence(self, before: Block, end: int, reading: Reading) -> bool:
        """Whether a sentence other than the cue's stands between a quotation and a later token."""
        parse = self.parse
        stopped = False
        for token in range(before.end, end):
            if token in reading.content:
                continue
            if stopped and parse.pos[token] != "PUNCT":
                return True
            stopped = stopped or is_stop(parse, token)
        if before.last in (".", "!", "?") and not before.end <= reading.anchor < end:
            return any(parse.pos[t] != "PUNCT" for t in range(before.end, end))
        return False

    def _fills(self, block: Block) -> bool:
        """Whether nothing but quotations stands in the paragraph."""
        here = range(self.blocks.paragraph_start(block.start), self.blocks.paragraph_end(block.start))
        return all(t in self.blocks.inside or self.parse.pos[t] == "PUNCT" for t in here)

    def _just_spoken(self, block: Block) -> Reading | None:
        """The outermost reading of the sentence right before, in the same paragraph, if one source speaks."""
        parse = self.parse
        number = parse.sentence_of[block.start] - 1
        if number < 0 or parse.sentences[number].paragraph != block.paragraph:
            return None
        here = [r for r in self.in_sentence.get(number, ()) if r.source is not None]
        outer = [r for r in here if not any(r.anchor in o.content for o in here if o is not r)]
        speakers = {r.source.refers for r in outer if r.source is not None}
        return outer[-1] if len(speakers) == 1 else None

    def _same(self, one: Reading, other: Reading) -> bool:
        """Whether two readings have one speaker, as far as coreference tells."""
        entities = [self._entity(r) for r in (one, other)]
        return entities[0] is not None and entities[0] == entities[1]

    def _entity(self, reading: Reading) -> str | None:
        position = self.draft.mention_of(reading.source.refers) if reading.source else None
        return self.draft.entity_of(position) if position is not None else None
