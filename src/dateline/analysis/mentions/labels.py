"""What a name names: evidence from the words inside, the words around and the whole report."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from dateline.analysis.mentions.names import Name, is_acronym, without_article
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.gazetteer.index import Gazetteer, load_gazetteer
from dateline.model.entity import Label

type Votes = dict[Label, float]
_PERSON, _ORG, _PLACE, _GROUP = Label.PERSON, Label.ORGANIZATION, Label.PLACE, Label.GROUP
_MODEL: dict[str | None, tuple[Label, float]] = {
    "PERSON": (_PERSON, 1.2),
    "ORG": (_ORG, 1.0),
    "GPE": (_PLACE, 1.3),
    "LOC": (_PLACE, 1.3),
    "FAC": (_PLACE, 1.0),
    "NORP": (_GROUP, 1.3),
    "PRODUCT": (_ORG, 0.3),
    "EVENT": (_ORG, 0.2),
    "WORK_OF_ART": (_ORG, 0.2),
}
_UNMAPPED = -0.7
_MAPPED_LONG = 1.6
_MAPPED = 0.6  # for each power of ten of its inhabitants above
_SMALL = 3.5
_MOST_MAPPED = 1.8
_FILED = 3.0  # the report was filed from there
_NEIGHBOURS = 0.5  # of the evidence for a place that the other names of a list have
_SHARE = 0.6  # of the evidence elsewhere in the report that counts here


def label_names(
    parse: Parse, words: Vocabulary, names: list[Name], filed_from: frozenset[str] = frozenset()
) -> list[Label]:
    """The label of every name; names of the same words vote together.

    `filed_from` are the places of the dateline, in lower case.
    """
    judge = _Judge(parse, words, names, load_gazetteer(), filed_from)
    own = [judge.votes(n) for n in names]
    judge.add_aliases(own)
    judge.add_neighbours(own)
    keys = [" ".join(parse.lower[n.start : n.end]) for n in names]
    total: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    count: dict[str, int] = defaultdict(int)
    for key, votes in zip(keys, own, strict=True):
        count[key] += 1
        for label, value in votes.items():
            total[key][label] += value
    persons = _person_parts(parse, names, keys, total, words)
    bodies = _body_parts(parse, names, keys, total, words)
    for key, votes in zip(keys, own, strict=True):
        if key in bodies and total[key][_PLACE] < 1:
            votes[_ORG] += 1.6
    return [
        _decide(key, votes, total[key], count[key], persons, n)
        for key, votes, n in zip(keys, own, names, strict=True)
    ]


def _person_parts(
    parse: Parse, names: list[Name], keys: list[str], total: dict[str, Votes], words: Vocabulary
) -> set[str]:
    """Last and first words of the names of two words or more that are most likely persons'."""
    found: set[str] = set()
    for name, key in zip(names, keys, strict=True):
        if name.end - name.start > 1 and _best(total[key]) is _PERSON:
            found.add(parse.lower[name.end - 1])
            found.add(without_article(parse.lower[name.end - 1], words.given.articles))
            found.add(parse.lower[name.start])
            found.add(" ".join(parse.lower[name.end - 2 : name.end]))
    return found - words.nations.keys() - words.given.particles


def _body_parts(
    parse: Parse, names: list[Name], keys: list[str], total: dict[str, Votes], words: Vocabulary
) -> set[str]:
    """First words of the names of organisations that are used for the whole ("Wagner" for "Wagner Group")."""
    common = words.nations.keys() | words.nationals.keys() | words.capitals.keys() | words.descent
    found: set[str] = set()
    for name, key in zip(names, keys, strict=True):
        if name.end - name.start > 1 and _best(total[key]) is _ORG:
            if parse.lower[name.end - 1] in words.organisations.last:
                found.add(parse.lower[name.start])
            elif parse.lower[name.start] in words.ships:
                found.add(parse.lower[name.end - 1])
    return found - common - words.given.particles


def _decide(key: str, own: Votes, total: Votes, count: int, persons: set[str], name: Name) -> Label:
    merged: Votes = defaultdict(float)
    for label in Label:
        others = (total.get(label, 0.0) - own.get(label, 0.0)) / max(1.0, (count - 1) ** 0.5)
        merged[label] = own.get(label, 0.0) + _SHARE * others
    if key in persons:
        merged[_PERSON] += 2.5
    return _best(merged)


def _best(votes: Votes) -> Label:
    order = (_ORG, _PLACE, _PERSON, _GROUP)
    return max(order, key=lambda label: (votes.get(label, 0.0), -order.index(label)))


@dataclass(slots=True)
class _Judge:
    parse: Parse
    words: Vocabulary
    names: list[Name]
    gazetteer: Gazetteer
    filed_from: frozenset[str]

    def votes(self, name: Name) -> Votes:
        votes: Votes = defaultdict(float)
        if name.model in _MODEL:
            label, value = _MODEL[name.model]
            votes[label] += value
        self._inside(name, votes)
        self._around(name, votes)
        return votes

    def add_aliases(self, own: list[Votes]) -> None:
        """What is said to be another name shares the evidence of the name, or noun, before the cue."""
        ending = {n.end: i for i, n in enumerate(self.names)}
        for i, name in enumerate(self.names):
            if name.alias_cue < 0:
                continue
            for at in range(name.alias_cue, max(name.alias_cue - 7, 0), -1):
                if at in ending:
                    for label, value in own[ending[at]].items():
                        own[i][label] += value
                    break
                if (
                    self.parse.pos[at - 1] in ("NOUN", "PROPN")
                    and self.parse.lower[at - 1] not in self.words.nationals
                ):
                    self._noun(at - 1, 3, own[i])
                    break

    def add_neighbours(self, own: list[Votes]) -> None:
        """What is told in one breath is mostly of one kind: "Kut, Amara and Basra"."""
        parse = self.parse
        at_head = {parse.head_of(name.start, name.end): i for i, name in enumerate(self.names)}
        shared: list[tuple[int, float]] = []
        for head, i in at_head.items():
            others = [at_head[t] for t in self._joined(head) if t in at_head]
            if others:
                shared.append((i, sum(own[other].get(_PLACE, 0.0) for other in others) / len(others)))
        for i, value in shared:
            own[i][_PLACE] += _NEIGHBOURS * value

    def _joined(self, head: int) -> list[int]:
        """The tokens that a list joins to one."""
        parse = self.parse
        first = head
        while parse.deps[first] == "conj":
            first = parse.heads[first]
        return [token for token in parse.conjuncts(first) if token != head]

    # ------------------------------------------------------------------ words of the name itself
    def _inside(self, name: Name, votes: Votes) -> None:
        parse, words = self.parse, self.words
        text = " ".join(parse.lower[name.start : name.end])
        last, first = parse.lower[name.end - 1], parse.lower[name.start]
        long = name.end - name.start > 1
        known = text in words.organisations.known or text in words.nations or text in words.nationals
        if text in words.nations or text in words.capitals or text in words.places.known:
            votes[_PLACE] += 4
        elif text in words.seats:
            votes[_ORG] += 3
        elif text in words.organisations.known:
            votes[_ORG] += 0.5 if text in words.organisations.unsure else 5
        elif text in words.nationals or text in words.descent:
            votes[_GROUP] += 4
        elif long:
            self._type_words(first, last, text, votes)
        elif is_acronym(parse.words[name.start]):
            votes[_ORG] += 1.4
        elif words.nation_alike(text) is not None:
            votes[_PLACE] += 3
        else:
            votes[_PLACE] += self._on_the_map(name)
        if long and not known:
            votes[_PLACE] += self._on_the_map(name)
        if text in self.filed_from:
            votes[_PLACE] += _FILED
        if long and first in words.given.gender and text not in words.places.known:
            votes[_PERSON] += 2.2
        elif first in words.given.gender:
            votes[_PERSON] += 0.8
        if first in words.ships and long:
            votes[_ORG] += 4
        if not long and last in words.given.well_known:
            votes[_PERSON] += 2.5
        if name.title < name.start:
            votes[_PERSON] += 5
        elif name.own_article:
            votes[_ORG] += 1.5
        if name.model == "PERSON" and not long and first not in words.given.gender:
            votes[_PERSON] -= 0.4

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
            votes[_ORG] += 4
        elif organisation or (first in organisations.first and second in self.words.linking_for):
            votes[_ORG] += 3.5
        elif any(a in organisations.last and b in linked for a, b in pairwise(inner)):
            votes[_ORG] += 3.5  # "Ruritanian Council on Foreign Relations"
        elif place:
            votes[_PLACE] += 3.5
        elif first in places.first:
            votes[_PLACE] += 2

    # ------------------------------------------------------------------ words around it
    def _around(self, name: Name, votes: Votes) -> None:
        parse, words = self.parse, self.words
        head = parse.head_of(name.start, name.end)
        governor = parse.heads[head]
        dep = parse.deps[head]
        if dep == "compound" or dep == "nmod":
            self._before_noun(name, governor, votes)
        elif dep == "pobj":
            self._after_preposition(governor, votes)
        elif dep == "appos" and governor < name.start:
            if self._one_of(governor):
                votes[_PERSON] += 2.5
            else:
                self._noun(governor, 2.5, votes)
        elif dep == "dobj" and parse.lemmas[governor] in words.place_verbs:
            votes[_PLACE] += 1.2
        elif dep in ("nsubj", "nsubjpass"):
            self._subject(head, governor, dep, votes)
        for child in parse.children[head]:
            if parse.deps[child] == "appos" and child >= name.end:
                self._noun(child, 2.5, votes)
                if parse.lower[child].isdigit():
                    votes[_PERSON] += 2
            elif parse.deps[child] == "relcl" and self._personal_relative(child):
                votes[_PERSON] += 1.0
        self._beside_places(name, head, votes)
        self._just_after(name, head, votes)

    def _one_of(self, plural: int) -> bool:
        """ "one of the fishermen, X": a person, not the fishermen."""
        parse, of = self.parse, self.parse.heads[plural]
        if parse.deps[plural] != "pobj" or parse.lower[of] not in self.words.linking_of:
            return False
        person = self.words.noun_label(parse.lemmas[plural]) is _PERSON
        return person and parse.pos[parse.heads[of]] == "NUM"

    def _just_after(self, name: Name, head: int, votes: Votes) -> None:
        """ "Tete province", "Omar Saad, 34,"."""
        parse, after = self.parse, name.end
        if after + 1 >= len(parse):
            return
        noun = parse.words[after].islower() and parse.lower[after] in self.words.after_place
        if noun and (parse.heads[head] == after or parse.heads[after] == head):
            votes[_PLACE] += 3
        age = parse.words[after + 1]
        if parse.words[after] == "," and age.isdigit() and len(age) == 2:
            votes[_PERSON] += 1.5

    def _beside_places(self, name: Name, head: int, votes: Votes) -> None:
        """ "Kut, Iraq" is a place; so, more likely than not, is what "and" joins to one."""
        parse = self.parse
        if name.end + 1 < len(parse) and parse.words[name.end] == ",":
            after = parse.lower[name.end + 1]
            if (
                after in self.words.nations
                or " ".join(parse.lower[name.end + 1 : name.end + 3]) in self.words.nations
            ):
                votes[_PLACE] += 2
        other = parse.heads[head] if parse.deps[head] == "conj" else parse.child(head, "conj")
        if other is not None and (
            parse.lower[other] in self.words.capitals or parse.lower[other] in self.words.nations
        ):
            votes[_PLACE] += 1

    def _noun(self, token: int, weight: float, votes: Votes) -> None:
        """A common noun that says what the name is."""
        capital = self.parse.words[token][0].isupper()
        if capital and self.parse.lower[token] not in self.words.titles.offices:
            return
        label = self.words.noun_label(self.parse.lower[token] if capital else self.parse.lemmas[token])
        if label is None:
            return
        if label is _PERSON and "Number=Plur" in self.parse.morphs[token]:
            label = _GROUP
        votes[_ORG if label is _GROUP else label] += weight

    def _before_noun(self, name: Name, governor: int, votes: Votes) -> None:
        lemma = self.parse.lemmas[governor]
        if governor < name.end or self.parse.words[governor][0].isupper():
            return
        if lemma in self.words.member_words:
            votes[_ORG] += 1.2
        elif self.words.noun_label(lemma) is _PERSON:
            votes[_ORG] += 0.5

    def _after_preposition(self, preposition: int, votes: Votes) -> None:
        parse, words = self.parse, self.words
        word = parse.lower[preposition]
        governor = parse.heads[preposition]
        lemma = parse.lemmas[governor]
        if word in words.locative:
            votes[_PLACE] += 1.5
        elif word in words.locative_weak:
            votes[_PLACE] += 1.4 if lemma in words.motion else 0.6
        elif parse.pos[governor] == "NOUN" and parse.deps[preposition] == "prep":
            if lemma in words.member_words:
                votes[_ORG] += 1.0
            elif word in words.linking_of and lemma in words.places.nouns:
                votes[_PLACE] += 2.5
            elif word in words.linking_of and lemma in words.place_events:
                votes[_PLACE] += 1.5

    def _subject(self, head: int, verb: int, dep: str, votes: Votes) -> None:
        parse, words = self.parse, self.words
        if dep == "nsubj" and parse.lemmas[verb] in words.acting.strong:
            votes[_PERSON] += 0.5
            votes[_ORG] += 0.6
        if parse.lemmas[verb] == "be":
            attribute = parse.child(verb, "attr")
            if attribute is not None:
                self._noun(attribute, 2.5, votes)
                self._part_of_body(attribute, votes)

    def _part_of_body(self, attribute: int, votes: Votes) -> None:
        """What "is part of the Fezzan Council" is an organisation."""
        parse, words = self.parse, self.words
        preposition = parse.child(attribute, "prep")
        if preposition is None or parse.lower[preposition] not in words.linking_of:
            return
        whole = parse.child(preposition, "pobj")
        if (
            whole is not None
            and parse.words[whole][0].isupper()
            and parse.lower[whole] in words.organisations.last
        ):
            votes[_ORG] += 2

    def _personal_relative(self, verb: int) -> bool:
        return any(self.parse.tags[c] == "WP" for c in self.parse.children[verb])
