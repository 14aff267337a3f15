"""Names of several words that the tables know, wherever the model thinks that they end."""

from bisect import bisect_right

from dateline.analysis.mentions.names.found import Found, Step
from dateline.analysis.mentions.names.name import OURS, Name


class FromTables(Step):
    """Finds known names."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self.model_starts = [n.start for n in self.parse.names]

    def find(self) -> None:
        """Adds all known names of several words."""
        parse, phrases = self.parse, self.words.phrases
        token, count = 0, len(parse)
        while token < count:
            options = phrases.get(parse.lower[token])
            if options is not None and (
                self.found.written_as_name(token) or parse.lower[token] in self.words.given.particles
            ):
                end = self._phrase_end(token, options)
                if end is not None and not self._inside_name(token, end):
                    self.found.add(Name(token, end, None))
                    token = end
                    continue
            token += 1

    def _inside_name(self, start: int, end: int) -> bool:
        """Whether the model sees a longer name around a known one ("UN Security Council")."""
        at = bisect_right(self.model_starts, start) - 1
        if at < 0:
            return False
        name = self.parse.names[at]
        first = name.start + (self.parse.pos[name.start] == "DET")
        return end <= name.end and end - start < name.end - first and name.label in OURS

    def _phrase_end(self, start: int, options: tuple[tuple[str, ...], ...]) -> int | None:
        """Past the longest known name that begins here and that no further capitalised word continues."""
        parse = self.parse
        for words in options:
            end = start + len(words)
            if tuple(parse.lower[start:end]) == words and self.found.written_as_name(end - 1):
                return None if self._continued(end) else end
        return None

    def _continued(self, end: int) -> bool:
        """Whether a capitalised word for what it is follows, so that the name is another one's part."""
        parse, words = self.parse, self.words
        if end >= len(parse) or not parse.words[end][0].isupper():
            return False
        return parse.lower[end] in words.places.last or parse.lower[end] in words.organisations.last
