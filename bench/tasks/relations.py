"""re3d: who is what to whom, end to end.

A relation is right when its type is equal and both ends overlap.  `relations_and_events` lets events speak
too: an assault is fighting, a consultation communication, an accusation, rejection or threat dislike.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bench.contract import Analysis
from bench.errors import FALSE_ALARM, MISS, Error
from bench.metrics import Figures, rates, ratio
from bench.spans import Sentences, overlap
from bench.tasks import re3d
from bench.tasks.base import Case, Headline, Task
from bench.tasks.re3d import Gold, Link, match_links

EVENT_RELATIONS = {
    "ASSAULT": "FightingAgainst",
    "CONSULT": "CommWith",
    "ACCUSE": "Dislikes",
    "REJECT": "Dislikes",
    "THREATEN": "Dislikes",
}
STATED = frozenset(re3d.RELATIONS.values())
SCORED = STATED | frozenset(EVENT_RELATIONS.values())


def event_links(analysis: Analysis) -> list[Link]:
    """Events that did happen as relations between each actor and each recipient (or among the actors)."""
    links: list[Link] = []
    for event in analysis.events:
        name = EVENT_RELATIONS.get(event.type or "")
        if name is None or (event.factuality or "").endswith("-"):
            continue
        actors = [item.span for item in event.actors]
        recipients = [item.span for item in event.recipients]
        ends = itertools.product(actors, recipients) if recipients else itertools.combinations(actors, 2)
        links += [Link(name, one, other, f"event {event.type}") for one, other in ends]
    return links


def _distinct(links: Sequence[Link]) -> list[Link]:
    """The links, each type and pair of ends once."""
    return list({(link.type, link.subject, link.object): link for link in reversed(links)}.values())[::-1]


def _untyped(links: Sequence[Link], *, both_ways: bool = False) -> list[Link]:
    straight = [replace(link, type="any") for link in links]
    turned = [replace(link, subject=link.object, object=link.subject) for link in straight]
    return straight + turned if both_ways else straight


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Rates over stated relations, over relations and events, and by type."""
    tally: Counter[str] = Counter()
    for case in cases:
        stated = re3d.predicted_relations(case.analysis, case.text)
        with_events = _distinct(stated + event_links(case.analysis))
        for name, types, predicted in (
            ("relations", STATED, stated),
            ("relations_and_events", SCORED, with_events),
        ):
            gold = [link for link in case.gold.relations if link.type in types]
            pairs = match_links(gold, predicted)
            tally[f"{name} gold"] += len(gold)
            tally[f"{name} predicted"] += len(predicted)
            tally[f"{name} hits"] += len(pairs)
            if name == "relations":
                tally["untyped hits"] += len(match_links(_untyped(gold), _untyped(predicted, both_ways=True)))
            else:
                _count_types(tally, gold, predicted, [gold[i].type for i, _ in pairs])
    return _figures(tally)


def _count_types(tally: Counter[str], gold: list[Link], predicted: list[Link], hits: list[str]) -> None:
    tally.update(f"gold of {link.type}" for link in gold)
    tally.update(f"predicted of {link.type}" for link in predicted)
    tally.update(f"hits of {name}" for name in hits)


def _figures(tally: Counter[str]) -> Figures:
    figures: Figures = {}
    for name in ("relations", "relations_and_events"):
        figures |= rates(name, tally[f"{name} hits"], tally[f"{name} predicted"], tally[f"{name} gold"])
    figures["relation_pairs_untyped_r"] = ratio(tally["untyped hits"], tally["relations gold"]) or 0.0
    for name in sorted(SCORED):
        if gold := tally[f"gold of {name}"]:
            figures |= rates(
                f"by_relation.{name}", tally[f"hits of {name}"], tally[f"predicted of {name}"], gold
            )
    return figures


# ---------------------------------------------------------------- errors


class _Listing:
    """The errors of one document, over relations and events."""

    def __init__(self, case: Case[Gold]) -> None:
        self.case = case
        self.sentences = Sentences(case.text)
        self.gold = [link for link in case.gold.relations if link.type in SCORED]
        stated = re3d.predicted_relations(case.analysis, case.text)
        self.predicted = _distinct(stated + event_links(case.analysis))
        self.mentions = [item.span for item in case.analysis.mentions]

    def all(self) -> Iterator[Error]:
        pairs = match_links(self.gold, self.predicted)
        for i in sorted(set(range(len(self.gold))) - {i for i, _ in pairs}):
            yield self.miss(self.gold[i])
        for j in sorted(set(range(len(self.predicted))) - {j for _, j in pairs}):
            yield self.false_alarm(self.predicted[j])

    def same_ends(self, link: Link, others: list[Link]) -> Link | None:
        """A link of another type, or the other way round, between the same ends."""
        for other in others:
            straight = overlap(link.subject, other.subject) and overlap(link.object, other.object)
            if straight or (overlap(link.subject, other.object) and overlap(link.object, other.subject)):
                return other
        return None

    def miss(self, link: Link) -> Error:
        other = self.same_ends(link, self.predicted)
        unseen = sum(
            not any(overlap(end, span) for span in self.mentions) for end in (link.subject, link.object)
        )
        if other is not None:
            turned = other.type == link.type
            cause = "other way round" if turned else f"other type: {other.type}"
        elif unseen:
            cause = f"{unseen} of 2 ends is no mention"
        else:
            cause = "not related"
        return self.error(MISS, cause, link, other)

    def false_alarm(self, link: Link) -> Error:
        other = self.same_ends(link, self.gold)
        if other is not None:
            cause = (
                "second over one gold" if other.type == link.type else f"gold has another type: {other.type}"
            )
        elif any(
            overlap(end, mine)
            for gold in self.gold
            for end in (gold.subject, gold.object)
            for mine in (link.subject, link.object)
        ):
            cause = "one end is in another gold relation"
        else:
            cause = "unrelated in gold"
        return self.error(FALSE_ALARM, cause, link, other)

    def error(self, side: str, cause: str, link: Link, other: Link | None) -> Error:
        text = self.case.text
        hull = (min(link.subject[0], link.object[0]), max(link.subject[1], link.object[1]))
        mine, theirs = self.described(link), self.described(other)
        return Error(
            task=NAME,
            document=self.case.id,
            side=side,
            cause=cause,
            kind=link.type,
            detail=" ".join(link.cue.lower().split())[:40],
            start=hull[0],
            end=hull[1],
            gold=mine if side == MISS else theirs,
            predicted=theirs if side == MISS else mine,
            sentence=Sentences(text).around(hull)
            if hull[1] - hull[0] > 1000
            else self.sentences.around(hull),
        )

    def described(self, link: Link | None) -> str:
        if link is None:
            return ""
        text = self.case.text
        return f"{text[slice(*link.subject)]} --{link.type} ({link.cue})--> {text[slice(*link.object)]}"


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Every missed and every invented relation."""
    for case in cases:
        yield from _Listing(case).all()


NAME = "relations"
TASK = Task(
    name=NAME,
    title="relations, re3d",
    folder=re3d.FOLDER,
    splits=re3d.SPLITS,
    found=lambda analysis: bool(analysis.relations),
    headlines=(
        Headline("relations.f", "relations F", "none known"),
        Headline("relations.p", "relations P", floor=False),
        Headline("relations.r", "relations R", floor=False),
        Headline(
            "relations_and_events.f",
            "with events F",
            "none known",
            found=lambda analysis: bool(analysis.events),
        ),
    ),
    read=re3d.read,
    score=score,
    oracle=re3d.oracle,
    errors=errors,
)
