"""Quotes what is in the store: the sentence, the report it stands in, and the chain of its speakers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, select

from dateline.model.attribution import Act
from dateline.model.records import Evidence, Link
from dateline.store import schema as t
from dateline.store.dialect import CHUNK


@dataclass(frozen=True, slots=True)
class Place:
    """Sentences of a report (by its key in the store), and the innermost attribution that carries them."""

    report: int
    start: int
    end: int
    attribution: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A report as far as evidence names it. `origin` is the id of the first report of its story."""

    id: str
    outlet: str | None
    url: str | None
    published: str | None
    document: int
    language: str
    origin: str


def chunks(values: Iterable[int]) -> Iterator[list[int]]:
    """Distinct values, in runs that one query can take."""
    ordered = sorted(set(values))
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


@dataclass
class Quoter:
    """Loads reports, texts and attributions as they are needed, many at once, each only once."""

    connection: Connection
    sources: dict[int, Source] = field(default_factory=dict)
    _texts: dict[int, str] = field(default_factory=dict)
    _links: dict[int, tuple[Link, int | None]] = field(default_factory=dict)

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
        return Evidence(
            source.id,
            source.outlet,
            source.url,
            source.published,
            place.start,
            place.end,
            self.words(place.report, place.start, place.end),
            self._chain(place.attribution),
        )

    def words(self, report: int, start: int, end: int) -> str:
        return self._texts[self.sources[report].document][start:end]

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
            select(r.id, r.public_id, r.outlet, d.url, r.published, r.document_id, d.language)
            .add_columns(first.c.public_id.label("origin"))
            .join(t.documents, r.document_id == d.id)
            .outerjoin(first, r.origin_id == first.c.id)
        )
        for some in chunks(keys):
            for row in self.connection.execute(query.where(r.id.in_(some))):
                origin = row.origin or row.public_id
                self.sources[row.id] = Source(
                    row.public_id, row.outlet, row.url, row.published, row.document_id, row.language, origin
                )
        missing = {self.sources[k].document for k in keys} - self._texts.keys()
        for some in chunks(missing):
            texts = select(d.id, d.text).where(d.id.in_(some))
            self._texts.update((row.id, row.text) for row in self.connection.execute(texts))

    def _load_links(self, keys: set[int]) -> None:
        a = t.attributions.c
        query = (
            select(a.id, a.report_id, a.source, a.cue, a.act, a.medium, a.said, a.hedge, a.parent_id)
            .add_columns(t.identities.c.actor)
            .outerjoin(t.entities, a.source_entity == t.entities.c.id)
            .outerjoin(t.identities, t.entities.c.identity_id == t.identities.c.id)
        )
        for some in chunks(keys):
            for row in self.connection.execute(query.where(a.id.in_(some))):
                self._links[row.id] = (self._link(row), row.parent_id)

    def _link(self, row: Row[tuple[object, ...]]) -> Link:
        return Link(
            self.joined(row.report_id, row.source),
            row.actor,
            self.joined(row.report_id, row.cue),
            Act(row.act),
            row.medium,
            row.said,
            row.hedge,
        )

    def joined(self, report: int, spans: list[tuple[int, int]]) -> str:
        """The words of a part that may be discontinuous."""
        return " ".join(self.words(report, start, end) for start, end in spans)
