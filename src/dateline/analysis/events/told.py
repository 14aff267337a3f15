"""The events of a report as they are told, and where to look for one that was told before.

A long report tells thousands. So that a new one is not held against each of them, they are found by what two
words for one event must share: "the attack" means one close by, a deed is told again by a like word for the
same people, a harm by its victims or by their number.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from dateline.analysis.draft import Draft
from dateline.analysis.events.code import Coded
from dateline.analysis.events.found import Found
from dateline.analysis.events.recall import LEAST_STEM, is_attribute, is_definite
from dateline.analysis.quantities import Quantity, numerals
from dateline.model.entity import Participant
from dateline.model.event import Event
from dateline.model.span import Span

NEAR = 10  # sentences back in which "the attack" looks for the attack
_MOST = 100  # events alike in one thing that a new one is held against, the latest of them
EXPLOSIVES = "explosives"  # the mode of what is done with a bomb
SEVERAL = 2  # people whose number alone tells that they are the same


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the trigger it was made of."""

    event: Event
    coded: Coded


@dataclass
class Identities:
    """Who is one and the same among those who take part, also where they are no entity.

    "Six monks", later "the six monks": a noun with "the" is one of the same stem before it, if its number
    allows that.
    """

    draft: Draft
    _known: dict[Span, object] = field(default_factory=dict)
    _by_stem: dict[str, list[tuple[object, Quantity | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def learn(self, told: Iterable[Told]) -> None:
        """Goes through those who take part in some events, in text order."""
        people = {p.span: p for t in told for p in (*t.event.actors, *t.event.recipients)}
        for span, person in sorted(people.items()):
            parse, tokens = self.draft.parse, self.draft.parse.tokens_in(span)
            head = parse.head_of(tokens.start, tokens.stop)
            stem = parse.lemmas[head][:LEAST_STEM]
            number = numerals(self.draft.language).of_phrase(parse, head)
            again = self._again(stem, number) if is_definite(self.draft, head) else None
            self._known[span] = person.entity or again or span
            self._by_stem[stem].append((self._known[span], number))

    def _again(self, stem: str, number: Quantity | None) -> object | None:
        """The last who were spoken of by a word of this stem, and may be so many."""
        for known, count in reversed(self._by_stem[stem]):
            if number is None or (count and (count.low, count.high) == (number.low, number.high)):
                return known
        return None

    def who(self, participant: Participant) -> object:
        """A participant by its entity, else by where it was first spoken of."""
        return participant.entity or self._known.get(participant.span, participant.span)

    def of(self, people: Iterable[Participant]) -> set[object]:
        """All of them."""
        return {self.who(person) for person in people}


@dataclass
class Groups:
    """Words that tell one event each, by number in the order of the first of them."""

    draft: Draft
    identities: Identities
    all: list[list[Told]] = field(default_factory=list)
    _by_key: dict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_sentence: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, told: Told, number: int | None = None) -> None:
        """Adds a word to a group, or makes it the first of a new one."""
        if number is None:
            number = len(self.all)
            self.all.append([])
        self.all[number].append(told)
        self._by_sentence[self.draft.parse.sentence_of[told.coded.trigger]].append(number)
        for key in (("word", told.coded.found.trigger), *self._shared(told)):
            self._by_key[key].append(number)

    def before(self, new: Told) -> Iterator[int]:
        """The groups that a new word may belong to, the latest first."""
        found = new.coded.found
        keys = (*self._shared(new), *(("word", token) for token in found.part_of))
        numbers = {number for key in keys for number in self._by_key.get(key, ())[-_MOST:]}
        if found.kind == "nouns" or _may_point_back(self.draft, found):
            numbers.update(self.near(new.coded.trigger))
        yield from sorted(numbers, reverse=True)

    def near(self, token: int) -> list[int]:
        """The groups with a word in the sentence of a token or shortly before it, the latest first."""
        here = self.draft.parse.sentence_of[token]
        found = {n for sentence in range(here - NEAR, here + 1) for n in self._by_sentence.get(sentence, ())}
        return sorted(found, reverse=True)

    def _shared(self, told: Told) -> Iterator[Hashable]:
        """What another word must share to tell the same harm, or the same deed."""
        event, sense = told.event, told.coded.found.sense
        kind = event.type, event.factuality.value[-1]
        actors, recipients = self.identities.of(event.actors), self.identities.of(event.recipients)
        if sense.counts is not None:
            yield from ((*kind, sense.counts, who) for who in recipients)
            count = event.size.get(sense.counts)
            if count is not None and (count.low or 0) >= SEVERAL:
                yield (*kind, sense.counts, count.low, count.high)
        word = self.draft.parse.lemmas[told.coded.found.trigger]
        if len(word) >= LEAST_STEM:
            deed = *kind, word[:LEAST_STEM]
            yield from ((*deed, who, whom) for who in actors for whom in recipients)
            yield from ((*deed, frozenset(pair)) for pair in combinations(actors, 2))


def _may_point_back(draft: Draft, found: Found) -> bool:
    """Whether a word may point back though it is no noun: "the *wounded* men", "the bomb *exploded*"."""
    return is_attribute(draft, found) or found.sense.harm or EXPLOSIVES in found.modes
