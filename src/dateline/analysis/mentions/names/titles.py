"""Titles before names: where they begin and end, and the offices that are no names."""

from dataclasses import dataclass

from dateline.analysis.mentions.names.name import Name
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse


@dataclass(frozen=True, slots=True)
class Titles:
    """Reads the titles of a report."""

    parse: Parse
    words: Vocabulary

    def title_end(self, start: int, end: int) -> int:
        """The first token after the title words a span begins with; `start` when it begins with none."""
        parse, titles = self.parse, self.words.titles
        at, seen = start, False
        while at < end:
            word = parse.lower[at]
            if self._is_title(at) and not (word in titles.address and at + 1 >= end and at > start):
                at, seen = at + 1, True
            elif word in titles.before and self._title_ahead(at + 1, end):
                at += 1
            else:
                break
        if seen and at < end and parse.lower[at] in ("of", "for"):
            return start
        return at if seen and not self._only_type(at, end) else start

    def title_start(self, name: Name) -> int:
        """Where the title that stands right before a name begins; the name's start when there is none."""
        parse, titles = self.parse, self.words.titles
        at = name.title
        if self._only_type(name.start, name.end):
            return name.start
        floor = parse.sentences[parse.sentence_of[name.start]].start
        seen = at < name.start
        while at > floor:
            word = parse.lower[at - 1]
            if self._is_title(at - 1) and (parse.tags[at - 1] not in ("NNS", "NNPS")):
                at, seen = at - 1, True
            elif (office := self._of_office(at, floor)) is not None:
                at, seen = office, True
            elif (
                word == "."
                and at - 2 >= floor
                and self._is_title(at - 2)
                and parse.ends[at - 2] == parse.starts[at - 1]
            ):
                at, seen = at - 2, True
            elif seen and (word in titles.before or (word == "-" and at - 2 >= floor)):
                at -= 1
            else:
                break
        return at

    def _only_type(self, start: int, end: int) -> bool:
        """A single word that says what sort of body or place it is: "Hospital" of a "General Hospital"."""
        word = self.parse.lower[start] if start + 1 == end else ""
        return word in self.words.organisations.last or word in self.words.places.last

    def _of_office(self, at: int, floor: int) -> int | None:
        """Where "Secretary of State" begins, when a portfolio ends right before `at`."""
        parse, titles = self.parse, self.words.titles
        begin = at
        while (
            begin > floor
            and parse.lower[begin - 1] in titles.portfolios
            and parse.words[begin - 1][0].isupper()
        ):
            begin -= 1
        if begin == at or begin - 2 < floor or parse.lower[begin - 1] not in self.words.linking_of:
            return None
        return begin - 2 if self._is_title(begin - 2) else None

    def _is_title(self, token: int) -> bool:
        """A title; forms of address only with a capital ("Sister Ines", not "her sister Ines")."""
        word, titles = self.parse.lower[token], self.words.titles
        if word in titles.address and word not in titles.offices:
            return self.parse.words[token][0].isupper()
        return titles.is_title(word)

    def _title_ahead(self, at: int, end: int) -> bool:
        titles = self.words.titles
        while at < end and self.parse.lower[at] in titles.before:
            if titles.is_title(self.parse.lower[at]):
                return True
            at += 1
        return at < end and titles.is_title(self.parse.lower[at])

    def of_title(self, token: int) -> bool:
        """A word that only opens a title: "Foreign" in "Foreign Secretary"."""
        lower, words = self.parse.lower, self.words
        if lower[token] not in words.titles.before or lower[token] in words.organisations.nouns:
            return False
        return token + 1 < len(lower) and (
            words.titles.is_title(lower[token + 1]) or lower[token + 1] in words.titles.before
        )

    def portfolio(self, token: int) -> bool:
        """A word that belongs to the title before it: "Defence" in "Secretary of Defence Ito"."""
        return self._of_office(token + 1, max(0, token - 4)) is not None

    def is_portfolio(self, start: int, end: int) -> bool:
        """All of a span belongs to the title before it: "State" in "Secretary of State"."""
        portfolios = self.words.titles.portfolios
        if not all(self.parse.lower[t] in portfolios for t in range(start, end)):
            return False
        return self._of_office(end, max(0, start - 4)) is not None

    def without_office(self, start: int, end: int) -> int:
        """The end of a name without the office words that the model took into it ("UK Special Envoy")."""
        lower, titles = self.parse.lower, self.words.titles
        at = end
        while at > start and lower[at - 1] in titles.offices:
            at -= 1
        if at < end:
            while at > start and lower[at - 1] in titles.before:
                at -= 1
        whole = at == start or self.linking(at - 1) or lower[end - 1] in titles.address
        return end if whole else at

    def linking(self, token: int) -> bool:
        """A small word that may stand between two words of a name: "of", "for", "the", "and"."""
        words, lower = self.words, self.parse.lower
        return (
            lower[token] in words.linking_for
            or lower[token] in words.linking_of
            or self.parse.pos[token] in ("DET", "CCONJ")
        )
