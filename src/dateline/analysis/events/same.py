"""Words of a report that tell one event: "attacked", later "the attack", and the same dead told again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.analysis.clauses import SUBJECTS
from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.recall import is_attribute, is_definite, is_one_stem, is_word_for
from dateline.analysis.events.told import EXPLOSIVES, NEAR, SEVERAL, Groups, Identities, Told
from dateline.model.entity import Label, Participant
from dateline.model.event import Count, Event, EventMention
from dateline.model.factuality import Factuality
from dateline.ontology import ontology


@dataclass(frozen=True)
class Unite:
    """Finds for each event of a report whether one told before is the same, and puts them together.

    Two words tell one event only if nothing speaks against it (type, certainty, date, place, ways, who takes
    part), and something for it: the later one points back, or both tell the same harm to the same people,
    or the same deed of the same actor to the same recipient. What is said in words (a demand, an accusation)
    is one event with another only where it is pointed back to: two accusations are two.
    """

    draft: Draft
    lexicon: TriggerLexicon

    def events(self, told: list[Told]) -> list[Event]:
        """The events in order of their first words, each with all that its words tell."""
        self._people.learn(told)
        self._people.learn(told)
        groups = Groups(self.draft, self._people)
        for new in told:
            number = next((n for n in groups.before(new) if self._has_same(groups.all[n], new)), None)
            agreed = number is not None and all(self._agree(known, new) for known in groups.all[number])
            groups.add(new, number if agreed else None)
        back = self._references(groups)
        return [self._one(group, back.get(group[0].coded.trigger, [])) for group in groups.all]

    @cached_property
    def _people(self) -> Identities:
        return Identities(self.draft)

    def _has_same(self, group: list[Told], new: Told) -> bool:
        return any(self._is_same(known, new) for known in group)

    def _references(self, groups: Groups) -> dict[int, list[EventMention]]:
        """First trigger of an event -> the nouns that tell nothing by themselves and point back to it."""
        parse, draft = self.draft.parse, self.draft
        taken = {
            w for group in groups.all for told in group for w in (told.coded.trigger, *told.coded.found.words)
        }
        found: dict[int, list[EventMention]] = {}
        for token, lemma in enumerate(parse.lemmas):
            types = self.lexicon.anaphors.get(lemma)
            if types is None or token in taken or parse.pos[token] != "NOUN" or not self._is_bare(token):
                continue
            first = self._told_before(token, types, groups)
            if first is not None:
                span = parse.span(token, token + 1)
                carrier = draft.carrier(span)
                mention = EventMention(span, draft.factuality(token), carrier.id if carrier else None)
                found.setdefault(first.coded.trigger, []).append(mention)
        return found

    def _told_before(self, token: int, types: frozenset[str], groups: Groups) -> Told | None:
        """The first word for the latest event of these types that is told shortly before a token."""
        of_types = (
            groups.all[n]
            for n in groups.near(token)
            if groups.all[n][0].event.type in types and groups.all[n][0].event.factuality.value[-1] != "-"
        )
        near = (g for g in of_types if any(self._is_just_before(told, token) for told in g))
        return next((group[0] for group in near), None)

    def _is_just_before(self, told: Told, token: int) -> bool:
        sentence_of, before = self.draft.parse.sentence_of, told.coded.trigger
        return before < token and sentence_of[token] - sentence_of[before] <= NEAR

    def _is_bare(self, token: int) -> bool:
        """Whether a noun is definite, singular, and says no more of what it means: "the meeting"."""
        parse = self.draft.parse
        beside = [c for c in parse.children[token] if c < token or parse.deps[c] in ("prep", "acl", "relcl")]
        return (
            is_definite(self.draft, token)
            and not parse.has(token, "Number=Plur")
            and all(parse.deps[c] == "det" for c in beside)
        )

    def _is_same(self, known: Told, new: Told) -> bool:
        if not self._agree(known, new) or self._is_another(new) or not self._one_blame(known, new):
            return False
        if self._points_back(known, new) or self._does(known, new) or self._names_again(known, new):
            return True
        if self._is_toll_only(known, new) or self._same_bomb(known, new):
            return True
        if ontology().types[new.event.type].quad not in _DEEDS:
            return False
        return self._same_harm(known, new) or self._same_deed(known, new)

    # ------------------------------------------------------------------ what speaks against it
    def _agree(self, known: Told, new: Told) -> bool:
        one, other = known.event, new.event
        return (
            one.type == other.type
            and one.factuality.value[-1] == other.factuality.value[-1]
            and self._marks(one) == self._marks(other)
            and _meet(self._ways(one), self._ways(other))
            and _one_date(one, other)
            and self._one_place(one, other)
            and _meet(self._people.of(one.actors), self._people.of(other.actors))
            and self._one_number(one, other)
        )

    def _marks(self, event: Event) -> set[str]:
        return set(event.modes) & ontology().auxiliary.keys()

    def _ways(self, event: Event) -> set[str]:
        return set(event.modes) - ontology().auxiliary.keys()

    def _one_place(self, one: Event, other: Event) -> bool:
        if one.place is None or other.place is None:
            return True
        text = self.draft.text
        return self._people.who(one.place) == self._people.who(other.place) or one.place.span.of(
            text
        ) == other.place.span.of(text)

    def _one_number(self, one: Event, other: Event) -> bool:
        """Whether the numbers that both give may be one: "at least 10", "12"; or that of a part of them."""
        ones, others = self._people.of(one.recipients), self._people.of(other.recipients)
        if ones and others and (ones < others or others < ones):
            return True
        both = one.size.keys() & other.size.keys()
        return all(_overlap(one.size[kind], other.size[kind]) for kind in both)

    def _one_blame(self, known: Told, new: Told) -> bool:
        """Whether the doer is not put into the mouth of who names none: an accuser's word is his own.

        Nor is he made surer of: "the killing may have been carried out by rebels".
        """
        one, other = known.event, new.event
        if bool(one.actors) == bool(other.actors) or ontology().types[one.type].quad not in _DEEDS:
            return True
        blaming, silent = (one, other) if one.actors else (other, one)
        sure = blaming.factuality in (silent.factuality, Factuality.CERTAIN)
        return sure and (blaming.attribution is None or blaming.attribution == silent.attribution)

    def _is_another(self, new: Told) -> bool:
        """Whether a word says itself that it tells a further event: "a second attack", "attacked again"."""
        parse, token = self.draft.parse, new.coded.trigger
        return any(parse.lower[c] in self.lexicon.another for c in parse.children[token])

    # ------------------------------------------------------------------ what speaks for it
    def _points_back(self, known: Told, new: Told) -> bool:
        """Whether "the attack" is the one told before, and not one of whom or what it names itself."""
        parse, token, before = self.draft.parse, new.coded.trigger, known.coded.trigger
        if new.coded.found.kind != "nouns" or not is_definite(self.draft, token):
            return False
        if parse.sentence_of[token] - parse.sentence_of[before] > NEAR or not self._one_or_many(known, new):
            return False
        by_name = is_word_for(self.draft, new.coded.found, known.coded.found, self.lexicon, wider=False)
        if not by_name and self._is_harm_within(known):
            return False
        named = self._named(new)
        return (not named or bool(named & self._people.of(known.event.recipients))) and (
            by_name or is_word_for(self.draft, new.coded.found, known.coded.found, self.lexicon)
        )

    def _named(self, told: Told) -> set[object]:
        """Those that a word names itself as suffering the event."""
        found = told.coded.found
        pairs = zip(found.recipients, told.event.recipients, strict=True)
        return {self._people.who(person) for token, person in pairs if token not in found.lent}

    def _does(self, known: Told, new: Told) -> bool:
        """Whether a verb only says what its subject did, that event: "an *airstrike* *hit* the port"."""
        one, other = known.coded.found, new.coded.found
        return (
            other.kind == "verbs"
            and one.trigger in other.part_of
            and one.trigger in self.draft.parse.with_dep(other.trigger, *SUBJECTS)
            and other.sense.counts is None
        )

    def _names_again(self, known: Told, new: Told) -> bool:
        """Whether a participle says which people are meant by what was told of them: "the *wounded* men"."""
        one, other = known.coded.found, new.coded.found
        return is_attribute(self.draft, other) and bool(set(one.recipients) & set(other.recipients))

    @staticmethod
    def _is_toll_only(known: Told, new: Told) -> bool:
        """Whether one word only says that the event of the other had victims: "*suffered* casualties"."""
        one, other = known.coded.found, new.coded.found
        return (other.sense.harm and one.trigger in other.part_of) or (
            one.sense.harm and other.trigger in one.part_of
        )

    def _same_bomb(self, known: Told, new: Told) -> bool:
        """Whether one word tells of the bomb that the other tells of: planted, it exploded."""
        one, other = self._bomb(known), self._bomb(new)
        if one is None or other is None or one == other:
            return one is not None and one == other
        parse = self.draft.parse
        return (
            parse.lemmas[one] == parse.lemmas[other]
            and is_definite(self.draft, other)
            and parse.sentence_of[other] - parse.sentence_of[one] <= _SOON
            and self._one_or_many(known, new)
        )

    def _bomb(self, told: Told) -> int | None:
        """What a verb says is planted, or explodes."""
        parse, verb = self.draft.parse, told.coded.trigger
        if told.coded.found.kind != "verbs":
            return None
        means = self.lexicon.instruments.get(told.event.type, {})
        things = parse.with_dep(verb, "dobj", *SUBJECTS)
        if parse.deps[verb] in ("acl", "relcl"):
            things.append(parse.heads[verb])
        return next((t for t in things if means.get(parse.lemmas[t]) == EXPLOSIVES), None)

    @staticmethod
    def _is_harm_within(known: Told) -> bool:
        """Whether an event is the harm done in another one, which is what "the attack" means then."""
        found = known.coded.found
        return found.sense.counts == "injured" or (found.sense.counts == "dead" and bool(found.part_of))

    def _one_or_many(self, known: Told, new: Told) -> bool:
        """Whether both words are of one number; "these attacks" of which nothing is told go with the last."""
        parse, event = self.draft.parse, new.event
        many = [parse.has(t.coded.trigger, "Number=Plur") for t in (known, new)]
        own = event.actors or event.recipients or event.place or event.date or event.size
        return many[0] == many[1] or (many[1] and not own)

    def _same_harm(self, known: Told, new: Told) -> bool:
        """Whether both tell the same harm to the same people: a man is killed, and held, but once."""
        counts = new.coded.found.sense.counts
        if counts is None or counts != known.coded.found.sense.counts or counts == "participants":
            return False
        shared = self._people.of(known.event.recipients) & self._people.of(new.event.recipients)
        if any(self._are_people(entity) for entity in shared):
            return True
        one, other = known.event.size.get(counts), new.event.size.get(counts)
        same = one is not None and other is not None and (one.low, one.high) == (other.low, other.high)
        return same and one is not None and (one.low or 0) >= SEVERAL and self._alike(known, new)

    def _are_people(self, entity: object) -> bool:
        if not isinstance(entity, str):
            return True  # those who are counted among the dead, by whatever noun
        return self.draft.entity(entity).type in (Label.PERSON, Label.GROUP, "unnamed")

    def _alike(self, known: Told, new: Told) -> bool:
        """Whether the people counted go by the same noun, or one by a noun for anybody: "people", none."""
        one, other = (
            {self.draft.parse.lemmas[t] for t in t_.coded.found.counted} - self.lexicon.anybody
            for t_ in (known, new)
        )
        return not one or not other or any(is_one_stem(a, b) for a in one for b in other)

    def _same_deed(self, known: Told, new: Told) -> bool:
        """Whether both tell a deed by one word, of the same actor to the same recipient."""
        if not is_word_for(self.draft, new.coded.found, known.coded.found, self.lexicon, wider=False):
            return False
        actors = self._people.of(known.event.actors) & self._people.of(new.event.actors)
        if new.coded.found.sense.symmetric:
            return len(actors) >= SEVERAL
        recipients = self._people.of(known.event.recipients) & self._people.of(new.event.recipients)
        return bool(actors and recipients)

    # ------------------------------------------------------------------ one event
    def _together(self, several: Iterable[tuple[Participant, ...]]) -> tuple[Participant, ...]:
        """All participants, each once, by the first words for them."""
        found: dict[object, Participant] = {}
        for people in several:
            for person in people:
                found.setdefault(self._people.who(person), person)
        return tuple(found.values())

    def _one(self, group: list[Told], back: list[EventMention]) -> Event:
        first, *further = (told.event for told in group)
        mentions = [*(EventMention(e.trigger, e.factuality, e.attribution) for e in further), *back]
        size: dict[str, Count] = {}
        for event in (first, *further):
            for kind, count in event.size.items():
                size[kind] = max(size.get(kind, count), count, key=lambda c: c.low or 0)
        actors = self._together(e.actors for e in (first, *further))
        suffering = self._together(e.recipients for e in (first, *further))
        if further:  # of two sides that clashed, one had casualties
            suffering = tuple(p for p in suffering if self._people.who(p) not in self._people.of(actors))
        return replace(
            first,
            modes=tuple(dict.fromkeys(m for e in (first, *further) for m in e.modes)),
            contexts=tuple(dict.fromkeys(c for e in (first, *further) for c in e.contexts)),
            actors=actors,
            recipients=suffering,
            place=next((e.place for e in (first, *further) if e.place), None),
            date=next((e.date for e in (first, *further) if e.date), None),
            size=size,
            mentions=tuple(sorted(mentions, key=lambda m: m.trigger)),
        )


_SOON = 2  # sentences in which "the bomb" is still the one told of
_DEEDS = (2, 4)  # the quad classes of material events


def _meet(one: set[object] | set[str], other: set[object] | set[str]) -> bool:
    """Whether nothing is known of one of them, or something is common to both."""
    return not one or not other or bool(one & other)


def _one_date(one: Event, other: Event) -> bool:
    dates = [e.date[1] for e in (one, other) if e.date is not None]
    return len(dates) < SEVERAL or dates[0].startswith(dates[1]) or dates[1].startswith(dates[0])


def _overlap(one: Count, other: Count) -> bool:
    low = max(one.low or 0, other.low or 0)
    highs = [c.high for c in (one, other) if c.high is not None]
    return not highs or low <= min(highs)
