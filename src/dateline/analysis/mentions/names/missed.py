"""Names that the model missed: runs of capitalised words that something shows to be names."""

from collections import Counter

from dateline.analysis.mentions.names.completing import Completing
from dateline.analysis.mentions.names.cutting import Cutting
from dateline.analysis.mentions.names.found import Found, Step
from dateline.analysis.mentions.names.name import Name, is_acronym
from dateline.gazetteer.index import load_gazetteer

_ARGUMENT = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "dative", "attr", "compound")
)
_WELL_KNOWN = 4.0  # prominence of a place that is found though the model missed it


class Missed(Step):
    """Finds what is left. `initials` are the acronyms that the names found before would make."""

    def __init__(self, found: Found, cuts: Cutting, completing: Completing) -> None:
        super().__init__(found)
        self.cuts, self.completing = cuts, completing
        self.initials: set[str] = set()
        self.counts: Counter[str] = Counter()

    def find(self) -> None:
        """Adds the names among what no step before has used."""
        if self.found.shouting:
            return
        parse = self.parse
        self.initials = self._initials()
        token, count = 0, len(parse)
        while token < count:
            if token in self.found.used or not self._starts_name(token):
                token += 1
                continue
            end = token + 1
            sentence = parse.sentences[parse.sentence_of[token]].end
            while (
                end < sentence
                and end not in self.found.used
                and self._continues(end)
                and not self.cuts.hyphenated(end - 1)
            ):
                end += 1
            self._run(token, end)
            token = end

    def _initials(self) -> set[str]:
        """Acronyms that the names found so far would make."""
        parse = self.parse
        return {
            "".join(parse.words[t][0] for t in range(n.start, n.end) if parse.words[t][:1].isupper())
            for n in self.found.names
            if n.end - n.start > 1
        }

    def _well_known(self, token: int) -> bool:
        """A single word that names a nation, capital or known organisation, whatever the tagger says."""
        parse, words = self.parse, self.words
        text = parse.lower[token]
        if (
            len(text) < 5
            or not parse.words[token][0].isupper()
            or parse.pos[token] not in ("NOUN", "ADJ", "X", "VERB")
        ):
            return False
        return (
            text in words.nations
            or text in words.capitals
            or text in words.places.known
            or (text in words.organisations.known and text not in words.organisations.unsure)
        )

    def _starts_name(self, token: int) -> bool:
        parse = self.parse
        if self._well_known(token):
            return True
        if self.found.written_as_name(token) and (
            self.found.own_article(token) or self.found.alias_cue(token) >= 0
        ):
            return True
        if parse.pos[token] != "PROPN" and not is_acronym(parse.words[token]):
            return False
        return self.found.written_as_name(token) or parse.lower[token] in self.words.given.particles

    def _continues(self, token: int) -> bool:
        return self.found.written_as_name(token) and self.parse.pos[token] in ("PROPN", "NOUN", "ADJ")

    def _run(self, start: int, end: int) -> None:
        parse, words = self.parse, self.words
        title = self.found.titles.title_end(start, end)
        if title >= end:
            return
        if title > start:
            self.found.add(Name(title, end, "PERSON", start))
            return
        start, end = self.cuts.trimmed(start, end)
        if start >= end:
            return
        text = self.found.text(start, end)
        if self.found.nobody(start, end):
            return
        longer = self.completing.with_purpose(start, end)
        if longer > end and longer - end > 2:
            self.found.add(Name(start, longer, None))
            return
        last, first = parse.lower[end - 1], parse.lower[start]
        sure = (
            (self.found.is_known(start, end) and text not in words.organisations.unsure)
            or text in words.capitals
            or text in words.seats
            or self._on_the_map(start, end)
            or (
                end - start > 1
                and (
                    last in words.organisations.last
                    or last in words.places.last
                    or first in words.places.first
                )
            )
            or (
                all(parse.lower[t] in self.found.known_parts for t in range(start, end))
                and parse.deps[end - 1] in _ARGUMENT
            )
            or (end - start > 1 and first in words.given.gender)
            or self._in_brackets(start, end)
            or self.found.own_article(start)
            or self.found.alias_cue(start) >= 0
            or (end - start == 1 and is_acronym(parse.words[start]) and parse.words[start] in self.initials)
            or (
                end - start == 1
                and is_acronym(parse.words[start])
                and parse.deps[start] in _ARGUMENT
                and self._referred(text) > 1
            )
            or self.found.titles.title_start(Name(start, end, None)) < start
        )
        if sure:
            self.found.add(Name(start, end, None))

    def _on_the_map(self, start: int, end: int) -> bool:
        """A name of several words that a well-known place bears, and no other sort of thing: "New Mexico"."""
        if end - start == 1:
            return False
        prominence = load_gazetteer().prominence(self.parse.text(start, end))
        return prominence is not None and prominence >= _WELL_KNOWN

    def _in_brackets(self, start: int, end: int) -> bool:
        """An acronym alone in brackets after a name: "(SDF)"."""
        words = self.parse.words
        return (
            start > 1
            and end < len(words)
            and end - start == 1
            and words[start - 1] == "("
            and words[end] == ")"
            and is_acronym(words[start])
            and start - 2 in self.found.used
        )

    def _referred(self, text: str) -> int:
        if not self.counts:
            self.counts.update(self.parse.lower)
        return self.counts[text]
