"""Names completed by the words around them that belong to them, which the model left out."""

from dateline.analysis.mentions.names.found import Found, Step
from dateline.analysis.mentions.names.name import is_acronym
from dateline.gazetteer.index import load_gazetteer

_MARKS = frozenset(('"', "'"))


class Completing(Step):
    """Completes names. `passed` are tokens over which a name goes on, though the model ended it before."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self.passed: set[int] = set()

    def extended_right(self, start: int, end: int) -> int:
        """Over the following capitalised words of the same compound ("Hindu" + "Kush")."""
        parse, words = self.parse, self.words
        floor = parse.sentences[parse.sentence_of[start]].end
        while end < floor and end not in self.found.used and self._capital(end):
            if parse.pos[end] not in ("PROPN", "NOUN") or parse.lower[end] in words.nationals:
                break
            if self.found.credit(end):
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
        end = self._over_particles(start, end, floor)
        return end + self._numbered(end, floor)

    def _over_particles(self, start: int, end: int, floor: int) -> int:
        """Over "do Sul" of "Rio Grande do Sul", where the longer name is on the map."""
        last = end
        while last < floor and self.parse.lower[last] in self.words.given.particles and last - end < 2:
            last += 1
        if end == last or last >= floor or not self._capital(last):
            return end
        if not load_gazetteer().known(self.parse.text(start, last + 1)):
            return end
        self.passed.update(range(end, last + 1))
        return last + 1

    def extended_left(self, start: int) -> int:
        """Over the capitalised words before it that are compounded with it."""
        parse, words = self.parse, self.words
        floor = parse.sentences[parse.sentence_of[start]].start
        while start > floor and start - 1 not in self.found.used and self._capital(start - 1):
            before = start - 1
            if (
                self.found.credit(before)
                or parse.pos[before] != "PROPN"
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

    def past_nickname(self, start: int, end: int) -> int:
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
        self.passed.update(range(end, last))
        return last

    def with_purpose(self, start: int, end: int) -> int:
        """Over "for the Defence of Ruritania" after a type word: the long official names."""
        parse, words = self.parse, self.words
        stop = parse.sentences[parse.sentence_of[start]].end
        if end >= stop or not self._type_word(start, end):
            return end
        of = parse.lower[end] in words.linking_of and parse.lower[end - 1] in words.organisations.first
        if not of and parse.lower[end] not in words.linking_for:
            return end
        last = at = end
        while at < stop and (at == end or self.found.titles.linking(at) or self._capital(at)):
            at += 1
            if self._capital(at - 1) and parse.pos[at - 1] in ("PROPN", "NOUN", "ADJ"):
                last = at
        return last if last > end else end

    def _numbered(self, end: int, floor: int) -> int:
        """One where the number of a unit follows its acronym: "CTF 50"."""
        parse = self.parse
        if end >= floor or not is_acronym(parse.words[end - 1]) or not parse.words[end].isdigit():
            return 0
        of_it = parse.heads[end] == end - 1 and parse.deps[end] == "nummod"
        return int(of_it and len(parse.words[end]) < 4 and end not in self.found.taken)

    def _chained(self, token: int) -> bool:
        """Whether a token is compounded with the next, or with one past names only: "Aung San Suu Kyi"."""
        parse, titles, head = self.parse, self.words.titles, self.parse.heads[token]
        return head > token and all(
            parse.pos[t] == "PROPN" and parse.heads[t] == head and parse.lower[t] not in titles.before
            for t in range(token + 1, head)
        )

    def _type_word(self, start: int, end: int) -> bool:
        organisations, lower = self.words.organisations, self.parse.lower
        return lower[end - 1] in organisations.last or lower[start] in organisations.first

    def _capital(self, token: int) -> bool:
        return not self.found.shouting and self.found.written_as_name(token)
