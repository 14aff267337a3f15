"""Joins quotations to the cues beside them."""

from dateline.analysis.attribution.blocks import STOPS, Block, Blocks
from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.attribution.unlisted import Unlisted
from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable, Frame

_NAMES = frozenset({"PROPN", "NOUN", "PRON"})
_MISTAGGED = frozenset({"INTJ", "X", "ADJ", "ADV"})
_ASIDE = frozenset({"relcl", "acl"})  # a verb that only describes somebody: "the mayor, who said …"
_ENDS = frozenset(",.!?")  # before a closing mark: the quotation is complete
_REACH = 45  # tokens between a quotation and its cue
_NEAR = 12  # the same, with nothing but a word or a comma to join them


class Quoting:
    """Gives every quotation of a report to the reading it belongs to, where a cue stands beside or around it.

    `owner` maps a quotation's number to its reading.
    """

    def __init__(self, draft: Draft, blocks: Blocks, table: CueTable, readings: list[Reading]) -> None:
        self.draft, self.parse, self.blocks, self.readings = draft, draft.parse, blocks, readings
        self.by_anchor = {r.anchor: r for r in readings}
        self.unlisted = Unlisted(draft, table, blocks, self.by_anchor)
        self.holding: dict[int, list[Reading]] = {}
        for reading in readings:
            for token in reading.content:
                if token in blocks.inside:
                    self.holding.setdefault(token, []).append(reading)
        self.owner: dict[int, Reading] = {}

    def run(self) -> None:
        for block in self.blocks.all:
            self._take(block)

    def _take(self, block: Block) -> None:
        carrier = self._carrier(block)
        beside = self._beside(block) if block.whole or (block.quotation.speech and carrier is None) else None
        if beside is not None:
            self._quote(beside, block, carrier)
        elif carrier is not None and carrier.frame != "adverb":
            words = [t for t in block.tokens if self.parse.pos[t] != "PUNCT"]
            if block.quotation.speech or sum(t in carrier.content for t in words) * 2 > len(words):
                carrier.content |= set(block.tokens)
            self._give(carrier, block)
        else:
            self._unlisted(block)

    def _unlisted(self, block: Block) -> None:
        reading = self.unlisted.find(block)
        if reading is None:
            return
        if reading.anchor not in self.by_anchor:
            self.by_anchor[reading.anchor] = reading
            self.readings.append(reading)
        reading.content |= set(block.tokens)
        self._give(reading, block)

    def _give(self, reading: Reading, block: Block) -> None:
        reading.quotes.append(block.number)
        self.owner[block.number] = reading

    def _quote(self, cue: Reading, block: Block, carrier: Reading | None) -> None:
        """Direct speech: the quotation is the content, with a clause that it only ends."""
        if carrier is not None and carrier is not cue and cue.anchor not in carrier.content:
            carrier.content -= set(block.tokens)
        quoted = {t for n in cue.quotes for t in self.blocks.by_number[n].tokens}
        if self._runs_into(cue, block):
            cue.content |= set(self._gap(cue, block))
        elif cue.frame != Frame.CLAUSE:
            cue.content = quoted
        elif block.end <= cue.anchor:
            speaker = cue.source.tokens if cue.source is not None else frozenset()
            cue.content = {t for t in cue.content if t < cue.anchor and t not in speaker} | quoted
        elif block.whole and block.last in _ENDS:
            cue.content = {t for t in cue.content if t < block.end} | quoted
        elif not any(t in cue.content for t in block.tokens):
            cue.content = {t for t in cue.content if t in quoted or t < cue.anchor}
        cue.frame = cue.frame if cue.content - quoted else Frame.QUOTE
        cue.content |= set(block.tokens)
        self._give(cue, block)

    def _runs_into(self, cue: Reading, block: Block) -> bool:
        """Whether a phrase with quoted words in it goes on from a content that the cue already has:
        "described the valley in an interview as “a trap”"."""
        takes = cue.frame in (Frame.OBJECT, Frame.PREDICATE, Frame.TO, Frame.OTHER_TO, Frame.TOLD_TO)
        return takes and not block.whole and bool(cue.content) and cue.anchor < max(cue.content) < block.start

    def _gap(self, cue: Reading, block: Block) -> range:
        """The tokens between the content that a cue has and a quotation."""
        return range(max(cue.content) + 1, block.start)

    def _carrier(self, block: Block) -> Reading | None:
        """The tightest reading, its cue outside, whose content holds most of the quotation."""
        words = [t for t in block.tokens if self.parse.pos[t] != "PUNCT"]
        shared: dict[int, int] = {}
        held: dict[int, Reading] = {}
        for token in words:
            for reading in self.holding.get(token, ()):
                if reading.anchor not in block.tokens:
                    shared[reading.anchor] = shared.get(reading.anchor, 0) + 1
                    held[reading.anchor] = reading
        full = [held[a] for a, count in shared.items() if count * 2 > len(words)]
        return min(full, key=lambda r: (len(r.content), r.anchor), default=None)

    # ------------------------------------------------------------------ the cue beside
    def _beside(self, block: Block) -> Reading | None:
        return self._behind(block) or self._before(block)

    def _outside(self, token: int, block: Block) -> bool:
        """Whether a token stands on the level of the quotation's own surroundings, scare quotes aside."""
        number = self.blocks.inside.get(token)
        while number is not None and number != block.parent and not self.blocks.by_number[number].whole:
            number = self.blocks.by_number[number].parent
        return number == block.parent

    def _quotable(self, token: int) -> Reading | None:
        reading = self.by_anchor.get(token)
        if reading is None or reading.entry is None or Frame.QUOTE not in reading.entry.frames:
            return None
        return reading

    def _behind(self, block: Block) -> Reading | None:
        """The cue that follows: "…," he said."""
        parse, end = self.parse, block.end
        limit = min(len(parse), end + _REACH)
        if end >= limit or self.blocks.paragraph(end) != block.paragraph:
            return None
        anew = parse.words[end][:1].isupper() and (block.last == "." or self._begins(end, block))
        if anew:
            return self._tag(end, limit)
        for token in range(end, limit):
            if not self._outside(token, block) or parse.words[token] in (*STOPS, ";"):
                return None
            if self.blocks.paragraph(token) != block.paragraph:
                return None
            reading = self._quotable(token)
            if reading is not None and parse.deps[token] not in _ASIDE:
                if self._speaks_on(reading, end):
                    return None
                self._mend_source(reading, end, block)
                return reading
        return None

    def _begins(self, token: int, block: Block) -> bool:
        """Whether a pronoun begins a sentence of its own: "“Why?” He had no answer, he said"."""
        return block.last in STOPS and self.parse.pos[token] == "PRON" and self.parse.words[token] != "I"

    def _tag(self, start: int, limit: int) -> Reading | None:
        """A sentence that holds nothing but speaker and cue, behind a full stop: "“We left.” Keita said."."""
        sentence = self.parse.sentences[self.parse.sentence_of[start]]
        for token in range(start, min(limit, sentence.end)):
            reading = self._quotable(token)
            if reading is not None and reading.source is not None:
                named = {*reading.cue, *reading.source.tokens}
                rest = [t for t in range(start, sentence.end) if t not in named]
                bare = sentence.start == start and not reading.content
                return reading if bare and all(self.parse.pos[t] == "PUNCT" for t in rest) else None
        return None

    def _speaks_on(self, reading: Reading, start: int) -> bool:
        """Whether a cue behind a quotation has something else to tell: "“…,” but he denied that …"."""
        parse = self.parse
        if not reading.content or min(reading.content) < reading.anchor:
            return False
        joins = (t for t in range(start, reading.anchor) if parse.pos[t] == "CCONJ")
        return any(parse.pos[parse.heads[t]] in ("VERB", "AUX") for t in joins)

    def _before(self, block: Block) -> Reading | None:
        """The cue that introduces: he said: "…"; with a colon it may end the paragraph before."""
        parse, at = self.parse, block.start - 1
        if at < 0 or parse.words[at] in (*STOPS, ";"):
            return None
        colon = parse.words[at] == ":"
        if self.blocks.paragraph(at) != block.paragraph and not colon:
            return None
        found: Reading | None = None
        while at >= 0 and block.start - at < _REACH:
            if parse.words[at] in STOPS or (parse.words[at] == ":" and at < block.start - 1):
                break
            if not self._outside(at, block):
                break
            reading = self._quotable(at)
            if reading is not None:
                found = reading
                if parse.deps[at] not in (*_ASIDE, "xcomp"):
                    break
            at -= 1
        if found is not None and found.source is None and found.anchor + 1 < block.start:
            found.source = self._after(found.anchor)  # "Added Keita: “…”"
        if found is None or colon:
            return found
        if self._runs_into(found, block) and any(self.parse.words[t] == "," for t in self._gap(found, block)):
            return None  # "faulted the men, mocking “their luck”": the words are another verb's
        near = parse.words[block.start - 1] == "," or block.start - found.anchor <= _NEAR
        return found if near else None

    # ------------------------------------------------------------------ sources the parse misses
    def _mend_source(self, reading: Reading, start: int, block: Block) -> None:
        """Finds the speaker by position where the parse names none, or one inside the quotation."""
        source = reading.source
        if source is not None and source.refers not in block.tokens:
            return
        reading.source = self._between(start, reading.anchor) or self._after(reading.anchor)

    def _between(self, start: int, cue: int) -> Source | None:
        """The noun phrase between a quotation and its cue: "…," a woman in a shawl told the station."""
        parse = self.parse
        here = range(start, cue)
        for token in here:
            if self._is_name(token) and parse.heads[token] not in here:
                return Source(token, frozenset(here), token)
        return next((Source(t, frozenset(here), t) for t in here if self._is_name(t)), None)

    def _is_name(self, token: int) -> bool:
        """A noun, or what the tagger took for something else but is written like a name."""
        parse = self.parse
        return parse.pos[token] in _NAMES or (
            parse.words[token][:1].isupper() and parse.pos[token] in _MISTAGGED
        )

    def _after(self, cue: int) -> Source | None:
        """The name right behind a cue: "…," said Jane Doe."""
        parse = self.parse
        at = cue + 1
        while at < len(parse) and parse.pos[at] in ("DET", "ADJ"):
            at += 1
        if at >= len(parse) or parse.pos[at] not in _NAMES or at - cue > 3:
            return None
        end = at
        while end + 1 < len(parse) and parse.pos[end + 1] in ("PROPN", "NOUN"):
            end += 1
        return Source(end, frozenset(range(cue + 1, end + 1)), end)
