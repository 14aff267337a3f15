"""A view made by hand, for tests of the queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.model.attribution import Act
from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.judgement import Judgement
from dateline.model.records import (
    ActorMatch,
    ActorRecord,
    ClaimRecord,
    EventRecord,
    Evidence,
    HappeningRecord,
    IdentityRecord,
    Link,
    MentionRecord,
    Party,
    RelationRecord,
    ReportRecord,
    Saying,
    SearchHit,
    WantRecord,
)
from dateline.model.relation import RelationType
from dateline.model.want import WantKind


@dataclass
class HandmadeView:
    """Holds records in lists; finds actors by exact name or alias, or by a word of the name."""

    reports_: list[ReportRecord] = field(default_factory=list)
    actors_: list[ActorRecord] = field(default_factory=list)
    relations_: list[RelationRecord] = field(default_factory=list)
    wants_: list[WantRecord] = field(default_factory=list)
    claims_: list[ClaimRecord] = field(default_factory=list)
    events_: list[EventRecord] = field(default_factory=list)
    sentences: list[Evidence] = field(default_factory=list)
    sayings_: list[tuple[Evidence, str]] = field(default_factory=list)
    mentioning: dict[str, list[SearchHit]] = field(default_factory=dict)

    def reports(self, report_ids: Iterable[str] | None = None) -> Iterator[ReportRecord]:
        return (r for r in self.reports_ if report_ids is None or r.id in report_ids)

    def report(self, report_id: str) -> ReportRecord | None:
        return next((r for r in self.reports_ if r.id == report_id), None)

    def actors(self) -> Iterator[ActorRecord]:
        return iter(self.actors_)

    def actor(self, actor_id: str) -> ActorRecord | None:
        return next((a for a in self.actors_ if a.entity.id == actor_id), None)

    def entities(self, actor_ids: Iterable[str]) -> dict[str, Entity]:
        return {a: actor.entity for a in actor_ids if (actor := self.actor(a)) is not None}

    def places(self, limit: int) -> list[Entity]:
        there = (e.place for e in self.events_ if e.place is not None)
        return [Entity(p.entity or "", p.name, "place", geo=p.geo) for p in there]

    def naming(self, actor_id: str, limit: int = 20) -> list[str]:
        return [hit.evidence.text for hit in self.mentions(actor_id, limit)]

    def identities(self, actor_id: str) -> list[IdentityRecord]:
        return []

    def judgements(self, actor_id: str | None = None) -> dict[str, list[Judgement]]:
        return {}

    def event_judgements(self, event_id: str) -> list[Judgement]:
        return []

    def every_mention(self) -> Iterator[MentionRecord]:
        return iter(())

    def find_actors(self, name: str, limit: int = 8) -> list[ActorMatch]:
        matches = []
        for actor in self.actors_:
            names = (actor.entity.name, *actor.entity.aliases)
            if name.lower() in [n.lower() for n in names]:
                matches.append(ActorMatch(actor, name, 1.0))
            elif name.lower() in actor.entity.name.lower().split():
                matches.append(ActorMatch(actor, name, 0.9))
        return sorted(matches, key=lambda m: -m.score)[:limit]

    def relations(self, actor_id: str | None = None, *, limit: int | None = None) -> Iterator[RelationRecord]:
        for r in self.relations_[:limit]:
            if actor_id is None or actor_id in (r.subject.entity, r.object and r.object.entity):
                yield r

    def wants(
        self, actor_id: str | None = None, *, toward: str | None = None, limit: int | None = None
    ) -> Iterator[WantRecord]:
        for w in self.wants_[:limit]:
            if actor_id in (None, w.actor.entity) and (
                toward is None or toward in [p.entity for p in w.toward]
            ):
                yield w

    def claims(
        self, speaker_id: str | None = None, *, about: str | None = None, limit: int | None = None
    ) -> Iterator[ClaimRecord]:
        for c in self.claims_[:limit]:
            if speaker_id in (None, c.speaker.entity) and (about is None or about in c.about):
                yield c

    def events(
        self,
        actor_id: str | None = None,
        *,
        as_recipient: str | None = None,
        place: str | None = None,
        limit: int | None = None,
    ) -> Iterator[EventRecord]:
        for e in self.events_[:limit]:
            if (
                actor_id in (None, *(p.entity for p in e.actors))
                and as_recipient in (None, *(p.entity for p in e.recipients))
                and place in (None, e.place and e.place.entity)
            ):
                yield e

    def happenings(self) -> Iterator[HappeningRecord]:
        return iter(())

    def account(self, event_id: str) -> EventRecord | None:
        return next((e for e in self.events_ if e.id == event_id), None)

    def search(self, words: str, limit: int = 20, *, any_word: bool = False) -> list[SearchHit]:
        wanted = words.lower().split()
        choose = any if any_word else all
        hits = [SearchHit(e, 1.0) for e in self.sentences if choose(w in e.text.lower() for w in wanted)]
        return hits[:limit]

    def sayings(self, report_id: str, start: int, end: int) -> list[Saying]:
        return [Saying(text, piece) for piece, text in self.sayings_ if piece.report == report_id]

    def mentions(self, actor_id: str, limit: int = 20) -> list[SearchHit]:
        return self.mentioning.get(actor_id, [])[:limit]


def actor(actor_id: str, name: str, kind: str, *aliases: str) -> ActorRecord:
    return ActorRecord(Entity(actor_id, name, kind, aliases), mentions=3, reports=("d1",))


def link(source: str, act: Act = Act.ASSERT, medium: str | None = None, hedge: str | None = None) -> Link:
    return Link(source, None, "said", act, medium, None, hedge)


def evidence(text: str, *chain: Link, report: str = "d1") -> Evidence:
    return Evidence(report, "Hill Post", None, "2024-03-02", 0, len(text), text, chain)


def relation(
    kind: RelationType,
    subject: Party,
    thing: Party | None,
    *pieces: Evidence,
    value: str | None = None,
    date: str | None = None,
    factuality: Factuality = Factuality.CERTAIN,
) -> RelationRecord:
    return RelationRecord(
        f"{kind}-{subject.name}", kind, subject, thing, value, date, pieces, 1, factuality
    )  # fmt: skip


def want(actor_: Party, kind: WantKind, goal: str, *pieces: Evidence, polarity: str = "+") -> WantRecord:
    return WantRecord(
        f"{kind}-{goal}", actor_, kind, polarity, goal, (), False, False, pieces, 1, Factuality.CERTAIN
    )  # fmt: skip
