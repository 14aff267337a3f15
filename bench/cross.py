"""ECB+ across documents: are reports of one event put together, and look-alikes kept apart?

A store is filled with the texts and its events exported. A gold event mention takes the record with a piece
of evidence in its document that fits it best (with the word that tells the event there, else the record's
trigger word, where it stands in the evidence); without one it stands alone. Coreference figures are over all
gold event mentions, singletons in: with one store a topic, and with one store for everything (`pooled`),
where topics may be mixed up, too. The baseline, one record a lemma, runs over the same documents.

What is exported is happenings; `PLOVER` are the same figures for the events, of which many of the set's
(sports, films, products) are none. `on found` is the CoNLL mean over those gold mentions alone of which the
happenings have a record.
"""

import argparse
import shlex
import sys
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench import cross_entities, data
from bench.contract import Span
from bench.data import Json
from bench.lemmas import LemmaStore
from bench.metrics import Figures, coreference, ratio
from bench.spans import jaccard, overlap
from bench.system import run_command
from bench.table import shown

DEFAULT_COMMAND = f"{shlex.quote(sys.executable)} -m bench.store_round happenings"
EVENTS_COMMAND = f"{shlex.quote(sys.executable)} -m bench.store_round events"
MENTIONS_COMMAND = f"{shlex.quote(sys.executable)} -m bench.store_round mentions"
ADDRESS = "bench:"

type Key = tuple[str, int]
type Clusters = dict[Key, Hashable]
type Exporter = Callable[[Sequence[Json]], list[Json]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a record stands in a document."""

    span: Span
    record: Hashable


def store_documents(rows: Sequence[Json]) -> list[Json]:
    """The rows with an address that evidence can be traced back to."""
    return [{**row, "url": ADDRESS + row["id"]} for row in rows]


def _document(evidence: Json, rows: Mapping[str, Json]) -> str | None:
    names = (evidence.get("report"), str(evidence.get("url") or "").removeprefix(ADDRESS))
    return next((name for name in names if name in rows), None)


def _narrowed(evidence: Json, trigger: object, text: str) -> Span:
    """The trigger word inside the evidence, else the whole evidence."""
    start, end = evidence["start"], evidence["end"]
    at = text[start:end].lower().find(trigger.lower()) if isinstance(trigger, str) and trigger else -1
    return (start + at, start + at + len(str(trigger))) if at >= 0 else (start, end)


def _pieces(rows: Mapping[str, Json], records: Sequence[Json]) -> dict[str, list[_Piece]]:
    found: dict[str, list[_Piece]] = {}
    for number, record in enumerate(records):
        for evidence in _evidence(record):
            name = _document(evidence, rows)
            if name is not None and evidence.get("start") is not None:
                told = evidence.get("trigger")
                span = tuple(told) if told else _narrowed(evidence, record.get("trigger"), rows[name]["text"])
                found.setdefault(name, []).append(_Piece(span, record.get("id", number)))
    return found


def _evidence(record: Json) -> Iterator[Json]:
    """What each version of a record rests on; of a record without versions its evidence."""
    versions = record.get("versions") or [record]
    return (e for version in versions for e in version.get("evidence") or ())


def clusterings(rows: Sequence[Json], records: Sequence[Json]) -> tuple[Clusters, Clusters]:
    """Gold chains and predicted records of every gold event mention; an uncovered one is its own cluster."""
    pieces = _pieces({row["id"]: row for row in rows}, records)
    gold: Clusters = {}
    predicted: Clusters = {}
    for row in rows:
        for number, mention in enumerate(row["events"]):
            key, span = (row["id"], number), (mention["start"], mention["end"])
            gold[key] = mention["chain"]
            over = [piece for piece in pieces.get(row["id"], []) if overlap(piece.span, span)]
            best = max(over, key=lambda piece: jaccard(piece.span, span), default=None)
            predicted[key] = ("record", best.record) if best is not None else key
    return gold, predicted


def _figures(gold: Clusters, predicted: Clusters) -> Figures:
    covered = sum(predicted[key] != key for key in gold)
    return {**coreference(gold, predicted), "covered": ratio(covered, len(gold))}


def _ways(rows: Sequence[Json], export: Exporter) -> tuple[Clusters, dict[str, Clusters]]:
    """The gold chains, and the records of every mention for each way of filling the store."""
    predicted: Clusters = {}
    for topic in sorted({row["topic"] for row in rows}):
        part = [row for row in rows if row["topic"] == topic]
        _, records = clusterings(part, export(store_documents(part)))
        predicted |= {key: key if record == key else (topic, record) for key, record in records.items()}
    gold, pooled = clusterings(rows, export(store_documents(rows)))
    return gold, {"topic": predicted, "pooled": pooled}


def score(
    rows: Sequence[Json], export: Exporter, others: Mapping[str, Exporter] | None = None
) -> dict[str, Figures]:
    """Figures `topic`, `pooled`; to compare with, `singletons` and both for each of the `others`, by name.

    `on_found` is the CoNLL mean over the mentions of which `export` has a record.
    """
    gold, found = _ways(rows, export)
    ways = dict(found)
    for name, other in (others or {}).items():
        ways |= {f"{way}, {name}": clusters for way, clusters in _ways(rows, other)[1].items()}
    ways["singletons"] = {key: key for key in gold}
    covered = {key for key in gold if found["pooled"][key] != key}
    on_found = {key: gold[key] for key in covered}
    return {
        way: {
            **_figures(gold, clusters),
            "on_found": coreference(on_found, {key: clusters[key] for key in covered})["conll"],
        }
        for way, clusters in ways.items()
    }


def as_table(found: Mapping[str, Figures], title: str = "events across documents, ECB+") -> Table:
    """One row a way of filling the store."""
    table = Table(title=title, title_justify="left")
    table.add_column("store")
    names = ("conll", "muc", "b3", "ceafe", "covered", "on_found")
    for name in names:
        table.add_column(name.replace("_", " "), justify="right")
    for way, figures in found.items():
        table.add_row(way, *(shown(figures[name]) for name in names))
    return table


def _exporter(command: str) -> Exporter:
    return lambda documents: run_command(command, documents, one_each=False)


def main(argv: Sequence[str]) -> int:
    """`python -m bench cross`."""
    parser = argparse.ArgumentParser(prog="python -m bench cross", description=__doc__)
    parser.add_argument(
        "--store-cmd", default=DEFAULT_COMMAND, help="documents in, exported records of happenings out"
    )
    parser.add_argument(
        "--events-cmd", default=EVENTS_COMMAND, help="documents in, exported event records out; '' = none"
    )
    parser.add_argument(
        "--mentions-cmd", default=MENTIONS_COMMAND, help="documents in, exported mentions out"
    )
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--limit", type=int, metavar="N", help="at most N documents, always the same ones")
    parser.add_argument("--no-baseline", action="store_true", help="leave out one record a lemma")
    arguments = parser.parse_args(argv)
    rows = data.load("ecb", arguments.split, arguments.limit)
    others: dict[str, Exporter] = {} if arguments.no_baseline else {"one a lemma": LemmaStore().export}
    if arguments.events_cmd:
        others["PLOVER"] = _exporter(arguments.events_cmd)
    found = score(rows, _exporter(arguments.store_cmd), others)
    console = Console()
    console.print(as_table(found))
    if not found["pooled"]["covered"]:
        console.print("not yet: no exported event has evidence over a gold mention")
    who = cross_entities.score(
        rows, lambda part: run_command(arguments.mentions_cmd, store_documents(part), one_each=False)
    )
    console.print(as_table(who, "people, organisations and places across documents, ECB+"))
    return 0
