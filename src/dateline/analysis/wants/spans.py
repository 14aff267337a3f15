"""The words of a want in the text: its goal and its evidence."""

import re
from dataclasses import dataclass

from dateline.analysis.factuality.lexicon import Modality
from dateline.analysis.syntax import Parse
from dateline.analysis.wants.goals import Goal, GoalFinder
from dateline.model.entity import Participant
from dateline.model.span import Span, hull

# a footnote's mark that the parser left on the last word
_NOTE = re.compile(r"[.,;:]?\[\w*\]?$")
_QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Spans:
    """Cuts the spans of a want out of a report's text."""

    text: str
    parse: Parse
    goals: GoalFinder
    modality: Modality

    def goal(self, goal: Goal) -> Span | None:
        """The goal's offsets, without marks that only open or only close in it."""
        words, start, end = self.parse.words, goal.start, goal.end
        if end < len(words) - 1 and words[end] == "-" and self.parse.starts[end] == self.parse.ends[end - 1]:
            end = self.goals.end(end + 1)  # "re-open" comes in three pieces
        if words[start] in self.modality.negation.determiners:
            start += 1  # "wants no war": the polarity says it
        quotes = [t for t in range(start, end) if words[t] == _QUOTE]
        if len(quotes) % 2:
            start, end = self._balanced(start, end, quotes[-1])
        while end > start and self.parse.pos[end - 1] == "PUNCT" and words[end - 1] != _QUOTE:
            end -= 1
        while start < end and words[start] in (",", "-", "—"):
            start += 1
        if start >= end:
            return None
        span = self.parse.span(start, end)
        note = _NOTE.search(span.of(self.text))
        return Span(span.start, span.start + note.start()) if note and note.start() else span

    def _balanced(self, start: int, end: int, quote: int) -> tuple[int, int]:
        """A goal's bounds without half a quotation: with its closing mark, or without the mark."""
        parse = self.parse
        opens = quote + 1 < len(parse) and parse.starts[quote + 1] == parse.ends[quote]
        for after in (end, end + 1):
            if opens and after < len(parse) and parse.words[after] == _QUOTE:
                return start, after + 1
            if parse.pos[min(after, len(parse) - 1)] != "PUNCT":
                break
        if opens:
            return (start, end) if quote > start else (start + 1, end)
        return start, quote

    def evidence(self, token: int, goal: Span, others: tuple[Participant, ...]) -> Span:
        """From the first to the last word that tells the want, within its sentence."""
        sentence = self.parse.sentences[self.parse.sentence_of[token]]
        bounds = self.parse.span(sentence.start, sentence.end)
        inside = [p.span for p in others if bounds.covers(p.span)]
        return hull([self.parse.span(token, token + 1), goal, *inside])
