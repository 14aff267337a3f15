"""Evidence in the words around a name."""

from dataclasses import dataclass

from dateline.analysis.mentions.labels.votes import GROUP, ORGANIZATION, PERSON, PLACE, Votes
from dateline.analysis.mentions.names import Name
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse


@dataclass(frozen=True, slots=True)
class Around:
    parse: Parse
    words: Vocabulary

    def vote(self, name: Name, votes: Votes) -> None:
        """Adds what the words around a name say."""
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
                votes[PERSON] += 2.5
            else:
                self.noun(governor, 2.5, votes)
        elif dep == "dobj" and parse.lemmas[governor] in words.place_verbs:
            votes[PLACE] += 1.2
        elif dep in ("nsubj", "nsubjpass"):
            self._subject(head, governor, dep, votes)
        for child in parse.children[head]:
            if parse.deps[child] == "appos" and child >= name.end:
                self.noun(child, 2.5, votes)
                if parse.lower[child].isdigit():
                    votes[PERSON] += 2
            elif parse.deps[child] == "relcl" and self._personal_relative(child):
                votes[PERSON] += 1.0
        self._beside_places(name, head, votes)
        self._just_after(name, head, votes)

    def _one_of(self, plural: int) -> bool:
        """ "one of the fishermen, X": a person, not the fishermen."""
        parse, of = self.parse, self.parse.heads[plural]
        if parse.deps[plural] != "pobj" or parse.lower[of] not in self.words.linking_of:
            return False
        person = self.words.noun_label(parse.lemmas[plural]) is PERSON
        return person and parse.pos[parse.heads[of]] == "NUM"

    def _just_after(self, name: Name, head: int, votes: Votes) -> None:
        """ "Tete province", "Omar Saad, 34,"."""
        parse, after = self.parse, name.end
        if after + 1 >= len(parse):
            return
        noun = parse.words[after].islower() and parse.lower[after] in self.words.after_place
        if noun and (parse.heads[head] == after or parse.heads[after] == head):
            votes[PLACE] += 3
        age = parse.words[after + 1]
        if parse.words[after] == "," and age.isdigit() and len(age) == 2:
            votes[PERSON] += 1.5

    def _beside_places(self, name: Name, head: int, votes: Votes) -> None:
        """ "Kut, Iraq" is a place; so, more likely than not, is what "and" joins to one."""
        parse = self.parse
        if name.end + 1 < len(parse) and parse.words[name.end] == ",":
            after = parse.lower[name.end + 1]
            if (
                after in self.words.nations
                or " ".join(parse.lower[name.end + 1 : name.end + 3]) in self.words.nations
            ):
                votes[PLACE] += 2
        other = parse.heads[head] if parse.deps[head] == "conj" else parse.child(head, "conj")
        if other is not None and (
            parse.lower[other] in self.words.capitals or parse.lower[other] in self.words.nations
        ):
            votes[PLACE] += 1

    def noun(self, token: int, weight: float, votes: Votes) -> None:
        """A common noun that says what the name is."""
        capital = self.parse.words[token][0].isupper()
        if capital and self.parse.lower[token] not in self.words.titles.offices:
            return
        label = self.words.noun_label(self.parse.lower[token] if capital else self.parse.lemmas[token])
        if label is None:
            return
        if label is PERSON and "Number=Plur" in self.parse.morphs[token]:
            label = GROUP
        votes[ORGANIZATION if label is GROUP else label] += weight

    def _before_noun(self, name: Name, governor: int, votes: Votes) -> None:
        lemma = self.parse.lemmas[governor]
        if governor < name.end or self.parse.words[governor][0].isupper():
            return
        if lemma in self.words.member_words:
            votes[ORGANIZATION] += 1.2
        elif self.words.noun_label(lemma) is PERSON:
            votes[ORGANIZATION] += 0.5

    def _after_preposition(self, preposition: int, votes: Votes) -> None:
        parse, words = self.parse, self.words
        word = parse.lower[preposition]
        governor = parse.heads[preposition]
        lemma = parse.lemmas[governor]
        if word in words.locative:
            votes[PLACE] += 1.5
        elif word in words.locative_weak:
            votes[PLACE] += 1.4 if lemma in words.motion else 0.6
        elif parse.pos[governor] == "NOUN" and parse.deps[preposition] == "prep":
            if lemma in words.member_words:
                votes[ORGANIZATION] += 1.0
            elif word in words.linking_of and lemma in words.places.nouns:
                votes[PLACE] += 2.5
            elif word in words.linking_of and lemma in words.place_events:
                votes[PLACE] += 1.5

    def _subject(self, head: int, verb: int, dep: str, votes: Votes) -> None:
        parse, words = self.parse, self.words
        if dep == "nsubj" and parse.lemmas[verb] in words.acting.strong:
            votes[PERSON] += 0.5
            votes[ORGANIZATION] += 0.6
        if parse.lemmas[verb] == "be":
            attribute = parse.child(verb, "attr")
            if attribute is not None:
                self.noun(attribute, 2.5, votes)
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
            votes[ORGANIZATION] += 2

    def _personal_relative(self, verb: int) -> bool:
        return any(self.parse.tags[c] == "WP" for c in self.parse.children[verb])
