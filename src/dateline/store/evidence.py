"""Quotes what is in the store: the sentence, the report it stands in, and the chain of its speakers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.accounts.cues import cues
from dateline.accounts.passages import own_words, passage_origin
from dateline.language import language_of
from dateline.language.agencies import agency_called
from dateline.model.attribution import Act
from dateline.model.records import Evidence, Link
from dateline.model.span import Span
from dateline.store import schema as t
from dateline.store.cast import actor_names
from dateline.store.dialect import chunks


@dataclass(frozen=True, slots=True)
class Place:
    """Sentences of a report (by its key in the store), and the innermost attribution that carries them."""

    report: int
    start: int
    end: int
    attribution: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A report as far as evidence names it. `story`: the id of the first report that has most of its text."""

    id: str
    outlet: str | None
    agency: str | None
    url: str | None
    published: str | None
    document: int
    language: str
    bounds: Span
    story: str


def _source(row: Row[Any]) -> Source:
    return Source(
        row.public_id,
        row.outlet,
        row.agency,
        row.url,
        row.published,
        row.document_id,
        row.language,
        Span(row.start, row.end),
        row.story or row.public_id,
    )


def credited(chain: Iterable[Link], source: Source) -> str | None:
    """The agency that a report credits with what it passes on: "said the Reuters report", "told AFP"."""
    language = language_of(source.language)
    own = {agency_called(name, language) for name in (source.outlet, source.agency) if name}
    names = (name for link in chain for name in (link.medium, link.source) if name)
    agencies = (agency_called(name, language) for name in names)
    return next((agency for agency in agencies if agency and agency not in own), None)


@dataclass
class Quoter:
    """Loads reports, texts and attributions as they are needed, many at once, each only once."""

    connection: Connection
    sources: dict[int, Source] = field(default_factory=dict)
    _texts: dict[int, str] = field(default_factory=dict)
    _correcting: dict[int, bool] = field(default_factory=dict)
    _links: dict[int, tuple[Link, int | None]] = field(default_factory=dict)
    _derived: dict[int, list[tuple[Span, str]]] = field(default_factory=lambda: defaultdict(list))

    def load(self, places: Iterable[Place]) -> None:
        """Fetches all that quoting these places takes."""
        places = list(places)
        self._load_reports({p.report for p in places} - self.sources.keys())
        waiting = {p.attribution for p in places if p.attribution is not None} - self._links.keys()
        while waiting:
            self._load_links(waiting)
            parents = {self._links[a][1] for a in waiting}
            waiting = {p for p in parents if p is not None} - self._links.keys()

    def quote(self, place: Place) -> Evidence:
        """The evidence of a place that was loaded."""
        source = self.sources[place.report]
        chain = self._chain(place.attribution)
        return Evidence(
            source.id,
            source.outlet,
            source.url,
            source.published,
            place.start,
            place.end,
            self.words(place.report, place.start, place.end),
            chain,
            origin=credited(chain, source) or self.origin(place.report, Span(place.start, place.end)),
        )

    def origin(self, report: int, span: Span) -> str:
        """The id of the first report that has a passage; a reprint's own is only what it adds at length."""
        source, passages = self.sources[report], self._derived[report]
        first = passage_origin(span, passages)
        if first is not None or source.story == source.id:
            return first or source.id
        text = self._texts[source.document]
        return source.id if own_words(span, source.bounds, [s for s, _ in passages], text) else source.story

    def words(self, report: int, start: int, end: int) -> str:
        return self._texts[self.sources[report].document][start:end]

    def corrects(self, report: int) -> bool:
        """Whether a report says that it puts right what was told before."""
        if report not in self._correcting:
            source = self.sources[report]
            text = self._texts[source.document][source.bounds.start : source.bounds.end]
            self._correcting[report] = cues().is_correction(text)
        return self._correcting[report]

    def link(self, attribution: int) -> Link:
        return self._links[attribution][0]

    def parent(self, attribution: int) -> int | None:
        return self._links[attribution][1]

    def _chain(self, attribution: int | None) -> tuple[Link, ...]:
        chain: list[Link] = []
        while attribution is not None:
            link, attribution = self._links[attribution]
            chain.append(link)
        return tuple(reversed(chain))

    def _load_reports(self, keys: set[int]) -> None:
        first = t.reports.alias()
        r, d = t.reports.c, t.documents.c
        query = (
            select(r.id, r.public_id, r.outlet, r.agency, d.url, r.published, r.document_id, d.language)
            .add_columns(r.start, r.end, first.c.public_id.label("story"))
            .join(t.documents, r.document_id == d.id)
            .outerjoin(first, r.origin_id == first.c.id)
        )
        for some in chunks(keys):
            for row in self.connection.execute(query.where(r.id.in_(some))):
                self.sources[row.id] = _source(row)
        missing = {self.sources[k].document for k in keys} - self._texts.keys()
        for some in chunks(missing):
            texts = select(d.id, d.text).where(d.id.in_(some))
            self._texts.update((row.id, row.text) for row in self.connection.execute(texts))
        self._load_derived(keys)

    def _load_derived(self, keys: set[int]) -> None:
        p = t.derived.c
        query = select(p.report_id, p.start, p.end, t.reports.c.public_id.label("source")).join(
            t.reports, p.source_id == t.reports.c.id
        )
        for some in chunks(keys):
            for row in self.connection.execute(query.where(p.report_id.in_(some))):
                self._derived[row.report_id].append((Span(row.start, row.end), row.source))

    def _load_links(self, keys: set[int]) -> None:
        a = t.attributions.c
        query = (
            select(a.id, a.report_id, a.source, a.pronoun, a.cue, a.act, a.medium, a.said, a.hedge)
            .add_columns(a.parent_id, t.identities.c.actor)
            .outerjoin(t.entities, a.source_entity == t.entities.c.id)
            .outerjoin(t.identities, t.entities.c.identity_id == t.identities.c.id)
        )
        rows = [r for some in chunks(keys) for r in self.connection.execute(query.where(a.id.in_(some)))]
        names = actor_names(self.connection, (r.actor for r in rows if r.pronoun and r.actor))
        for row in rows:
            name = names.get(row.actor, "") if row.pronoun else None
            self._links[row.id] = (self._link(row, name), row.parent_id)

    def _link(self, row: Row[tuple[object, ...]], name: str | None) -> Link:
        return Link(
            self.joined(row.report_id, row.source),
            row.actor,
            self.joined(row.report_id, row.cue),
            Act(row.act),
            row.medium,
            row.said,
            row.hedge,
            name,
        )

    def joined(self, report: int, spans: Iterable[tuple[int, int]]) -> str:
        """The words of a part that may be discontinuous."""
        return " ".join(self.words(report, start, end) for start, end in spans)
