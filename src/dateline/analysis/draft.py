"""What the stages hand on to each other while a report is being analysed."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from dateline.analysis.syntax import Parse
from dateline.language import Language
from dateline.model.attribution import Act, Attribution, Kind, Quotation
from dateline.model.entity import Entity, Mention, Participant, Standing
from dateline.model.event import Event
from dateline.model.factuality import Factuality
from dateline.model.happening import Happening
from dateline.model.place import Geo
from dateline.model.relation import Relation
from dateline.model.report import Report
from dateline.model.span import Span
from dateline.model.time import Time
from dateline.model.want import Want

_VERBAL = frozenset({"VERB", "AUX"})
_INSIDE_NOUNS = frozenset({"relcl", "acl", "amod", "compound", "nmod"})


@dataclass(frozen=True)
class Draft:
    """A report with the annotations found so far; a stage fills one field (or two) and edits none.

    `mentions` stand in text order and come from the mentions stage with their entity open;
    coreference gives `entities` and `links`: for every mention, by position, its entity's id or None.
    `geos` is where entities are, by their ids; `toponyms` are further mentions of
    places: of actors that are places as well, and of the dateline, whose entities come with them.
    `standings` are the codes and links of the entities, in their order.
    `speakers` adds the links that only attribution can give (the *we* of a quotation): mention
    position -> entity id. `factualities` holds the tokens whose factuality is not CT+.
    """

    report: Report
    language: Language
    parse: Parse
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    links: tuple[str | None, ...] = ()
    geos: dict[str, Geo] | None = None
    toponyms: tuple[Mention, ...] = ()
    standings: tuple[Standing, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    speakers: dict[int, str] | None = None
    factualities: dict[int, Factuality] | None = None
    events: tuple[Event, ...] = ()
    happenings: tuple[Happening, ...] = ()
    relations: tuple[Relation, ...] = ()
    wants: tuple[Want, ...] = ()

    @property
    def text(self) -> str:
        return self.report.text

    def new_id(self, letter: str, number: int) -> str:
        """An id that is unique within the document: "r1e3"."""
        return f"{self.report.id}{letter}{number}"

    @cached_property
    def time_tokens(self) -> frozenset[int]:
        """The tokens of time expressions: "on *Wednesday*", which is nobody and nowhere."""
        return frozenset(t for time in self.times for t in self.parse.tokens_in(time.span))

    # ------------------------------------------------------------------ mentions and entities
    @cached_property
    def _mention_by_head(self) -> dict[int, int]:
        """Head token -> position of its mention; of nested mentions with one head, the longest."""
        found: dict[int, int] = {}
        for position, mention in enumerate(self.mentions):
            other = found.get(mention.head)
            if other is None or _length(mention) > _length(self.mentions[other]):
                found[mention.head] = position
        return found

    @cached_property
    def _entity_by_id(self) -> dict[str, Entity]:
        return {e.id: e for e in self.entities}

    def mention_of(self, head: int) -> int | None:
        """Position of the mention whose head is this token."""
        return self._mention_by_head.get(head)

    def entity_of(self, position: int) -> str | None:
        """The entity a mention stands for, by the mention's position."""
        if self.speakers and position in self.speakers:
            return self.speakers[position]
        return self.links[position] if position < len(self.links) else None

    def entity(self, entity_id: str) -> Entity:
        return self._entity_by_id[entity_id]

    def participant(self, head: int) -> Participant:
        """Who the noun phrase headed by a token is: its mention, or the bare token."""
        position = self.mention_of(head)
        if position is None:
            return Participant(self.parse.span(head, head + 1))
        return Participant(self.mentions[position].span, self.entity_of(position))

    # ------------------------------------------------------------------ attribution
    @cached_property
    def _contents(self) -> tuple[list[int], list[tuple[Span, Attribution]], list[int]]:
        """The contents that state something, by where they begin, and how far those up to each reach."""
        pairs = [(span, a) for a in self.attributions if self._states(a) for span in a.content]
        pairs.sort(key=lambda pair: pair[0])
        return [span.start for span, _ in pairs], pairs, list(accumulate((s.end for s, _ in pairs), max))

    def _states(self, attribution: Attribution) -> bool:
        """Whether a content has a clause of its own, is quoted, or is news that somebody is accused of.

        Who criticises "Mara Obiang, the governor" does not vouch for the office: the outlet does.
        """
        if attribution.kind is not Kind.INDIRECT or self._charges(attribution):
            return True
        parse = self.parse
        return any(
            parse.pos[token] in _VERBAL and not self._is_in_noun(token, parse.tokens_in(span))
            for span in attribution.content
            for token in parse.tokens_in(span)
        )

    def _charges(self, attribution: Attribution) -> bool:
        """Whether only the accuser tells it: "accused the army of *a massacre*", not "of the massacre"."""
        parse = self.parse
        if attribution.act is not Act.ACCUSE:
            return False
        cues = [t for span in attribution.cue for t in parse.tokens_in(span)]
        accused = [t for cue in cues for t in parse.with_dep(cue, "dobj") if self.mention_of(t) is not None]
        return any(
            parse.heads[parse.heads[token]] in (*cues, *accused) and self._is_new(token)
            for span in attribution.content
            for token in parse.tokens_in(span)
            if accused and parse.deps[token] == "pobj" and parse.pos[token] == "NOUN"
        )

    def _is_new(self, noun: int) -> bool:
        parse = self.parse
        known = ("Definite=Def", "PronType=Dem")
        return parse.child(noun, "poss") is None and not any(
            parse.has(c, feature) for c in parse.with_dep(noun, "det") for feature in known
        )

    def _is_in_noun(self, token: int, content: range) -> bool:
        """Whether a verb only describes a noun: "talks with Bamako, which refused"."""
        parse = self.parse
        while token in content:
            if parse.deps[token] in _INSIDE_NOUNS:
                return True
            if parse.heads[token] == token:
                return False
            token = parse.heads[token]
        return False

    def carrier(self, span: Span) -> Attribution | None:
        """The innermost attribution that states what stands in a span; None is the outlet's own voice."""
        starts, contents, reach = self._contents
        best: tuple[int, Attribution] | None = None
        at = bisect_right(starts, span.start) - 1
        while at >= 0 and reach[at] >= span.end:
            content, attribution = contents[at]
            size = content.end - content.start
            if content.covers(span) and (best is None or size < best[0]):
                best = (size, attribution)
            at -= 1
        return best[1] if best else None

    def leaves(self, head: int, joined: int) -> Attribution | None:
        """The saying whose content holds a verb and not the one joined to it, which its speaker did.

        "She denied that they *paid* and *offered* to repay": who offered is who denied.
        """
        span = self.parse.span(joined, joined + 1)
        carrier = self.carrier(self.parse.span(head, head + 1))
        if carrier is None or any(content.start <= span.start < content.end for content in carrier.content):
            return None
        cues = [t for cue in carrier.cue for t in self.parse.tokens_in(cue)]
        return carrier if any(t in self.parse.ancestors(head) for t in cues) and joined > head else None

    # ------------------------------------------------------------------ factuality
    def factuality(self, token: int) -> Factuality:
        """How certain the clause headed by a token is presented, by whoever says it."""
        return (self.factualities or {}).get(token, Factuality.CERTAIN)


def _length(mention: Mention) -> int:
    return mention.span.end - mention.span.start
