"""What happened when: events and dated relations in order of time, each with the certainty of its date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.language import load_language
from dateline.model.edtf import extent, qualifier
from dateline.model.records import ActorRecord, EventRecord, RelationRecord
from dateline.queries.answer import Statement
from dateline.queries.event_facets import EventFacets
from dateline.queries.event_phrasing import EventPhrasing
from dateline.queries.news import News, news
from dateline.queries.phrasing import Phrasing, phrasing
from dateline.queries.statements import Statements
from dateline.store.view import View

_NEVER = date.max


class Certainty(StrEnum):
    """How well the time of an entry is known."""

    DAY = "day"  # one day
    PERIOD = "period"  # somewhere in a month, a year, between two days
    ABOUT = "about"  # EDTF "~"
    PERHAPS = "perhaps"  # EDTF "?" and "%"
    UNKNOWN = "unknown"  # no report gives it


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline. `first` and `last` are the days that `edtf` may mean, None when open.

    `reported` is the publication date of the earliest report that tells it.
    """

    statement: Statement
    edtf: str | None
    first: date | None
    last: date | None
    certainty: Certainty
    reported: str | None
    news: News | None = None


@dataclass(frozen=True, slots=True)
class TimelineOptions:
    """Which entries: overlapping the time from `start` to `end`, told by reports since `since` (all EDTF)."""

    start: str | None = None
    end: str | None = None
    since: str | None = None
    most: int = 300
    language_code: str = "en"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated entries in order of time, then those without a date in order of their reports.

    `omitted` counts what `most` leaves out, `outside` the undated ones that a period asked for leaves out.
    """

    subject: ActorRecord | None
    options: TimelineOptions
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    omitted: int = 0
    outside: int = 0


def timeline(
    view: View, subject: ActorRecord | None = None, options: TimelineOptions | None = None
) -> Timeline:
    """The timeline of an actor or a place; without one, of everything the store holds.

    Every event is one entry, and so is every relation with a date ("until 2011"). What is not told as
    having happened (planned, feared, asked whether) has no place on it; what is denied is told as denied.
    """
    options = options or TimelineOptions()
    words = phrasing(load_language(options.language_code), view)
    found = [e for e in _entries(view, subject, words, options) if options.since is None or e.news]
    inside = [e for e in found if _overlaps(e, options)]
    dated = sorted((e for e in inside if _dated(e)), key=_when)
    undated = sorted(
        (e for e in inside if not _dated(e)),
        key=lambda e: (e.reported or "9", e.statement.sentence),
    )
    bounded = options.start is not None or options.end is not None
    kept = undated if not bounded else []
    return Timeline(
        subject,
        options,
        tuple(dated[-options.most :]),
        tuple(kept[-options.most :]),
        omitted=max(0, len(dated) - options.most) + max(0, len(kept) - options.most),
        outside=len(undated) - len(kept),
    )


def _entries(
    view: View, subject: ActorRecord | None, words: Phrasing, options: TimelineOptions
) -> Iterator[Entry]:
    told: set[tuple[str, str | None, str]] = set()
    maker = _Maker(words, Statements("timeline", words), options)
    records: list[EventRecord | RelationRecord] = list(_events(view, subject, words))
    for record in (*records, *_relations(view, subject)):
        entry = maker.entry(record)
        # A report that tells one thing twice is heard once.
        key = (entry.statement.sentence, entry.edtf, entry.statement.evidence[0].report)
        if key not in told:
            told.add(key)
            yield entry


def _events(view: View, subject: ActorRecord | None, words: Phrasing) -> Iterator[EventRecord]:
    phrases = EventPhrasing(words)
    for event in EventFacets(view, words).concerning(subject):
        if event.factuality.polarity != "u" and not phrases.empty(event):
            yield event


def _relations(view: View, subject: ActorRecord | None) -> Iterator[RelationRecord]:
    """Relations whose beginning or end is dated."""
    if subject is None:
        return
    for record in view.relations(subject.entity.id):
        if record.date is not None and any(extent(record.date)) and record.factuality.polarity != "u":
            yield record


@dataclass(frozen=True)
class _Maker:
    words: Phrasing
    statements: Statements
    options: TimelineOptions

    def entry(self, record: EventRecord | RelationRecord) -> Entry:
        if isinstance(record, EventRecord):
            sentence = EventPhrasing(self.words).sentence(record, when=False)
            statement = self.statements.event(record, sentence)
        else:
            statement = self.statements.relation(record, None)
        first, last = extent(record.date) if record.date else (None, None)
        reports = sorted(e.published for e in record.evidence if e.published)
        return Entry(
            statement,
            record.date,
            first,
            last,
            certainty(record.date),
            reports[0] if reports else None,
            news(record.evidence, self.options.since),
        )


def certainty(edtf: str | None) -> Certainty:
    """How well a date is known, by its own notation."""
    if edtf is None or not any(extent(edtf)):
        return Certainty.UNKNOWN
    if sign := qualifier(edtf):
        return Certainty.ABOUT if sign == "~" else Certainty.PERHAPS
    first, last = extent(edtf)
    return Certainty.DAY if first == last else Certainty.PERIOD


def _overlaps(entry: Entry, options: TimelineOptions) -> bool:
    start = extent(options.start)[0] if options.start else None
    end = extent(options.end)[1] if options.end else None
    early = end is not None and entry.first is not None and entry.first > end
    late = start is not None and entry.last is not None and entry.last < start
    return not (early or late)


def _dated(entry: Entry) -> bool:
    return entry.first is not None or entry.last is not None


def _when(entry: Entry) -> tuple[date, date, str]:
    """By the first day it may mean; what only has an end ("until 2011") by its end."""
    return entry.first or entry.last or _NEVER, entry.last or _NEVER, entry.statement.sentence
