"""Who the first and second person of a quotation are."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable, cues
from dateline.model.attribution import Attribution, Quotation
from dateline.model.entity import Form, Label
from dateline.model.span import Span, hull

_NATIONS = frozenset({"GPE", "NORP"})
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

    @cached_property
    def _starts(self) -> list[int]:
        return [q.span.start for q in self.draft.quotations]

    @cached_property
    def _contents(self) -> tuple[list[int], list[tuple[Span, Attribution]], int]:
        """Content spans by where they begin, and the length of the longest."""
        pairs = sorted(((s, a) for a in self.draft.attributions for s in a.content), key=lambda p: p[0])
        longest = max((s.end - s.start for s, _ in pairs), default=0)
        return [s.start for s, _ in pairs], pairs, longest

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        """Entity -> head tokens of its mentions."""
        heads: dict[str, list[int]] = {}
        for position, mention in enumerate(self.draft.mentions):
            entity = self.draft.entity_of(position)
            if entity is not None:
                heads.setdefault(entity, []).append(mention.head)
        return heads

    @cached_property
    def _nations(self) -> frozenset[int]:
        """The tokens of names of countries, and of words for what is theirs."""
        names = self.draft.parse.names
        return frozenset(t for n in names if n.label in _NATIONS for t in range(n.start, n.end))

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
            return self._turn(span)
        if number not in self._speakers:
            self._speakers[number] = self._speaker_of(self.draft.quotations[number])
        return self._speakers[number]

    def _turn(self, span: Span) -> Attribution | None:
        """The turn of a transcript around a span: its cue is no word, but the mark behind a name."""
        text = self.draft.text
        for content, attribution in self._contents_at(span.start):
            if content.covers(span) and not any(c.isalnum() for s in attribution.cue for c in s.of(text)):
                return attribution
        return None

    def _innermost(self, span: Span) -> int | None:
        """The tightest quotation of speech around a span."""
        number: int | None = bisect_right(self._starts, span.start) - 1
        if number == -1:
            return None
        while number is not None:
            quotation = self.draft.quotations[number]
            if quotation.speech and quotation.inner.covers(span):
                return number
            number = quotation.parent
        return None

    def _speaker_of(self, quotation: Quotation) -> Attribution | None:
        """The attribution with the smallest content around a quotation whose cue stands on its outside.

        For a quotation in a quotation the cue must stand inside the outer one: else nobody is named for it.
        """
        outer = self.draft.quotations[quotation.parent] if quotation.parent is not None else None
        middle = (quotation.inner.start + quotation.inner.end) // 2
        best: Attribution | None = None
        for span, attribution in self._contents_at(middle):
            if not _around(span, quotation.inner):
                continue
            if any(quotation.span.overlaps(cue) for cue in attribution.cue):
                continue
            if outer is not None and not any(outer.inner.covers(cue) for cue in attribution.cue):
                continue
            if best is None or _size(attribution) < _size(best):
                best = attribution
        return best

    def _contents_at(self, offset: int) -> Iterator[tuple[Span, Attribution]]:
        """The content spans that hold an offset; only spans that begin near enough are looked at."""
        starts, contents, longest = self._contents
        at = bisect_right(starts, offset) - 1
        while at >= 0 and starts[at] >= offset - longest:
            if contents[at][0].end > offset:
                yield contents[at]
            at -= 1

    # ------------------------------------------------------------------ the side of a speaker
    def _side(self, attribution: Attribution, speaker: str) -> str:
        """The organisation or group that a speaker stands for, by any phrase of the report that says so."""
        if speaker not in self._sides:
            sides = {
                side
                for head in self._heads.get(speaker, ())
                for side in self._represented(head)
                if side != speaker
            }
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
        if token in self._nations:
            return  # a minister's "we" may be the cabinet's or the nation's: the minister says it
        if position is not None and self.draft.mentions[position].label in _SIDES:
            entity = self.draft.entity_of(position)
            if entity is not None and self.draft.entity(entity).type in _SIDES:
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
