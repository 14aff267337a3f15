"""The model's names, cut, cleaned and completed; those that are no names after all are left out."""

from bisect import bisect_left
from collections.abc import Iterator

from dateline.analysis.mentions.names.completing import Completing
from dateline.analysis.mentions.names.cutting import Cutting
from dateline.analysis.mentions.names.found import Found, Step
from dateline.analysis.mentions.names.name import OURS, Name

_PERSONAL = frozenset(("PERSON", "ORG"))
_PERHAPS = frozenset(("PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))


class FromModel(Step):
    """Takes over the model's names."""

    def __init__(self, found: Found, cuts: Cutting, completing: Completing) -> None:
        super().__init__(found)
        self.cuts, self.completing = cuts, completing

    def find(self) -> None:
        """Adds the model's names where the tables have not found others."""
        self.found.known = list(self.found.names)
        self.found.known_starts = [n.start for n in self.found.known]
        spans = [n for n in self.parse.names if n.label in OURS or n.label in _PERHAPS]
        for span in spans:
            self.found.used.update(range(span.start, span.end))
        for span in spans:
            for start, end in self.cuts.pieces(span.start, span.end):
                if start in self.completing.passed:
                    continue
                for begin, stop in self._free(start, end):
                    self._take(begin, stop, span.label)

    def _free(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a span that no known name has taken."""
        at = start
        first = max(bisect_left(self.found.known_starts, start) - 1, 0)  # the one before may reach into it
        for name in self.found.known[first : bisect_left(self.found.known_starts, end)]:
            if name.end > start:
                yield at, name.start
                at = name.end
        yield at, end

    def _take(self, start: int, end: int, label: str) -> None:
        start, end = self.cuts.trimmed(start, end)
        if label == "ORG":
            end = self.found.titles.without_office(start, end)
        if start >= end or any(t in self.found.taken for t in range(start, end)):
            return
        if not self._has_capital(start, end) or (end - start == 1 and self.found.titles.of_title(start)):
            return
        start, end = self.cuts.across_hyphens(start, end)
        while (
            start + (1 if label == "PERSON" else 2) < end
            and label in _PERSONAL
            and self.found.titles.portfolio(start)
        ):
            start += 1
        if label == "PERSON" and self._called_by_office(start, end):
            return
        if self.found.titles.is_portfolio(start, end):
            return
        title = self.found.titles.title_end(start, end)
        if title >= end:  # "President" and nothing else: a description, not a name
            return
        if self.found.nobody(start, end):
            return
        if label in _PERHAPS and not (
            self.found.is_known(start, end)
            or self.found.own_article(start)
            or self.found.alias_cue(start) >= 0
        ):
            return
        title, begin = (start, title) if title > start else (title, title)
        stop = end
        end = self.completing.past_nickname(begin, self.completing.extended_right(begin, end))
        begin = begin if begin > start else self.completing.extended_left(begin)
        end = self.completing.with_purpose(begin, end)
        if label in ("GPE", "LOC") and end - begin > 2 * (stop - begin):
            label = "PERSON" if self.parse.lower[begin] in self.words.given.gender else label
        name = Name(begin, end, label, min(title, begin))
        self.found.add(name)

    def _called_by_office(self, start: int, end: int) -> bool:
        """No person, though in capitals: "Public Relations Officer"; "Words" at the head of a sentence."""
        parse, words = self.parse, self.words
        last = parse.lower[end - 1]
        if end - start > 1:
            if last not in words.people.gender or parse.lower[start] in words.given.gender:
                return False
            return all(self._common(t) for t in range(start, end - 1))
        first = start == parse.sentences[parse.sentence_of[start]].start
        typed = last in words.places.last or last in words.organisations.last
        return (first and parse.pos[start] == "NOUN") or (
            typed and not first and parse.pos[start - 1] == "DET"
        )

    def _common(self, token: int) -> bool:
        """A word of the language rather than of a name: a noun of the tables, part of a title, a plural."""
        word, words = self.parse.lower[token], self.words
        plural = "Number=Plur" in self.parse.morphs[token]
        return plural or word in words.labels or word in words.titles.before or self.parse.pos[token] == "ADJ"

    def _has_capital(self, start: int, end: int) -> bool:
        return any(
            c.isupper() or (not c.islower() and c.isalpha())
            for t in range(start, end)
            for c in self.parse.words[t]
        )
