"""Who the first and second person of a quotation are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable, cues
from dateline.model.attribution import Attribution, Quotation
from dateline.model.entity import Form, Label
from dateline.model.span import Span, hull

_SIDES = (Label.ORGANIZATION, Label.GROUP)


def find_speakers(draft: Draft) -> dict[int, str]:
    """Mention position -> entity id, for pronouns of the first and second person inside quotations.

    *I* is the speaker. *We* is the side the speaker speaks for, when the text says which ("a spokesman for
    the rebels"), else the speaker. *You* is whoever the cue says was addressed. What is not told stays open.
    """
    quoted = _Quoted(draft, cues(draft.language))
    found: dict[int, str] = {}
    for position, mention in enumerate(draft.mentions):
        if mention.form is not Form.PRONOUN:
            continue
        entity = quoted.refers(mention.head, mention.span)
        if entity is not None:
            found[position] = entity
    return found


@dataclass
class _Quoted:
    """Looks up the speaker of a quotation; every quotation is worked out once."""

    draft: Draft
    table: CueTable
    _speakers: dict[int, Attribution | None] = field(default_factory=dict)
    _sides: dict[str, str | None] = field(default_factory=dict)

    def refers(self, head: int, span: Span) -> str | None:
        """The entity that a pronoun inside a quotation stands for."""
        parse = self.draft.parse
        first, second = parse.has(head, "Person=1"), parse.has(head, "Person=2")
        if not (first or second):
            return None
        attribution = self._attribution(span)
        if attribution is None:
            return None
        if second:
            return self._addressee(attribution)
        speaker = attribution.source_entity
        if speaker is None or parse.has(head, "Number=Sing"):
            return speaker
        return self._side(attribution, speaker)

    # ------------------------------------------------------------------ whose quotation it is
    def _attribution(self, span: Span) -> Attribution | None:
        number = self._innermost(span)
        if number is None:
            return None
        if number not in self._speakers:
            self._speakers[number] = self._speaker_of(self.draft.quotations[number])
        return self._speakers[number]

    def _innermost(self, span: Span) -> int | None:
        """The tightest quotation of speech around a span."""
        best: int | None = None
        for number, quotation in enumerate(self.draft.quotations):
            if quotation.span.start > span.start:
                break
            if quotation.speech and quotation.inner.covers(span):
                best = number
        return best

    def _speaker_of(self, quotation: Quotation) -> Attribution | None:
        """The attribution with the smallest content around a quotation whose cue stands on its outside.

        For a quotation in a quotation the cue must stand inside the outer one: else nobody is named for it.
        """
        outer = self.draft.quotations[quotation.parent] if quotation.parent is not None else None
        best: Attribution | None = None
        for attribution in self.draft.attributions:
            if not any(_around(span, quotation.inner) for span in attribution.content):
                continue
            if any(quotation.span.overlaps(span) for span in attribution.cue):
                continue
            if outer is not None and not any(outer.inner.covers(span) for span in attribution.cue):
                continue
            if best is None or _size(attribution) < _size(best):
                best = attribution
        return best

    # ------------------------------------------------------------------ the side of a speaker
    def _side(self, attribution: Attribution, speaker: str) -> str:
        """The organisation or group that a speaker stands for, by any phrase of the report that says so."""
        if speaker not in self._sides:
            heads = [m.head for i, m in enumerate(self.draft.mentions) if self.draft.entity_of(i) == speaker]
            sides = {side for head in heads for side in self._represented(head) if side != speaker}
            self._sides[speaker] = next(iter(sides)) if len(sides) == 1 else None
        return self._sides[speaker] or speaker

    def _represented(self, head: int) -> Iterator[str]:
        """Groups named in a phrase like "the group's spokesman", "Jane Doe, a commander of the rebels"."""
        parse = self.draft.parse
        related = [head, *parse.with_dep(head, "appos", "compound")]
        if parse.deps[head] in ("appos", "compound"):
            related.append(parse.heads[head])
        for noun in related:
            if parse.lemmas[noun] in self.table.words["representatives"]:
                yield from self._groups_at(noun)
            elif parse.child(noun, "compound") is not None and noun == head:
                titles = parse.with_dep(noun, "compound", "nmod")
                if any(parse.lemmas[c] in self.table.words["representatives"] for c in titles):
                    yield from self._groups_at(noun)

    def _groups_at(self, noun: int) -> Iterator[str]:
        parse = self.draft.parse
        for child in parse.children[noun]:
            if parse.deps[child] in ("poss", "compound", "amod", "nmod"):
                yield from self._group(child)
            elif parse.deps[child] == "prep":
                for goal in parse.with_dep(child, "pobj"):
                    yield from self._group(goal)

    def _group(self, token: int) -> Iterator[str]:
        position = self.draft.mention_of(token)
        if position is not None and self.draft.mentions[position].label in _SIDES:
            entity = self.draft.entity_of(position)
            if entity is not None:
                yield entity

    # ------------------------------------------------------------------ who is addressed
    def _addressee(self, attribution: Attribution) -> str | None:
        """The object of the cue: "told the governor: …"."""
        parse = self.draft.parse
        if not attribution.cue:
            return None
        for token in parse.tokens_in(hull(attribution.cue)):
            if parse.pos[token] != "VERB":
                continue
            thing = parse.child(token, "dobj", "dative")
            if thing is None or parse.lemmas[thing] in self.table.words["audiences"]:
                continue
            span = parse.span(thing, thing + 1)
            position = self.draft.mention_of(thing)
            if position is None or any(c.covers(span) for c in attribution.content):
                continue
            if self.draft.mentions[position].label in (Label.PERSON, Label.GROUP):
                return self.draft.entity_of(position)
        return None


def _around(content: Span, inner: Span) -> bool:
    """Whether a content holds a quotation, the marks and the stop before the closing one left aside."""
    return content.start <= inner.start and content.end >= inner.end - 2


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)
