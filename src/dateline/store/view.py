"""What the queries may ask of a store. Nothing here knows of SQL."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline.model.entity import Entity
from dateline.model.judgement import Judgement
from dateline.model.records import (
    ActorMatch,
    ActorRecord,
    ClaimRecord,
    EventRecord,
    HappeningRecord,
    IdentityRecord,
    MentionRecord,
    RelationRecord,
    ReportRecord,
    Saying,
    SearchHit,
    WantRecord,
)


class View(Protocol):
    """Read-only sight of a store, merged across reports. Every method is deterministic in order.

    Actor ids are those of ActorRecord.entity.id; a method given an unknown id yields nothing.
    """

    def reports(self, report_ids: Iterable[str] | None = None) -> Iterator[ReportRecord]:
        """All reports, or those with these ids, by publication date and id."""
        ...

    def report(self, report_id: str) -> ReportRecord | None: ...

    def actors(self) -> Iterator[ActorRecord]:
        """All actors, most mentioned first."""
        ...

    def actor(self, actor_id: str) -> ActorRecord | None: ...

    def entities(self, actor_ids: Iterable[str]) -> dict[str, Entity]:
        """Actor id -> the actor, without its reports; those that there are."""
        ...

    def identities(self, actor_id: str) -> list[IdentityRecord]:
        """The ways in which reports describe an actor, the most used first, and why each is that actor."""
        ...

    def judgements(self, actor_id: str | None = None) -> dict[str, list[Judgement]]:
        """Actor id -> what was judged of its names and holds, humans' first; of all actors, or one."""
        ...

    def event_judgements(self, event_id: str) -> list[Judgement]:
        """What humans judged of an event and holds, the latest first."""
        ...

    def every_mention(self) -> Iterator[MentionRecord]:
        """Where anybody is referred to, by report and place."""
        ...

    def find_actors(self, name: str, limit: int = 8) -> list[ActorMatch]:
        """Actors whose name or alias is, contains or closely resembles `name`, best first."""
        ...

    # A `limit` is of findings before they are merged (of claims, of contents): what most stories carry or
    # the newest reports say is chosen. Without one everything is given.

    def relations(self, actor_id: str | None = None, *, limit: int | None = None) -> Iterator[RelationRecord]:
        """Relations in which the actor is subject or object; all of them without an actor."""
        ...

    def wants(
        self, actor_id: str | None = None, *, toward: str | None = None, limit: int | None = None
    ) -> Iterator[WantRecord]:
        """Wants of an actor, or toward one; both given: of the one toward the other."""
        ...

    def claims(
        self, speaker_id: str | None = None, *, about: str | None = None, limit: int | None = None
    ) -> Iterator[ClaimRecord]:
        """What a speaker said, or what was said about an actor, or both together."""
        ...

    def events(
        self,
        actor_id: str | None = None,
        *,
        as_recipient: str | None = None,
        place: str | None = None,
        limit: int | None = None,
    ) -> Iterator[EventRecord]:
        """Events that an actor did, that were done to one, that happened at a place; all given must hold.

        One record an event, however many reports tell it, with every version of it; the conditions may
        hold for any of the versions.
        """
        ...

    def places(self, limit: int) -> list[Entity]:
        """Where events were that the newest reports tell, so many of these."""
        ...

    def happenings(self) -> Iterator[HappeningRecord]:
        """What happened, whether PLOVER has a type for it or not, matter by matter."""
        ...

    def account(self, event_id: str) -> EventRecord | None:
        """The event with this id."""
        ...

    def search(self, words: str, limit: int = 20, *, any_word: bool = False) -> list[SearchHit]:
        """Sentences that contain all the words (or any of them), best first. No query syntax: any text."""
        ...

    def naming(self, actor_id: str, limit: int = 20) -> list[str]:
        """The texts of the sentences that `mentions` gives."""
        ...

    def sayings(self, report_id: str, start: int, end: int) -> list[Saying]:
        """What is said in a stretch of a report, utterance by utterance, in text order."""
        ...

    def mentions(self, actor_id: str, limit: int = 20) -> list[SearchHit]:
        """Sentences that mention an actor, in order of date."""
        ...
