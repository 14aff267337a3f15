"""Giveme5W1H: is the event of a story one account, however many outlets tell it?

A store is filled with each story's reports alone, and one with all (`pooled`). The main account of a story is
the one that most of its reports tell (the earliest reported of equals). `held` is the share of the reports
that it has, `told` that of which any event was found; `mixed` are accounts of several reports that tell two
stories (they can only be in the pooled store). `tolls` and `blame` count the accounts of several reports with
different numbers of one kind, or with doers that cannot both be right, laid side by side.

Many a story is about what no PLOVER event is: a crash, a rescue. So a second table counts events and
happenings alike (all stories in one store): the share of a story's reports that one record tells by a word
that readers of the report gave for what happened. Who gave "in the clear" names no word that tells it, so
that 1 is out of reach.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench import cross, data
from bench.data import Json
from bench.system import run_command
from bench.table import shown
from dateline.language.stemming import stemmer

type Exporter = Callable[[Sequence[Json]], list[Json]]


@dataclass(frozen=True, slots=True)
class Account:
    """One exported event: the documents that tell it, their numbers, in which details they differ."""

    documents: frozenset[str]
    numbers: frozenset[tuple[str, object, object]]
    differs: frozenset[str]
    type: str

    @property
    def told_by_several(self) -> bool:
        return len(self.documents) > 1

    @property
    def tolls(self) -> bool:
        """Whether two numbers of one kind stand side by side."""
        return (
            self.told_by_several and max(Counter(kind for kind, *_ in self.numbers).values(), default=0) > 1
        )

    @property
    def blame(self) -> bool:
        """Whether two doers do."""
        return self.told_by_several and "actors" in self.differs


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one story, or of all; shares are fractions of 1, the others counts of accounts."""

    reports: int
    held: float
    told: float
    several: int
    mixed: int
    tolls: int
    blame: int
    main: str


def accounts(records: Iterable[Json], names: Iterable[str]) -> list[Account]:
    """The accounts among exported events, traced back to the documents of those names."""
    known = frozenset(names)
    return [
        Account(
            frozenset(d for v in versions for e in v["evidence"] if (d := _document(e, known))),
            frozenset(
                (kind, n["low"], n["high"]) for v in versions for kind, n in (v.get("size") or {}).items()
            ),
            frozenset(detail for v in versions for detail in v.get("differs") or ()),
            record["type"],
        )
        for record in records
        if (versions := record.get("versions") or [record])
    ]


def _document(evidence: Json, known: frozenset[str]) -> str | None:
    names = (evidence.get("report"), str(evidence.get("url") or "").removeprefix(cross.ADDRESS))
    return next((name for name in names if name in known), None)


def score(rows: Sequence[Json], export: Exporter) -> dict[str, Figures]:
    """Story -> its figures in a store of its own; `all` over these, `pooled` in one store for all.

    `held` and `told` of the last two are over reports, and `main` is empty.
    """
    stories = sorted({row["cluster"] for row in rows})
    parts = {story: [row for row in rows if row["cluster"] == story] for story in stories}
    alone = {
        story: _figures(
            part, accounts(export(cross.store_documents(part)), (row["id"] for row in part)), rows
        )
        for story, part in parts.items()
    }
    pool = accounts(export(cross.store_documents(rows)), (row["id"] for row in rows))
    pooled = [_figures(part, pool, rows) for part in parts.values()]
    several = [account for account in pool if account.told_by_several]
    return {
        **alone,
        "all": _over(list(alone.values())),
        "pooled": _over(
            pooled,
            several=len(several),
            mixed=sum(len({row["cluster"] for row in rows if row["id"] in a.documents}) > 1 for a in several),
            tolls=sum(a.tolls for a in pool),
            blame=sum(a.blame for a in pool),
        ),
    }


def _figures(part: Sequence[Json], found: Sequence[Account], rows: Sequence[Json]) -> Figures:
    own = frozenset(row["id"] for row in part)
    published = {row["id"]: row.get("published") or "9999" for row in rows}
    here = [a for a in found if a.documents & own]
    main = max(
        here,
        # The earlier date is the greater: each of its characters counts the other way round.
        key=lambda a: (len(a.documents & own), [-ord(c) for c in min(published[d] for d in a.documents)]),
        default=None,
    )
    several = [a for a in here if a.told_by_several]
    return Figures(
        len(part),
        len(main.documents & own) / len(part) if main else 0.0,
        len(own & {d for a in here for d in a.documents}) / len(part),
        len(several),
        sum(not a.documents <= own for a in several),
        sum(a.tolls for a in several),
        sum(a.blame for a in several),
        main.type if main else "",
    )


def _over(parts: Sequence[Figures], **counts: int) -> Figures:
    """Over all reports; the counts are the sums unless given."""
    reports = sum(p.reports for p in parts)
    names = ("several", "mixed", "tolls", "blame")
    sums = {name: sum(getattr(p, name) for p in parts) for name in names}
    return Figures(
        reports,
        sum(p.held * p.reports for p in parts) / max(1, reports),
        sum(p.told * p.reports for p in parts) / max(1, reports),
        main="",
        **(sums | counts),
    )


def given_by_readers(rows: Sequence[Json], records: Iterable[Json]) -> dict[str, float]:
    """Story -> the greatest share of its reports that one record tells by a word of the readers' answers."""
    stems = stemmer("en")
    answers = {
        row["id"]: stems.stems(" ".join(a["text"] for a in row["answers"].get("what", ()))) for row in rows
    }
    reports = {
        s: {row["id"] for row in rows if row["cluster"] == s} for s in {row["cluster"] for row in rows}
    }
    most = dict.fromkeys(sorted(reports), 0)
    for record in records:
        told: dict[str, set[str]] = defaultdict(set)
        for evidence, words in _words(record):
            document = _document(evidence, frozenset(answers))
            if document is not None:
                told[document] |= stems.stems(words)
        fitting = {document for document, words in told.items() if words & answers[document]}
        for story, own in reports.items():
            most[story] = max(most[story], len(fitting & own))
    return {story: count / len(reports[story]) for story, count in most.items()}


def _words(record: Json) -> Iterator[tuple[Json, str]]:
    """Each piece of evidence with the word that tells the event or happening there."""
    for version in record.get("versions") or [record]:
        for evidence in version["evidence"]:
            yield evidence, str(version["trigger"] if "versions" in record else evidence["text"])


def as_table(found: dict[str, Figures]) -> Table:
    """One row a story."""
    table = Table(title="one story, one account: Giveme5W1H", title_justify="left")
    for name in ("story", "reports", "held", "told", "several", "mixed", "tolls", "blame", "main"):
        table.add_column(name, justify="left" if name in ("story", "main") else "right")
    for story, f in found.items():
        counts = map(str, (f.several, f.mixed, f.tolls, f.blame))
        table.add_row(story, str(f.reports), shown(f.held), shown(f.told), *counts, f.main)
    return table


def given_table(events: dict[str, float], happenings: dict[str, float]) -> Table:
    """One row a story."""
    table = Table(title="what readers say happened, in one record", title_justify="left")
    for name in ("story", "events", "happenings"):
        table.add_column(name, justify="left" if name == "story" else "right")
    for story, share in events.items():
        table.add_row(story, shown(share), shown(happenings[story]))
    return table


def main(argv: Sequence[str]) -> int:
    """`python -m bench clusters`."""
    parser = argparse.ArgumentParser(prog="python -m bench clusters", description=__doc__)
    parser.add_argument(
        "--store-cmd", default=cross.EVENTS_COMMAND, help="documents in, exported event records out"
    )
    parser.add_argument(
        "--happenings-cmd", default=cross.DEFAULT_COMMAND, help="documents in, exported happenings out"
    )
    arguments = parser.parse_args(argv)
    rows = data.load("w5h1", "dev")

    def export(command: str, documents: Sequence[Json]) -> list[Json]:
        return run_command(command, documents, one_each=False)

    console, documents = Console(), cross.store_documents(rows)
    console.print(as_table(score(rows, lambda some: export(arguments.store_cmd, some))))
    commands = (arguments.store_cmd, arguments.happenings_cmd)
    console.print(given_table(*(given_by_readers(rows, export(c, documents)) for c in commands)))
    return 0
