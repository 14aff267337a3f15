"""What the steps that find names share: the report, and the names found so far."""

import re
from dataclasses import dataclass, field

from dateline.analysis.mentions.names.name import Name, capitalised, without_article
from dateline.analysis.mentions.names.titles import Titles
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse

_SIGNS = re.compile(r"[^\w.-]+")  # what stands between two names of agencies: "EPA/AFP"


@dataclass
class Found:
    """The names of a report so far, in no order. `taken` are tokens of times and the like.

    `shouting`: the report is printed in capitals. `used` are all tokens that are in a name, its title or a
    span of the model's; `known_parts` the words of the names. `known` are the names of the tables, which
    the model's spans do not change, and `known_starts` where they begin.
    """

    parse: Parse
    words: Vocabulary
    taken: frozenset[int]
    shouting: bool
    names: list[Name] = field(default_factory=list)
    known_parts: set[str] = field(default_factory=set)
    known: list[Name] = field(default_factory=list)
    known_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.used: set[int] = set(self.taken)
        self.titles = Titles(self.parse, self.words)

    def written_as_name(self, token: int) -> bool:
        """Whether a token has a name's capital."""
        return capitalised(self.parse.words[token], self.words.given.articles)

    def text(self, start: int, end: int) -> str:
        """Tokens as the tables have them: in lower case, between single blanks."""
        return " ".join(self.parse.lower[start:end])

    def credit(self, token: int) -> bool:
        """Whether a token in capitals, or a sign between two such, names one who gives pictures."""
        word = self.parse.words[token]
        signed = [part for part in _SIGNS.split(word.lower()) if part]
        return word == word.upper() and all(part in self.words.given.credits for part in signed)

    def is_known(self, start: int, end: int) -> bool:
        """Whether the tables have these tokens as a name."""
        text = self.text(start, end)
        return (
            text in self.words.organisations.known
            or text in self.words.places.known
            or text in self.words.nations
        )

    def nobody(self, start: int, end: int) -> bool:
        """What has a name and no will: makes of weapons, undertakings, and papers ("Resolution 2328")."""
        words, lower = self.words, self.parse.lower
        if self.text(start, end) in words.things or lower[start] in words.undertakings:
            return True
        last = end - 1
        while last > start and lower[last].isdigit():
            last -= 1
        return lower[last] in words.papers and not self.is_known(start, end)

    def own_article(self, start: int) -> bool:
        """A capitalised article in the middle of a sentence belongs to a name: "told The Reporter"."""
        parse = self.parse
        before = start - 1
        return (
            before > parse.sentences[parse.sentence_of[start]].start
            and parse.pos[before] == "DET"
            and parse.words[before][0].isupper()
            and not parse.sentences[parse.sentence_of[start]].title
            and parse.words[before - 1] not in ('"', "'", ":", "(", "—")
        )

    def alias_cue(self, start: int) -> int:
        """Where "also known as", with or without an article after it, begins right before a name; else -1."""
        lower, longest = self.parse.lower, -1
        before = start - 1 if start and self.parse.pos[start - 1] == "DET" else start
        for last, cues in self.words.alias_cues.items():
            if before and lower[before - 1] == last:
                for cue in cues:
                    if before >= len(cue) and tuple(lower[before - len(cue) : before]) == cue:
                        longest = max(longest, len(cue))
        return before - longest if longest > 0 else -1

    def add(self, name: Name) -> None:
        """Adds a name with all that stands before it."""
        name.title = self.titles.title_start(name)
        name.own_article = self.own_article(name.start)
        name.alias_cue = self.alias_cue(name.start)
        self.names.append(name)
        self.used.update(range(name.title, name.end))
        for part in self.parse.lower[name.start : name.end]:
            self.known_parts.add(part)
            self.known_parts.add(without_article(part, self.words.given.articles))


class Step:
    """A step that reads a report and what is found in it, and adds to that."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.parse, self.words = found.parse, found.words
