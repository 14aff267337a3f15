"""Humans' judgements on who is who: what to write down so that it holds whatever is read, and read again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from dateline.accounts.identity import block_of
from dateline.accounts.namesakes import tell_apart
from dateline.accounts.resolve import judgement_id
from dateline.errors import UsageError
from dateline.language.folding import folder
from dateline.model.judgement import MACHINE, Bearer, Decision, Judgement
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.identities import identity_of
from dateline.store.judgements import add_human_judgement, judgement, withdraw


@dataclass(frozen=True, slots=True)
class Ruling:
    """Who decides, on which day (EDTF), and why."""

    by: str
    day: str
    why: str


@dataclass(frozen=True, slots=True)
class _Side:
    """A bearer, and where its label is one that is yet to be given: the reports that get it."""

    bearer: Bearer
    reports: tuple[str, ...] = ()


def merge(connection: Connection, one: str, other: str, ruling: Ruling) -> Judgement:
    """Makes two actors one, from now on and whatever is read. Raises UsageError when they are one already."""
    if one == other:
        raise UsageError(f"{one} is one actor already")
    return _decide(connection, Decision.MERGE, _side(connection, one), _side(connection, other), ruling)


def split_reports(
    connection: Connection, actor: str, reports: Sequence[str], label: str | None, ruling: Ruling
) -> Judgement:
    """Makes those whom some reports call as an actor another actor, which `label` names.

    Raises UsageError when a report does not speak of the actor, or no report is left that does.
    """
    rows = _rows(connection, actor)
    theirs = _reports(connection, [r.id for r in rows])
    for report in reports:
        if report not in theirs:
            raise UsageError(f"report {report} does not speak of {actor}")
    if set(reports) == theirs:
        raise UsageError(f"no other report speaks of {actor}: there is nothing to split it from")
    inside = [r for r in rows if _reports(connection, [r.id]) & set(reports)]
    name = _main(inside)
    bearer = Bearer(name.kind, name.key)
    label = label or _free_label(connection, bearer, name.name)
    plain = _side(connection, actor)
    sides = plain, _Side(replace(bearer, label=label), tuple(reports))
    return _decide(connection, Decision.SPLIT, *sides, ruling)


def split_names(connection: Connection, actor: str, one: str, other: str, ruling: Ruling) -> Judgement:
    """Makes two names of an actor two actors. Raises UsageError when it does not bear both."""
    rows = _rows(connection, actor)
    bearers = [_called(rows, name, actor) for name in (one, other)]
    if bearers[0] == bearers[1]:
        raise UsageError(f"{one} and {other} are one name; say in which reports it is another's (--report)")
    return _decide(connection, Decision.SPLIT, _Side(bearers[0]), _Side(bearers[1]), ruling)


def undo(connection: Connection, public_id: str, ruling: Ruling) -> Judgement | None:
    """Takes back a human's judgement, or judges the contrary of the machine's; None when there is none."""
    found = judgement(connection, public_id)
    if found is None:
        return None
    if found.by != MACHINE:
        withdraw(connection, found, ruling.day)
        return found
    contrary = Decision.SPLIT if found.decision is Decision.MERGE else Decision.MERGE
    if found.one == found.other:
        raise UsageError("two of one name: say which are one with `dateline entity merge`, by their ids")
    return _decide(connection, contrary, _Side(found.one), _Side(found.other), ruling)


def _decide(
    connection: Connection, decision: Decision, one: _Side, other: _Side, ruling: Ruling
) -> Judgement:
    public_id = judgement_id(decision, one.bearer, other.bearer, ruling.by, (ruling.day,))
    made = Judgement(public_id, decision, one.bearer, other.bearer, ruling.by, 1.0, ruling.why, ruling.day)
    labels = {side.bearer: side.reports for side in (one, other) if side.reports}
    add_human_judgement(connection, made, labels)
    return made


def _side(connection: Connection, actor: str) -> _Side:
    """What stands for an actor in a judgement: its main name, with what tells it from others who bear it."""
    rows = _rows(connection, actor)
    main = _main(rows)
    bearer = Bearer(main.kind, main.key, main.label)
    alone = main.local is not None and main.label is None
    if not alone and not _borne_by_others(connection, bearer, actor):
        return _Side(bearer)
    if not alone and main.label is None and (mark := _mark(connection, bearer, main.id)):
        return _Side(replace(bearer, label=mark))
    label = _free_label(connection, bearer, main.name)
    same = [r.id for r in rows if (r.kind, r.key) == (main.kind, main.key)]
    return _Side(replace(bearer, label=label), tuple(sorted(_reports(connection, same))))


def _rows(connection: Connection, actor: str) -> list[Row[Any]]:
    query = select(t.identities).where(t.identities.c.actor == actor).order_by(t.identities.c.digest)
    if not (rows := list(connection.execute(query))):
        raise UsageError(f"there is no actor {actor}")
    return rows


def _main(rows: Iterable[Row[Any]]) -> Row[Any]:
    """The identity under whose name an actor is spoken of most; a full name before a surname."""
    uses: Counter[tuple[str, str]] = Counter()
    for row in rows:
        uses[row.kind, row.key] += row.uses
    return min(rows, key=lambda r: (r.local is not None, -uses[r.kind, r.key], r.key, r.label or ""))


def _borne_by_others(connection: Connection, bearer: Bearer, actor: str) -> bool:
    c = t.identities.c
    others = select(c.id).where(_bears(bearer) & (c.actor != actor))
    return connection.scalar(others.limit(1)) is not None


def _mark(connection: Connection, bearer: Bearer, identity: int) -> str:
    """What tells the actor of an identity from the others who bear its name; "" where nothing does."""
    rows = connection.execute(select(t.identities).where(_bears(bearer))).all()
    same = {row.id: told for row in rows if (told := identity_of(row)).shared}
    found = tell_apart(bearer, same, {row.id: row.uses for row in rows})
    return next((c.marks.get(bearer, "") for c in found.clusters if identity in c.members), "")


def _bears(bearer: Bearer) -> ColumnElement[bool]:
    c = t.identities.c
    met = select(t.blocks.c.identity_id).where(t.blocks.c.block == block_of(bearer.kind, bearer.key))
    same = (c.kind == bearer.kind) & (c.key == bearer.key) & c.label.is_not_distinct_from(bearer.label)
    return same & c.id.in_(met)


def _reports(connection: Connection, identities: Iterable[int]) -> set[str]:
    e, r = t.entities.c, t.reports.c
    query = select(r.public_id).join(t.entities, e.report_id == r.id)
    return {
        name
        for some in chunks(identities)
        for name in connection.scalars(query.where(e.identity_id.in_(some)).distinct())
    }


def _free_label(connection: Connection, bearer: Bearer, name: str) -> str:
    """ "John Vale (2)": the first that no bearer of the name has."""
    c = t.labels.c
    taken = set(connection.scalars(select(c.label).where((c.kind == bearer.kind) & (c.key == bearer.key))))
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"


def _called(rows: Iterable[Row[Any]], name: str, actor: str) -> Bearer:
    """The bearer among an actor's whom a name means."""
    fold = folder().name
    for row in rows:
        if fold(name, row.type) == row.key:
            return Bearer(row.kind, row.key, row.label)
    raise UsageError(f"no report calls {actor} {name}")
