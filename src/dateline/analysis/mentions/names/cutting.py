"""Spans of the model's cut to names: at what divides them, and without what hangs on their edges."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from dateline.analysis.mentions.names.found import Step
from dateline.analysis.mentions.names.name import is_acronym

_SKIPPED_POS = frozenset(("DET", "PUNCT", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "SYM", "NUM", "PART"))


class Cutting(Step):
    """Cuts spans."""

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A span cut at brackets, line-noise, hyphens and at a possessive that stands between two names."""
        parse, at = self.parse, start
        for token in range(max(start, 2), end - 1):
            if self.hyphenated(token):
                yield at, token
                yield token, token + 1
                at = token + 1
        start = at
        for token in range(start, end):
            word = parse.words[token]
            if (
                word in "()[]{}/;:"
                or (word == "-" and parse.ends[token - 1] < parse.starts[token] and token > start)
                or word in ("--", "—", '"')
                or (parse.tags[token] == "POS" and token + 1 < end and self._owner(at, token))
                or (
                    word == ","
                    and token + 1 < end
                    and parse.lower[token + 1] not in self.words.given.suffixes
                )
            ):
                yield at, token
                at = token + 1
        yield at, end

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        start, end = self._without_credit(*self._without_edges(start, end))
        return self._without_edges(start, end)

    def _without_credit(self, start: int, end: int) -> tuple[int, int]:
        """A person's name without the agency whose picture stood beside it: "REUTERS Petr Novik"."""
        first, last = start, end
        while end - first > 1 and self.found.credit(first):
            first += 1
        while last - first > 1 and self.found.credit(last - 1):
            last -= 1
        if (first, last) == (start, end):
            return start, end
        rest = self.parse.lower[last - 1]
        person = self.parse.lower[first] in self.words.given.gender or rest in self._surnames
        shouted = all(word.isupper() for word in self.parse.words[first:last])
        return (first, last) if person and not shouted else (start, end)

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of what the model takes for persons."""
        return frozenset(self.parse.lower[n.end - 1] for n in self.parse.names if n.label == "PERSON")

    def _without_edges(self, start: int, end: int) -> tuple[int, int]:
        parse, particles = self.parse, self.words.given.particles
        while start < end and (
            (
                parse.pos[start] in _SKIPPED_POS
                and parse.lower[start] not in particles
                and not ("-" in parse.words[start] and self.found.written_as_name(start))
                and not parse.words[start][0].isdigit()
                and not (
                    parse.words[start].isupper()
                    and len(parse.words[start]) > 1
                    and is_acronym(parse.words[start])
                )
            )
            or self._plain(start)
        ):
            start += 1
        while end > start and (
            parse.tags[end - 1] == "POS"
            or parse.words[end - 1] in "'’"
            or not any(c.isalnum() for c in parse.words[end - 1])
            or self._plain(end - 1)
        ):
            end -= 1
        if start < end and all(parse.words[t].isdigit() for t in range(start, end)):
            return start, start
        return start, end

    def across_hyphens(self, start: int, end: int) -> tuple[int, int]:
        """The whole of a name that a hyphen runs through: "Ansar al-Din", of which the model saw a part."""
        parse, particles = self.parse, self.words.given.particles
        while (
            end + 1 < len(parse)
            and parse.words[end] == "-"
            and parse.starts[end] == parse.ends[end - 1]
            and parse.starts[end + 1] == parse.ends[end]
            and parse.words[end + 1][0].isupper()
            and parse.lower[end - 1] in particles
        ):
            end += 2
        while (
            start > 1
            and parse.words[start - 1] == "-"
            and parse.lower[start - 2] in particles
            and parse.ends[start - 2] == parse.starts[start - 1]
        ):
            start -= 2
        return start, end

    def hyphenated(self, token: int) -> bool:
        """The last part of a compound such as "anti-Junta", which the words after it do not continue."""
        parse = self.parse
        return (
            parse.words[token - 1] == "-"
            and parse.ends[token - 1] == parse.starts[token]
            and parse.words[token - 2].islower()
            and parse.lower[token - 2] not in self.words.given.particles
        )

    def _owner(self, start: int, end: int) -> bool:
        """Whether a name before 's is a name of its own ("Kenya's High Court", not "Lord's Army")."""
        if self._within_known(end):
            return False
        parse, text = self.parse, self.found.text(*self.trimmed(start, end))
        nation = (
            text in self.words.nations
            or text in self.words.capitals
            or text in self.words.organisations.known
        )
        at = bisect_left(self.found.known_starts, start)
        if not nation and parse.words[end] in "'’" and parse.lower[end + 1] in self.words.organisations.last:
            return False  # "the National Teachers' Union"
        return (
            nation or end - start > 2 or (at < len(self.found.known) and self.found.known_starts[at] == start)
        )

    def _within_known(self, mark: int) -> bool:
        """Whether a possessive stands inside a name of the tables: "People's Republic of China"."""
        lower, first = self.parse.lower, mark - 1
        options = self.words.phrases.get(lower[first], ())
        return any(len(words) > 2 and tuple(lower[first : first + len(words)]) == words for words in options)

    def _plain(self, token: int) -> bool:
        """A word in small letters that is no particle of a name."""
        word = self.parse.words[token]
        return (
            word.islower() and self.parse.lower[token] not in self.words.given.particles and "-" not in word
        )
