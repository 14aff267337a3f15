"""What somebody said, claim by claim, and which claims deny which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from dateline.model.attribution import Act
from dateline.model.factuality import Factuality
from dateline.model.records import Saying
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.event_claims import Told, events_told, of_the_same_events
from dateline.store.merge import Matter, Statement
from dateline.store.statements import Desk, Side, entities_of, place

# How certain the content is to the one who says it; what is not listed is held to be so.
_FACTUALITY = {
    Act.DENY: Factuality.CERTAIN_NOT,
    Act.BELIEVE: Factuality.PROBABLE,
    Act.ESTIMATE: Factuality.PROBABLE,
    **dict.fromkeys(
        (Act.ASK, Act.DEMAND, Act.APPEAL, Act.PROMISE, Act.OFFER, Act.THREATEN, Act.REFUSE, Act.HOPE),
        Factuality.UNKNOWN,
    ),
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    speaker: Side
    act: Act
    kind: str
    content: str
    about: tuple[str, ...]


def claims(
    connection: Connection, speaker: str | None, about: str | None, limit: int | None = None
) -> Iterator[Statement[ClaimRow]]:
    """Every attribution as a claim; those of a speaker, about an actor, as far as they are given.

    What a pronoun says of which nobody knows whom it means only counts against others. With a `limit`, those
    of so many contents that most stories carry, of equals the newest.
    """
    c = t.attributions.c
    query = select(t.attributions)
    if speaker is not None:
        query = query.where(c.source_entity.in_(entities_of(speaker)))
    if about is not None:
        a = t.about.c
        query = query.where(c.id.in_(select(a.attribution_id).where(a.entity_id.in_(entities_of(about)))))
    if limit is not None:
        query = query.where(c.content_key.in_(_leading(query, limit)))
    rows = connection.execute(query).all()
    asides = _asides(connection, rows)
    every = [*rows, *asides]
    desk = Desk(connection, every, [r.source_entity for r in every], own=True)
    book = _Book(desk, _about(connection, rows), events_told(connection, (r.id for r in every)))
    yield from (book.claim(row) for row in rows)
    yield from (book.claim(row, aside=True) for row in asides)
    yield from _denials(every, book)


def sayings(connection: Connection, report: str, start: int, end: int) -> list[Saying]:
    """The attributions that stand in a stretch of a report."""
    c = t.attributions.c
    query = (
        select(t.attributions)
        .join(t.reports, c.report_id == t.reports.c.id)
        .where(t.reports.c.public_id == report, c.start >= start, c.end <= end)
        .order_by(c.start, c.id)
    )
    rows = connection.execute(query).all()
    book = _Book(Desk(connection, rows, [r.source_entity for r in rows], own=True), {}, {})
    told = [book.claim(row) for row in rows]
    return [Saying(s.row.content, s.evidence) for s in told]


def _leading(query: Select[Any], limit: int) -> Select[Any]:
    """The contents that most stories carry."""
    c, r = t.attributions.c, t.reports.c
    return (
        query.with_only_columns(c.content_key)
        .where(~c.pronoun | c.source_entity.is_not(None))
        .join(t.reports, c.report_id == r.id)
        .group_by(c.content_key)
        .order_by(func.count(r.origin_id.distinct()).desc(), func.max(r.published).desc(), c.content_key)
        .limit(limit)
    )


def _asides(connection: Connection, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """Attributions that may contradict these: denials around them, what they deny, who tells the same."""
    c = t.attributions.c
    found: dict[int, Row[Any]] = {}
    deniers = [r.id for r in rows if r.act == Act.DENY]
    for column, values in (
        (c.id, {r.parent_id for r in rows if r.parent_id is not None}),
        (c.parent_id, set(deniers)),
    ):
        for some in chunks(values):
            found.update(
                (r.id, r) for r in connection.execute(select(t.attributions).where(column.in_(some)))
            )
    denied = {r.content_key for r in rows if r.act == Act.DENY}
    held = {r.content_key for r in rows if r.act != Act.DENY}
    for contents, opposed in ((held, c.act == Act.DENY), (denied, c.act != Act.DENY)):
        for keys in chunks(contents):
            same = select(t.attributions).where(c.content_key.in_(keys), opposed)
            found.update((r.id, r) for r in connection.execute(same))
    for some in chunks(of_the_same_events(connection, (r.id for r in rows))):
        found.update((r.id, r) for r in connection.execute(select(t.attributions).where(c.id.in_(some))))
    given = {r.id for r in rows}
    return [row for key, row in sorted(found.items()) if key not in given]


def _denials(rows: Sequence[Row[Any]], book: "_Book") -> Iterator[Statement[ClaimRow]]:
    """For every claim that stands in somebody's denial: the denial, as a stance against that claim."""
    by_id = {r.id: r for r in rows}
    for row in rows:
        denier = by_id.get(row.parent_id or 0)
        if denier is not None and denier.act == Act.DENY:
            inner = book.claim(row)
            yield book.claim(denier, aside=True, against=inner.topic)


def _about(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, set[str]]:
    """Attribution -> the actors mentioned in its content."""
    found: dict[int, set[str]] = {}
    query = (
        select(t.about.c.attribution_id, t.identities.c.actor)
        .join(t.entities, t.about.c.entity_id == t.entities.c.id)
        .join(t.identities, t.entities.c.identity_id == t.identities.c.id)
        .where(t.identities.c.actor.is_not(None))
    )
    for some in chunks(r.id for r in rows):
        for row in connection.execute(query.where(t.about.c.attribution_id.in_(some))):
            found.setdefault(row.attribution_id, set()).add(row.actor)
    return found


class _Book:
    def __init__(self, desk: Desk, about: dict[int, set[str]], events: dict[int, set[Told]]) -> None:
        self.desk = desk
        self.about = about
        self.events = events

    def claim(
        self, row: Row[Any], *, aside: bool = False, against: Matter | None = None
    ) -> Statement[ClaimRow]:
        """A claim as a statement; `against` makes it one that denies another claim's topic."""
        speaker = self.desk.named(row.report_id, row.source, row.source_entity)
        act = Act(row.act)
        about = tuple(sorted(self.about.get(row.id, ())))
        content = self.desk.quoter.joined(row.report_id, row.content)
        evidence = self.desk.quoter.quote(place(row, row.id))
        factuality = _FACTUALITY.get(act, Factuality.CERTAIN)
        if factuality is Factuality.CERTAIN and evidence.chain[-1].hedge:
            factuality = Factuality.PROBABLE
        return Statement(
            ("claim", speaker.matter, row.act, row.content_key),
            factuality,
            against or ("content", row.content_key),
            "-" if act is Act.DENY else factuality.value[-1],
            evidence,
            ClaimRow(speaker, act, row.kind, content, about),
            aside,
            row.pronoun and row.source_entity is None,
            tuple(
                (("account", account), polarity) for account, polarity in sorted(self.events.get(row.id, ()))
            ),
        )
