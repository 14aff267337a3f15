"""Other names that the text states: in brackets, or after words such as "known as"."""

from collections.abc import Iterator

from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.pairs import Pairs, same_kind
from dateline.analysis.mentions.names import is_acronym
from dateline.model.entity import Form, Label

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


class Aliases:
    """Joins a name and its other name."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self.parse = pairs.parse
        self.tables = pairs.tables

    def read(self) -> None:
        self._brackets()
        self._aliases()

    def _brackets(self) -> None:
        """ "Kivu Defence League (KDL)" and "KDL (Kivu Defence League)"."""
        words = self.parse.words
        for facts in list(self.pairs.starting.values()):
            if facts.form is not Form.NAME or facts.start < 2 or words[facts.start - 1] not in _OPEN:
                continue
            if facts.end >= len(words) or words[facts.end] not in _CLOSE:
                continue
            possessive = self.parse.tags[facts.start - 2] == "POS"
            other = self.pairs.before(facts.start - (2 if possessive else 1), facts)
            if other is None or other.sentence != facts.sentence:
                continue
            if self._acronym_pair(other, facts) or self._acronym_pair(facts, other):
                self.pairs.join(other, facts)

    def _acronym_pair(self, long: Facts, short: Facts) -> bool:
        parse = self.parse
        acronym = parse.words[short.end - 1]
        if short.end - short.start != 1 or not is_acronym(acronym):
            return False
        letters = [c for c in acronym.lower() if c.isalpha()]
        text = " ".join(parse.lower[long.start : long.end])
        at = 0
        for letter in letters[:-1] if letters[-1] == "s" and len(letters) > 3 else letters:
            at = text.find(letter, at) + 1
            if at == 0:
                organisations = long.label is short.label is Label.ORGANIZATION
                return organisations and long.end - long.start >= len(letters)
        return long.end - long.start > 1

    # ------------------------------------------------------------------ in words
    def _aliases(self) -> None:
        for start, end, enclosed in self._cues():
            other = self._alias_after(end)
            owner = self._owner_before(start, other)
            if other is None or owner is None or owner is other:
                continue
            if enclosed and not self._enclosed(start, other.end):
                continue
            if same_kind(owner, other):
                self.pairs.join(owner, other)

    def _cues(self) -> Iterator[tuple[int, int, bool]]:
        lower, starts = self.parse.lower, self.tables.cue_starts
        token, count = 0, len(lower)
        while token < count:
            if lower[token] in starts:
                cue = next((c for c in self.tables.cues if tuple(lower[token : token + len(c)]) == c), None)
                if cue is not None:
                    start = self._cue_start(token, cue)
                    if start is not None:
                        yield start, token + len(cue), cue in self.tables.enclosed
                    token += len(cue)
                    continue
            token += 1

    def _cue_start(self, token: int, cue: tuple[str, ...]) -> int | None:
        """Where a cue begins: its phrase may ("known by its initials"); None when it is no cue after all."""
        parse, tables = self.parse, self.tables
        if cue[0] in tables.phrase_ends:
            floor = max(parse.sentences[parse.sentence_of[token]].start, token - 5)
            begins = (at for at in range(token - 1, floor, -1) if parse.lower[at] in tables.phrase_begins)
            return next(begins, None)
        if len(cue) == 1 and cue[0] in tables.participles and not self._is_participle(token):
            return None
        return token

    def _is_participle(self, token: int) -> bool:
        """Whether a word is a participle, and no verb that is read as one: "the king named Ali regent".

        "X had called Y a crook" is none either: who calls is not who is called.
        """
        parse, noun = self.parse, self.parse.heads[token]
        article = parse.child(noun, "det")
        definite = article is not None and parse.has(article, "Definite=Def")
        alone = parse.deps[token] == "acl" and parse.heads[noun] == noun  # no other verb is left
        active = parse.child(token, "nsubj") is not None
        return parse.tags[token] == "VBN" and not active and not (alone and definite)

    def _alias_after(self, token: int) -> Facts | None:
        parse = self.parse
        stop = min(token + 4, len(parse))
        while token < stop:
            facts = self.pairs.starting.get(token)
            if facts is not None and facts.form is Form.NAME:
                return facts
            if parse.pos[token] not in ("DET", "PUNCT"):
                return None
            token += 1
        return None

    def _owner_before(self, token: int, other: Facts | None) -> Facts | None:
        """The mention that ends right before a cue, past commas, brackets, "is" and "who is"."""
        parse = self.parse
        for at in range(token, max(token - 6, 0), -1):
            facts = self.pairs.before(at, other)
            if facts is not None:
                return facts
            if parse.words[at - 1] in _CLOSE:
                return self._owner_before(self._opening(at - 1), other) if token - at < 2 else None
            if parse.pos[at - 1] not in ("PUNCT", "AUX", "ADV", "PRON", "PART"):
                return None
        return None

    def _opening(self, close: int) -> int:
        """The bracket that opens what one closes, within the sentence; the closing one when there is none."""
        parse = self.parse
        floor = parse.sentences[parse.sentence_of[close]].start
        for at in range(close, floor, -1):
            if any(c in parse.words[at] for c in _OPEN):
                return at if parse.words[at][0] in _OPEN else at + 1  # "Saad(Arabic" is one token
        return close

    def _enclosed(self, start: int, end: int) -> bool:
        words = self.parse.words
        before = words[start - 1] if start else ""
        after = words[end] if end < len(words) else "."
        return before in (",", "(", "-", "—") and after in (",", ")", ".", "-", "—", ";")
