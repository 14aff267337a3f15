"""Clusters of reports of ours: which events are one account, and what it amounts to, in whatever order."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline import Analyser, Document, open_store
from dateline.model.analysis import Analysis
from dateline.model.records import ClaimRecord, EventRecord
from dateline.store import Store
from tests.gold.clusters import Cluster, Expected, clusters

CLUSTERS = clusters()
EXPECTED = [(c, e) for c in CLUSTERS for e in c.expected]
_NUMBERS = ("dead", "injured", "arrested", "abducted", "displaced", "participants")

type Read = dict[str, list[tuple[Document, tuple[Analysis, ...]]]]


@pytest.fixture(scope="module")
def read(analyser: Analyser) -> Read:
    """The reports of every cluster, each analysed once."""
    found: Read = {}
    for cluster in CLUSTERS:
        documents = [Document(r.id, r.text, outlet=r.outlet, published=r.published) for r in cluster.reports]
        found[cluster.name] = [(d, analyser.document(d)) for d in documents]
    return found


@pytest.fixture(scope="module")
def stores(read: Read, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    found = {}
    for cluster in CLUSTERS:
        found[cluster.name] = open_store(tmp_path_factory.mktemp("cluster") / "store.sqlite", create=True)
        with found[cluster.name].writer() as writer:
            for document, analyses in read[cluster.name]:
                writer.add(document, analyses)
    yield found
    for store in found.values():
        store.close()


def test_there_are_enough_clusters() -> None:
    assert len(CLUSTERS) >= 10
    assert all(3 <= len(c.reports) <= 8 for c in CLUSTERS)


@pytest.mark.parametrize(("cluster", "expected"), EXPECTED, ids=[f"{c.name}: {e.line}" for c, e in EXPECTED])
def test_accounts_are_as_expected(cluster: Cluster, expected: Expected, stores: dict[str, Store]) -> None:
    store = stores[cluster.name]
    if expected.word == "claim":
        _check_claims(store, expected)
        return
    event = _event(store, expected)
    assert {v.report for v in event.versions} == expected.reports
    assert {name: _SHOWN[name](event) for name in expected.attributes if name in _SHOWN} == {
        name: value for name, value in expected.attributes.items() if name in _SHOWN
    }
    for kind in _NUMBERS:
        if kind in expected.attributes:
            toll = event.size[kind]
            assert f"{_written(toll.low)}..{_written(toll.high)}" == expected.attributes[kind]


def _event(store: Store, expected: Expected) -> EventRecord:
    """The one event that a word of a report tells."""
    found = [
        event
        for event in store.view().events()
        for version in event.versions
        if version.report == expected.report
        and any(e.trigger and _word(e.text, e.start, e.trigger) == expected.word for e in version.evidence)
    ]
    assert found, f"no event is told by {expected.word!r} in {expected.report}"
    return found[0]


def _word(text: str, start: int, trigger: tuple[int, int]) -> str:
    return text[trigger[0] - start : trigger[1] - start]


def _written(number: int | None) -> str:
    return "" if number is None else str(number)


def _dashed(text: str) -> str:
    return text.replace(" ", "-")


_SHOWN: dict[str, Callable[[EventRecord], str]] = {
    "standing": lambda e: e.weight.standing.value,
    "n": lambda e: str(e.independent),
    "first": lambda e: str(e.weight.first_reported),
    "actors": lambda e: ",".join(_dashed(p.name.removeprefix("The ").removeprefix("the ")) for p in e.actors),
    "place": lambda e: _dashed(e.place.name) if e.place else "",
}


def _check_claims(store: Store, expected: Expected) -> None:
    claims = {c.id: c for c in store.view().claims()}
    mine = [c for c in claims.values() if c.evidence[0].report == expected.report]
    standing = expected.attributes.get("standing")
    assert standing is None or standing in {c.weight.standing.value for c in mine}
    against = {claims[d].evidence[0].report for c in mine for d in c.disputed_by if d in claims}
    assert expected.attributes.get("against") in against


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda c: c.name)
def test_the_order_of_reading_does_not_matter(
    cluster: Cluster, stores: dict[str, Store], read: Read, tmp_path: Path
) -> None:
    """One by one and the other way round, and with the last report taken out and put in again."""
    together = _all(stores[cluster.name])
    with open_store(tmp_path / "store.sqlite", create=True) as store:
        for document, analyses in reversed(read[cluster.name]):
            with store.writer() as writer:
                writer.add(document, analyses)
        assert _all(store) == together
        document, analyses = read[cluster.name][-1]
        with store.writer() as writer:
            writer.forget(document.id)
        with store.writer() as writer:
            writer.add(document, analyses)
        assert _all(store) == together


def _all(store: Store) -> tuple[list[EventRecord], list[ClaimRecord]]:
    view = store.view()
    return list(view.events()), list(view.claims())
