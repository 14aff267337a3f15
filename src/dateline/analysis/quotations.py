"""Stretches in quotation marks: found in the text as given, before anything is known of who speaks.

Marks open and close by their shape and by what stands around them; paragraphs are taken one by one, since
a quotation that runs on opens anew with every paragraph and closes only in the last.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.language.quotes import Marks, marks
from dateline.model.attribution import Quotation
from dateline.model.span import Span

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_BEFORE = "([{—–-/\"“‘'«"  # what may stand before an opening mark, besides a blank
_WORD = re.compile(r"\w+")
_CAPITALISED = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV", "PRON"})
_LONG = 6  # words from which a stretch without a verb still counts as speech


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    start: int
    inner: int
    single: bool


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    inner: Span


def find_quotations(draft: Draft) -> tuple[Quotation, ...]:
    """All quotations of a report in text order, an outer one before those inside it."""
    lexicon = marks(draft.language)
    found: list[_Found] = []
    running = False
    for passage in draft.report.body():
        for line in _LINE.finditer(draft.text, passage.span.start, passage.span.end):
            if not line.group().strip():
                continue
            reader = _Paragraph(draft.text, line.start(), line.end(), lexicon, running)
            found.extend(reader.read())
            running = reader.unclosed
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    return tuple(_finish(draft.parse, draft.text, found))


def _finish(parse: Parse, text: str, found: list[_Found]) -> Iterator[Quotation]:
    open_: list[int] = []
    for number, quote in enumerate(found):
        while open_ and found[open_[-1]].span.end < quote.span.end:
            open_.pop()
        parent = open_[-1] if open_ else None
        open_.append(number)
        yield Quotation(quote.span, quote.inner, _is_speech(parse, text, quote.inner), parent)


class _Paragraph:
    """Reads one paragraph; `unclosed` tells afterwards whether a quotation runs on from it."""

    def __init__(self, text: str, start: int, end: int, lexicon: Marks, running: bool) -> None:
        self.text, self.start, self.end, self.marks = text, start, end, lexicon
        self.running = running
        self.unclosed = False
        self.stack: list[_Open] = []
        self.found: list[_Found] = []

    def read(self) -> list[_Found]:
        for match in self.marks.pattern.finditer(self.text, self.start, self.end):
            self._mark(match.group(), match.start(), match.end())
        self._end()
        return self.found

    def _mark(self, mark: str, start: int, end: int) -> None:
        if mark in self.marks.singles:
            self._single(mark, start, end)
        elif self._is_opening(mark, start, end):
            self.stack.append(_Open(start, end, False))
        else:
            self._close(start, end)

    def _is_opening(self, mark: str, start: int, end: int) -> bool:
        if mark in self.marks.opening:
            return True
        return self._opens(start, end) if mark in self.marks.either else self._is_turned(start, end)

    def _opens(self, start: int, end: int) -> bool:
        """Whether a mark of either use opens: by its surroundings, in doubt by what is open already."""
        before, after = self._around(start, end)
        free_before = not before or before.isspace() or before in _BEFORE
        free_after = not after or after.isspace()
        if free_before != free_after:
            return free_before
        return not any(not o.single for o in self.stack)

    def _is_turned(self, start: int, end: int) -> bool:
        """A closing mark set where only an opening one can stand: a slip of the keyboard."""
        before, after = self._around(start, end)
        if self.stack or (self.running and not self.found):
            return False
        return (not before or before.isspace()) and after.isalnum()

    def _close(self, start: int, end: int) -> None:
        while self.stack and self.stack[-1].single:
            self.stack.pop()  # an apostrophe taken for an opening mark
        if self.stack:
            opened = self.stack.pop()
            self._add(opened, start, end)
        elif self.running and not self.found:
            self._add(_Open(self.start, self.start, False), start, end)

    def _add(self, opened: _Open, inner_end: int, end: int) -> None:
        if self.text[opened.inner : inner_end].strip():
            self.found.append(_Found(Span(opened.start, end), Span(opened.inner, inner_end)))

    def _single(self, mark: str, start: int, end: int) -> None:
        before, after = self._around(start, end)
        inside_word = before.isalnum() and after.isalnum()
        if inside_word:
            return
        if any(o.single for o in self.stack) and before and not before.isspace():
            if not self._is_plural_possessive(start, end, before, after):
                self._close_single(start, end)
            return
        free = not before or before.isspace() or before in _BEFORE
        word = _WORD.match(self.text, end)
        elided = word is not None and (word.group().lower() in self.marks.elisions or after.isdigit())
        if mark != "’" and free and after and not after.isspace() and not elided:
            self.stack.append(_Open(start, end, True))

    def _is_plural_possessive(self, start: int, end: int, before: str, after: str) -> bool:
        """the rebels' demands: an s before, a small letter after, and a better closing mark to come."""
        if before.lower() != "s" or not after.isspace() or not self.text[end + 1 : end + 2].islower():
            return False
        return any(
            self._closes(m.start(), m.end())
            for m in self.marks.pattern.finditer(self.text, end, self.end)
            if m.group() in self.marks.single_either
        )

    def _closes(self, start: int, end: int) -> bool:
        before, after = self._around(start, end)
        return not before.isspace() and not after.isalnum()

    def _close_single(self, start: int, end: int) -> None:
        while self.stack and not self.stack[-1].single:
            self.stack.pop()
        if self.stack:
            self._add(self.stack.pop(), start, end)

    def _end(self) -> None:
        """The paragraph is over: the outermost double mark that is still open runs to its end."""
        doubles = [o for o in self.stack if not o.single]
        first = doubles[0] if doubles else self._single_at_start()
        if first is not None:
            stop = self.start + len(self.text[self.start : self.end].rstrip())
            self._add(first, stop, stop)
            self.unclosed = True
        elif self.running and not self.found and not self.stack:
            self.unclosed = False

    def _single_at_start(self) -> _Open | None:
        """A curly single mark at the very start of a paragraph is no apostrophe: that quotation runs on."""
        first = next((o for o in self.stack if o.single), None)
        if first is None or self.text[self.start : first.start].strip():
            return None
        return first if self.text[first.start] in self.marks.single_opening else None

    def _around(self, start: int, end: int) -> tuple[str, str]:
        before = self.text[start - 1] if start > self.start else ""
        after = self.text[end] if end < self.end else ""
        return before, after


def _is_speech(parse: Parse, text: str, inner: Span) -> bool:
    """Whether somebody's words are given, rather than a term, a title or a nickname."""
    tokens = [t for t in parse.tokens_in(inner) if parse.pos[t] not in ("PUNCT", "SPACE", "SYM")]
    if not tokens:
        return False
    last = inner.of(text).rstrip()[-1:]
    ends = last in ".,!?…—"
    has_verb = any(parse.pos[t] in ("VERB", "AUX") for t in tokens)
    if len(tokens) > 1 and last not in ".!?…" and _is_titled(parse, tokens):
        return False
    if has_verb:
        return len(tokens) > 2 or ends
    return len(tokens) >= _LONG or last in ".!?…" or (ends and len(tokens) > 2)


def _is_titled(parse: Parse, tokens: list[int]) -> bool:
    """Every word but the small ones begins with a capital, and more than the first: a title or a name."""
    if sum(parse.words[t][:1].isupper() for t in tokens) < 2:
        return False
    return all(parse.words[t][:1].isupper() for t in tokens if parse.pos[t] in _CAPITALISED)
