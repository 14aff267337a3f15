"""Which words of a report tell that something happened, and of what family they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.analysis.draft import Draft
from dateline.analysis.happenings.lexicon import HappeningLexicon
from dateline.language.stemming import stemmer
from dateline.model.entity import Form, Label
from dateline.model.happening import ALONE

_ATTRIBUTE = ("amod", "compound", "prep", "case", "mark", "aux", "auxpass")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "compound", "appos")
_INFLECTED = ("s", "es", "d", "ed")  # forms of verbs in headlines
_EVENT = "EVENT"  # the model's label of names of events
_TAKEN = ("dobj", "nsubjpass", "nsubj", "pobj", "xcomp", "ccomp", "conj", "prep", "prt", "advmod")


@dataclass(frozen=True, slots=True)
class Word:
    """A token that tells a happening; `kind` is what it is read as: verbs, nouns or adjectives.

    `start` is where its trigger begins: the first token of a name ("the *Crimean War*").
    """

    token: int
    kind: str
    family: str
    start: int


@dataclass(frozen=True)
class Reader:
    """Looks at every token once."""

    draft: Draft
    lexicon: HappeningLexicon

    def words(self) -> Iterator[Word]:
        """The words that tell something, in text order."""
        for token, pos in enumerate(self.draft.parse.pos):
            word = None
            if token in self._in_events:
                word = self._events.get(token)
            elif token in self.draft.time_tokens:
                continue  # "in March"
            elif pos == "VERB":
                word = self._verb(token)
            elif pos in ("NOUN", "PROPN"):
                word = self._noun(token)
            elif pos == "ADJ" and (family := self.lexicon.adjectives.get(self.draft.parse.lemmas[token])):
                word = Word(token, "adjectives", family, token)
            if word is not None:
                yield word

    # ------------------------------------------------------------------ verbs
    def _verb(self, token: int) -> Word | None:
        parse, lexicon = self.draft.parse, self.lexicon
        lemma, lower, dep = parse.lemmas[token], parse.lower[token], parse.deps[token]
        if dep == "amod":
            family = lexicon.adjectives.get(lower) or lexicon.verbs.get(lemma)
            return Word(token, "verbs", family, token) if family else None
        family = self._expression(token) or lexicon.verbs.get(lemma) or lexicon.adjectives.get(lower)
        if family is not None:
            return Word(token, "verbs", family, token)
        if dep in _NOMINAL and lemma in lexicon.nouns:
            return Word(token, "nouns", lexicon.nouns[lemma], token)
        if lemma in lexicon.states or lemma in lexicon.light or dep in _ATTRIBUTE:
            return None
        if lemma in lexicon.aspectual and self._takes_happening(token):
            return None
        # "The singer rehabs": a noun of a family that the model takes for a verb; "fired" is no fire.
        family = None if lemma in lexicon.senses else lexicon.nouns.get(lemma)
        return Word(token, "verbs", family or ALONE + lemma, token)

    def _expression(self, token: int) -> str | None:
        """The family of a verb with the words behind it: "passed away", "took into custody"."""
        return self._expressed(token, self.draft.parse.lemmas[token])

    def _expressed(self, token: int, verb: str) -> str | None:
        listed = self.lexicon.expressions.get(verb, ())
        return next((family for words, family in listed if self._behind(token, words)), None)

    def _behind(self, token: int, words: tuple[str, ...]) -> bool:
        """Whether words hang on a token, each on the one before."""
        if not words:
            return True
        parse = self.draft.parse
        return any(
            words[0] in (parse.lower[child], parse.lemmas[child]) and self._behind(child, words[1:])
            for child in parse.children[token]
            if child > token
        )

    def _takes_happening(self, verb: int) -> bool:
        parse = self.draft.parse
        taken = (c for c in parse.children[verb] if parse.deps[c] in _TAKEN)
        return any(parse.pos[c] == "VERB" or parse.lemmas[c] in self.lexicon.nouns for c in taken)

    # ------------------------------------------------------------------ nouns
    def _noun(self, token: int) -> Word | None:
        parse = self.draft.parse
        family = self._family(token)
        if family is None or token in self._named - self._swallowed or self._is_told_by_verb(token):
            return None
        if parse.deps[token] == "compound" and self.draft.mention_of(parse.heads[token]) is not None:
            return None  # "rescue workers", "the fire department"
        return Word(token, "nouns", family, token)

    def _is_told_by_verb(self, token: int) -> bool:
        """Whether a noun is a word of a verb's expression: the fire of "caught fire"."""
        parse = self.draft.parse
        above = next((t for t in parse.ancestors(token) if parse.pos[t] == "VERB"), None)
        if above is None:
            return False
        listed = self.lexicon.expressions.get(parse.lemmas[above], ())
        return any(parse.lemmas[token] in words and self._behind(above, words) for words, _ in listed)

    def _family(self, token: int) -> str | None:
        parse, lexicon = self.draft.parse, self.lexicon
        lemma, lower = parse.lemmas[token], parse.lower[token]
        if lemma in lexicon.last and (family := lexicon.nouns.get(f"{parse.lower[token - 1]} {lemma}")):
            return family  # "a heart attack"
        found = lexicon.nouns.get(lemma) or lexicon.nouns.get(lower.removesuffix("s"))
        if found is None and lower.endswith("ing"):
            found = lexicon.verbs.get(lemma)
        return found or self._mistagged(token)

    def _mistagged(self, token: int) -> str | None:
        """The family of a headline's verb that the model takes for a noun: "Judge Steps Down"."""
        parse = self.draft.parse
        sentence = parse.sentences[parse.sentence_of[token]]
        if not sentence.title and parse.pos[sentence.end - 1] == "PUNCT":
            return None
        lower, lexicon = parse.lower[token], self.lexicon
        irregular = stemmer(self.draft.language.code).forms.get(lower, lower)
        forms = (parse.lemmas[token], irregular, *(lower.removesuffix(end) for end in _INFLECTED))
        told = (self._expressed(token, form) or lexicon.verbs.get(form) for form in forms)
        return lexicon.adjectives.get(lower) or next((family for family in told if family), None)

    @cached_property
    def _events(self) -> dict[int, Word]:
        """The names of events by their last words: "the *World Cup*"."""
        parse, found = self.draft.parse, dict[int, Word]()
        for name in parse.names:
            if name.label == _EVENT:
                token = name.end - 1
                start = next((t for t in range(name.start, token) if parse.pos[t] != "DET"), token)
                lemma = parse.lemmas[token]
                found[token] = Word(token, "nouns", self.lexicon.nouns.get(lemma, ALONE + lemma), start)
        return found

    @cached_property
    def _in_events(self) -> frozenset[int]:
        names = self.draft.parse.names
        return frozenset(t for name in names if name.label == _EVENT for t in range(name.start, name.end))

    @cached_property
    def _named(self) -> frozenset[int]:
        """The tokens inside names, but the last of what may name an event: "the *Peace Talks*"."""
        parse = self.draft.parse
        return frozenset(
            t
            for m in self.draft.mentions
            if m.form is Form.NAME
            for t in parse.tokens_in(m.span)
            if t != m.head or m.label is Label.PERSON
        )

    @cached_property
    def _swallowed(self) -> frozenset[int]:
        """Verbs of headlines that the model takes for the ends of names: "Heikki Ostman *Dies*".

        The text below has the name without them.
        """
        parse = self.draft.parse
        below = {
            (parse.lower[t - 1], parse.lower[t])
            for sentence in parse.sentences
            if not sentence.title
            for t in range(sentence.start + 1, sentence.end)
        }
        last = (m.head for m in self.draft.mentions if m.form is Form.NAME and parse.tokens_in(m.span)[:-1])
        return frozenset(
            t
            for t in last
            if parse.sentences[parse.sentence_of[t]].title
            and parse.lower[t].endswith(_INFLECTED)
            and (parse.lower[t - 1], parse.lower[t]) not in below
            and self._mistagged(t) is not None
        )
