"""Where the finders put what they find."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property

from dateline.analysis.relations.ends import Ends
from dateline.model.entity import Form, Participant
from dateline.model.factuality import Factuality
from dateline.model.relation import Relation, RelationType
from dateline.model.span import Span, hull
from dateline.model.time import Time

OVER = "../.."  # EDTF for a time that has ended, when is not said

_SYMMETRIC = frozenset({RelationType.ALLIED_WITH, RelationType.FIGHTS})


@dataclass(frozen=True, slots=True)
class Offer:
    """A relation as a finder offers it, in tokens.

    `value` is given in words; `anchor` is the predicate whose certainty counts; `words` are further
    tokens the evidence rests on. `certainty` overrides what the text says of the anchor. What is said
    `once` in a report is not told again.
    """

    type: RelationType
    subject: int
    object: int | None = None
    value: str | None = None
    anchor: int | None = None
    words: tuple[int, ...] = ()
    date: str | None = None
    certainty: Factuality | None = None
    once: bool = False


@dataclass
class Collector(Ends):
    """Resolves offers to relations of a draft."""

    _found: dict[tuple[object, ...], Relation] = field(default_factory=dict)
    _told: dict[tuple[object, ...], set[tuple[str, str | None]]] = field(default_factory=dict)

    def date_at(self, token: int) -> str | None:
        """EDTF of the calendar date that begins with a token."""
        start = self.parse.starts[token]
        at = bisect_left(self._time_starts, start)
        begins = at < len(self._dated) and self._dated[at].span.start == start
        return self._dated[at].edtf if begins else None

    def times_in(self, span: Span) -> list[str]:
        """EDTF of the calendar dates within a span, in text order."""
        at, found = bisect_left(self._time_starts, span.start), []
        while at < len(self._dated) and self._dated[at].span.start < span.end:
            if span.covers(self._dated[at].span):
                found.append(self._dated[at].edtf or "")
            at += 1
        return found

    @cached_property
    def _dated(self) -> list[Time]:
        return sorted((t for t in self.draft.times if t.edtf is not None), key=lambda t: t.span)

    @cached_property
    def _time_starts(self) -> list[int]:
        return [t.span.start for t in self._dated]

    def words(self, start: int, end: int) -> str:
        """The report's own words of tokens `[start, end)`."""
        return " ".join(self.parse.span(start, end).of(self.draft.text).split())

    def offer(self, offer: Offer) -> None:
        """Takes a relation between known ends, unless the sentence has said it already."""
        ends = [offer.subject] if offer.object is None else [offer.subject, offer.object]
        if not all(self.is_known(end) for end in ends):
            return
        participants = [self.draft.participant(self._plainest(end)) for end in ends]
        subject, thing = participants[0], participants[1] if len(participants) > 1 else None
        if thing is not None and _same(thing, subject, offer.type is RelationType.ALSO_KNOWN_AS):
            return
        anchor = offer.subject if offer.anchor is None else offer.anchor
        carrier = self.draft.carrier(self.parse.span(anchor, anchor + 1))
        relation = Relation(
            id="",
            type=offer.type,
            subject=subject,
            object=thing,
            value=offer.value,
            span=hull([p.span for p in participants] + [self.parse.span(w, w + 1) for w in offer.words]),
            factuality=offer.certainty or self.draft.factuality(anchor),
            attribution=carrier.id if carrier else None,
            date=offer.date,
        )
        if offer.once and self._is_told(relation):
            return
        self._found.setdefault(self._key(relation, anchor), relation)
        value = (relation.value or "").lower()
        self._told.setdefault(self._topic(relation), set()).add((value, self._who(relation.object)))

    def _plainest(self, token: int) -> int:
        """The name for whom a token stands, if the phrase or, for a pronoun, the sentence has it.

        "The minister, Ann Lund," is told of Ann Lund, "its fight" of whom the sentence names before.
        """
        position = self.draft.mention_of(token)
        entity = None if position is None else self.draft.entity_of(position)
        if position is None or entity is None or self.draft.mentions[position].form is Form.NAME:
            return token
        near = self.parse.with_dep(token, "appos")
        near += [self.parse.heads[token]] if self.parse.deps[token] == "appos" else []
        if self.draft.mentions[position].form is Form.PRONOUN:
            first = self.parse.sentences[self.parse.sentence_of[token]].start
            near += range(token - 1, first - 1, -1)
            near += range(token + 1, self.parse.sentences[self.parse.sentence_of[token]].end)
        same = [t for t in near if self._stands_for(t, entity)]
        names = [t for t in same if self.is_name(t)]
        return (names or same or [token])[0]

    def _stands_for(self, token: int, entity: str) -> bool:
        """Whether a token heads a name or description of an entity."""
        position = self.draft.mention_of(token)
        if position is None or self.draft.entity_of(position) != entity:
            return False
        return self.draft.mentions[position].form in (Form.NAME, Form.NOMINAL)

    def _is_told(self, relation: Relation) -> bool:
        """Whether the report has said as much: "Minister Lund" after "the foreign minister, Ann Lund"."""
        said, whose = (relation.value or "").lower(), self._who(relation.object)
        return any(
            said in value and (relation.object is None or owner == whose)
            for value, owner in self._told.get(self._topic(relation), ())
        )

    def _topic(self, relation: Relation) -> tuple[object, ...]:
        return (relation.type, self._who(relation.subject), relation.attribution, relation.date)

    def _who(self, participant: Participant | None) -> str | None:
        """The entity of a participant; of one without, the last word of its mention."""
        if participant is None:
            return None
        if participant.entity is not None:
            return participant.entity
        return participant.span.of(self.draft.text).lower().rsplit(None, 1)[-1]

    def _key(self, relation: Relation, anchor: int) -> tuple[object, ...]:
        """What makes a relation the same one within a sentence."""
        pair = [p and (p.entity or p.span) for p in (relation.subject, relation.object)]
        if relation.type in _SYMMETRIC:
            pair.sort(key=repr)
        value = relation.value.lower() if relation.value else None
        return (self.parse.sentence_of[anchor], relation.type, *pair, value)

    def relations(self) -> tuple[Relation, ...]:
        """What was found, in text order, with ids that follow it."""
        ordered = sorted(self._found.values(), key=lambda r: (r.span, r.type, r.subject.span))
        return tuple(replace(r, id=self.draft.new_id("x", n)) for n, r in enumerate(ordered, 1))


def _same(one: Participant, other: Participant, alias: bool) -> bool:
    """Whether a relation ties somebody to himself; another name of one is just that."""
    if one.span == other.span:
        return True
    return not alias and one.entity is not None and one.entity == other.entity
