"""`python -m bench.train_happenings`: what each feature counts that two words tell one happening.

A logistic regression over the pairs that `dateline export happenings` compares, of words that are gold event
mentions of the ECB+ training texts; each mention counts once, however many it is paired with. It is fitted by
Newton's method from nothing, with a small penalty on large weights; the same texts give the same figures.
The first table is `WEIGHTS` of accounts.pairs; the second holds the CoNLL mean over the training texts with
weights of the other topics (five folds), and with those of all of them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import data
from bench.cross import ADDRESS, Clusters, clusterings, store_documents
from bench.data import BenchError, Json
from bench.metrics import coreference
from bench.spans import jaccard, overlap
from dateline.accounts.happenings import candidates, happenings
from dateline.accounts.pairs import FEATURES, WEIGHTS
from dateline.accounts.readings import readings
from dateline.accounts.strands import Nearness
from dateline.accounts.told import Told
from dateline.store import open_store
from dateline.store.evidence import Place, Quoter
from dateline.store.tellings import Word, compared, matters, nearnesses

FOLDS = 5
_PENALTY = 1.0
_STEPS = 25
_READINGS = readings(["en"])

type Weights = dict[str, float]
type Array = NDArray[np.float64]


@dataclass(frozen=True)
class Compared:
    """The words of some stories: as they are compared, and where each stands (document, start, end)."""

    told: list[Told]
    near: dict[int, Nearness]
    places: dict[Told, tuple[str, int, int]]

    def records(self, weights: Mapping[str, float]) -> Iterator[list[tuple[str, int, int]]]:
        for group in happenings(self.told, self.near, _READINGS, weights):
            yield [self.places[told] for told in group]


@dataclass(frozen=True)
class Pairs:
    """Pairs of words that are gold mentions: features, whether they are one, what they count, topics."""

    features: Array
    same: Array
    counts: Array
    topics: NDArray[np.str_]

    def without(self, topics: Collection[str]) -> "Pairs":
        kept = ~np.isin(self.topics, sorted(topics))
        return Pairs(self.features[kept], self.same[kept], self.counts[kept], self.topics[kept])


def fill(path: Path, rows: Sequence[Json]) -> None:
    """Reads all texts into a new store."""
    dateline = str(Path(sys.executable).with_name("dateline"))
    lines = "".join(json.dumps(data.as_input(row)) + "\n" for row in store_documents(rows))
    command = [dateline, "read", "-", "--store", str(path)]
    done = subprocess.run(command, input=lines.encode(), check=False)
    if done.returncode > 1:
        raise BenchError(f"dateline read ended with exit code {done.returncode}")


def words(path: Path) -> list[Compared]:
    """The words of a store's texts that tell happenings."""
    found: list[Compared] = []
    with open_store(path) as store, store.engine.connect() as connection:
        for matter in matters(connection):
            quoter = Quoter(connection)
            quoter.load(Place(w.report_id, w.start, w.end, w.attribution_id) for w in matter.words)
            told = compared(connection, matter, quoter)
            places = {t: _place(word, quoter) for t, word in zip(told, matter.words, strict=True)}
            found.append(Compared(told, nearnesses(connection, matter, quoter), places))
    return found


def _place(word: Word, quoter: Quoter) -> tuple[str, int, int]:
    address = quoter.sources[word.report_id].url or ""
    return address.removeprefix(ADDRESS), word.trigger_start, word.trigger_end


def gold_chains(found: Compared, rows: Mapping[str, Json]) -> dict[Told, str]:
    """The chain of every word that is the best one over a gold mention, as the scorer takes it."""
    by_document: dict[str, list[Told]] = defaultdict(list)
    for told, (document, _, _) in found.places.items():
        by_document[document].append(told)
    chains: dict[Told, str] = {}
    for document, listed in by_document.items():
        for mention in rows[document]["events"]:
            span = (mention["start"], mention["end"])
            over = [told for told in listed if overlap(found.places[told][1:], span)]
            if over:
                chains[max(over, key=lambda told: jaccard(found.places[told][1:], span))] = mention["chain"]
    return chains


def pairs(some: Sequence[Compared], rows: Mapping[str, Json]) -> Pairs:
    """All pairs that are compared and are gold mentions."""
    features, same, counts, topics = [], [], [], []
    for found in some:
        chains = gold_chains(found, rows)
        by_story: dict[int, list[Told]] = defaultdict(list)
        for told in sorted(chains, key=lambda t: t.order):
            by_story[told.story].append(told)
        for story, marked in by_story.items():
            compared_pairs = candidates(marked, _READINGS)
            partners = Counter(place for pair in compared_pairs for place in pair)
            for one, other in compared_pairs:
                mine, theirs = marked[one], marked[other]
                features.append([float(f(mine, theirs, found.near[story])) for f in FEATURES.values()])
                same.append(float(chains[mine] == chains[theirs]))
                counts.append(1 / (1 + min(partners[one], partners[other])))
                topics.append(rows[found.places[mine][0]]["topic"])
    return Pairs(np.array(features), np.array(same), np.array(counts), np.array(topics))


def fitted(given: Pairs) -> Weights:
    """The weights under which the pairs are likeliest to be one, or not, as they are."""
    weights = np.zeros(given.features.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-given.features @ weights))
        slope = given.features.T @ ((given.same - likely) * given.counts) - _PENALTY * weights
        bend = (given.features.T * (likely * (1 - likely) * given.counts)) @ given.features
        weights = weights + np.linalg.solve(bend + _PENALTY * np.eye(len(weights)), slope)
    return {name: round(float(weight), 2) for name, weight in zip(FEATURES, weights, strict=True)}


def clusters(some: Sequence[Compared], rows: Sequence[Json], weights: Mapping[str, float]) -> Clusters:
    """The record of every gold mention."""
    records = [
        {"id": f"{number}", "evidence": [{"report": d, "start": s, "end": e} for d, s, e in group]}
        for number, group in enumerate(group for found in some for group in found.records(weights))
    ]
    return clusterings(rows, records)[1]


def crossed(some: Sequence[Compared], rows: Sequence[Json], given: Pairs) -> Clusters:
    """The same, by weights that were learnt from the other folds' topics."""
    topics = sorted({row["topic"] for row in rows})
    predicted: Clusters = {}
    for fold in (topics[start::FOLDS] for start in range(FOLDS)):
        part = [row for row in rows if row["topic"] in fold]
        records = clusters(some, part, fitted(given.without(fold)))
        predicted |= {key: key if record == key else (fold[0], record) for key, record in records.items()}
    return predicted


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the weights, and how well they do."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_happenings", description=__doc__)
    parser.add_argument(
        "--store", type=Path, help="a store that holds the texts already (default: a new one)"
    )
    arguments = parser.parse_args(argv)
    rows = data.load("ecb", "train")
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "store.db"
        if arguments.store is None:
            fill(path, rows)
        some = words(path)
    given = pairs(some, {row["id"]: row for row in rows})
    weights = fitted(given)
    print(f"{len(given.same)} pairs, {int(given.same.sum())} of them one happening")
    for name, weight in weights.items():
        print(f"{name:16}{weight:6.2f}  (in use {WEIGHTS[name]:5.2f})")
    gold = {(row["id"], n): mention["chain"] for row in rows for n, mention in enumerate(row["events"])}
    ways = {"other topics": crossed(some, rows, given), "all topics": clusters(some, rows, weights)}
    for name, predicted in ways.items():
        print(f"{name:16}{coreference(gold, predicted)['conll']:6.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
