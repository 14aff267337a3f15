"""Spans of names: the model's, cleaned and completed, and those it missed."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.gazetteer.index import load_gazetteer

_OURS = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"))
_PERSONAL = frozenset(("PERSON", "ORG"))
_PERHAPS = frozenset(("PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))
_ARGUMENT = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "dative", "attr", "compound")
)
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}(?:[-–]?[A-Z0-9]{1,3})?s?$|[A-Z]{1,4}-?\d{1,3}$")
_MARKS = frozenset(('"', "'"))
_WELL_KNOWN = 4.0  # prominence of a place that is found though the model missed it
_SKIPPED_POS = frozenset(("DET", "PUNCT", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "SYM", "NUM", "PART"))


@dataclass(slots=True)
class Name:
    """A name in tokens `[start, end)`; `title` is where the title before it begins (or `start`).

    `model` is the model's label, None for a name that the model did not see. `own_article`: a
    capitalised article stands before it inside a sentence. `alias_cue`: where "also known as" begins
    that stands before it, or -1.
    """

    start: int
    end: int
    model: str | None
    title: int = -1
    own_article: bool = False
    alias_cue: int = -1

    def __post_init__(self) -> None:
        if self.title < 0:
            self.title = self.start


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: NATO, U.N., M23, HTS."""
    return len(word) > 1 and _ACRONYM.match(word) is not None


def capitalised(word: str, articles: Collection[str]) -> bool:
    """Whether a word is written as a name is: "Burhan", "al-Burhan"."""
    if word[:1].isupper():
        return True
    article, hyphen, name = word.partition("-")
    return bool(hyphen) and name[:1].isupper() and article.lower() in articles


def without_article(word: str, articles: Collection[str]) -> str:
    """A word in lower case without the article that a hyphen joins to it: "burhan" of "al-burhan"."""
    article, _, name = word.partition("-")
    return name if name and article in articles else word


def shouting(parse: Parse) -> bool:
    """Whether the report is printed in capitals, so that a capital proves nothing."""
    letters = [w for w in parse.words[:400] if len(w) > 3 and w.isalpha()]
    return len(letters) > 8 and sum(w.isupper() for w in letters) > 0.7 * len(letters)


def find_names(parse: Parse, words: Vocabulary, taken: frozenset[int]) -> list[Name]:
    """All names in text order, without overlaps. `taken` are tokens of times and the like."""
    finder = _Finder(parse, words, taken, shouting(parse))
    finder.well_known()
    finder.from_model()
    finder.long_forms()
    finder.missed()
    finder.check_headlines()
    return sorted(finder.names, key=lambda n: n.start)


@dataclass
class _Finder:
    parse: Parse
    words: Vocabulary
    taken: frozenset[int]
    shouting: bool

    def __post_init__(self) -> None:
        self.names: list[Name] = []
        self.used: set[int] = set(self.taken)
        self.known_parts: set[str] = set()
        self.known: list[Name] = []
        self.known_starts: list[int] = []
        self.initials: set[str] = set()
        self.model_starts = [n.start for n in self.parse.names]
        self.counts: Counter[str] = Counter()
        self.nicknamed: set[int] = set()

    def _written_as_name(self, token: int) -> bool:
        return capitalised(self.parse.words[token], self.words.given.articles)

    # ------------------------------------------------------------------ names of the tables
    def well_known(self) -> None:
        """Known names of several words, wherever the model thinks that they end."""
        parse, phrases = self.parse, self.words.phrases
        token, count = 0, len(parse)
        while token < count:
            options = phrases.get(parse.lower[token])
            if options is not None and (
                self._written_as_name(token) or parse.lower[token] in self.words.given.particles
            ):
                end = self._phrase_end(token, options)
                if end is not None and not self._inside_name(token, end):
                    self._add(Name(token, end, None))
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
        return end <= name.end and end - start < name.end - first and name.label in _OURS

    def _phrase_end(self, start: int, options: tuple[tuple[str, ...], ...]) -> int | None:
        """Past the longest known name that begins here and that no further capitalised word continues."""
        parse = self.parse
        for words in options:
            end = start + len(words)
            if tuple(parse.lower[start:end]) == words and self._written_as_name(end - 1):
                last = self.words.places.last | self.words.organisations.last
                if end < len(parse) and parse.lower[end] in last and parse.words[end][0].isupper():
                    return None
                return end
        return None

    # ------------------------------------------------------------------ the model's names
    def from_model(self) -> None:
        self.known = list(self.names)
        self.known_starts = [n.start for n in self.known]
        spans = [n for n in self.parse.names if n.label in _OURS or n.label in _PERHAPS]
        for span in spans:
            self.used.update(range(span.start, span.end))
        for span in spans:
            for start, end in self._pieces(span.start, span.end):
                if start in self.nicknamed:
                    continue
                for begin, stop in self._free(start, end):
                    self._take(begin, stop, span.label)

    def _free(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a span that no known name has taken."""
        at = start
        first = max(bisect_left(self.known_starts, start) - 1, 0)  # the one before may reach into it
        for name in self.known[first : bisect_left(self.known_starts, end)]:
            if name.end > start:
                yield at, name.start
                at = name.end
        yield at, end

    def _take(self, start: int, end: int, label: str) -> None:
        start, end = self._trimmed(start, end)
        if label == "ORG":
            end = self._without_office(start, end)
        if start >= end or any(t in self.taken for t in range(start, end)):
            return
        if not self._has_capital(start, end) or (end - start == 1 and self._of_title(start)):
            return
        start, end = self._across_hyphens(start, end)
        while start + (1 if label == "PERSON" else 2) < end and label in _PERSONAL and self._portfolio(start):
            start += 1
        if label == "PERSON" and self._called_by_office(start, end):
            return
        if self._is_portfolio(start, end):
            return
        title = self._title_end(start, end)
        if title >= end:  # "President" and nothing else: a description, not a name
            return
        if self._nobody(start, end):
            return
        if label in _PERHAPS and not (
            self._is_known(start, end) or self._own_article(start) or self._alias_cue(start) >= 0
        ):
            return
        title, begin = (start, title) if title > start else (title, title)
        stop = end
        end = self._nicknamed(begin, self._extended_right(begin, end))
        begin = begin if begin > start else self._extended_left(begin)
        end = self._with_purpose(begin, end)
        if label in ("GPE", "LOC") and end - begin > 2 * (stop - begin):
            label = "PERSON" if self.parse.lower[begin] in self.words.given.gender else label
        name = Name(begin, end, label, min(title, begin))
        self._add(name)

    def _nobody(self, start: int, end: int) -> bool:
        """What has a name and no will: makes of weapons, undertakings, and papers ("Resolution 2328")."""
        words, lower = self.words, self.parse.lower
        if self._text(start, end) in words.things or lower[start] in words.undertakings:
            return True
        last = end - 1
        while last > start and lower[last].isdigit():
            last -= 1
        return lower[last] in words.papers and not self._is_known(start, end)

    def _called_by_office(self, start: int, end: int) -> bool:
        """No person, though in capitals: "Public Relations Officer"; "Words" at the head of a sentence."""
        parse, words = self.parse, self.words
        last = parse.lower[end - 1]
        if end - start > 1:
            if last not in words.people.gender or parse.lower[start] in words.given.gender:
                return False
            return all(self._common(t) for t in range(start, end - 1))
        first = start == parse.sentences[parse.sentence_of[start]].start
        typed = last in words.places.last or last in words.organisations.last
        return (first and parse.pos[start] == "NOUN") or (
            typed and not first and parse.pos[start - 1] == "DET"
        )

    def _common(self, token: int) -> bool:
        """A word of the language rather than of a name: a noun of the tables, part of a title, a plural."""
        word, words = self.parse.lower[token], self.words
        plural = "Number=Plur" in self.parse.morphs[token]
        return plural or word in words.labels or word in words.titles.before or self.parse.pos[token] == "ADJ"

    def _of_title(self, token: int) -> bool:
        """A word that only opens a title: "Foreign" in "Foreign Secretary"."""
        lower, words = self.parse.lower, self.words
        if lower[token] not in words.titles.before or lower[token] in words.organisations.nouns:
            return False
        return token + 1 < len(lower) and (
            words.titles.is_title(lower[token + 1]) or lower[token + 1] in words.titles.before
        )

    def _portfolio(self, token: int) -> bool:
        """A word that belongs to the title before it: "Defence" in "Secretary of Defence Ito"."""
        return self._of_office(token + 1, max(0, token - 4)) is not None

    def _is_portfolio(self, start: int, end: int) -> bool:
        """All of a span belongs to the title before it: "State" in "Secretary of State"."""
        portfolios = self.words.titles.portfolios
        if not all(self.parse.lower[t] in portfolios for t in range(start, end)):
            return False
        return self._of_office(end, max(0, start - 4)) is not None

    def _has_capital(self, start: int, end: int) -> bool:
        return any(
            c.isupper() or (not c.islower() and c.isalpha())
            for t in range(start, end)
            for c in self.parse.words[t]
        )

    def _without_office(self, start: int, end: int) -> int:
        """The end of a name without the office words that the model took into it ("UK Special Envoy")."""
        lower, titles = self.parse.lower, self.words.titles
        at = end
        while at > start and lower[at - 1] in titles.offices:
            at -= 1
        if at < end:
            while at > start and lower[at - 1] in titles.before:
                at -= 1
        whole = at == start or self._linking(at - 1) or lower[end - 1] in titles.address
        return end if whole else at

    def _across_hyphens(self, start: int, end: int) -> tuple[int, int]:
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

    def _add(self, name: Name) -> None:
        name.title = self._title_start(name)
        name.own_article = self._own_article(name.start)
        name.alias_cue = self._alias_cue(name.start)
        self.names.append(name)
        self.used.update(range(name.title, name.end))
        for part in self.parse.lower[name.start : name.end]:
            self.known_parts.add(part)
            self.known_parts.add(without_article(part, self.words.given.articles))

    def _is_known(self, start: int, end: int) -> bool:
        text = self._text(start, end)
        return (
            text in self.words.organisations.known
            or text in self.words.places.known
            or text in self.words.nations
        )

    def _text(self, start: int, end: int) -> str:
        return " ".join(self.parse.lower[start:end])

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A span cut at brackets, line-noise, hyphens and at a possessive that stands between two names."""
        parse, at = self.parse, start
        for token in range(max(start, 2), end - 1):
            if self._hyphenated(token):
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

    def _hyphenated(self, token: int) -> bool:
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
        parse, text = self.parse, self._text(*self._trimmed(start, end))
        nation = (
            text in self.words.nations
            or text in self.words.capitals
            or text in self.words.organisations.known
        )
        at = bisect_left(self.known_starts, start)
        if not nation and parse.words[end] in "'’" and parse.lower[end + 1] in self.words.organisations.last:
            return False  # "the National Teachers' Union"
        return nation or end - start > 2 or (at < len(self.known) and self.known_starts[at] == start)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        parse, particles = self.parse, self.words.given.particles
        while start < end and (
            (
                parse.pos[start] in _SKIPPED_POS
                and parse.lower[start] not in particles
                and not ("-" in parse.words[start] and self._written_as_name(start))
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

    def _plain(self, token: int) -> bool:
        """A word in small letters that is no particle of a name."""
        word = self.parse.words[token]
        return (
            word.islower() and self.parse.lower[token] not in self.words.given.particles and "-" not in word
        )

    # ------------------------------------------------------------------ titles
    def _title_end(self, start: int, end: int) -> int:
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

    def _title_start(self, name: Name) -> int:
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

    # ------------------------------------------------------------------ completing
    def _capital(self, token: int) -> bool:
        return not self.shouting and self._written_as_name(token)

    def _extended_right(self, start: int, end: int) -> int:
        """Over the following capitalised words of the same compound ("Hindu" + "Kush")."""
        parse, words = self.parse, self.words
        floor = parse.sentences[parse.sentence_of[start]].end
        while end < floor and end not in self.used and self._capital(end):
            if parse.pos[end] not in ("PROPN", "NOUN") or parse.lower[end] in words.nationals:
                break
            part = parse.lower[end] in words.places.last or parse.lower[end] in words.organisations.last
            if not part and (
                parse.pos[end] != "PROPN"
                or not self._chained(end - 1)
                or words.titles.is_title(parse.lower[end])
            ):
                break
            if (
                parse.heads[end - 1] != end
                and parse.heads[end] != end - 1
                and parse.heads[end] != parse.heads[end - 1]
            ):
                break
            end += 1
        return end + self._numbered(end, floor)

    def _numbered(self, end: int, floor: int) -> int:
        """One where the number of a unit follows its acronym: "CTF 50"."""
        parse = self.parse
        if end >= floor or not is_acronym(parse.words[end - 1]) or not parse.words[end].isdigit():
            return 0
        of_it = parse.heads[end] == end - 1 and parse.deps[end] == "nummod"
        return int(of_it and len(parse.words[end]) < 4 and end not in self.taken)

    def _chained(self, token: int) -> bool:
        """Whether a token is compounded with the next, or with one past names only: "Aung San Suu Kyi"."""
        parse, titles, head = self.parse, self.words.titles, self.parse.heads[token]
        return head > token and all(
            parse.pos[t] == "PROPN" and parse.heads[t] == head and parse.lower[t] not in titles.before
            for t in range(token + 1, head)
        )

    def _nicknamed(self, start: int, end: int) -> int:
        """Past a nickname in quotation marks and the surname after it: 'Jo "Ash" Mbeki'."""
        parse = self.parse
        stop = parse.sentences[parse.sentence_of[start]].end
        if end + 3 >= stop or parse.words[end] not in _MARKS:
            return end
        close = next((t for t in range(end + 2, min(end + 5, stop - 1)) if parse.words[t] in _MARKS), None)
        if close is None or not all(self._capital(t) for t in (*range(end + 1, close), close + 1)):
            return end
        last = close + 2
        while last < stop and self._capital(last) and parse.pos[last] == "PROPN":
            last += 1
        self.nicknamed.update(range(end, last))
        return last

    def _with_purpose(self, start: int, end: int) -> int:
        """Over "for the Defence of Ruritania" after a type word: the long official names."""
        parse, words = self.parse, self.words
        stop = parse.sentences[parse.sentence_of[start]].end
        if end >= stop or not self._type_word(start, end):
            return end
        of = parse.lower[end] in words.linking_of and parse.lower[end - 1] in words.organisations.first
        if not of and parse.lower[end] not in words.linking_for:
            return end
        last = at = end
        while at < stop and (at == end or self._linking(at) or self._capital(at)):
            at += 1
            if self._capital(at - 1) and parse.pos[at - 1] in ("PROPN", "NOUN", "ADJ"):
                last = at
        return last if last > end else end

    def _type_word(self, start: int, end: int) -> bool:
        organisations, lower = self.words.organisations, self.parse.lower
        return lower[end - 1] in organisations.last or lower[start] in organisations.first

    def _linking(self, token: int) -> bool:
        words, lower = self.words, self.parse.lower
        return (
            lower[token] in words.linking_for
            or lower[token] in words.linking_of
            or self.parse.pos[token] in ("DET", "CCONJ")
        )

    def _extended_left(self, start: int) -> int:
        parse, words = self.parse, self.words
        floor = parse.sentences[parse.sentence_of[start]].start
        while start > floor and start - 1 not in self.used and self._capital(start - 1):
            before = start - 1
            if (
                parse.pos[before] != "PROPN"
                or parse.deps[before] != "compound"
                or not before < parse.heads[before]
            ):
                break
            if words.titles.is_title(parse.lower[before]) or parse.lower[before] in words.titles.before:
                break
            if before == floor and parse.lower[before] in words.people.gender:  # "Nurse Jo Lie said"
                break
            start -= 1
        return start

    # ------------------------------------------------------------------ headlines
    def check_headlines(self) -> None:
        """In a headline of capitals only what the tables or the body know as a name is one."""
        parse = self.parse
        headlines = {i for i, s in enumerate(parse.sentences) if self._title_case(s.start, s.end)}
        if not headlines or len(headlines) == len(parse.sentences):
            return
        body = {self._text(n.start, n.end) for n in self.names if parse.sentence_of[n.start] not in headlines}
        kept = (
            self._known_part(n, body) if parse.sentence_of[n.start] in headlines else n for n in self.names
        )
        self.names = [n for n in kept if n is not None]

    def _title_case(self, start: int, end: int) -> bool:
        long = [w for w in self.parse.words[start:end] if len(w) > 3 and w.isalpha()]
        return len(long) > 4 and sum(w[0].isupper() for w in long) >= 0.9 * len(long)

    def _known_part(self, name: Name, body: set[str]) -> Name | None:
        """A name of a headline, cut to the longest part of it that the body has; None if there is none."""
        spans = [(a, b) for a in range(name.start, name.end) for b in range(a + 1, name.end + 1)]
        for start, end in sorted(spans, key=lambda s: s[0] - s[1]):
            text = self._text(start, end)
            if text in body or (end - start == name.end - name.start and self._sure(start, end, text)):
                return name if (start, end) == (name.start, name.end) else Name(start, end, None)
        return name if name.title < name.start or name.end - name.start == 1 else None

    def _sure(self, start: int, end: int, text: str) -> bool:
        words = self.words
        return (
            self._is_known(start, end)
            or text in words.capitals
            or text in words.nationals
            or (self.parse.lower[start] in words.given.gender)
        )

    # ------------------------------------------------------------------ names the model missed
    def missed(self) -> None:
        if self.shouting:
            return
        parse = self.parse
        self.initials = self._initials()
        token, count = 0, len(parse)
        while token < count:
            if token in self.used or not self._starts_name(token):
                token += 1
                continue
            end = token + 1
            sentence = parse.sentences[parse.sentence_of[token]].end
            while (
                end < sentence
                and end not in self.used
                and self._continues(end)
                and not self._hyphenated(end - 1)
            ):
                end += 1
            self._missed_run(token, end)
            token = end

    def long_forms(self) -> None:
        """The words before a bracketed acronym that it abbreviates: "Guardians of the Dawn (GOD)"."""
        parse = self.parse
        for token in range(2, len(parse) - 1):
            if (
                parse.words[token - 1] == "("
                and parse.words[token + 1] == ")"
                and is_acronym(parse.words[token])
            ):
                start = self._long_form(token)
                if start is not None and not all(t in self.used for t in range(start, token - 1)):
                    self.names = [n for n in self.names if n.end <= start or n.start >= token - 1]
                    self._add(Name(start, token - 1, "ORG"))
                    if token not in self.used:
                        self._add(Name(token, token + 1, "ORG"))

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

    def _initials(self) -> set[str]:
        """Acronyms that the names found so far would make."""
        parse = self.parse
        return {
            "".join(parse.words[t][0] for t in range(n.start, n.end) if parse.words[t][:1].isupper())
            for n in self.names
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
        if self._written_as_name(token) and (self._own_article(token) or self._alias_cue(token) >= 0):
            return True
        if parse.pos[token] != "PROPN" and not is_acronym(parse.words[token]):
            return False
        return self._written_as_name(token) or parse.lower[token] in self.words.given.particles

    def _continues(self, token: int) -> bool:
        return self._written_as_name(token) and self.parse.pos[token] in ("PROPN", "NOUN", "ADJ")

    def _missed_run(self, start: int, end: int) -> None:
        parse, words = self.parse, self.words
        title = self._title_end(start, end)
        if title >= end:
            return
        if title > start:
            self._add(Name(title, end, "PERSON", start))
            return
        start, end = self._trimmed(start, end)
        if start >= end:
            return
        text = self._text(start, end)
        if self._nobody(start, end):
            return
        longer = self._with_purpose(start, end)
        if longer > end and longer - end > 2:
            self._add(Name(start, longer, None))
            return
        last, first = parse.lower[end - 1], parse.lower[start]
        sure = (
            (self._is_known(start, end) and text not in words.organisations.unsure)
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
                all(parse.lower[t] in self.known_parts for t in range(start, end))
                and parse.deps[end - 1] in _ARGUMENT
            )
            or (end - start > 1 and first in words.given.gender)
            or self._in_brackets(start, end)
            or self._own_article(start)
            or self._alias_cue(start) >= 0
            or (end - start == 1 and is_acronym(parse.words[start]) and parse.words[start] in self.initials)
            or (
                end - start == 1
                and is_acronym(parse.words[start])
                and parse.deps[start] in _ARGUMENT
                and self._referred(text) > 1
            )
            or self._title_start(Name(start, end, None)) < start
        )
        if sure:
            self._add(Name(start, end, None))

    def _on_the_map(self, start: int, end: int) -> bool:
        """A name of several words that a well-known place bears, and no other sort of thing: "New Mexico"."""
        if end - start == 1:
            return False
        prominence = load_gazetteer().prominence(self.parse.text(start, end))
        return prominence is not None and prominence >= _WELL_KNOWN

    def _alias_cue(self, start: int) -> int:
        """Where "also known as", with or without an article after it, begins right before a name; else -1."""
        lower, longest = self.parse.lower, -1
        before = start - 1 if start and self.parse.pos[start - 1] == "DET" else start
        for last, cues in self.words.alias_cues.items():
            if before and lower[before - 1] == last:
                for cue in cues:
                    if before >= len(cue) and tuple(lower[before - len(cue) : before]) == cue:
                        longest = max(longest, len(cue))
        return before - longest if longest > 0 else -1

    def _own_article(self, start: int) -> bool:
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
            and start - 2 in self.used
        )

    def _referred(self, text: str) -> int:
        if not self.counts:
            self.counts.update(self.parse.lower)
        return self.counts[text]


def covered(names: Iterable[Name]) -> set[int]:
    """All tokens that stand in a name or its title."""
    return {t for n in names for t in range(n.title, n.end)}
