"""Quotations as the cues see them: in tokens, with their paragraph and their level of nesting."""

from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.model.attribution import Quotation

STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Block:
    """A quotation's tokens `[start, end)`, marks included. `whole` ones are sentences of their own; `last`
    is the last character inside the marks."""

    number: int
    quotation: Quotation
    start: int
    end: int
    paragraph: int
    whole: bool
    last: str

    @property
    def parent(self) -> int | None:
        return self.quotation.parent

    @property
    def tokens(self) -> range:
        return range(self.start, self.end)


class Blocks:
    """All quotations of a report; `inside` maps a token to the innermost quotation that holds it."""

    def __init__(self, draft: Draft) -> None:
        self.parse = draft.parse
        self.all = [b for b in (_block(draft, n) for n in range(len(draft.quotations))) if b is not None]
        self.by_number = {b.number: b for b in self.all}
        self.inside: dict[int, int] = {}
        for block in self.all:
            for token in block.tokens:
                self.inside[token] = block.number  # an inner one comes after its outer one

    def whole_at(self, token: int) -> Block | None:
        """The innermost quotation around a token that is a sentence of its own."""
        number = self.inside.get(token)
        while number is not None:
            block = self.by_number[number]
            if block.whole:
                return block
            number = block.parent
        return None

    def paragraph(self, token: int) -> int:
        return self.parse.sentences[self.parse.sentence_of[token]].paragraph

    def paragraph_start(self, token: int) -> int:
        """The first token of a token's paragraph."""
        sentences, number = self.parse.sentences, self.parse.sentence_of[token]
        while number > 0 and sentences[number - 1].paragraph == sentences[number].paragraph:
            number -= 1
        return sentences[number].start

    def paragraph_end(self, token: int) -> int:
        """One past the last token of a token's paragraph."""
        sentences, number = self.parse.sentences, self.parse.sentence_of[token]
        while number + 1 < len(sentences) and sentences[number + 1].paragraph == sentences[number].paragraph:
            number += 1
        return sentences[number].end


def _block(draft: Draft, number: int) -> Block | None:
    parse, quotation = draft.parse, draft.quotations[number]
    tokens = parse.tokens_in(quotation.span)
    if not tokens:
        return None
    start, end = tokens[0], tokens[-1] + 1
    first = next((t for t in tokens if parse.pos[t] != "PUNCT"), start)
    whole = quotation.speech and not parse.words[first][:1].islower()
    last = quotation.inner.of(draft.text).rstrip()[-1:]
    return Block(
        number, quotation, start, end, parse.sentences[parse.sentence_of[start]].paragraph, whole, last
    )


def is_stop(parse: Parse, token: int) -> bool:
    return parse.words[token] in STOPS
