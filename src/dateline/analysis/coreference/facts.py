"""What the grammar tells of a mention by itself: number, gender, nouns, nation, definiteness."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from dateline.analysis.draft import Draft
from dateline.analysis.mentions.nominals import is_age, is_plural
from dateline.analysis.mentions.vocabulary import Nation, Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label, Mention

_MODIFIER_POS = frozenset(("ADJ", "NOUN", "PROPN", "VERB", "NUM"))
_LONGEST = 6  # words of a nation's name
_BEFORE = 6  # tokens before a person's name where a nation may be told
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


@dataclass(slots=True)
class Facts:
    """One mention, by its position.

    `start`/`end` are tokens of its span, `name` the tokens of the name without title. `noun` is the
    lemma a description has as head; `modifiers` the other content words of it. `definite`: it points
    back ("the", "this", a possessive). `agrees` is the number that the verb of a subject shows. `quote`
    is the number of the innermost quotation, -1 outside. `age` is in digits, "" when not told.
    """

    position: int
    label: Label
    form: Form
    head: int
    start: int
    end: int
    sentence: int
    name: tuple[int, int] | None = None
    key: str = ""
    number: str = "s"
    gender: str = ""
    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    definite: bool = False
    nation: Nation | None = None
    quote: int = -1
    title: tuple[str, ...] = field(default_factory=tuple)
    subject: bool = False
    agrees: str = ""
    age: str = ""


class Reader:
    """Reads the facts of all mentions of a draft."""

    def __init__(self, draft: Draft, words: Vocabulary) -> None:
        self.draft = draft
        self.parse = draft.parse
        self.words = words
        self.quotes = sorted(
            (q.span.start, q.span.end, i) for i, q in enumerate(draft.quotations) if q.speech
        )
        self._quote_starts = [q[0] for q in self.quotes]
        self._quote_reach = list(accumulate((q[1] for q in self.quotes), max))

    def all(self) -> list[Facts]:
        return [self._facts(i, m) for i, m in enumerate(self.draft.mentions)]

    def _facts(self, position: int, mention: Mention) -> Facts:
        parse = self.parse
        tokens = parse.tokens_in(mention.span)
        head = mention.head
        facts = Facts(
            position,
            mention.label,
            mention.form,
            head,
            tokens.start,
            tokens.stop,
            parse.sentence_of[head],
            quote=self._quote(mention.span.start),
            subject=parse.deps[head] in _SUBJECTS,
            agrees=self._agreement(head),
        )
        if mention.form is Form.NAME:
            self._name(facts, mention.span.end)
        elif mention.form is Form.NOMINAL:
            self._nominal(facts)
        elif mention.form is Form.ADJECTIVE:
            facts.nation = self.words.adjectives.get(parse.lower[head])
        elif mention.form is Form.PRONOUN:
            pronoun = self.words.pronouns[parse.lower[head]]
            facts.number, facts.gender = pronoun.number, pronoun.gender
        return facts

    def _agreement(self, head: int) -> str:
        """The number that the verb of a subject shows: "the Front has", "the Front have"."""
        parse = self.parse
        if parse.deps[head] not in ("nsubj", "nsubjpass", "attr"):
            return ""
        verb = parse.heads[head]
        for token in (verb, *parse.children[verb]):
            if parse.tags[token] == "VBZ":
                return "s"
            if parse.tags[token] == "VBP" and (token == verb or parse.deps[token] in ("aux", "auxpass")):
                return "p"
        return ""

    def _quote(self, offset: int) -> int:
        """The innermost speech around an offset; quotations nest, so the last to begin is innermost."""
        at = bisect_right(self._quote_starts, offset) - 1
        while at >= 0 and self._quote_reach[at] > offset:
            if offset < self.quotes[at][1]:
                return self.quotes[at][2]
            at -= 1
        return -1

    # ------------------------------------------------------------------ names
    def _name(self, facts: Facts, mention_end: int) -> None:
        parse, _words = self.parse, self.words
        start = facts.start
        if facts.label is Label.PERSON:
            start = self._after_title(facts)
            facts.gender = self._person_gender(facts, start)
            facts.age = self._age_of(facts)
        else:
            facts.number = "p" if facts.label is Label.GROUP and is_plural(parse, facts.head) else "s"
        facts.name = (start, facts.end)
        words_of_name = parse.lower[start : facts.end]
        words_of_name[-1] = words_of_name[-1][: mention_end - parse.starts[facts.end - 1]]
        facts.key = name_key(words_of_name)
        facts.nation = self._nation_of_name(facts)

    def _after_title(self, facts: Facts) -> int:
        titles, lower = self.words.titles, self.parse.lower
        at, last = facts.start, facts.end - 1
        while at < last:
            of = at > facts.start and lower[at] in self.words.linking_of
            if titles.is_title(lower[at]) or lower[at] in titles.before or lower[at] in "-.":
                at += 1
            elif of and at + 1 < last and lower[at + 1] in titles.portfolios:
                at += 2
                while at < last and lower[at] in titles.portfolios:
                    at += 1
            else:
                break
        facts.title = tuple(self.parse.words[facts.start : at])
        return at

    def _person_gender(self, facts: Facts, start: int) -> str:
        words, lower = self.words, self.parse.lower
        for token in range(facts.start, start):
            gender = words.titles.address.get(lower[token]) or words.people.gender.get(lower[token], "")
            if gender:
                return gender
        if facts.end - start > 1:
            return words.given.gender.get(lower[start], "")
        return ""

    def _age_of(self, facts: Facts) -> str:
        """The age told with a name: "32-year-old X", "X, 32,"."""
        parse, after = self.parse, facts.end
        if after + 1 < len(parse) and parse.words[after] == "," and parse.words[after + 1].isdigit():
            return parse.words[after + 1]
        for child in parse.children[facts.head]:
            if parse.lemmas[child] in self.words.people.age_heads and is_age(parse, self.words, child):
                return self._years(child)
        return ""

    def _years(self, head: int) -> str:
        return next((w for w in self.parse.words[self.parse.left[head] : head] if w.isdigit()), "")

    def _nation_of_name(self, facts: Facts) -> Nation | None:
        """The nation a name belongs to: itself, or by an adjective or "of" inside."""
        words, lower = self.words, self.parse.lower
        text = " ".join(lower[facts.start : facts.end])
        if facts.label is Label.PERSON:
            first = max(self._left_of_phrase(facts), facts.start - _BEFORE)
            return self._nation_among(range(first, facts.start))
        own = words.nations.get(text) or words.seats.get(text) or words.nationals.get(text)
        if own is None and facts.label is Label.ORGANIZATION:
            own = words.capitals.get(text) or self._nation_among(range(facts.start, facts.end))
        return own

    def _left_of_phrase(self, facts: Facts) -> int:
        """Where the phrase of a name begins; a title that the name is an apposition of belongs to it."""
        parse, title = self.parse, self.parse.heads[facts.head]
        within = facts.start <= title < facts.head
        return min(parse.left[facts.head], parse.left[title] if within else facts.head)

    # ------------------------------------------------------------------ descriptions
    def _nominal(self, facts: Facts) -> None:
        parse, words = self.parse, self.words
        head = facts.head
        facts.number = "p" if is_plural(parse, head) or facts.label is Label.GROUP else "s"
        facts.noun = parse.lemmas[head]
        if facts.noun in words.people.age_heads:
            facts.age = self._years(head)
        facts.gender = words.people.gender.get(facts.noun, "") if facts.number == "s" else ""
        modifiers = []
        for token in range(facts.start, head):
            if parse.pos[token] == "DET" or parse.tags[token] == "PRP$":
                facts.definite |= self._points(token)
            elif parse.pos[token] in _MODIFIER_POS:
                modifiers.append(parse.lower[token])
        facts.definite |= parse.child(head, "poss") is not None
        if facts.start == head or parse.pos[facts.start] != "DET":
            facts.definite |= parse.words[head][0].isupper() and facts.noun in words.titles.offices
        modifiers += [parse.lower[t] for t in range(head + 1, facts.end) if parse.pos[t] in _MODIFIER_POS]
        facts.modifiers = frozenset(modifiers)
        facts.key = " ".join(parse.lower[facts.start : facts.end])
        facts.nation = self._nation_among(range(facts.start, facts.end))

    def _points(self, token: int) -> bool:
        morph = self.parse.morphs[token]
        return "Definite=Def" in morph or "PronType=Dem" in morph or self.parse.tags[token] == "PRP$"

    def _nation_among(self, tokens: range) -> Nation | None:
        """The one nation that these tokens name by adjective, name or genitive; None if none or two."""
        found: set[str] = set()
        nation: Nation | None = None
        for text in self._texts(tokens):
            hit = self.words.adjectives.get(text) or self.words.nations.get(text)
            if hit is not None and hit.name not in found:
                found.add(hit.name)
                nation = hit
        return nation if len(found) == 1 else None

    def _texts(self, tokens: range) -> Iterator[str]:
        """Words that may name a nation: the longest of its names, and no part of another place's name."""
        at = tokens.start
        while at < tokens.stop:
            end = self._end_of_nation(at, tokens.stop)
            if end is not None:
                yield " ".join(self.parse.lower[at:end])
            elif at not in self._in_places and not is_backing(self.parse, at):
                yield self.parse.lower[at]
            at = end or at + 1

    def _end_of_nation(self, start: int, stop: int) -> int | None:
        """Past a nation's name or adjective of several words that begins here."""
        lower, words = self.parse.lower, self.words
        for end in range(min(stop, start + _LONGEST), start + 1, -1):
            text = " ".join(lower[start:end])
            if text in words.adjectives or text in words.nations:
                return end
        return None

    @cached_property
    def _in_places(self) -> frozenset[int]:
        """Tokens of names of places that are no nation's: the "Mexico" of "New Mexico" is no nation."""
        names = (m for m in self.draft.mentions if m.form is Form.NAME and m.label is Label.PLACE)
        spans = (self.parse.tokens_in(m.span) for m in names)
        return frozenset(t for span in spans if len(span) > 1 for t in span)


def is_backing(parse: Parse, token: int) -> bool:
    """A name that a hyphen joins to a participle is not what is told of: "US-backed rebels"."""
    verb = token + 2
    return verb < len(parse) and parse.words[token + 1] == "-" and parse.tags[verb] in ("VBN", "VBD", "VBG")


def name_key(words: list[str]) -> str:
    """A name for comparing: lower case, no articles of names, hyphens, full stops or quotation marks."""
    text = " ".join(words).replace("-", " ").replace("’", "'")
    text = text.replace(".", "").replace('"', "").replace("' ", "").replace(" 's", "'s")
    return " ".join(text.split())
