"""What reports since a day tell that none told before: events, relations and wants."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.language import load_language
from dateline.model.edtf import extent
from dateline.model.records import ActorRecord, RelationRecord, WantRecord
from dateline.queries.answer import Statement
from dateline.queries.facets import Facets
from dateline.queries.phrasing import Phrasing, phrasing
from dateline.queries.statements import Statements
from dateline.queries.timeline import TimelineOptions, timeline
from dateline.store.view import View

_MOST = 300


def changes(
    view: View, subject: ActorRecord | None, since: str, language_code: str = "en"
) -> list[Statement]:
    """Statements of the facet "changed", in order of the first report; `since` is EDTF.

    Of an actor, what it is and wants is told too. What was told before and again is no change.
    """
    words = phrasing(load_language(language_code), view)
    found = timeline(view, subject, TimelineOptions(since=since, language_code=language_code))
    told = [
        replace(e.statement, facet="changed") for e in (*found.entries, *found.undated) if e.news == "new"
    ]
    if subject is not None:
        told += _of_actor(view, subject, since, words)
    return [
        _headed(s, words) for s in sorted(told, key=lambda s: (s.weight.first_reported or "", s.sentence))
    ]


def _of_actor(view: View, actor: ActorRecord, since: str, words: Phrasing) -> Iterator[Statement]:
    me, facets = actor.entity.id, Facets(view, words)
    relations = facets.worth_telling(view.relations(me, limit=_MOST), me)
    yield from facets.told("changed", _new(relations, since), actor)
    for want in _new(view.wants(me, limit=_MOST), since):
        yield Statements("changed", words).want(want, actor.entity.type)


def _new[R: RelationRecord | WantRecord](records: Iterable[R], since: str) -> Iterator[R]:
    day = extent(since)[0]
    for record in records:
        first = record.weight.first_reported
        if day is not None and first is not None and first >= day.isoformat():
            yield record


def _headed(statement: Statement, words: Phrasing) -> Statement:
    """A statement after the day of its first report."""
    day = words.dates.label(statement.weight.first_reported)
    return replace(statement, sentence=f"{day}: {statement.sentence}")
