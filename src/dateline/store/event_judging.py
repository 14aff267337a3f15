"""Humans' judgements on accounts: which tellings are one event, and which are another.

They are kept with the judgements on actors. What they hang on are tellings (accounts.bonds): all that an
account had when it was judged, in the table of labels. So they hold for reports that are read again, or
forgotten and read again; later reports join whichever event they fit.
"""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from dateline.accounts.bonds import Bond, Node, Sides, bonds, telling_key
from dateline.accounts.resolve import judgement_id
from dateline.errors import UsageError
from dateline.model.judgement import EVENT, Bearer, Decision, Judgement
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.judgements import add_judgement, judgement_rows, take_back
from dateline.store.judging import Ruling

_LAST = "9999"


def merge_events(connection: Connection, one: str, other: str, ruling: Ruling) -> Judgement:
    """Makes two events, by their ids, one from now on. Raises UsageError when they are one already."""
    if one == other:
        raise UsageError(f"{one} is one event already")
    mine, theirs = (_tellings(connection, account) for account in (one, other))
    return _decide(connection, Decision.MERGE, mine, theirs, ruling)


def split_event(connection: Connection, account: str, reports: Sequence[str], ruling: Ruling) -> Judgement:
    """Makes what some reports tell of an event another event.

    Raises UsageError when one of them does not tell it, or no other report does.
    """
    told = _tellings(connection, account)
    telling = {report for report, _ in told}
    for report in reports:
        if report not in telling:
            raise UsageError(f"report {report} does not tell of event {account}")
    theirs = [node for node in told if node[0] in reports]
    if len(theirs) == len(told):
        raise UsageError(f"no other report tells of event {account}: there is nothing to split it from")
    rest = [node for node in told if node[0] not in reports]
    return _decide(connection, Decision.SPLIT, rest, theirs, ruling)


def withdraw_event_judgement(connection: Connection, judgement: Judgement, day: str) -> None:
    """Takes a judgement on events back."""
    _reopen(connection)
    take_back(connection, judgement, day)


def event_judgements(connection: Connection, account: str) -> list[Judgement]:
    """The judgements that hold on any telling of an event, the latest first."""
    said, own = t.labels.c, set(_tellings(connection, account, known=False))
    found = {
        row.judgement
        for some in chunks({report for report, _ in own})
        for row in connection.execute(select(t.labels).where((said.kind == EVENT) & said.report.in_(some)))
        if (row.report, row.key) in own
    }
    return [made for made in judgement_rows(connection, EVENT) if made.id in found][::-1]


def bonds_of(connection: Connection) -> dict[Node, Bond]:
    """What humans judged of tellings, in the store or not."""
    judged = judgement_rows(connection, EVENT)
    if not judged:
        return {}
    sides: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for row in connection.execute(select(t.labels).where(t.labels.c.kind == EVENT)):
        sides[row.judgement, row.label].add((row.report, row.key))
    return bonds(
        [
            Sides(
                made.decision,
                frozenset(sides[made.id, made.one.key]),
                frozenset(sides[made.id, made.other.key]),
            )
            for made in judged
        ]
    )


def _decide(
    connection: Connection, decision: Decision, one: Sequence[Node], other: Sequence[Node], ruling: Ruling
) -> Judgement:
    """Each side is called by its first telling."""
    first, second = (Bearer(EVENT, " ".join(side[0])) for side in (one, other))
    name = judgement_id(decision, first, second, ruling.by, (ruling.day,))
    made = Judgement(name, decision, first, second, ruling.by, 1.0, ruling.why, ruling.day)
    sides = (first, one), (second, other)
    labels = {(report, EVENT, key): bearer.key for bearer, side in sides for report, key in side}
    add_judgement(connection, made, labels)
    _reopen(connection)
    return made


def _tellings(connection: Connection, account: str, *, known: bool = True) -> list[Node]:
    """What tells of an event, the first reported first."""
    e, r = t.events.c, t.reports.c
    query = select(e.type, e.stem, e.stems, e.local_id, r.public_id, r.published)
    rows = connection.execute(query.join(t.reports, e.report_id == r.id).where(e.account == account)).all()
    if known and not rows:
        raise UsageError(f"there is no event {account}")
    ordered = sorted(rows, key=lambda row: (row.published or _LAST, row.public_id, row.local_id))
    return list(dict.fromkeys((row.public_id, telling_key(row.type, row.stem, row.stems)) for row in ordered))


def _reopen(connection: Connection) -> None:
    """Opens the events of all reports of which anything was judged: what binds one may bind others."""
    e, r = t.events.c, t.reports.c
    named = connection.scalars(select(t.labels.c.report).where(t.labels.c.kind == EVENT).distinct()).all()
    keys = {
        key for some in chunks(named) for key in connection.scalars(select(r.id).where(r.public_id.in_(some)))
    }
    for some in chunks(keys):
        first = e.report_id.in_(some) & (e.id == e.deed_id)
        connection.execute(update(t.events).where(first).values(settled=False))
