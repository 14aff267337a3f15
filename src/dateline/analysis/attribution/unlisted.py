"""Speakers whom only the punctuation gives away: the verb beside their quotation is in no lexicon.

"The captain leaned forward and boomed: “…”", "“…,” the sentry crowed": a colon before a quotation, or a comma
that closes it, makes whoever acts there its speaker, if it is somebody who can speak.
"""

from dateline.analysis.attribution.blocks import STOPS, Block, Blocks
from dateline.analysis.attribution.circumstance import is_medium
from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.attribution.sources import Control, phrase, subject
from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable, Frame
from dateline.model.attribution import Act
from dateline.model.entity import Form, Label

_SPEAKERS = frozenset({Label.PERSON, Label.GROUP, Label.ORGANIZATION})
_TAKING = (
    "dobj",
    "ccomp",
    "xcomp",
    "acomp",
    "attr",
    "oprd",
)  # complements that leave no room for a quotation
_INTRODUCING = frozenset({":", "—", "–", "--"})
_NAMING = frozenset({"PROPN", "NOUN", "DET", "ADJ"})
_REACH = 10  # tokens between a quotation and the verb behind it


class Unlisted:
    """Finds the speaker of quotations that no listed cue stands beside."""

    def __init__(self, draft: Draft, table: CueTable, blocks: Blocks, readings: dict[int, Reading]) -> None:
        self.draft, self.parse, self.table, self.blocks = draft, draft.parse, table, blocks
        self.readings, self.control = readings, Control.of(table)

    def find(self, block: Block) -> Reading | None:
        """A new reading for a quotation, or the one whose verb introduces it; its content is left alone."""
        if not block.whole or block.parent is not None:
            return None
        verb = self._before(block)
        if verb is None:
            verb = self._behind(block)
        known = self.readings.get(verb) if verb is not None else None
        if known is not None:
            return known if known.source is not None else None
        return (self._actor(verb, block) if verb is not None else None) or self._named(block)

    def _actor(self, verb: int, block: Block) -> Reading | None:
        """Whoever does what the verb beside a quotation tells."""
        if self.parse.pos[verb] != "VERB":
            return self._reading(verb, Source(verb - 1, frozenset(range(block.end, verb)), verb - 1))
        who = subject(self.parse, verb, self.control)
        if who is None or who in block.tokens or not self._can_speak(who):
            return None
        source = phrase(self.parse, who, {verb, *block.tokens})
        return self._reading(verb, source) if source is not None else None

    def _named(self, block: Block) -> Reading | None:
        """Whose name ends what stands before a colon: "Little surprises the miner Jane Doe: “…”"."""
        parse, colon = self.parse, block.start - 1
        if colon <= 0 or parse.words[colon] != ":" or colon in self.blocks.inside:
            return None
        if self.blocks.paragraph(colon) != block.paragraph:
            return None
        name = self._name_before(colon)
        sentence = parse.sentences[parse.sentence_of[colon]]
        if name is None or sentence.title or any(t in self.readings for t in range(sentence.start, colon)):
            return None
        return self._reading(colon, Source(colon - 1, name, colon - 1))

    def _name_before(self, colon: int) -> frozenset[int] | None:
        """The tokens of a name that ends right before a colon and is no medium, place or theme."""
        parse, last = self.parse, colon - 1
        position = self.draft.mention_of(last)
        mention = self.draft.mentions[position] if position is not None else None
        if mention is None or mention.label not in _SPEAKERS or mention.form is not Form.NAME:
            return None
        origin = parse.lower[parse.heads[last]] in self.table.words["origins"]
        if (parse.deps[last] == "pobj" and not origin) or is_medium(parse, self.table, last):
            return None
        return frozenset(parse.tokens_in(mention.span))

    def _reading(self, cue: int, source: Source) -> Reading:
        return Reading(cue, None, Act.ASSERT, {cue}, set(), source, frame=Frame.QUOTE)

    def _before(self, block: Block) -> int | None:
        """The verb of the clause that a colon before the quotation ends."""
        parse, colon = self.parse, block.start - 1
        if colon <= 0 or parse.words[colon] not in _INTRODUCING or colon in self.blocks.inside:
            return None
        start = max(parse.sentences[parse.sentence_of[colon]].start, self.blocks.paragraph_start(colon))
        if start == colon:
            return None
        verb = parse.head_of(start, colon)
        acts = [t for t in parse.conjuncts(verb) if t < colon and parse.pos[t] == "VERB"]
        return acts[-1] if parse.pos[verb] == "VERB" and parse.child(verb, "nsubj") is not None else None

    def _behind(self, block: Block) -> int | None:
        """A verb without an object of its own behind a quotation that ends with a comma."""
        parse = self.parse
        if block.last != "," or block.end >= len(parse):
            return None
        for token in range(block.end, min(len(parse), block.end + _REACH)):
            if parse.words[token] in (*STOPS, ",", ":", ";") or token in self.blocks.inside:
                return None
            if token > block.end and self._is_mistagged(block.end, token):
                return token
            if parse.pos[token] == "VERB" and parse.child(token, "nsubj") is not None:
                complements = (c for c in parse.with_dep(token, *_TAKING) if c > token)
                return None if any(True for _ in complements) else token
        return None

    def _is_mistagged(self, start: int, token: int) -> bool:
        """A verb of saying that the tagger took for a noun behind a name: "“…,” Keita notes."."""
        parse = self.parse
        says = any(Frame.QUOTE in e.frames for e in self.table.verbs.get(parse.lemmas[token], ()))
        if not says or parse.pos[token] != "NOUN" or token + 1 >= len(parse):
            return False
        named = self._can_speak(token - 1) or parse.pos[token - 1] == "PROPN"
        return (
            named
            and parse.pos[token + 1] == "PUNCT"
            and all(parse.pos[t] in _NAMING for t in range(start, token))
        )

    def _can_speak(self, token: int) -> bool:
        position = self.draft.mention_of(token)
        return position is not None and self.draft.mentions[position].label in _SPEAKERS
