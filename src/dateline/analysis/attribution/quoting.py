"""Joins quotations to the cues beside them, and carries the speaker through a run of quotations."""

from dataclasses import dataclass

from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable, Frame
from dateline.model.attribution import Act, Quotation

_STOPS = frozenset(".!?")
_NAMES = frozenset({"PROPN", "NOUN", "PRON"})
_REACH = 45  # tokens between a quotation and a cue that introduces it


@dataclass(frozen=True, slots=True)
class Block:
    """A quotation as the cues see it: its tokens `[start, end)`, marks included, and its paragraph."""

    number: int
    quotation: Quotation
    start: int
    end: int
    paragraph: int
    ends_sentence: bool


class Quoting:
    """Works through the quotations of one report, level by level of nesting."""

    def __init__(self, draft: Draft, table: CueTable, readings: list[Reading]) -> None:
        self.draft, self.parse, self.table = draft, draft.parse, table
        self.readings = readings
        self.by_anchor = {r.anchor: r for r in readings}
        self.blocks = [b for b in map(self._block, range(len(draft.quotations))) if b is not None]
        self.quoted: dict[int, int] = {}
        for block in self.blocks:
            for token in range(block.start, block.end):
                self.quoted[token] = block.number  # the innermost comes last
        self.owner: dict[int, Reading] = {}

    def run(self) -> None:
        for block in self.blocks:
            self._take(block)
        last: dict[int | None, tuple[Block, Reading]] = {}
        for block in self.blocks:
            level = block.quotation.parent
            if block.number not in self.owner and block.quotation.speech:
                self._carry(block, last.get(level))
            if block.number in self.owner:
                last[level] = (block, self.owner[block.number])

    def _block(self, number: int) -> Block | None:
        parse, quotation = self.parse, self.draft.quotations[number]
        tokens = parse.tokens_in(quotation.span)
        if not tokens:
            return None
        paragraph = parse.sentences[parse.sentence_of[tokens[0]]].paragraph
        last = quotation.inner.of(self.draft.text).rstrip()[-1:]
        return Block(number, quotation, tokens[0], tokens[-1] + 1, paragraph, last in _STOPS)

    # ------------------------------------------------------------------ cues beside a quotation
    def _take(self, block: Block) -> None:
        """Gives a quotation to the reading whose content it stands in, or to the cue beside it."""
        inner = range(block.start, block.end)
        carrier = self._carrier(block)
        if carrier is not None and carrier.frame != "adverb":
            if carrier.frame == Frame.CLAUSE or not self._is_whole(block):
                if block.quotation.speech or len(carrier.content & set(inner)) > len(inner) / 2:
                    carrier.content |= set(inner)
                carrier.quotes.append(block.number)
                self.owner[block.number] = carrier
                return
        if not block.quotation.speech and not self._is_whole(block):
            return
        cue = self._behind(block) or self._before(block)
        if cue is None:
            if carrier is not None:
                self.owner[block.number] = carrier
                carrier.quotes.append(block.number)
            return
        if cue.frame != Frame.CLAUSE and not cue.quotes:
            cue.content = set()
        cue.frame = Frame.QUOTE if not cue.content else cue.frame
        cue.content |= set(inner)
        cue.quotes.append(block.number)
        self.owner[block.number] = cue

    def _carrier(self, block: Block) -> Reading | None:
        """The tightest reading, with its cue outside, whose content holds most of the quotation."""
        best: Reading | None = None
        words = [t for t in range(block.start, block.end) if self.parse.pos[t] != "PUNCT"]
        for reading in self.readings:
            if block.start <= reading.anchor < block.end or not reading.content:
                continue
            if min(reading.content) >= block.end or max(reading.content) < block.start:
                continue
            shared = sum(t in reading.content for t in words)
            if shared * 2 > len(words) and (best is None or len(reading.content) < len(best.content)):
                best = reading
        return best

    def _is_whole(self, block: Block) -> bool:
        """A quotation that is a sentence of its own: it starts with a capital and is set off."""
        parse = self.parse
        first = next((t for t in range(block.start, block.end) if parse.pos[t] != "PUNCT"), block.start)
        return parse.words[first][:1].isupper() and block.quotation.speech

    def _outside(self, token: int, block: Block) -> bool:
        """Whether a token stands on the level of the quotation's own surroundings."""
        return self.quoted.get(token) == block.quotation.parent

    def _behind(self, block: Block) -> Reading | None:
        """The cue that follows: "…," he said."""
        parse, end = self.parse, block.end
        limit = min(len(parse), end + _REACH)
        if end >= limit or parse.sentences[parse.sentence_of[end]].paragraph != block.paragraph:
            return None
        if block.ends_sentence and parse.words[end][:1].isupper() and self._last(block) == ".":
            return None
        for token in range(end, limit):
            if not self._outside(token, block) or parse.words[token] in (".", "!", "?", ";"):
                return None
            if parse.sentences[parse.sentence_of[token]].paragraph != block.paragraph:
                return None
            reading = self._quotable(token)
            if reading is not None and parse.deps[token] not in ("relcl", "acl"):
                if reading.source is None:
                    reading.source = self._neighbour(end, token, block)
                return reading
        return None

    def _last(self, block: Block) -> str:
        return block.quotation.inner.of(self.draft.text).rstrip()[-1:]

    def _before(self, block: Block) -> Reading | None:
        """The cue that introduces: he said: "…"; it may end the paragraph before with a colon."""
        parse = self.parse
        found: Reading | None = None
        at = block.start - 1
        if at < 0:
            return None
        colon = parse.words[at] == ":"
        if parse.sentences[parse.sentence_of[at]].paragraph != block.paragraph and not colon:
            return None
        if parse.words[at] in _STOPS or parse.words[at] == ";":
            return None
        while at >= 0 and block.start - at < _REACH:
            if parse.words[at] in _STOPS or (parse.words[at] == ":" and at < block.start - 1):
                break
            if self.quoted.get(at) is not None and not self._outside(at, block):
                break
            reading = self._quotable(at)
            if reading is not None:
                found = reading
                if parse.deps[at] not in ("relcl", "acl", "xcomp"):
                    break
            at -= 1
        if found is None or (not colon and self._far(found, block)):
            return None
        return found

    def _far(self, reading: Reading, block: Block) -> bool:
        """Without a colon only a comma, a preposition or nothing may part a cue from its quotation."""
        previous = self.parse.words[block.start - 1]
        return previous != "," and block.start - reading.anchor > 12

    def _quotable(self, token: int) -> Reading | None:
        reading = self.by_anchor.get(token)
        if reading is None or reading.entry is None or Frame.QUOTE not in reading.entry.frames:
            return None
        return reading

    def _neighbour(self, start: int, cue: int, block: Block) -> Source | None:
        """The noun phrase between a quotation and its cue, or right behind the cue, where the parse gives none."""
        parse = self.parse
        for token in range(start, cue):
            if parse.pos[token] in _NAMES and parse.heads[token] not in range(start, cue):
                tokens = frozenset(t for t in range(start, cue) if parse.pos[t] != "PUNCT" or t > token)
                return Source(token, tokens, token)
        for token in range(cue + 1, min(cue + 3, len(parse))):
            if parse.pos[token] == "PROPN":
                end = token
                while end + 1 < len(parse) and parse.pos[end + 1] == "PROPN":
                    end += 1
                return Source(end, frozenset(range(token, end + 1)), end)
        return None

    # ------------------------------------------------------------------ runs of quotations
    def _carry(self, block: Block, last: tuple[Block, Reading] | None) -> None:
        """A quotation without a cue of its own belongs to the speaker of the run it stands in."""
        if not self._is_whole(block):
            return
        parent = block.quotation.parent
        if parent is not None:
            return
        if last is not None and self._runs_on(last[0], block):
            reading = last[1]
            reading.content |= set(range(block.start, block.end))
            reading.quotes.append(block.number)
            self.owner[block.number] = reading
            return
        speaker = self._just_spoken(block)
        if speaker is None:
            return
        reading = Reading(block.start, None, Act.ASSERT, set(), set(range(block.start, block.end)), speaker)
        reading.frame = Frame.QUOTE
        reading.quotes.append(block.number)
        self.readings.append(reading)
        self.owner[block.number] = reading

    def _runs_on(self, before: Block, block: Block) -> bool:
        """The same paragraph with nothing but the cue in between, or a paragraph that only goes on quoting."""
        parse = self.parse
        reading = self.owner[before.number]
        between = [
            t for t in range(before.end, block.start) if parse.pos[t] != "PUNCT" and t not in reading.content
        ]
        first = self._sentence_start(block.start)
        if before.paragraph == block.paragraph:
            if not between:
                return True
            cue = reading.anchor
            if before.end <= cue < block.start:
                return not any(parse.words[t] in _STOPS for t in range(cue, block.start) if t < max(between))
            return False
        if before.paragraph + 1 != block.paragraph:
            return False
        whole = first == block.start and not between
        if before.quotation.span.end == before.quotation.inner.end:
            return first == block.start
        return whole and self._fills(block)

    def _sentence_start(self, token: int) -> int:
        """The first token of the paragraph a token stands in."""
        parse = self.parse
        number = parse.sentence_of[token]
        paragraph = parse.sentences[number].paragraph
        while number > 0 and parse.sentences[number - 1].paragraph == paragraph:
            number -= 1
        return parse.sentences[number].start

    def _fills(self, block: Block) -> bool:
        """Whether nothing but quotations stands in the paragraph."""
        parse = self.parse
        start = self._sentence_start(block.start)
        end = start
        while end < len(parse) and parse.sentences[parse.sentence_of[end]].paragraph == block.paragraph:
            end += 1
        return all(t in self.quoted or parse.pos[t] == "PUNCT" for t in range(start, end))

    def _just_spoken(self, block: Block) -> Source | None:
        """The source of the sentence right before, in the same paragraph, when it has just one."""
        parse = self.parse
        number = parse.sentence_of[block.start] - 1
        if number < 0 or parse.sentences[number].paragraph != block.paragraph:
            return None
        sentence = parse.sentences[number]
        sources = {
            r.source.head: r.source
            for r in self.readings
            if r.source is not None and sentence.start <= r.anchor < sentence.end and not self._inside(r)
        }
        return next(iter(sources.values())) if len(sources) == 1 else None

    def _inside(self, reading: Reading) -> bool:
        """Whether a reading stands in the content of another."""
        return any(reading.anchor in r.content for r in self.readings if r is not reading)
