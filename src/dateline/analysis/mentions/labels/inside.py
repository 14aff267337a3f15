"""Evidence in the words of a name itself, and what the maps have of it."""

from dataclasses import dataclass
from itertools import pairwise

from dateline.analysis.mentions.labels.votes import GROUP, ORGANIZATION, PERSON, PLACE, Votes
from dateline.analysis.mentions.names import Name, is_acronym
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.gazetteer.index import Gazetteer

_UNMAPPED = -0.7
_MAPPED_LONG = 1.6
_MAPPED = 0.6  # for each power of ten of its inhabitants above
_SMALL = 3.5
_MOST_MAPPED = 1.8
_FILED = 3.0  # the report was filed from there


@dataclass(frozen=True, slots=True)
class Inside:
    """`filed_from` are the places of the dateline, in lower case."""

    parse: Parse
    words: Vocabulary
    gazetteer: Gazetteer
    filed_from: frozenset[str]

    def vote(self, name: Name, votes: Votes) -> None:
        """Adds what the words of a name say."""
        parse, words = self.parse, self.words
        text = " ".join(parse.lower[name.start : name.end])
        last, first = parse.lower[name.end - 1], parse.lower[name.start]
        long = name.end - name.start > 1
        known = text in words.organisations.known or text in words.nations or text in words.nationals
        if text in words.nations or text in words.capitals or text in words.places.known:
            votes[PLACE] += 4
        elif text in words.seats:
            votes[ORGANIZATION] += 3
        elif text in words.organisations.known:
            votes[ORGANIZATION] += 0.5 if text in words.organisations.unsure else 5
        elif text in words.nationals or text in words.descent:
            votes[GROUP] += 4
        elif long:
            self._type_words(first, last, text, votes)
        elif is_acronym(parse.words[name.start]):
            votes[ORGANIZATION] += 1.4
        elif words.nation_alike(text) is not None:
            votes[PLACE] += 3
        else:
            votes[PLACE] += self._on_the_map(name)
        if long and not known:
            votes[PLACE] += self._on_the_map(name)
        if text in self.filed_from:
            votes[PLACE] += _FILED
        if long and first in words.given.gender and text not in words.places.known:
            votes[PERSON] += 2.2
        elif first in words.given.gender:
            votes[PERSON] += 0.8
        if first in words.ships and long:
            votes[ORGANIZATION] += 4
        if not long and last in words.given.well_known:
            votes[PERSON] += 2.5
        if name.title < name.start:
            votes[PERSON] += 5
        elif name.own_article:
            votes[ORGANIZATION] += 1.5
        if name.model == "PERSON" and not long and first not in words.given.gender:
            votes[PERSON] -= 0.4

    def _on_the_map(self, name: Name) -> float:
        """What the gazetteer says of a name: much for large places and long names, less for homonyms.

        A name of one word that the model takes for a place, and no map has, is less likely one.
        """
        long = name.end - name.start > 1
        prominence = self.gazetteer.prominence(self.parse.text(name.start, name.end))
        if prominence is None:
            return _UNMAPPED if not long and name.model in ("GPE", "LOC") else 0.0
        if long:
            return _MAPPED_LONG
        return max(0.0, min((prominence - _SMALL) * _MAPPED, _MOST_MAPPED))

    def _type_words(self, first: str, last: str, text: str, votes: Votes) -> None:
        organisations, places = self.words.organisations, self.words.places
        place, organisation = last in places.last, last in organisations.last
        second = text.split(" ", 2)[1]
        if place and organisation:
            place = organisation = False
        inner = text.split(" ")[:-1]
        linked = self.words.linking_of | self.words.linking_for | self.words.about
        if first in organisations.first and second in self.words.linking_of:
            votes[ORGANIZATION] += 4
        elif organisation or (first in organisations.first and second in self.words.linking_for):
            votes[ORGANIZATION] += 3.5
        elif any(a in organisations.last and b in linked for a, b in pairwise(inner)):
            votes[ORGANIZATION] += 3.5  # "Ruritanian Council on Foreign Relations"
        elif place:
            votes[PLACE] += 3.5
        elif first in places.first:
            votes[PLACE] += 2
