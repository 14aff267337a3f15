"""Where the finders put what they find."""

from dataclasses import dataclass, field

from dateline.analysis.clauses import antecedent, is_relative
from dateline.analysis.draft import Draft
from dateline.analysis.relations.lexicon import RelationLexicon
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label, Participant
from dateline.model.factuality import Factuality
from dateline.model.relation import Relation, RelationType
from dateline.model.span import hull

ACTORS = frozenset({Label.PERSON, Label.ORGANIZATION, Label.GROUP})
OVER = "../.."  # EDTF for a time that has ended, when is not said


@dataclass(frozen=True, slots=True)
class Offer:
    """A relation as a finder offers it, in tokens.

    `value` is given in words; `anchor` is the predicate whose certainty counts; `words` are further
    tokens the evidence rests on.
    """

    type: RelationType
    subject: int
    object: int | None = None
    value: str | None = None
    anchor: int | None = None
    words: tuple[int, ...] = ()
    over: bool = False
    certainty: Factuality | None = None


@dataclass
class Collector:
    """Resolves offers to relations of a draft."""

    draft: Draft
    lexicon: RelationLexicon
    _found: dict[tuple[object, ...], Relation] = field(default_factory=dict)

    @property
    def parse(self) -> Parse:
        return self.draft.parse

    def label(self, token: int) -> Label | None:
        """What the mention headed by a token is; None when none is."""
        position = self.draft.mention_of(token)
        return None if position is None else self.draft.mentions[position].label

    def is_name(self, token: int) -> bool:
        position = self.draft.mention_of(token)
        return position is not None and self.draft.mentions[position].form is Form.NAME

    def holder(self, token: int | None, clause: int | None = None) -> int | None:
        """The token if it heads a mention of an actor (through a relative pronoun, its noun)."""
        if token is None:
            return None
        if is_relative(self.parse, token) and clause is not None:
            token = antecedent(self.parse, token, clause)
        return token if self.label(token) in ACTORS else None

    def words(self, start: int, end: int) -> str:
        """The report's own words of tokens `[start, end)`."""
        return " ".join(self.parse.span(start, end).of(self.draft.text).split())

    def offer(self, offer: Offer) -> None:
        """Takes a relation, unless it ties a thing to itself or says again what the sentence has said."""
        subject = self._participant(offer.subject)
        thing = None if offer.object is None else self._participant(offer.object)
        if thing is not None and (thing.span.overlaps(subject.span) or _same(thing, subject)):
            return
        spans = [subject.span] + [self.parse.span(w, w + 1) for w in offer.words]
        spans += [thing.span] if thing is not None else []
        evidence = hull(spans)
        anchor = offer.subject if offer.anchor is None else offer.anchor
        carrier = self.draft.carrier(self.parse.span(anchor, anchor + 1))
        relation = Relation(
            id=self.draft.new_id("x", len(self._found) + 1),
            type=offer.type,
            subject=subject,
            object=thing,
            value=offer.value,
            span=evidence,
            factuality=offer.certainty or self.draft.factuality(anchor),
            attribution=carrier.id if carrier else None,
            date=OVER if offer.over else None,
        )
        key = (
            self.parse.sentence_of[anchor],
            offer.type,
            subject.entity or subject.span,
            thing and (thing.entity or thing.span),
            offer.value and offer.value.lower(),
        )
        self._found.setdefault(key, relation)

    def _participant(self, token: int) -> Participant:
        return self.draft.participant(token)

    def relations(self) -> tuple[Relation, ...]:
        """What was found, in text order, with ids that follow it."""
        ordered = sorted(self._found.values(), key=lambda r: (r.span, r.type, r.subject.span))
        return tuple(
            Relation(
                self.draft.new_id("x", number),
                r.type,
                r.subject,
                r.object,
                r.value,
                r.span,
                r.factuality,
                r.attribution,
                r.date,
            )
            for number, r in enumerate(ordered, 1)
        )


def _same(one: Participant, other: Participant) -> bool:
    return one.entity is not None and one.entity == other.entity
