"""The judgements a store keeps: the machine's, made anew with every settling, and the humans', which stay."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    case,
    delete,
    false,
    func,
    or_,
    select,
    tuple_,
    union_all,
    update,
)

from dateline.accounts.identity import block_of
from dateline.model.judgement import EVENT, MACHINE, Bearer, Decision, Feature, Judgement
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.identities import label_entities, reopen
from dateline.store.inserting import Row as Values
from dateline.store.inserting import add_rows

_PAIRS = 400  # names, by kind and key, that one query asks for


def human_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """What humans judged of actors and did not take back; of two on the same bearers the later only."""
    latest: dict[frozenset[Bearer], Judgement] = {}
    for made in judgement_rows(connection):
        pair = frozenset((made.one, made.other))
        latest.pop(pair, None)
        latest[pair] = made
    return tuple(latest.values())


def judgement_rows(connection: Connection, kind: str | None = None) -> list[Judgement]:
    """What humans judged and did not take back, the earlier first: of bearers of a kind, else of actors."""
    c = t.judgements.c
    about = c.one_kind != EVENT if kind is None else c.one_kind == kind
    # An index finds what is less or greater, not what is unequal: the machine's are many.
    humans = union_all(*(select(c.id).where(by) for by in (c.made_by < MACHINE, c.made_by > MACHINE)))
    query = select(t.judgements).where(c.id.in_(humans) & c.withdrawn.is_(None) & about).order_by(c.id)
    return list(map(_judgement, connection.execute(query)))


def partners(judged: Iterable[Judgement]) -> Mapping[str, set[str]]:
    """The blocks that judgements tie together."""
    found: dict[str, set[str]] = defaultdict(set)
    for judgement in judged:
        one, other = (block_of(b.kind, b.key) for b in (judgement.one, judgement.other))
        found[one].add(other)
        found[other].add(one)
    return found


def keep_machine_judgements(
    connection: Connection,
    names: Iterable[Bearer],
    made: Iterable[Judgement],
    partly: Set[Bearer] = frozenset(),
) -> None:
    """Puts the machine's judgements on some names in the place of the earlier ones.

    What is judged as before stays as it is: of a name with very many bearers a new report changes little.
    Of those that were `partly` decided, what was judged of the others stays, too; of two the better is told.
    """
    c = t.judgements.c
    new = {one.id: one for one in made}
    earlier = {
        row.id: _judgement(row)
        for some in chunks({(b.kind, b.key) for b in names}, _PAIRS)
        for row in connection.execute(select(t.judgements).where((c.made_by == MACHINE) & _about(some)))
    }
    gone = []
    for key, known in sorted(earlier.items()):
        later, shared = new.get(known.id), not partly.isdisjoint((known.one, known.other))
        if later == known or (shared and not _better(later, known)):
            new.pop(known.id, None)
        else:
            gone.append(key)
    for keys in chunks(gone):
        connection.execute(delete(t.judgements).where(c.id.in_(keys)))
    add_rows(connection, t.judgements, map(_row, new.values()))


def _better(one: Judgement | None, than: Judgement) -> bool:
    return one is not None and (one.score, one.why) > (than.score, than.why)


def add_human_judgement(
    connection: Connection, judgement: Judgement, labels: Mapping[Bearer, Iterable[str]]
) -> None:
    """Keeps a human's judgement. `labels` says in which reports the labelled bearers of it are meant."""
    named = {(r, b.kind, b.key): b.label or "" for b, reports in labels.items() for r in reports}
    add_judgement(connection, judgement, named)
    for bearer, reports in labels.items():
        label_entities(connection, _entities(connection, bearer, reports), bearer.label)
    _reopen(connection, judgement)


def add_judgement(
    connection: Connection, judgement: Judgement, labels: Mapping[tuple[str, str, str], str]
) -> None:
    """Keeps a judgement, and its labels: (report, kind, key) -> label."""
    add_rows(connection, t.judgements, [_row(judgement)])
    rows: list[Values] = [
        {"report": report, "kind": kind, "key": key, "judgement": judgement.id, "label": label}
        for (report, kind, key), label in sorted(labels.items())
    ]
    add_rows(connection, t.labels, rows)


def withdraw(connection: Connection, judgement: Judgement, day: str) -> None:
    """Takes a human's judgement on actors back, and settles anew whom it was about."""
    rows = take_back(connection, judgement, day)
    named: dict[Bearer, list[str]] = defaultdict(list)
    for row in rows:
        named[Bearer(row.kind, row.key, row.label)].append(row.report)
    for bearer, reports in named.items():
        for report in reports:
            left = labels_of(connection, [report])[report].get((bearer.kind, bearer.key))
            label_entities(connection, _entities(connection, bearer, [report]), left)
    _reopen(connection, judgement)


def take_back(connection: Connection, judgement: Judgement, day: str) -> Sequence[Row[Any]]:
    """Writes the day into a human's judgement, which has no say any more; gives its labels, now gone."""
    c = t.judgements.c
    mine = (c.public_id == judgement.id) & (c.made_by != MACHINE) & c.withdrawn.is_(None)
    connection.execute(update(t.judgements).where(mine).values(withdrawn=day))
    said = t.labels.c
    rows = connection.execute(select(t.labels).where(said.judgement == judgement.id)).all()
    connection.execute(delete(t.labels).where(said.judgement == judgement.id))
    return rows


def labels_of(connection: Connection, reports: Iterable[str]) -> dict[str, dict[tuple[str, str], str]]:
    """Report -> (kind, key) -> the label that humans gave the bearer of a name in it; the latest counts."""
    said = t.labels.c
    query = (
        select(t.labels)
        .join(t.judgements, t.judgements.c.public_id == said.judgement)
        .where(t.judgements.c.withdrawn.is_(None))
        .order_by(t.judgements.c.id)
    )
    found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for some in chunks(reports):
        for row in connection.execute(query.where(said.report.in_(some))):
            found[row.report][row.kind, row.key] = row.label
    return found


def _entities(connection: Connection, bearer: Bearer, reports: Iterable[str]) -> set[int]:
    """The entities of some reports that are called so."""
    i, e, r = t.identities.c, t.entities.c, t.reports.c
    query = (
        select(e.id)
        .join(t.identities, e.identity_id == i.id)
        .join(t.reports, e.report_id == r.id)
        .where(r.public_id.in_(sorted(set(reports))) & (i.kind == bearer.kind) & (i.key == bearer.key))
    )
    return set(connection.scalars(query))


def _reopen(connection: Connection, judgement: Judgement) -> None:
    reopen(connection, {block_of(b.kind, b.key) for b in (judgement.one, judgement.other)})


def judgements_of(connection: Connection, actor: str | None = None) -> dict[str, list[Judgement]]:
    """Actor -> all that holds of what was judged of its names, humans' first; of all actors, or one."""
    i, c = t.identities.c, t.judgements.c
    query = select(i.actor, i.kind, i.key).where(i.actor.is_not(None)).distinct()
    if actor is not None:
        query = query.where(i.actor == actor)
    made_in_turn = case((c.made_by == MACHINE, 0), else_=c.id)
    judged = select(t.judgements).where(c.withdrawn.is_(None))
    judged = judged.order_by(c.made_by == MACHINE, made_in_turn, c.public_id)
    bearing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in connection.execute(query):
        bearing[row.kind, row.key].append(row.actor)
    found: dict[str, list[Judgement]] = defaultdict(list)
    judged = judged if actor is None else judged.where(_about(bearing))
    for made in map(_judgement, connection.execute(judged)):
        sides = {(b.kind, b.key) for b in (made.one, made.other)}
        for holder in sorted({a for side in sides for a in bearing.get(side, ())}):
            found[holder].append(made)
    names = {(b.kind, b.key) for some in found.values() for j in some for b in (j.one, j.other)}
    dates = _newest(connection, names)
    return {holder: [_dated(made, dates) for made in some] for holder, some in found.items()}


def _about(names: Collection[tuple[str, str]]) -> ColumnElement[bool]:
    """Told kind by kind, since no index is used for a list of pairs."""
    c, keys = t.judgements.c, defaultdict(list)
    for kind, key in sorted(names):
        keys[kind].append(key)
    sides = ((c.one_kind, c.one_key), (c.other_kind, c.other_key))
    return or_(false(), *((kind == k) & key.in_(some) for kind, key in sides for k, some in keys.items()))


def judgement(connection: Connection, public_id: str) -> Judgement | None:
    """The judgement with that id that holds."""
    c = t.judgements.c
    query = (
        select(t.judgements).where((c.public_id == public_id) & c.withdrawn.is_(None)).order_by(c.id.desc())
    )
    row = connection.execute(query).first()
    return None if row is None else _judgement(row)


def _newest(connection: Connection, names: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Name -> the date of the newest report with it."""
    i, e, r = t.identities.c, t.entities.c, t.reports.c
    query = (
        select(i.kind, i.key, func.max(r.published).label("newest"))
        .join(t.entities, e.identity_id == i.id)
        .join(t.reports, e.report_id == r.id)
        .where(r.published.is_not(None))
        .group_by(i.kind, i.key)
    )
    return {
        (row.kind, row.key): row.newest
        for some in chunks(names, _PAIRS)
        for row in connection.execute(query.where(tuple_(i.kind, i.key).in_(some)))
    }


def _dated(made: Judgement, newest: Mapping[tuple[str, str], str]) -> Judgement:
    """A machine's judgement is as new as the newest report that names one of the two."""
    if made.by != MACHINE:
        return made
    dates = (newest.get((b.kind, b.key)) for b in (made.one, made.other))
    return replace(made, date=max(filter(None, dates), default=None))


def _row(made: Judgement) -> Values:
    return {
        "public_id": made.id,
        "decision": made.decision.value,
        **{f"one_{k}": v for k, v in asdict(made.one).items()},
        **{f"other_{k}": v for k, v in asdict(made.other).items()},
        "made_by": made.by,
        "made": made.date,
        "score": made.score,
        "why": made.why,
        "features": [asdict(f) for f in made.features],
    }


def _bearer(row: Row[Any], side: str) -> Bearer:
    return Bearer(*(getattr(row, f"{side}_{field}") for field in ("kind", "key", "label")))


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        row.public_id,
        Decision(row.decision),
        _bearer(row, "one"),
        _bearer(row, "other"),
        row.made_by,
        row.score,
        row.why,
        row.made,
        tuple(Feature(**f) for f in row.features),
    )
