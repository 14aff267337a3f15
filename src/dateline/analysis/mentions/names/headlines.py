"""Headlines in which every word has a capital, which proves nothing there."""

from dateline.analysis.mentions.names.found import Step
from dateline.analysis.mentions.names.name import Name


class Headlines(Step):
    """Checks the names of headlines."""

    def check(self) -> None:
        """In a headline of capitals only what the tables or the body know as a name is one."""
        parse = self.parse
        headlines = {i for i, s in enumerate(parse.sentences) if self._title_case(s.start, s.end)}
        if not headlines or len(headlines) == len(parse.sentences):
            return
        body = {
            self.found.text(n.start, n.end)
            for n in self.found.names
            if parse.sentence_of[n.start] not in headlines
        }
        kept = (
            self._known_part(n, body) if parse.sentence_of[n.start] in headlines else n
            for n in self.found.names
        )
        self.found.names = [n for n in kept if n is not None]

    def _title_case(self, start: int, end: int) -> bool:
        long = [w for w in self.parse.words[start:end] if len(w) > 3 and w.isalpha()]
        return len(long) > 4 and sum(w[0].isupper() for w in long) >= 0.9 * len(long)

    def _known_part(self, name: Name, body: set[str]) -> Name | None:
        """A name of a headline, cut to the longest part of it that the body has; None if there is none."""
        spans = [(a, b) for a in range(name.start, name.end) for b in range(a + 1, name.end + 1)]
        for start, end in sorted(spans, key=lambda s: s[0] - s[1]):
            text = self.found.text(start, end)
            if text in body or (end - start == name.end - name.start and self._sure(start, end, text)):
                return name if (start, end) == (name.start, name.end) else Name(start, end, None)
        return name if name.title < name.start or name.end - name.start == 1 else None

    def _sure(self, start: int, end: int, text: str) -> bool:
        words = self.words
        return (
            self.found.is_known(start, end)
            or text in words.capitals
            or text in words.nationals
            or (self.parse.lower[start] in words.given.gender)
        )
