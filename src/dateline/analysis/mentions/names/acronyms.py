"""The long forms that stand before a bracketed acronym."""

from dateline.analysis.mentions.names.found import Step
from dateline.analysis.mentions.names.name import Name, is_acronym


class LongForms(Step):
    """Finds long forms."""

    def find(self) -> None:
        """The words before a bracketed acronym that it abbreviates: "Guardians of the Dawn (GOD)"."""
        parse = self.parse
        for token in range(2, len(parse) - 1):
            if (
                parse.words[token - 1] == "("
                and parse.words[token + 1] == ")"
                and is_acronym(parse.words[token])
            ):
                start = self._long_form(token)
                if start is not None and not all(t in self.found.used for t in range(start, token - 1)):
                    self.found.names = [n for n in self.found.names if n.end <= start or n.start >= token - 1]
                    self.found.add(Name(start, token - 1, "ORG"))
                    if token not in self.found.used:
                        self.found.add(Name(token, token + 1, "ORG"))

    def _long_form(self, acronym: int) -> int | None:
        """Where the words begin whose capitals, read backwards from a bracket, spell the acronym."""
        parse = self.parse
        letters = [c for c in parse.words[acronym] if c.isupper()]
        floor = parse.sentences[parse.sentence_of[acronym]].start
        at = acronym - 2
        while letters and at >= floor:
            word = parse.words[at]
            if word[:1].isupper():
                if word[0] != letters[-1]:
                    return None
                letters.pop()
            elif parse.pos[at] not in ("ADP", "DET", "CCONJ", "PUNCT", "PART") or parse.lower[at] in ",;:":
                return None
            at -= 1
        return at + 1 if not letters and acronym - 2 - at > 1 else None
