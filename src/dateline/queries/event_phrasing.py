"""Puts events into plain sentences: who did what to whom, where, when, how many, and whether it is so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.language import Table
from dateline.model.factuality import Factuality
from dateline.model.records import Detail, EventParty, EventRecord, Party
from dateline.queries.phrasing import Phrasing, capitalised
from dateline.queries.tolls import TollPhrasing

_WAY = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_SITES = (None, "place")  # the types of recipients that are things or places
_BY_TOLL = (("dead", "killed"), ("injured", "injured"))


@dataclass(frozen=True)
class EventPhrasing:
    """Sentences about events, in the words of a phrasing."""

    words: Phrasing

    @property
    def table(self) -> Table:
        table: Table = self.words.table["event"]
        return table

    def sentence(self, event: EventRecord, *, tolls: bool = True, when: bool = True) -> str:
        """The event in one sentence; `tolls` and `when` add its numbers and its date."""
        parts = [self._told(event)]
        if event.place is not None and event.place.name.lower() not in parts[0].lower():
            place = self.words.names.name(Party(event.place.name, event.place.entity), event.evidence)
            parts.append(str(self._forms(event).get("place", self.table["place"])).format(place=place))
        if when and event.date is not None:
            parts.append(self.words.dates.in_sentence(event.date))
        sentence = " ".join(parts)
        counts = self._counts(event) if tolls else ""
        if counts:
            sentence = f"{sentence}: {counts}"
        if event.factuality.polarity == "u":
            return str(self.table["not_a_fact"].format(sentence=sentence))
        return capitalised(sentence)

    def empty(self, event: EventRecord) -> bool:
        """Whether a sentence would tell a reader nothing.

        It does where something happened to nobody, nowhere; where a type of deed needs its other side ("made
        a demand", "was granted relief"); where what is only planned or feared lacks one, or is mere words.
        """
        side = self._side(event)
        known = side != "neither"
        if not (known or event.place or event.size):
            return True
        if event.factuality.polarity == "u" and (
            side != "both" or event.type in self.table["idle_when_open"]
        ):
            return True
        return not event.size and (side in self._hollow(event) or self._says_twice(event, side))

    def _says_twice(self, event: EventRecord, side: str) -> bool:
        """Whether a sentence would only tell of people what they are called: that protesters protested."""
        stems = tuple(self.table["called"].get(event.type, ()))
        named = " ".join(p.name for p in event.actors).lower().split()
        plain = side == "by" and event.place is None
        return plain and bool(stems) and any(word.startswith(stems) for word in named)

    def _side(self, event: EventRecord) -> str:
        """Which sides of an event a sentence can name; several who did it with each other are "together"."""
        recipients, actors = self._sides(event)
        if len(actors) > 1 and not recipients and "together" in self._forms(event):
            return "together"
        return "both" if actors and recipients else "by" if actors else "to" if recipients else "neither"

    def _sides(self, event: EventRecord) -> tuple[list[EventParty], list[EventParty]]:
        """Recipients and actors who can be named, whoever is both as a recipient only."""
        recipients = [] if self._beside_the_dead(event) else self._known(event.recipients)
        if recipients and any(Detail.ACTORS in v.differs for v in event.versions):
            return recipients, []  # who did it is disputed: the mark beside the sentence says by whom
        return recipients, [a for a in self._known(event.actors) if a not in recipients]

    def _beside_the_dead(self, event: EventRecord) -> bool:
        """Whether the recipients are a number of injured where others were killed: the tolls tell of both."""
        named, tolls = " ".join(p.name for p in event.recipients), TollPhrasing(self.words)
        dead, injured = event.size.get("dead"), event.size.get("injured")
        if dead is None or injured is None or not dead.low:
            return False
        counted = bool(tolls.numbers(named)) and tolls.counts(injured, named)
        return counted and not tolls.counts(dead, named)

    def _hollow(self, event: EventRecord) -> set[str]:
        """The sides of which an event's form tells too little when they stand alone."""
        hollow, forms = self.table["hollow"], self.table["form"]
        found = set(hollow.get(event.type, ()))
        for mode in event.modes:
            key = f"{event.type}.{mode}"
            found = (found - set(forms.get(key, {}))) | set(hollow.get(key, ()))
        return found

    def when(self, event: EventRecord) -> str:
        """A sentence that says when, or that only the report's date is known."""
        if event.date is not None:
            return self.sentence(event, tolls=False)
        published = event.evidence[0].published
        note = self.table["reported"].format(date=published) if published else self.table["undated"]
        return f"{self.sentence(event, tolls=False)} ({note})"

    # ------------------------------------------------------------------ parts
    def _told(self, event: EventRecord) -> str:
        (recipients, actors), side, forms = self._sides(event), self._side(event), self._forms(event)
        if side == "both" and "at" in forms and all(r.type == "place" for r in recipients):
            side = "at"  # forces move into a town, and against an enemy
        subjects = recipients if side == "to" else actors
        negative = any(self._negative(p) for p in (*actors, *recipients))
        denied = event.factuality.polarity == "-" and not negative
        factuality = Factuality.CERTAIN if negative and event.factuality.polarity == "-" else event.factuality
        adverb = self.words.adverb(factuality)

        def way(match: re.Match[str]) -> str:
            chosen = match.group(2 if denied else 1)
            plain = not match.string[: match.start()].strip()  # "there was …": an adverb would break it
            return chosen if adverb is None or plain else f"{adverb} {chosen}"

        told = _WAY.sub(way, forms[side])
        told = self.words.conjugated(told, self._many(subjects), factuality)
        sentence = told.format(actors=self._list(actors, event), recipients=self._list(recipients, event))
        if adverb and adverb not in sentence:
            sentence = f"{adverb} {sentence}"
        return sentence

    def _forms(self, event: EventRecord) -> dict[str, str]:
        """The forms of an event: of what it did to its recipients, of its modes, its trigger, or its type."""
        table = self.table["form"]
        harmed = self._harmed(event)
        forms: dict[str, str] = dict(table[event.type])
        for mode in (*self.worded(event), *reversed(event.modes), *harmed[:1]):
            forms |= table.get(f"{event.type}.{mode}", {})
        return forms

    def _harmed(self, event: EventRecord) -> list[str]:
        """The forms for what came of an event to its recipients, if they are people: none "killed a camp"."""
        tolls, named = TollPhrasing(self.words), " ".join(p.name for p in event.recipients)
        known = self._known(event.recipients)
        if any(p.type in _SITES and not tolls.numbers(p.name) for p in known) and len(known) > 1:
            return []
        return [f for kind, f in _BY_TOLL if (t := event.size.get(kind)) and tolls.counts(t, named)]

    def worded(self, event: EventRecord) -> list[str]:
        """What the word for an event tells better than its type does: "signed" of support."""
        by_trigger = self.table["told_by_trigger"].get(event.type, {})
        return [form for form, stems in by_trigger.items() if event.trigger.lower().startswith(tuple(stems))]

    def _known(self, parties: Iterable[EventParty]) -> list[EventParty]:
        """Those whom a reader can tell: no bare pronoun, nor "his men"; "17" only beside no "17 people"."""
        unclear, every = (self.table["pronouns"], self.table["possessives"]), list(parties)
        counted = {number for p in every for number in p.name.split() if p.name != number}
        return [
            p
            for p in every
            if p.name.lower() not in unclear[0]
            and p.name.split(" ", 1)[0].lower() not in unclear[1]
            and not (p.name.isdigit() and p.name in counted)
        ]

    def _negative(self, party: EventParty) -> bool:
        return party.name.lower().split()[:1] in [[word] for word in self.table["negative"]]

    def _many(self, parties: list[EventParty]) -> bool:
        return len(parties) > 1 or any(self.words.names.plural(p.name, p.type) for p in parties)

    def _list(self, parties: list[EventParty], event: EventRecord) -> str:
        names = [self.words.names.name(Party(p.name, p.entity), event.evidence) for p in parties]
        if len(names) < 2:
            return "".join(names)
        return f"{self.table['comma'].join(names[:-1])}{self.table['and']}{names[-1]}"

    def _counts(self, event: EventRecord) -> str:
        if event.factuality.polarity == "-":
            return ""
        named = " ".join(p.name for p in self._sides(event)[0])
        return TollPhrasing(self.words).told(event, named)
