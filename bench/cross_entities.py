"""ECB+ across documents: is everybody who reports speak of one actor, and are others kept apart?

A store is filled with the texts and its mentions exported. A gold mention of a person, organisation or place
takes the figure of the exported mention in its document that covers it best; without one it stands alone.
Coreference figures are over all of these gold mentions, singletons in: with one store a topic, and with one
store for everything (`pooled`). To compare with, in the same run: gold mentions of equal words are one.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence

from bench.data import Json
from bench.metrics import Figures, coreference, ratio
from bench.spans import jaccard, overlap
from bench.tasks.coreference import read

type Key = tuple[str, int]
type Clusters = dict[Key, Hashable]
type Exporter = Callable[[Sequence[Json]], list[Json]]


def gold_chains(rows: Sequence[Json]) -> Clusters:
    """The chain of every gold mention."""
    return {
        (row["id"], number): mention.chain
        for row in rows
        for number, mention in enumerate(read(row).entities)
    }


def equal_words(rows: Sequence[Json]) -> Clusters:
    """One cluster for all mentions of the same words, whatever they mean."""
    return {
        (row["id"], number): ("words", row["text"][slice(*mention.span)].casefold())
        for row in rows
        for number, mention in enumerate(read(row).entities)
    }


def actors(rows: Sequence[Json], mentions: Sequence[Json]) -> Clusters:
    """Whom every gold mention means; one that no exported mention covers is its own cluster."""
    found: dict[str, list[Json]] = {}
    for mention in mentions:
        name = str(mention.get("url") or "").removeprefix("bench:")
        found.setdefault(name, []).append(mention)
    clusters: Clusters = {}
    for row in rows:
        for number, gold in enumerate(read(row).entities):
            over = [m for m in found.get(row["id"], []) if overlap((m["start"], m["end"]), gold.span)]
            best = max(over, key=lambda m: jaccard((m["start"], m["end"]), gold.span), default=None)
            actor = best.get("figure") if best is not None else None
            clusters[row["id"], number] = (row["id"], number) if actor is None else ("actor", actor)
    return clusters


def score(rows: Sequence[Json], export: Exporter) -> dict[str, Figures]:
    """Figures of ways to fill a store and, to compare with, of equal words in each and of singletons.

    `on_found` is the CoNLL mean over the mentions that have an actor in the one store for everything.
    """
    apart: Clusters = {}
    words: Clusters = {}
    for topic in sorted({row["topic"] for row in rows}):
        part = [row for row in rows if row["topic"] == topic]
        apart |= _of_topic(topic, actors(part, export(part)))
        words |= _of_topic(topic, equal_words(part))
    gold = gold_chains(rows)
    ways: Mapping[str, Clusters] = {
        "topic": apart,
        "pooled": actors(rows, export(rows)),
        "equal words, topic": words,
        "equal words, pooled": equal_words(rows),
        "singletons": {key: key for key in gold},
    }
    found = {key for key in gold if ways["pooled"][key] != key}
    return {way: _figures(gold, predicted, found) for way, predicted in ways.items()}


def _of_topic(topic: str, clusters: Clusters) -> Clusters:
    return {key: key if cluster == key else (topic, cluster) for key, cluster in clusters.items()}


def _figures(gold: Clusters, predicted: Clusters, found: set[Key]) -> Figures:
    covered = sum(predicted[key] != key for key in gold)
    on_found = coreference({key: gold[key] for key in found}, {key: predicted[key] for key in found})
    return {
        **coreference(gold, predicted),
        "covered": ratio(covered, len(gold)),
        "on_found": on_found["conll"],
    }
